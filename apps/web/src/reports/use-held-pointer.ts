import { useEffect, useRef, useState } from 'react';
import { edgeStep } from './edge-step.js';

/**
 * Follows a pressed pointer until it is let go, wherever it is and whatever becomes of the element under it, and moves the
 * page while it is held near an edge. The answer begins it, at a height in the window (px).
 */
export function useHeldPointer({
  follow,
  letGo,
}: {
  /** The pointer, or the page below it, has moved. */
  follow: (y: number) => void;
  letGo: () => void;
}): (y: number) => void {
  const [held, setHeld] = useState(false);
  const at = useRef(0);
  const tell = useRef({ follow, letGo });
  useEffect(() => {
    tell.current = { follow, letGo };
  });
  useEffect(() => {
    if (!held) return undefined;
    const move = ({ clientY }: PointerEvent) => {
      at.current = clientY;
      tell.current.follow(clientY);
    };
    const end = () => {
      stop();
      setHeld(false);
      tell.current.letGo();
    };
    let frame = 0;
    const edge = () => {
      const step = edgeStep(at.current, ...seen());
      if (step !== 0) {
        window.scrollBy({ top: step, behavior: 'instant' });
        tell.current.follow(at.current);
      }
      frame = requestAnimationFrame(edge);
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
    frame = requestAnimationFrame(edge);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return stop;
  }, [held]);
  return (y) => {
    at.current = y;
    setHeld(true);
  };
}

/** What of the window is not under bars that stay: as far as the browser itself scrolls to what has the focus. */
function seen(): [top: number, bottom: number] {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const px = (length: string): number => Number.parseFloat(length) || 0;
  return [px(scrollPaddingTop), window.innerHeight - px(scrollPaddingBottom)];
}
