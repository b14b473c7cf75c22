import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { PostChoice, SignOut } from '../shell/PostSwitcher.js';
import { Waiting } from '../Trouble.js';
import { Drafts } from './Drafts.js';

/** On the phone: who one is, as what one acts, what was typed and not sent. */
export function MePage() {
  const { data: me } = useQuery(meQuery);
  usePageTitle('我的');
  if (!me) return <Waiting what="打开" />;
  return (
    <>
      <div className="page-head">
        <h1>{me.person.name}</h1>
        <span className="meta">
          {me.today} {me.dayKind}
        </span>
      </div>
      <section className="board">
        <h2>岗位</h2>
        <PostChoice me={me} />
      </section>
      <section className="board">
        <h2>我的草稿</h2>
        <Drafts person={me.person.id} />
      </section>
      <ul className="plain-list me-links">
        {me.lines.some((line) => line.opens.length > 0) && (
          <li>
            <Link to="/intake">登记收件</Link>
          </li>
        )}
        {me.lines.some((line) => line.calendar) && (
          <li>
            <Link to="/calendar">日历</Link>
          </li>
        )}
        <li>
          <Link to="/people">人员资格</Link>
        </li>
        <li>
          <Link to="/settings">设置</Link>
        </li>
        <li>
          <a href="/portal/">公众端</a>
        </li>
        <li>
          <SignOut />
        </li>
      </ul>
    </>
  );
}
