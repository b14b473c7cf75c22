/** @jsxImportSource preact */
import type { PublicMatter } from '@fadu/wire';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { Counting } from '../parts/Counting.js';
import { Pieces } from '../parts/Pieces.js';
import { AdviceList, Basis } from '../parts/parts.js';
import { clockText, dayText, holderText, leftText, longDate } from '../words.js';

interface MatterProps {
  readonly matter: PublicMatter;
  readonly onClose: () => void;
}

/** How it stands, until when, and what is asked of the one who reads; then the rest. */
export function MatterPage({ matter, onClose }: MatterProps) {
  const more = matter.actions.filter((action) => !matter.duties.some((duty) => duty.action === action.action));
  return (
    <Page title={matter.stateText} over={`${matter.lineName}·${matter.number ?? `收件${matter.receipt}`}`} back="/">
      <Next matter={matter} />
      <Duties matter={matter} />
      {matter.remedy && (
        <section class="note remedy">
          <h2>不服的，下一步</h2>
          <p>
            {isPast(matter.remedy.due, matter.today) && matter.remedy.past ? (
              <>
                <Pieces text={`期限已于${dayText(matter.remedy.due!, matter.today)}届满。${matter.remedy.past.text}`} />{' '}
                <Basis basis={matter.remedy.past.basis} />
              </>
            ) : matter.remedy.due === null ? (
              `${matter.remedy.text}，${matter.remedy.term}。`
            ) : (
              <>
                {matter.remedy.text}，
                <strong>
                  <Pieces
                    text={`最晚${dayText(matter.remedy.due, matter.today)}，${leftText(matter.remedy.due, matter.today)}。`}
                  />
                </strong>
              </>
            )}
          </p>
          <AdviceList items={matter.remedy.steps} />
        </section>
      )}
      <Documents matter={matter} />
      <section>
        <h2>办理经过</h2>
        <ol class="timeline">
          {matter.timeline.map((entry) => (
            <li key={entry.on + entry.text}>
              <time dateTime={entry.on} class="nb">
                {longDate(entry.on)}
              </time>
              <span>{entry.text}</span>
            </li>
          ))}
        </ol>
      </section>
      {matter.shows.length > 0 && (
        <section>
          <h2>案件情况</h2>
          <dl class="answers">
            {matter.shows.map((row) => (
              <div key={row.label}>
                <dt>{row.label}</dt>
                <dd>{row.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {matter.clocks.length > 0 && (
        <section>
          <h2>期限</h2>
          {matter.clocks.map((clock) => (
            <div key={clock.code} class="clock">
              <p>
                <strong>{clock.name}</strong>（{holderText(clock)}）：{clockText(clock, matter.today)}
                {clock.expiry === 'deemed' && clock.acts && `；期满没有办的，${clock.acts}`}。{' '}
                <Basis basis={clock.basis} />
              </p>
              <Counting how={clock.how} />
            </div>
          ))}
        </section>
      )}
      {matter.silence && (
        <details class="counting">
          <summary>期满没有结果怎么办</summary>
          <AdviceList items={[matter.silence]} />
        </details>
      )}
      <div class="go">
        {more.map((action) => (
          <Link
            key={action.action}
            to={`/track/do/${action.action}`}
            class={action.grave ? 'secondary danger' : 'secondary'}
          >
            {action.name}
          </Link>
        ))}
        <button type="button" class="secondary" onClick={() => print()}>
          打印
        </button>
        <button type="button" class="plain" onClick={onClose}>
          查另一件，清除本页的查询码
        </button>
        {matter.organPhone && (
          <p>
            办理单位：{matter.organName} <a href={`tel:${matter.organPhone}`}>{matter.organPhone}</a>
          </p>
        )}
      </div>
    </Page>
  );
}

function Next({ matter }: { readonly matter: PublicMatter }) {
  if (matter.ended) return <p class="lead">这件事已经办结。</p>;
  // What is asked of the reader, or open to them, stands first by itself.
  if (matter.next.length === 0 && (matter.duties.length > 0 || matter.remedy)) return null;
  return (
    <section class="lead" aria-label="接下来">
      {matter.next.map((step) => {
        const clock = matter.clocks.find((one) => one.code === step.clock);
        return (
          <p key={step.text}>
            {step.text}
            {clock && (
              <strong class={`due-line ${clock.standing.tone}`}>
                <Pieces text={clockText(clock, matter.today)} />
              </strong>
            )}
          </p>
        );
      })}
      {matter.next.length === 0 && <p>{`由${matter.organName}办理，现在没有要您等的期限。`}</p>}
    </section>
  );
}

function Duties({ matter }: { readonly matter: PublicMatter }) {
  if (matter.ended) return null;
  if (matter.duties.length === 0)
    return (
      <p>
        要您办的：<strong>没有</strong>
      </p>
    );
  return (
    <>
      {matter.duties.map((duty) => (
        <section class="note duty" key={duty.action}>
          <h2>要您办的</h2>
          <p>
            {duty.text} <Basis basis={duty.basis} />
          </p>
          {duty.detail && <blockquote>{duty.detail}</blockquote>}
          <p>
            <strong>
              <Pieces text={termOf(duty, matter)} />
            </strong>
          </p>
          <Link to={`/track/do/${duty.action}`} class="button">
            {matter.actions.find((action) => action.action === duty.action)?.name ?? '去办'}
          </Link>
        </section>
      ))}
    </>
  );
}

/** Until when, in the unit of its own clock; before that has begun, the limit in words. */
export function termOf(duty: PublicMatter['duties'][number], matter: PublicMatter): string {
  const clock = matter.clocks.find((one) => one.code === duty.clock);
  return clock ? clockText(clock, matter.today) : duty.term;
}

function Documents({ matter }: { readonly matter: PublicMatter }) {
  if (matter.documents.length === 0) return null;
  return (
    <section>
      <h2>文书</h2>
      <ul class="documents">
        {matter.documents.map((document) => (
          <li key={document.id}>
            <Link to={`/track/document/${document.id}`}>
              <strong class="piece">{document.name}</strong>
              {document.number && <span class="piece nb">　{document.number}</span>}
            </Link>
            <p class="hint">
              <span class="piece nb">{longDate(document.issuedOn)}　</span>
              <span class="piece nb">
                核验码 <span class="code">{document.code}</span>
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isPast = (due: string | null, today: string): boolean => due !== null && due < today;
