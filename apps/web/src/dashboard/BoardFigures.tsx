import type { BoardFigure } from '@fadu/wire';
import { groupedText } from '../words.js';
import { FigureLink } from './FigureLink.js';
import { Sparkline } from './Sparkline.js';

/** Key figures: value, base under a rate, what it is compared with, and its course. Missing is a word, never nought. */
export function BoardFigures({ figures }: { figures: readonly BoardFigure[] }) {
  return (
    <ul className="key-figures" aria-label="主要数据">
      {figures.map((figure) => (
        <li key={figure.code}>
          <FigureLink to={figure.open} className="key-figure">
            <span className="key-name">{figure.name}</span>
            <strong className={figure.value.is === 'missing' ? 'missing' : ''}>{groupedText(figure.text)}</strong>
          </FigureLink>
          <p className="meta">{baseWords(figure)}</p>
          {figure.compared.change !== '' && (
            <p className={toneOf(figure)}>
              {markOf(figure)}
              {changeWords(figure)}
            </p>
          )}
          {figure.notes.map((note) => (
            <p key={note} className="worse" role="note">
              ⚠ {note}
            </p>
          ))}
          <Sparkline bars={figure.trend} />
        </li>
      ))}
    </ul>
  );
}

/** The base of a rate, else where the figure comes from; where there is none, the last there was. */
function baseWords({ base, basedOn, source, value, trend }: BoardFigure): string {
  if (base !== null) return `${groupedText(base)}${basedOn === null ? '' : `，${basedOn}`}`;
  const from = source === 'records' ? '平台记录' : '填报';
  const last = value.is === 'missing' ? [...trend].reverse().find(({ height }) => height !== null) : undefined;
  return last === undefined ? from : `${from}，最近有数的是${last.label}：${groupedText(last.text)}`;
}

const changeWords = ({ compared }: BoardFigure): string =>
  compared.value.is === 'missing'
    ? `没有可比的数：${compared.change}`
    : `${compared.change}（${groupedText(compared.text)}）`;

const markOf = ({ compared }: BoardFigure): string => (compared.better === null ? '' : compared.better ? '✓ ' : '⚠ ');

const toneOf = ({ compared }: BoardFigure): string =>
  compared.better === null ? 'meta' : compared.better ? 'better' : 'worse';
