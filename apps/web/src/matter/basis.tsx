import type { BasisText } from '@fadu/procedure';
import { Link } from '@tanstack/react-router';
import { createContext, useContext } from 'react';

/** Opens the clause beside the work; null where the page has no panel for it. */
export const BasisContext = createContext<((basis: BasisText) => void) | null>(null);

/** Articles as links that open in the panel, or else in the law base in a window of its own: the work stays. */
/** @param short only the articles: beside a field there is no room for the names of laws, which are read out and shown on pointing. */
export function Bases({ bases, short = false }: { bases: readonly BasisText[]; short?: boolean }) {
  const open = useContext(BasisContext);
  return (
    <>
      {bases.map((basis, index) => (
        <span key={basis.text}>
          {index > 0 ? '、' : ''}
          {open ? (
            // biome-ignore lint/a11y/useValidAnchor: it leads to the panel; a button would not break between lines as words do
            <a
              className="basis"
              href="#bases"
              {...named(basis, short)}
              onClick={(event) => {
                event.preventDefault();
                open(basis);
              }}
            >
              {short ? articleOf(basis.text) : basis.text}
            </a>
          ) : (
            <Link
              className="basis"
              to="/law"
              search={{ q: basis.text } as never}
              target="_blank"
              {...named(basis, short)}
            >
              {short ? articleOf(basis.text) : basis.text}
              <span className="sr">（在新窗口打开）</span>
            </Link>
          )}
        </span>
      ))}
    </>
  );
}

const articleOf = (text: string): string => text.replace(/^《[^》]*》(（[^）]*）)?/, '') || text;
const named = ({ text }: BasisText, short: boolean) => (short ? { title: text, 'aria-label': text } : {});
