import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { meQuery } from '../api/queries.js';
import { type BoardSearch, boardsQuery } from './queries.js';

/** All boards of this post: by indicator, and by line what is in hand. Place and period are kept from board to board. */
export function BoardTabs({ current, search = {} }: { current: string; search?: BoardSearch }) {
  const { data: boards } = useQuery(boardsQuery);
  const { data: me } = useQuery(meQuery);
  const tab = (key: string, name: string, kept: BoardSearch) => (
    <Link
      key={key}
      to="/dashboards/$key"
      params={{ key }}
      search={kept as never}
      {...(key === current && { 'aria-current': 'page' as const })}
    >
      {name}
    </Link>
  );
  return (
    <nav className="board-tabs" aria-label="看板">
      {boards?.map(({ key, name }) => tab(key, name, search))}
      {me && me.lines.length > 0 && (
        <>
          <span className="meta">在办情况</span>
          {me.lines.map(({ code, name }) => tab(code, name, {}))}
        </>
      )}
    </nav>
  );
}
