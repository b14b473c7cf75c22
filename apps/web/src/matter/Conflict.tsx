import type { TimelineEntry } from '@fadu/wire';
import { Button } from 'antd';
import { momentWords } from '../words.js';
import { actorWords, ReplacedValue } from './Timeline.js';

/** Somebody else acted in between: what they did, field by field; what was typed is kept until one decides. */
export function Conflict({
  title,
  since,
  onKeep,
  onDrop,
}: {
  title: string;
  since: readonly TimelineEntry[];
  onKeep: () => void;
  onDrop: () => void;
}) {
  return (
    <div className="conflict" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {since.map((entry) => (
        <div key={entry.seq}>
          <p>
            <span className="nb">{momentWords(entry.at)}</span> {actorWords(entry)} <strong>{entry.name}</strong>
            {entry.documents.length > 0 ? ` → ${entry.documents.map((one) => one.name).join('、')}` : ''}
          </p>
          {entry.corrected.map((one) => (
            <ReplacedValue key={one.label} replaced={one} />
          ))}
          {entry.corrected.length === 0 && entry.changed.length > 0 && (
            <dl className="values">
              {entry.changed.map((one) => (
                <div key={one.label}>
                  <dt>{one.label}</dt>
                  <dd>{one.value}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      ))}
      <div className="row-actions">
        <Button onClick={onKeep}>用新的接着填</Button>
        <Button type="text" onClick={onDrop}>
          放弃我的
        </Button>
      </div>
    </div>
  );
}
