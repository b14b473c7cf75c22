import { Button } from 'antd';
import { messageOf } from './api/client.js';

/** A page or part that could not be read: what happened, and the way on. */
export function Trouble({ error, onRetry, kept }: { error: unknown; onRetry?: () => void; kept?: string }) {
  return (
    <p role="alert" className="error-text">
      {kept ? `未能更新，显示的是${kept}的数据。` : ''}
      {messageOf(error, '没有取到。')} {onRetry && <Button onClick={onRetry}>重试</Button>}
    </p>
  );
}

/** Says that something is being read, when it takes longer than a moment. */
export const Waiting = ({ what }: { what: string }) => (
  <p role="status" className="waiting">
    正在{what}…
  </p>
);
