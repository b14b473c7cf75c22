import type { BasisText } from '@fadu/procedure';
import { createContext, useContext } from 'react';

/** Opens the clause beside the work. */
export const BasisContext = createContext<(basis: BasisText) => void>(() => undefined);

/** Articles as links that open in the panel, without leaving the page. */
export function Bases({ bases }: { bases: readonly BasisText[] }) {
  const open = useContext(BasisContext);
  return (
    <>
      {bases.map((basis, index) => (
        <span key={basis.text}>
          {index > 0 ? '、' : ''}
          {/* biome-ignore lint/a11y/useValidAnchor: it leads to the panel; a button would not break between lines as words do */}
          <a
            className="basis"
            href="#bases"
            onClick={(event) => {
              event.preventDefault();
              open(basis);
            }}
          >
            {basis.text}
          </a>
        </span>
      ))}
    </>
  );
}
