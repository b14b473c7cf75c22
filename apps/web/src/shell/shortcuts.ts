import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { NavItem } from './Nav.js';

/** What F1 lists. Keys of a form and of a matter are bound where they act. */
export const SHORTCUTS: readonly (readonly [keys: string, does: string])[] = [
  ['Ctrl+K', '搜索'],
  ['Alt+1…7', '导航第几项'],
  ['Alt+T', '待办'],
  ['Alt+A', '可办事项'],
  ['Alt+B', '依据'],
  ['Alt+↑ / Alt+↓', '上一件、下一件'],
  ['Ctrl+S', '存草稿（表单内）'],
  ['Ctrl+Enter', '办理（表单内）'],
  ['Esc', '关闭，草稿保留'],
  ['F1', '本表'],
];

/** Nothing fires while a pinyin candidate is being chosen. */
export const isTyping = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Keys that work everywhere. */
export function useShortcuts(items: readonly NavItem[], onHelp: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === 'F1') {
        event.preventDefault();
        onHelp();
      }
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const number = /^Digit([1-7])$/.exec(event.code)?.[1];
      const href = number ? items[Number(number) - 1]?.href : event.code === 'KeyT' ? '/todo' : undefined;
      if (!href) return;
      event.preventDefault();
      void navigate({ to: href as never });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [items, navigate, onHelp]);
}

/** Binds one key with Alt to something on the page, as long as the page is there. */
export function useAltKey(code: string, act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || !event.altKey || event.code !== code) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [code, act]);
}
