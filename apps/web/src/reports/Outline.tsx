import type { PaperChapter } from './Chapter.js';
import { STAGE_WORDS } from './words.js';

/** The chapters with who writes them, how far they are and what was said of them. */
export function Outline({
  chapters,
  chosen,
  onChoose,
}: {
  chapters: readonly PaperChapter[];
  chosen: string;
  onChoose: (key: string) => void;
}) {
  return (
    <nav className="report-outline no-print" aria-label="章节">
      <ol className="plain-list">
        {chapters.map(({ key, title, number, studio, stage, figures }) => (
          <li key={key}>
            <button
              type="button"
              {...(key === chosen && { 'aria-current': 'true' as const })}
              className={number === null ? 'left-out' : ''}
              onClick={() => onChoose(key)}
            >
              <span>
                {number !== null && `${number} `}
                {title}
              </span>
              <span className="meta">
                {[
                  stage && STAGE_WORDS[stage],
                  studio?.asked?.orgName,
                  studio?.asked?.late && '超期',
                  studio && studio.open > 0 && `批注${studio.open}`,
                  figures.length > 0 && `数字${figures.length}`,
                  number === null && '不写入',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
