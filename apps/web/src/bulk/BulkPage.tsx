import type { BulkView } from '@fadu/wire';
import { BULK_LIMITS } from '@fadu/wire/bulk-limits';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { exchange, upload } from '../api/client.js';
import { lineQuery, meQuery } from '../api/queries.js';
import { PrintFoot } from '../matter/PrintFoot.js';
import { usePageTitle } from '../page-title.js';
import { OrganPicker } from '../pages/OrganPicker.js';
import { organsOf } from '../pages/organs.js';
import { Trouble, Waiting } from '../Trouble.js';
import { BulkTable } from './BulkTable.js';
import { countsOf, summary } from './summary.js';
import './bulk.css';

type Stage =
  | { readonly kind: 'empty' }
  | { readonly kind: 'busy'; readonly words: string }
  | { readonly kind: 'judged'; readonly file: File; readonly view: BulkView }
  | { readonly kind: 'written'; readonly view: BulkView };

/** Matters entered from a table: download it, fill it in, have it judged, and confirm. */
export function BulkPage() {
  const { line: code, action } = useParams({ strict: false }) as { line: string; action: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: line, error } = useQuery(lineQuery(code));
  const described = line?.actions[action];
  const organs = organsOf(me, described);
  const [chosen, setChosen] = useState('');
  const organ = chosen || organs[0]?.[0] || '';
  const [stage, setStage] = useState<Stage>({ kind: 'empty' });
  const [trouble, setTrouble] = useState<unknown>();
  const input = useRef<HTMLInputElement>(null);
  const told = useRef<HTMLParagraphElement>(null);
  usePageTitle('批量登记', line?.name);
  if (error) return <Trouble error={error} />;
  if (!me || !line) return <Waiting what="打开批量登记" />;
  const opens = me.lines.find((one) => one.code === code)?.opens ?? [];
  if (!described || organs.length === 0)
    return (
      <>
        <h1>不能批量登记</h1>
        <p role="alert">
          {described ? `不能${described.name}：本岗位没有这项职责。` : '没有这个登记事项。'}可以从案件清单登记。
        </p>
        <Link to="/lines/$line" params={{ line: code }}>
          回到{line.name}案件
        </Link>
      </>
    );
  const path = `/lines/${code}/bulk/${action}`;
  const at = (more = '', sub = '') => `${path}${sub}?organ=${encodeURIComponent(organ)}${more}`;

  /** What was judged holds for the organ and the kind of matter it was judged for. */
  const restart = () => {
    setStage({ kind: 'empty' });
    setTrouble(undefined);
  };
  const send = async (file: File, confirm?: 'all' | 'ready') => {
    const before = stage;
    setTrouble(undefined);
    setStage({ kind: 'busy', words: confirm ? '正在登记，请不要关闭本页' : '正在核对' });
    try {
      const view = await upload<BulkView>(file, () => undefined, at(confirm ? `&confirm=${confirm}` : ''));
      setStage(confirm ? { kind: 'written', view } : { kind: 'judged', file, view });
      if (confirm) void client.invalidateQueries({ queryKey: ['matters'] });
      setTimeout(() => told.current?.focus());
    } catch (problem) {
      setStage(confirm ? before : { kind: 'empty' });
      setTrouble(problem);
    }
  };
  const view = stage.kind === 'judged' || stage.kind === 'written' ? stage.view : null;
  const counts = view && countsOf(view);
  return (
    <div className="bulk">
      <div className="page-head">
        <h1>批量登记　{line.name}</h1>
        <OrganPicker
          organs={organs}
          value={organ}
          onChange={(next) => {
            setChosen(next);
            restart();
          }}
        />
      </div>
      <ol className="bulk-steps no-print">
        <li>
          <h2>下载登记表</h2>
          {opens.length > 1 && (
            <label>
              登记方式{' '}
              <select
                value={action}
                onChange={(event) => {
                  restart();
                  void navigate({
                    to: '/lines/$line/bulk/$action',
                    params: { line: code, action: event.target.value },
                  });
                }}
              >
                {opens.map((one) => (
                  <option key={one.action} value={one.action}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <p>
            <a className="button" href={`/api${at()}`} download>
              下载{described.name}表
            </a>
          </p>
          <p className="hint">一件一行，不要增删栏目。可选的内容和填法在表中第二行和“填写说明”页。</p>
        </li>
        <li>
          <h2>上传填好的表</h2>
          <p>
            <Button onClick={() => input.current?.click()} disabled={stage.kind === 'busy'}>
              选择文件
            </Button>
          </p>
          <input
            ref={input}
            type="file"
            hidden
            accept=".xlsx"
            aria-label="上传登记表"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) void send(file);
            }}
          />
          <p className="hint">
            Excel工作簿（.xlsx），不超过{BULK_LIMITS.bytes / 1024 / 1024}兆、{BULK_LIMITS.rows}
            行。先逐行核对，确认以前不登记。
          </p>
        </li>
      </ol>
      {stage.kind === 'busy' && <p role="status">{stage.words}…</p>}
      {trouble !== undefined && <Trouble error={trouble} />}
      {view && counts && (
        <section className="board">
          <h2>{stage.kind === 'written' ? '登记结果' : '核对结果'}</h2>
          <p
            ref={told}
            tabIndex={-1}
            className={stage.kind === 'written' ? 'result' : counts.faulty > 0 ? 'error-text' : ''}
            role="status"
          >
            {summary(counts, stage.kind === 'written')}
          </p>
          {stage.kind === 'judged' && (
            <p className="row-actions no-print">
              {counts.ready > 0 && counts.faulty === 0 && (
                <Button type="primary" onClick={() => void send(stage.file, 'all')}>
                  确认登记{counts.ready}件
                </Button>
              )}
              {counts.faulty > 0 && (
                <Button
                  type="primary"
                  onClick={() =>
                    void exchange(stage.file, at('', '/faults'), `${line.name}登记表（要改的行）.xlsx`).catch(
                      setTrouble,
                    )
                  }
                >
                  下载要改的{counts.faulty}件
                </Button>
              )}
              {counts.ready > 0 && counts.faulty > 0 && (
                <Button onClick={() => void send(stage.file, 'ready')}>只登记没有错的{counts.ready}件</Button>
              )}
            </p>
          )}
          {stage.kind === 'written' && counts.written > 0 && (
            <p className="row-actions no-print">
              <Button onClick={() => window.print()}>打印结果</Button>
              <Link to="/lines/$line" params={{ line: code }}>
                回到{line.name}案件
              </Link>
            </p>
          )}
          <BulkTable view={view} />
        </section>
      )}
      <PrintFoot me={me} name="批量登记结果" />
    </div>
  );
}
