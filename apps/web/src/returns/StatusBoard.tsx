import type { Me, ReturnStatus, ReturnStatusView, ReturnsDone } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { newKey, post } from '../api/client.js';
import { PrintFoot } from '../matter/PrintFoot.js';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { AssignReturns } from './AssignReturns.js';
import { statusQuery } from './queries.js';
import { countsOf, standing } from './standing.js';

/** Who has sent the returns of a period and who is late; those may be reminded, and others asked. */
export function StatusBoard({ org, period, me }: { org: string; period: string; me: Me }) {
  const { data, error, refetch } = useQuery(statusQuery(org, period));
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<{ readonly what: string; readonly result: ReturnsDone }>();
  usePageTitle('报送情况', data?.period.name, data?.org.name);
  return (
    <>
      <div className="page-head">
        <h1>{data ? `${data.period.name}填报报送情况` : '填报报送情况'}</h1>
        <span className="push meta no-print">
          <Link to="/returns">全部填报表</Link>
          <Button type="text" onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </div>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="查报送情况" />}
      {data && (
        <>
          <p className="board-of">
            报送{data.org.name}。{countsOf(data.units)}
          </p>
          {data.mayAssign && !asking && (
            <p className="no-print">
              <Button onClick={() => setAsking(true)}>布置填报</Button>
            </p>
          )}
          {asking && (
            <AssignReturns
              view={data}
              me={me}
              onDone={(result) => {
                setAsking(false);
                setDone({ what: '布置', result });
              }}
              onClose={() => setAsking(false)}
            />
          )}
          {done && <Told what={done.what} result={done.result} />}
          {data.units.length === 0 ? (
            <p className="empty">没有向{data.org.name}报送的单位。</p>
          ) : (
            <Units view={data} me={me} onReminded={(result) => setDone({ what: '催报', result })} />
          )}
        </>
      )}
      <PrintFoot me={me} name="填报报送情况" />
    </>
  );
}

/** What became of what was done for many at once; refusals one by one. */
function Told({ what, result }: { what: string; result: ReturnsDone }) {
  return (
    <div role="status" className="return-told">
      {result.done > 0 && <p>{`已向${result.done}个单位${what}。`}</p>}
      {result.refused.map(({ name, why }) => (
        <p key={name} className="error-text">
          {name}没有{what}：{why}
        </p>
      ))}
    </div>
  );
}

function Units({
  view: { units, period },
  me,
  onReminded,
}: {
  view: ReturnStatusView;
  me: Me;
  onReminded: (result: ReturnsDone) => void;
}) {
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const open = units.filter(({ mayRemind }) => mayRemind);
  const late = open.filter((one) => one.late);
  const remind = async (whom: readonly ReturnStatus[]) => {
    setSending(true);
    setTrouble(undefined);
    try {
      const result = await post<ReturnsDone>('/returns/remind', {
        matters: whom.map(({ matter }) => matter),
        ...(words.trim() !== '' && { reminder: words.trim() }),
        key: newKey(),
      });
      const names = new Map(units.map(({ matter, name }) => [matter, name]));
      onReminded({
        ...result,
        refused: result.refused.map((one) => ({ ...one, name: names.get(one.name) ?? one.name })),
      });
      setWords('');
      await client.invalidateQueries({ queryKey: ['returns'] });
    } catch (error) {
      setTrouble(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <section className="board">
      <TableScroll name="各单位报送情况">
        <table className="plain">
          <thead>
            <tr>
              <th>单位</th>
              <th>状态</th>
              <th className="num">已填/应填（项）</th>
              <th>报送期限</th>
              <th>报送日</th>
              <th>最近催报</th>
              <th className="no-print">
                <span className="sr">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((one) => (
              <tr key={one.unit}>
                <td>
                  {one.matter === null ? (
                    one.name
                  ) : (
                    <Link to="/returns/$period" params={{ period: period.text }} search={{ unit: one.unit } as never}>
                      {one.name}
                    </Link>
                  )}
                </td>
                <td className={one.late ? 'late nb' : 'nb'}>
                  {one.late ? '▲ ' : ''}
                  {standing(one, me.today)}
                </td>
                <td className="num">
                  {one.matter === null ? <span className="meta">没有表</span> : `${one.filled}/${one.asked}`}
                </td>
                <td className="nb">{one.dueOn ?? <span className="meta">没有定</span>}</td>
                <td className="nb">{one.submittedOn ?? <span className="meta">没有报送</span>}</td>
                <td>
                  {one.remindedOn ? (
                    <span className="nb">{one.remindedOn}</span>
                  ) : (
                    <span className="meta">没有催报</span>
                  )}
                  {one.remindedWho.length > 0 && <div className="meta">{one.remindedWho.join('、')}</div>}
                </td>
                <td className="no-print">
                  {one.mayRemind && (
                    <Button
                      size="small"
                      disabled={sending}
                      aria-label={`向${one.name}催报`}
                      onClick={() => void remind([one])}
                    >
                      催报
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {open.length > 0 && (
        <div className="remind no-print">
          <Input
            aria-label="催报的话（选填）"
            placeholder="催报的话（选填）"
            value={words}
            maxLength={500}
            onChange={({ target }) => setWords(target.value)}
          />
          {late.length > 0 && (
            <Button disabled={sending} onClick={() => void remind(late)}>
              向逾期的{late.length}个单位催报
            </Button>
          )}
          <Button disabled={sending} onClick={() => void remind(open)}>
            向没有报送的{open.length}个单位催报
          </Button>
        </div>
      )}
      {trouble !== undefined && <Trouble error={trouble} />}
      <p className="meta">催报记入该单位填报表的办理经过，并显示在填报人的表上。</p>
    </section>
  );
}
