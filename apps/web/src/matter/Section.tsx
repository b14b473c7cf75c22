import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

const PHONE = '(max-width: 767px)';

/**
 * A part of the page. At the desk it stands open; on the phone it folds to a line with its count, unless it is one that
 * everybody comes for (`always`). The way to it through the outline opens it, and so does the printer.
 */
export function Section({
  id,
  name,
  always = false,
  children,
}: {
  id: string;
  name: string;
  always?: boolean;
  children: React.ReactNode;
}) {
  const hash = useRouterState({ select: (state) => state.location.hash });
  const [open, setOpen] = useState(() => always || !matchMedia(PHONE).matches);
  useEffect(() => {
    if (hash !== id) return;
    setOpen(true);
    // The part has its height only now.
    requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView());
  }, [hash, id]);
  useEffect(() => {
    const onPrint = () => setOpen(true);
    addEventListener('beforeprint', onPrint);
    return () => removeEventListener('beforeprint', onPrint);
  }, []);
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2 id={`${id}-title`}>{name}</h2>
        </summary>
        {children}
      </details>
    </section>
  );
}
