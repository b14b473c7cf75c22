import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { meQuery } from '../api/queries.js';
import { usePageTitle } from '../page-title.js';
import { Waiting } from '../Trouble.js';

/** Everything a post may open at the desk, by line. */
export function Intake() {
  const { data: me } = useQuery(meQuery);
  usePageTitle('登记收件');
  if (!me) return <Waiting what="打开登记收件" />;
  const lines = me.lines.filter((line) => line.opens.length > 0);
  return (
    <>
      <div className="page-head">
        <h1>登记收件</h1>
      </div>
      {lines.length === 0 && <p className="empty">本岗位不登记收件。可以转请窗口登记员或者承办人办理。</p>}
      {lines.map((line) => (
        <section key={line.code} id={line.code} className="board">
          <h2>{line.name}</h2>
          <ul className="intake">
            {line.opens.map(({ action, name }) => (
              <li key={action}>
                <Link className="button" to="/lines/$line/new/$action" params={{ line: line.code, action }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
