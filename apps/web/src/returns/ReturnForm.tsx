import type { CollectedFault } from '@fadu/indicator';
import type { JsonObject } from '@fadu/kernel';
import type { Me, ReturnMatter, ReturnView } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { ApiError, newKey, post, upload } from '../api/client.js';
import { saveWords } from '../matter/save-words.js';
import { useDraft } from '../matter/use-draft.js';
import { Trouble } from '../Trouble.js';
import { dayWords } from '../words.js';
import { Amended, Amending, BeginAmend, Below } from './Amendments.js';
import { FigureRow } from './FigureRow.js';
import { SumPanel } from './SumPanel.js';
import { faultsOf, progressOf, type Sheet, withSums } from './sheet.js';

/** What came of the last thing one did with a return. */
export type Told = { readonly done: string } | { readonly error: unknown };

const TAKE_OVER = 'takeOver';

/** The form of a return by the parts of the catalogue; checked while one types, kept on the device until it is saved. */
export function ReturnForm({
  view,
  matter,
  me,
  told,
  onTold: setTold,
}: {
  view: ReturnView;
  matter: ReturnMatter;
  me: Me;
  /** Outlives the form: what was done begins a new revision, and with it another form. */
  told: Told | undefined;
  onTold: (told: Told | undefined) => void;
}) {
  const { unit, period, domains, rows } = view;
  const search = useSearch({ strict: false }) as { unit?: string; part?: string };
  const navigate = useNavigate();
  const client = useQueryClient();
  const chosen = useRef<HTMLInputElement>(null);
  const { may } = matter;
  const fills = may.save !== null;
  const href = `/returns/${period.text}?unit=${encodeURIComponent(unit.id)}`;
  const draft = useDraft(
    me.person.id,
    `return:${matter.id}`,
    { title: `填报（${unit.name}，${period.name}）`, href, revision: matter.revision },
    { figures: matter.figures as never, note: matter.note ?? '' },
  );
  const [sending, setSending] = useState<string>();
  const [reasoning, setReasoning] = useState(false);
  const [summing, setSumming] = useState<'units' | 'periods'>();
  const sheet = (fills ? draft.values.figures : matter.figures) as unknown as Sheet;
  const note = fills ? String(draft.values.note ?? '') : (matter.note ?? '');
  const faults = useMemo(() => faultsOf(view, sheet), [view, sheet]);
  const hard = faults.filter(({ severity }) => severity === 'hard');
  const soft = faults.filter(({ severity }) => severity === 'soft');
  const part = domains.find(({ code }) => code === search.part) ?? domains[0];
  const go = (code: string, at?: string) => {
    void navigate({
      to: '/returns/$period',
      params: { period: period.text },
      search: { unit: unit.id, part: code } as never,
      ...(at !== undefined && { hash: `r-${at}` }),
    }).then(() => at !== undefined && document.getElementById(`f-${at}`)?.focus());
  };
  const change = (next: Sheet) => draft.change({ values: { ...draft.values, figures: next as never } });

  const act = async (action: string, input: JsonObject, done: string) => {
    setSending(action);
    setTold(undefined);
    try {
      await post(`/matters/${matter.id}/actions`, { action, input, revision: matter.revision, key: newKey() });
      draft.drop();
      setTold({ done });
      await client.invalidateQueries({ queryKey: ['returns'] });
    } catch (error) {
      setTold({ error });
    } finally {
      setSending(undefined);
    }
  };
  const takeOver = async () => {
    setSending(TAKE_OVER);
    setTold(undefined);
    try {
      await post(`/returns/${matter.id}/take-over`, { key: newKey() });
      setTold({ done: `已计入下级更正并报送${matter.to}，等待审核。审定以前仍用原数。` });
    } catch (error) {
      setTold({ error });
    } finally {
      setSending(undefined);
      // Refused or not, the form may stand elsewhere now.
      await client.invalidateQueries({ queryKey: ['returns'] });
    }
  };
  const typed = { figures: sheet as never, ...(note.trim() !== '' && { note }) };
  const take = async (file: File) => {
    setTold(undefined);
    try {
      await upload(file, () => undefined, `/returns/${matter.id}/sheet?key=${newKey()}`);
      draft.drop();
      setTold({ done: '已填入表内数据，还没有报送。请核对后报送。' });
      await client.invalidateQueries({ queryKey: ['returns'] });
    } catch (error) {
      setTold({ error });
    }
  };
  const conflict = told && 'error' in told && told.error instanceof ApiError && told.error.status === 409;
  const stale =
    fills && draft.found !== undefined && draft.found.revision !== matter.revision && draft.state.kind === 'kept';
  return (
    <>
      <p className="return-head">
        报送{matter.to}，期限{dayWords(matter.dueOn, me.today)}
        {matter.late && <strong className="error-text">，已逾期</strong>}。对比{view.before.name}。
        <Link to="/matters/$id" params={{ id: matter.id }}>
          办理经过
        </Link>
      </p>
      {matter.remindedOn && fills && (
        <p role="note" className="figure-note">
          ⚠ {matter.remindedBy}于{dayWords(matter.remindedOn, me.today)}催报
          {matter.reminder ? `：${matter.reminder}` : '。'}
        </p>
      )}
      {matter.returnReason && (
        <p role="note" className="figure-note">
          ⚠ 已退回：{matter.returnReason}
        </p>
      )}
      {matter.amending && <Amending amending={matter.amending} />}
      {view.below.length > 0 && (
        <Below
          view={view}
          matter={matter}
          busy={sending === TAKE_OVER}
          today={me.today}
          onFill={
            fills
              ? () => {
                  const rows = view.takeOver?.rows.flatMap(({ row }) => row ?? []) ?? [];
                  change(withSums(sheet, rows));
                  setTold({ done: `已填入${rows.length}项，还没有保存。请核对后报送。` });
                }
              : undefined
          }
          onTakeOver={() => void takeOver()}
        />
      )}
      {stale && (
        <p role="note" className="figure-note">
          ⚠ 这份草稿写下之后，表上的数又有人改过。
          <Button size="small" onClick={draft.drop}>
            放弃草稿，用最新的
          </Button>
        </p>
      )}
      <div className="return-tools no-print">
        {fills && <span className="meta">{saveWords(draft.state)}</span>}
        <Button href={`/api/returns/${matter.id}/sheet`}>下载Excel</Button>
        {fills && (
          <>
            <Button onClick={() => chosen.current?.click()}>上传Excel</Button>
            <input
              ref={chosen}
              type="file"
              hidden
              accept=".xlsx"
              aria-label={`上传${unit.name}${period.text}填报表`}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file) void take(file);
                target.value = '';
              }}
            />
            {view.sums.units && <Button onClick={() => setSumming('units')}>汇总下级</Button>}
            {view.sums.periods && <Button onClick={() => setSumming('periods')}>汇总各期</Button>}
          </>
        )}
        <Button onClick={() => window.print()}>打印</Button>
      </div>
      {summing && (
        <SumPanel
          unit={unit.id}
          period={period.text}
          of={summing}
          sheet={sheet}
          onTake={(sums) => {
            change(withSums(sheet, sums));
            setSumming(undefined);
            setTold({ done: `已填入${sums.length}项合计，还没有保存。请核对后保存。` });
          }}
          onClose={() => setSumming(undefined)}
        />
      )}
      <div className="return-body">
        <nav className="return-parts" aria-label="目录各部分">
          {domains.map(({ code, name }) => {
            const own = rows.filter(({ domain }) => domain === code);
            const { asked, filled } = progressOf(own, sheet);
            const wrong = hard.filter((fault) => own.some((row) => row.code === fault.code)).length;
            return (
              <button
                key={code}
                type="button"
                aria-current={code === part?.code ? 'true' : undefined}
                onClick={() => go(code)}
              >
                {name}
                <span className="meta">
                  {asked === 0 ? '由记录取得' : `${filled}/${asked}`}
                  {wrong > 0 && <strong className="error-text"> ▲{wrong}</strong>}
                </span>
              </button>
            );
          })}
        </nav>
        <div className="return-sheet">
          {domains.map(({ code, name }) => (
            <section key={code} className={code === part?.code ? '' : 'print-only'}>
              <h2>{name}</h2>
              <table className="plain return-table">
                <thead>
                  <tr>
                    <th>指标</th>
                    <th className="num">上期</th>
                    <th>本期</th>
                  </tr>
                </thead>
                <tbody>
                  {/* Only the part shown can be typed into; the others are drawn for print. */}
                  {rows
                    .filter(({ domain }) => domain === code)
                    .map((line) => (
                      <FigureRow
                        key={line.code}
                        line={line}
                        amending={matter.amending !== null}
                        sheet={sheet}
                        faults={fills ? faults.filter((fault) => fault.code === line.code) : []}
                        onChange={fills && code === part?.code ? change : undefined}
                      />
                    ))}
                </tbody>
              </table>
            </section>
          ))}
          <h2>填报说明</h2>
          {fills ? (
            <Input.TextArea
              aria-label="填报说明（选填）"
              value={note}
              rows={2}
              maxLength={2000}
              onChange={({ target }) => draft.change({ values: { ...draft.values, note: target.value } })}
            />
          ) : (
            <p>{note === '' ? <span className="meta">没有说明。</span> : note}</p>
          )}
        </div>
      </div>
      {matter.amended.length > 0 && <Amended amended={matter.amended} today={me.today} />}
      {fills && (hard.length > 0 || soft.length > 0) && (
        <Faults hard={hard} soft={soft} onOpen={(code) => go(rows.find((row) => row.code === code)!.domain, code)} />
      )}
      {may.amend && reasoning && (
        <BeginAmend
          to={matter.to}
          busy={sending === may.amend}
          onBegin={(correction) =>
            void act(may.amend!, { correction }, '可以改了。改好后报送；审定以前，指标和看板仍用原来审定的数。')
          }
          onClose={() => setReasoning(false)}
        />
      )}
      <div className="return-foot at-hand no-print">
        {told &&
          ('done' in told ? (
            <p role="status" className="return-told">
              {told.done}
            </p>
          ) : (
            <div className="return-told">
              <Trouble error={told.error} />
              <RowFaults error={told.error} />
              {conflict && (
                <Button
                  onClick={() => {
                    setTold(undefined);
                    void client.invalidateQueries({ queryKey: ['returns'] });
                  }}
                >
                  读取最新的，我填的保留在草稿
                </Button>
              )}
            </div>
          ))}
        {fills && (
          <>
            <Button
              type="primary"
              disabled={sheet.length === 0 || hard.length > 0 || soft.length > 0 || sending !== undefined}
              onClick={() => may.submit && void act(may.submit, typed, `已报送${matter.to}，等待审核。`)}
            >
              {sending === may.submit ? '正在报送…' : '报送'}
            </Button>
            <Button
              disabled={sending !== undefined}
              onClick={() => may.save && void act(may.save, typed, '已保存，还没有报送。')}
            >
              {sending === may.save ? '正在保存…' : '保存'}
            </Button>
            {sheet.length === 0 && <span className="meta">还没有填一项，填了才能报送；没有数的选缺数或者不适用。</span>}
            {hard.length > 0 && <span className="meta">有{hard.length}处须改，改好后才能报送；可以先保存。</span>}
            {hard.length === 0 && soft.length > 0 && (
              <span className="meta">有{soft.length}处变动大，写明说明后才能报送；可以先保存。</span>
            )}
          </>
        )}
        {may.takeBack && (
          <Button
            disabled={sending !== undefined}
            onClick={() => void act(may.takeBack!, {}, '已撤回，可以修改后再报送。')}
          >
            撤回修改
          </Button>
        )}
        {may.approve && (
          <Button
            type="primary"
            disabled={sending !== undefined}
            onClick={() =>
              void act(
                may.approve!,
                {},
                matter.amending
                  ? `更正已审定，从现在起用更正后的数。上级的表计入以前，上级的数注明还没有计入。`
                  : '已审定，这些数从现在起计入指标。',
              )
            }
          >
            {matter.amending ? '审定更正' : '审定'}
          </Button>
        )}
        {may.amend && !reasoning && <Button onClick={() => setReasoning(true)}>更正</Button>}
        {may.giveUp && (
          <Button
            disabled={sending !== undefined}
            onClick={() => void act(may.giveUp!, {}, '已撤销更正，仍是原来审定的数。')}
          >
            撤销更正
          </Button>
        )}
        {may.others.map(({ action, name }) => (
          <Link key={action} className="button" to="/matters/$id/actions/$action" params={{ id: matter.id, action }}>
            {name}
          </Link>
        ))}
      </div>
    </>
  );
}

/** What stands in the way of sending, each with the way to its field. */
function Faults({
  hard,
  soft,
  onOpen,
}: {
  hard: readonly CollectedFault[];
  soft: readonly CollectedFault[];
  onOpen: (code: string) => void;
}) {
  return (
    <section className="board return-faults" aria-label="核对">
      <h2>
        {hard.length > 0 ? `有${hard.length}处须改` : ''}
        {hard.length > 0 && soft.length > 0 ? '，' : ''}
        {soft.length > 0 ? `${soft.length}处变动大，须写说明` : ''}
      </h2>
      <ul>
        {[...hard, ...soft].map(({ code, rule, message }) => (
          <li key={`${code} ${rule}`}>
            <button type="button" className="link" onClick={() => onOpen(code)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a table has more wrong rows than its message names: each of them. */
function RowFaults({ error }: { error: unknown }) {
  const faults = error instanceof ApiError ? (error.problem.faults ?? []) : [];
  if (faults.length < 4) return null;
  return (
    <ul className="meta">
      {faults.map(({ field, message }) => (
        <li key={field}>
          {field}
          {message}
        </li>
      ))}
    </ul>
  );
}
