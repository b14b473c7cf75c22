import type { FigureBreakdown } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { groupedText } from '../words.js';
import type { FigureSearch } from './queries.js';

/** The organizations below in order; rates of few stand without a place, what is missing stands last. */
export function OrgTable({
  code,
  orgs,
  sum,
  note,
  search,
  self,
}: {
  code: string;
  orgs: FigureBreakdown['orgs'];
  sum: string | null;
  note: string | null;
  search: FigureSearch;
  self: string;
}) {
  const rates = orgs.some(({ parts }) => parts !== null);
  return (
    <section className="board">
      <h2>下级机构</h2>
      <table className="plain">
        <thead>
          <tr>
            <th className="num">名次</th>
            <th>机构</th>
            <th className="num">数值</th>
            {rates && <th className="num">分子/分母</th>}
          </tr>
        </thead>
        <tbody>
          {orgs.map((part) => (
            <tr key={part.key}>
              <td className="num">{part.rank ?? <span className="meta">不排</span>}</td>
              <td>
                <Link
                  to="/figures/$code"
                  params={{ code }}
                  search={{ ...search, org: part.key, ...(part.key === self && { own: '1' }) } as never}
                >
                  {part.label}
                </Link>
              </td>
              <td className={part.value.is === 'missing' ? 'num meta' : 'num'}>{groupedText(part.text)}</td>
              {rates && <td className="num">{groupedText(part.parts ?? '')}</td>}
            </tr>
          ))}
        </tbody>
        {sum && (
          <tfoot>
            <tr>
              <td />
              <th scope="row">合计</th>
              <td className="num">{groupedText(sum)}</td>
              {rates && <td />}
            </tr>
          </tfoot>
        )}
      </table>
      {note && <p className="meta">⚠ {note}</p>}
    </section>
  );
}
