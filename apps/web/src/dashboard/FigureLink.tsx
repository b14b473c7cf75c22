import type { FigureAddress } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A number as a link to the page of its figure, at the records behind it. */
export function FigureLink({
  to,
  className,
  children,
}: {
  to: FigureAddress;
  className?: string;
  children: ReactNode;
}) {
  const { code, ...search } = to;
  return (
    <Link
      to="/figures/$code"
      params={{ code }}
      search={search as never}
      {...(search.by !== undefined && { hash: 'rows' })}
      {...(className !== undefined && { className })}
    >
      {children}
    </Link>
  );
}
