import type { ReportChecks, ReportFinding, StudioView } from '@fadu/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { post } from '../api/client.js';
import { usePageTitle } from '../page-title.js';
import { Trouble, Waiting } from '../Trouble.js';
import { momentWords } from '../words.js';
import { checksQuery } from './queries.js';
import { ReportHead } from './ReportHead.js';
import { Sources } from './Sources.js';
import { useReportStudio } from './use-report-studio.js';
import './reports.css';

const SEVERITY = { must: '须改', should: '建议', agree: '相符' } as const;

/** What does not agree in a report: with itself, its data, last year, the superior; both sentences side by side. */
export function ChecksPage() {
  const address = useParams({ strict: false }) as { org: string; year: string };
  const { studio, missing, error } = useReportStudio(address);
  usePageTitle('核查', studio?.unit.name);
  const checks = useQuery({ ...checksQuery(studio?.matter ?? ''), enabled: studio !== undefined });
  return (
    <>
      <ReportHead address={address} studio={studio} page="checks" />
      {error && <Trouble error={error} />}
      {missing && <p className="note">这份报告还没有开始编制，没有可以核查的文字。</p>}
      {studio && <Sources studio={studio} onChange={() => void checks.refetch()} />}
      {checks.error && <Trouble error={checks.error} onRetry={() => void checks.refetch()} />}
      {!checks.data && !checks.error && !missing && !error && <Waiting what="核查各章和数据" />}
      {checks.data && studio && <Findings checks={checks.data} studio={studio} />}
    </>
  );
}

function Findings({ checks, studio }: { checks: ReportChecks; studio: StudioView }) {
  const [agreeing, setAgreeing] = useState(false);
  const open = checks.findings.filter(({ severity }) => severity !== 'agree');
  const agree = checks.findings.filter(({ severity }) => severity === 'agree');
  const count = (severity: ReportFinding['severity']): number =>
    open.filter((one) => one.severity === severity && one.reason === null).length;
  return (
    <section className="board">
      <h2>
        须改{count('must')}，建议{count('should')}，已说明{open.filter(({ reason }) => reason !== null).length}
      </h2>
      <p className="meta">
        核对了：{checks.against.join('、')}。
        {checks.missing.length > 0 && `没有核对：${checks.missing.join('、')}（平台上没有，可以上传）。`}
        须改的要修改，或者写明不改的理由，才能定稿。
      </p>
      {open.length === 0 && <p className="ok">没有发现互相矛盾的数。</p>}
      {open.map((finding) => (
        <FindingCard key={finding.id} finding={finding} studio={studio} />
      ))}
      {agree.length > 0 && (
        <p>
          <Button type="link" className="report-inline" onClick={() => setAgreeing(!agreeing)}>
            {agreeing ? '不列相符的' : `连同相符的${agree.length}处一起列出`}
          </Button>
        </p>
      )}
      {agreeing && agree.map((finding) => <FindingCard key={finding.id} finding={finding} studio={studio} />)}
    </section>
  );
}

function FindingCard({ finding, studio }: { finding: ReportFinding; studio: StudioView }) {
  const { id, kindName, severity, message, sentences, reason } = finding;
  const client = useQueryClient();
  const [explaining, setExplaining] = useState(false);
  const [words, setWords] = useState(reason?.text ?? '');
  const explain = useMutation({
    mutationFn: () => post<ReportChecks>(`/studio/${studio.matter}/checks`, { finding: id, reason: words }),
    onSuccess: (checks) => {
      client.setQueryData(checksQuery(studio.matter).queryKey, checks);
      setExplaining(false);
    },
  });
  const titleOf = (key: string | null): string | undefined => studio.chapters.find((one) => one.key === key)?.title;
  return (
    <article className={`report-finding ${severity}`}>
      <h3>
        <span className={severity === 'must' ? 'state state-alarm' : 'state state-idle'}>{SEVERITY[severity]}</span>{' '}
        {kindName}：{message}
      </h3>
      <div className="report-pair">
        {sentences.map((sentence) => (
          <blockquote key={`${sentence.report}${sentence.chapter}${sentence.text}`}>
            <p className="meta">
              {titleOf(sentence.chapter) ? `本报告“${titleOf(sentence.chapter)}”` : sentence.report}
            </p>
            <p>{sentence.text}</p>
          </blockquote>
        ))}
      </div>
      {reason && (
        <p className="report-why">
          不改的理由：{reason.text}（{reason.by}，<span className="nb">{momentWords(reason.at)}</span>）
        </p>
      )}
      {studio.may.write && severity !== 'agree' && !explaining && (
        <Button size="small" className="no-print" onClick={() => setExplaining(true)}>
          {reason ? '改理由' : '不改，写明理由'}
        </Button>
      )}
      {explaining && (
        <form
          className="report-say"
          onSubmit={(event) => {
            event.preventDefault();
            explain.mutate();
          }}
        >
          <label>
            <span className="label">不改的理由</span>
            <textarea rows={2} maxLength={500} value={words} onChange={({ target }) => setWords(target.value)} />
          </label>
          {explain.error && <Trouble error={explain.error} />}
          <div className="row-actions">
            <Button size="small" type="primary" htmlType="submit" loading={explain.isPending}>
              写明理由
            </Button>
            <Button size="small" type="text" onClick={() => setExplaining(false)}>
              不写了
            </Button>
          </div>
        </form>
      )}
    </article>
  );
}
