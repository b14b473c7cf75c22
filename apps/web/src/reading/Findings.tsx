import type { FindingList, FindingStatement, FindingView } from '@fadu/wire';
import { FINDING_KINDS, FINDING_WORDS } from '@fadu/wire/reading-words';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trouble, Waiting } from '../Trouble.js';
import { momentWords } from '../words.js';
import { HandleForm } from './HandleForm.js';
import { findingsQuery } from './queries.js';
import './reading.css';

const SEVERITY_WORDS = { error: '错误', warning: '存疑', agree: '相符' } as const;

/** What stands against what, within a report and between reports; for a report that was read or one of our own. */
export function Findings({ of }: { of: string }) {
  const { data, error, refetch } = useQuery(findingsQuery(of));
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="核查" />;
  const doubts = data.findings.filter(({ severity }) => severity !== 'agree');
  const agree = data.findings.filter(({ severity }) => severity === 'agree');
  const open = doubts.filter(({ handled }) => handled[0] === undefined || handled[0].state === 'reopened').length;
  return (
    <>
      {data.findings.length > 0 && (
        <p className="reading-counts">
          错误和存疑{doubts.length}处，未处置{open}处{agree.length > 0 && ` · 两份报告相符${agree.length}处`}
        </p>
      )}
      <p className="meta">
        {data.against.length === 0
          ? '只在本报告内核查。'
          : `与${data.against.length}份报告比较：${data.against.map(({ name }) => name).join('、')}。`}
      </p>
      {data.notes.map((note) => (
        <p key={note} className="note" role="note">
          {note}
        </p>
      ))}
      {doubts.length === 0 && <p className="empty">没有发现矛盾。</p>}
      {doubts.map((finding) => (
        <Finding key={finding.key} list={data} finding={finding} />
      ))}
      {agree.length > 0 && (
        <details className="board">
          <summary>相符的{agree.length}处，汇总时只计一次</summary>
          {agree.map((finding) => (
            <Finding key={finding.key} list={data} finding={finding} />
          ))}
        </details>
      )}
    </>
  );
}

function Finding({ list, finding }: { list: FindingList; finding: FindingView }) {
  const { severity, kind, message, statements, handled, key } = finding;
  const last = handled[0];
  return (
    <section className={`board finding finding-${severity}`} aria-label={message}>
      <h2>
        <span className={severity === 'error' ? 'state state-alarm' : 'state state-idle'}>
          {SEVERITY_WORDS[severity]}
        </span>{' '}
        {message}
      </h2>
      <p className="meta">
        {FINDING_KINDS[kind] ?? kind}
        {last && ` · ${FINDING_WORDS[last.state]}`}
      </p>
      <div className="finding-pair">
        {distinct(statements).map((own) => (
          <Said key={`${own.source}/${own.sentence}`} parts={own.parts} />
        ))}
      </div>
      {handled.length > 0 && (
        <ol className="plain-list reading-steps" aria-label="处置记录">
          {handled.map((one) => (
            <li key={one.at + one.state}>
              <span className="nb">{momentWords(one.at)}</span> {one.person}
              {one.post && `（${one.post}）`} <strong>{FINDING_WORDS[one.state]}</strong>
              {one.sentTo && `${one.sentTo}`}：{one.note}
            </li>
          ))}
        </ol>
      )}
      {list.mayHandle && severity !== 'agree' && (
        <HandleForm of={list.of.source} finding={key} last={last} mayExplain={list.mayExplain} />
      )}
    </section>
  );
}

/** Two figures of one sentence: the sentence once, with both marked. */
function distinct(statements: readonly FindingStatement[]) {
  const bySentence = new Map<string, FindingStatement[]>();
  for (const one of statements) {
    const key = `${one.source}\n${one.sentence}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), one]);
  }
  return [...bySentence.values()].map((parts) => ({
    source: parts[0]!.source,
    sentence: parts[0]!.sentence,
    parts: parts.toSorted((one, two) => one.from - two.from),
  }));
}

function Said({ parts }: { parts: readonly FindingStatement[] }) {
  const [{ source, name, sentence, page, n, chapter }] = parts as [FindingStatement];
  const [, org, year] = /^report:([\w.-]+)\/(\d{4})$/.exec(source) ?? [];
  let at = 0;
  const pieces = parts.flatMap((part) => {
    if (part.from < at) return [];
    const before = sentence.slice(at, part.from);
    at = part.to;
    const words = sentence.slice(part.from, part.to);
    return [
      <span key={`${part.from}-`}>{before}</span>,
      part.n === null ? (
        <mark key={part.from}>{words}</mark>
      ) : (
        <Link
          key={part.from}
          to="/reading/$file"
          params={{ file: source }}
          search={{ n: String(part.n), show: 'all' } as never}
        >
          <mark>{words}</mark>
        </Link>
      ),
    ];
  });
  return (
    <blockquote>
      <p>
        {pieces}
        {sentence.slice(at)}
      </p>
      <footer className="meta">
        {name}
        {page === null ? '' : `，第${page}页`}{' '}
        {n !== null && (
          <Link to="/reading/$file" params={{ file: source }} search={{ n: String(n), show: 'all' } as never}>
            打开原文
          </Link>
        )}
        {chapter !== null && org && year && (
          <Link to="/reports/$org/$year" params={{ org, year }} search={{ chapter } as never}>
            打开这一章
          </Link>
        )}
      </footer>
    </blockquote>
  );
}
