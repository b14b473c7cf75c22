import type { Me, ReturnListItem } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { returnsQuery } from './queries.js';
import './returns.css';

/** Returns of this unit and of those that report to it: what is to be filled in, what is to be checked, and all by period. */
export function ReturnsPage() {
  usePageTitle('填报表');
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch } = useQuery(returnsQuery);
  const below = data?.filter((one) => one.below > 0) ?? [];
  const fill = data?.filter(({ open }) => open) ?? [];
  const check = data?.filter((one) => one.check) ?? [];
  const rest = data?.filter((one) => !one.open && !one.check && one.below === 0) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>填报表</h1>
      </div>
      {me && <OpenPeriod me={me} />}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting what="读取填报表" />}
      {data?.length === 0 && <p>还没有填报表。写上期间，开始填报或者查看报送情况。</p>}
      {below.length > 0 && <List title={`下级更正了、等我计入的${below.length}张`} rows={below} />}
      {fill.length > 0 && <List title={`我要填的${fill.length}张`} rows={fill} />}
      {check.length > 0 && <List title={`等我审核的${check.length}张`} rows={check} />}
      {rest.length > 0 && <List title="其他" rows={rest} />}
    </>
  );
}

/** Opens a period by its short form. */
function OpenPeriod({ me }: { me: Me }) {
  const navigate = useNavigate();
  const [period, setPeriod] = useState(String(Number(me.today.slice(0, 4)) - 1));
  const checks = me.returns?.checks[0];
  const fills = (me.returns?.fills.length ?? 0) > 0;
  const open = (search: object) =>
    void navigate({ to: '/returns/$period', params: { period: period.trim() }, search: search as never });
  return (
    <div className="filters open">
      <label htmlFor="return-period">期间</label>
      <Input
        id="return-period"
        value={period}
        style={{ width: 140 }}
        maxLength={30}
        onChange={({ target }) => setPeriod(target.value)}
      />
      {fills && (
        <Button disabled={period.trim() === ''} onClick={() => open({})}>
          填报这一期
        </Button>
      )}
      {checks !== undefined && (
        <Button disabled={period.trim() === ''} onClick={() => open({ org: checks })}>
          布置和报送情况
        </Button>
      )}
      <span className="meta">年写2025，半年写2025H1，季度写2025Q3，月写2025-03</span>
    </div>
  );
}

function List({ title, rows }: { title: string; rows: readonly ReturnListItem[] }) {
  return (
    <section className="board">
      <h2>{title}</h2>
      <TableScroll name={title}>
        <table className="plain">
          <thead>
            <tr>
              <th>单位</th>
              <th>期间</th>
              <th>状态</th>
              <th>报送期限</th>
              <th>报送给</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ matter, unit, unitId, to, period, periodName, state, dueOn, late, below }) => (
              <tr key={matter}>
                <td>
                  <Link to="/returns/$period" params={{ period }} search={{ unit: unitId } as never}>
                    {unit}
                  </Link>
                </td>
                <td className="nb">{periodName}</td>
                <td className={late ? 'late nb' : 'nb'}>
                  {late ? '▲ 逾期，' : ''}
                  {state}
                  {below > 0 && <strong className="worse">，下级更正{below}次未计入</strong>}
                </td>
                <td className="nb">{dueOn}</td>
                <td>{to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
