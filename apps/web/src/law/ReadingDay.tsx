import { markedTitle } from '@fadu/kernel';
import type { LawRead } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { matterQuery } from '../api/queries.js';
import { DayInput } from '../form/DayInput.js';
import { dayWords } from '../words.js';
import type { LawAddress } from './LawPage.js';

/** The day the text is read for, where it came from, and what a reader of that day must know. */
export function ReadingDay({
  read,
  search,
  today,
  go,
}: {
  read: LawRead;
  search: LawAddress;
  today: string;
  go: (part: LawAddress) => void;
}) {
  const { version, validity, coming } = read;
  return (
    <div className="law-day">
      <p>
        <label htmlFor="reading-day">读取日</label>{' '}
        <span className="no-print">
          <DayInput
            id="reading-day"
            aria={{}}
            value={read.on}
            today={today}
            past={false}
            onChange={(day) => {
              if (typeof day === 'string' && /^[12]\d{3}-\d{2}-\d{2}$/.test(day) && day !== read.on)
                go({ on: day === today ? undefined : day, matter: undefined });
            }}
          />
        </span>
        <span className="on-paper">{read.on}</span>{' '}
        <span className="meta">
          {search.matter && search.on ? (
            <FromMatter id={search.matter} />
          ) : read.on === today ? (
            '今天'
          ) : (
            <>
              指定的日期{' '}
              <button type="button" className="link no-print" onClick={() => go({ on: undefined, matter: undefined })}>
                改读今天的文本
              </button>
            </>
          )}
        </span>
      </p>
      <p>
        {dayWords(version.effectiveOn, '')}起施行
        {version.endOn ? `，${dayWords(version.endOn, '')}起${ENDS[version.endKind ?? 'superseded']}` : ''}
        {version.endedBy ? `（${markedTitle(version.endedBy)}）` : ''}
        <span className="meta">{BASIS[version.effectiveBasis] ?? ''}</span>
      </p>
      {validity === 'notYetEffective' && <p className="note">读取日时还没有施行，下面是库中最早的文本。</p>}
      {coming && (
        <p className="note">
          {dayWords(coming.effectiveOn, '')}起改用新文本。{' '}
          <button
            type="button"
            className="link no-print"
            onClick={() => go({ on: coming.effectiveOn, matter: undefined })}
          >
            看新文本
          </button>
        </p>
      )}
      {!coming && version.endOn !== null && version.endOn <= today && validity === 'inForce' && (
        <p className="note">
          这是读取日有效的文本，{dayWords(version.endOn, '')}起已
          {version.endKind === 'superseded' ? '修改' : ENDS[version.endKind ?? 'superseded']}。
        </p>
      )}
    </div>
  );
}

const ENDS = { superseded: '改用新文本', repealed: '废止', lapsed: '失效（本文规定的有效期届满）' } as const;

/** Where a first day comes from, when the text does not state it. */
const BASIS: Readonly<Record<string, string>> = {
  promulgation: '　公布之日起施行',
  amendment: '　施行日取自修改决定的日期，正文末条仍写旧日期；引用前请核对修改决定',
  file: '　施行日取自文件名，引用前请核对公布的文本',
};

function FromMatter({ id }: { id: string }) {
  const { data } = useQuery(matterQuery(id));
  return (
    <>
      随
      <Link to="/matters/$id" params={{ id }}>
        {data ? (data.number ?? `收件${data.receipt}`) : '案件'}
      </Link>
      {data?.closedOn ? '办结日' : '今天'}
    </>
  );
}
