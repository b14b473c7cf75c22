import type { Rehearsal } from '@fadu/wire';
import { useState } from 'react';
import { A4 } from './A4.js';

/** The documents the step would issue, as they will be, beside the form. */
export function Previews({ documents }: { documents: NonNullable<Rehearsal['outcome']>['documents'] }) {
  const [at, setAt] = useState(0);
  const [large, setLarge] = useState(false);
  const shown = documents[Math.min(at, documents.length - 1)]!;
  return (
    <section className={large ? 'previews large' : 'previews'} aria-label="文书预览">
      <div className="preview-head">
        <h2>预览</h2>
        {documents.length > 1 ? (
          <select aria-label="预览哪份文书" value={at} onChange={(event) => setAt(Number(event.target.value))}>
            {documents.map((document, index) => (
              <option key={document.template} value={index}>
                {document.name}
              </option>
            ))}
          </select>
        ) : (
          <span>{shown.name}</span>
        )}
        <button type="button" className="button" aria-pressed={large} onClick={() => setLarge(!large)}>
          {large ? '缩小' : '放大'}
        </button>
      </div>
      <A4 title={`${shown.name}预览`} html={shown.html} />
    </section>
  );
}
