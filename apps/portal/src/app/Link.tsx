/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { go, href } from './router.js';

interface LinkProps {
  readonly to: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link within the portal; with a modifier key, or on the middle button, it stays an ordinary link. */
export function Link({ to, class: className, children }: LinkProps) {
  return (
    <a
      href={href(to)}
      class={className}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
