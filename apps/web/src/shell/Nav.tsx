import type { Me } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { listQuery } from '../api/queries.js';

export interface NavItem {
  readonly name: string;
  readonly href: string;
  /** How much waits there. */
  readonly waiting?: number;
}

/** The side bar of a post: what it opens on first, then the work, then the numbers. A line never is a top item. */
export function navOf(me: Me): NavItem[] {
  const first = me.lines[0];
  const items: NavItem[] = [{ name: me.leads ? '待批' : '待办', href: '/todo' }];
  if (me.leads && first) items.push({ name: '看板', href: '/dashboards' });
  if (first) items.push({ name: '案件', href: `/lines/${first.code}` });
  if (me.lines.some((line) => line.opens.length > 0)) items.push({ name: '登记收件', href: '/intake' });
  if (me.lines.some((line) => line.calendar)) items.push({ name: '日历', href: '/calendar' });
  items.push({ name: '法规库', href: '/law' });
  if (!me.leads && first) items.push({ name: '看板', href: '/dashboards' });
  if (first) items.push({ name: '指标', href: '/figures' });
  if (me.returns) items.push({ name: '填报表', href: '/returns' });
  if (me.reportsOf !== null || me.seesRegister || me.reportsWaiting > 0)
    items.push({ name: '年度报告', href: '/reports', ...(me.reportsWaiting > 0 && { waiting: me.reportsWaiting }) });
  if (me.returns || me.reportsOf !== null)
    items.push({ name: '报告比对', href: '/compare' }, { name: '读报', href: '/reading' });
  if (me.keepsRules) items.push({ name: '设置', href: '/settings' });
  return items;
}

const usePath = () => useRouterState({ select: (state) => state.location.pathname });

export function SideNav({ me }: { me: Me }) {
  const path = usePath();
  const todo = useQuery(listQuery({ view: 'mine', limit: '1' }));
  return (
    <nav className="side" aria-label="主导航">
      {navOf(me).map((item) => (
        <div key={item.name}>
          <Link
            to={item.href as never}
            className={isAt(item, path) ? 'current' : ''}
            {...(isAt(item, path) && { 'aria-current': 'page' as const })}
          >
            {item.name}
            {item.href === '/todo' && todo.data && todo.data.total > 0 ? (
              <span className="count">{todo.data.total}</span>
            ) : null}
            {item.waiting !== undefined && <span className="count">{item.waiting}</span>}
          </Link>
          {item.name === '案件' && (
            <ul>
              {me.lines.map((line) => (
                <li key={line.code}>
                  <Link to="/lines/$line" params={{ line: line.code }}>
                    {line.name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <p className="side-foot">
        本平台为非涉密系统
        <br />
        严禁存储、处理、传输国家秘密
      </p>
    </nav>
  );
}

/** 案件 stands for its lines, which are marked themselves. */
const isAt = (item: NavItem, path: string): boolean => item.name !== '案件' && path.startsWith(item.href);

/** Four places at the thumb. */
export function PhoneBar({ me }: { me: Me }) {
  const path = usePath();
  const wanted = navOf(me).filter((item) => ['待办', '待批', '案件', '看板'].includes(item.name));
  const items = [...wanted.filter((item) => item.name !== '看板'), ...wanted.filter((item) => item.name === '看板')];
  return (
    <nav className="phone-bar" aria-label="主导航（手机）">
      {[...items, { name: '我的', href: '/me' }].map((item) => {
        const current = item.name === '案件' ? path.startsWith('/lines') : isAt(item, path);
        return (
          <Link key={item.name} to={item.href as never} {...(current && { 'aria-current': 'page' as const })}>
            {item.name}
          </Link>
        );
      })}
    </nav>
  );
}
