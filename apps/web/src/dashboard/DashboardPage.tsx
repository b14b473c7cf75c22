import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { meQuery } from '../api/queries.js';
import { Dashboard } from '../pages/Dashboard.js';
import { Trouble, Waiting } from '../Trouble.js';
import { Board } from './Board.js';
import { boardsQuery } from './queries.js';

/** Boards by their key: those of indicators, and of each line what it has in hand. Without a key the first one. */
export function DashboardPage() {
  const { key } = useParams({ strict: false }) as { key?: string };
  const { data: me } = useQuery(meQuery);
  const { data: boards, error, refetch } = useQuery(boardsQuery);
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!boards || !me) return <Waiting what="打开看板" />;
  const board = boards.find((one) => one.key === (key ?? boards[0]?.key));
  if (board) return <Board key={board.key} board={board} />;
  if (me.lines.some(({ code }) => code === key)) return <Dashboard line={key!} />;
  return (
    <>
      <h1>没有这个看板</h1>
      <p role="alert">请核对地址，或者从导航重新进入；本岗位没有的业务条线，看板也不能查看。</p>
    </>
  );
}
