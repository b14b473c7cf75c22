import { useEffect, useState } from 'preact/hooks';
import { device } from './kept.js';

const CHANGED = 'fadu:care';
const isOn = (): boolean => document.documentElement.classList.contains('care');

/** 关怀版: larger type and targets, kept on this device; every part of the page learns of a change. */
export function useCare(): [boolean, (on: boolean) => void] {
  const [on, set] = useState(isOn);
  useEffect(() => {
    const read = () => set(isOn());
    addEventListener(CHANGED, read);
    return () => removeEventListener(CHANGED, read);
  }, []);
  return [
    on,
    (next) => {
      document.documentElement.classList.toggle('care', next);
      if (next) device.keep('care', 1);
      else device.drop('care');
      dispatchEvent(new Event(CHANGED));
    },
  ];
}

/** Reads the page, or a part of it, aloud with the system's voice. @returns false when the device has none. */
export function readAloud(onEnd: () => void, part: HTMLElement | null = document.querySelector('main')): boolean {
  if (!part || !('speechSynthesis' in window)) return false;
  speechSynthesis.cancel();
  // One utterance for each line: long ones are cut off by several engines.
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen is read, in its lines; hidden words are not
  const lines = part.innerText.split('\n').filter((line) => line.trim() !== '');
  lines.forEach((line, index) => {
    const utterance = new SpeechSynthesisUtterance(line);
    utterance.lang = 'zh-CN';
    utterance.rate = 0.9;
    if (index === lines.length - 1) utterance.onend = onEnd;
    speechSynthesis.speak(utterance);
  });
  return true;
}

export const stopReading = (): void => {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
};
