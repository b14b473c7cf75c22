import type { LineDescription } from '@fadu/procedure';
import type { RefusalView, Rehearsal } from '@fadu/wire';
import { ClockChip } from '../clock/ClockChip.js';
import { Bases } from './basis.js';

/** What a step would do: the state after, clocks that start, stop or move, documents that would be issued. */
export function Outcome({
  outcome,
  line,
  today,
}: {
  outcome: NonNullable<Rehearsal['outcome']>;
  line: LineDescription;
  today: string;
}) {
  if (outcome.waitsFor) return <p>提请后由{outcome.waitsFor}审批；同意后生效，其间不能办理其他事项。</p>;
  const ended = outcome.clocks.filter((clock) => clock.outcome !== null);
  const running = outcome.clocks.filter((clock) => clock.outcome === null);
  return (
    <dl className="outcome">
      <div>
        <dt>状态</dt>
        <dd>{line.states[outcome.to]?.name ?? outcome.to}</dd>
      </div>
      {ended.length > 0 && (
        <div>
          <dt>停止</dt>
          <dd className="clocks">
            {ended.map((clock) => (
              <ClockChip key={clock.code} clock={clock} today={today} named />
            ))}
          </dd>
        </div>
      )}
      {running.length > 0 && (
        <div>
          <dt>起算</dt>
          <dd className="clocks">
            {running.map((clock) => (
              <ClockChip key={clock.code} clock={clock} today={today} named />
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>文书</dt>
        <dd>
          {outcome.documents.length > 0
            ? `${outcome.documents.map((document) => document.name).join('、')}（办理后取得文号，只能更正）`
            : '不产生文书'}
        </dd>
      </div>
    </dl>
  );
}

/** A refusal: fact, rule, what can be done; with the article one click away. */
export function Refused({ refusal, soft }: { refusal: RefusalView; soft?: boolean }) {
  return (
    <div className={soft ? 'refusal refusal-soft' : 'refusal'}>
      <p>
        <span aria-hidden="true">{soft ? '⚠' : '⊘'} </span>
        {refusal.message}
      </p>
      {refusal.basis.length > 0 && (
        <p className="meta">
          依据：
          <Bases bases={refusal.basis} />
        </p>
      )}
    </div>
  );
}
