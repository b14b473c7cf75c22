import { Button } from 'antd';
import { ApiError, messageOf } from './api/client.js';

/** A page or part that could not be read: what happened, and the way on. */
export function Trouble({ error, onRetry, kept }: { error: unknown; onRetry?: () => void; kept?: string }) {
  return (
    <p role="alert" className="error-text">
      {kept ? `未能更新，显示的是${kept}的数据。` : ''}
      {messageOf(error, '没有取到。')} {onRetry && mayPass(error) && <Button onClick={onRetry}>重试</Button>}
    </p>
  );
}

/** What was asked wrongly, or is not there, is answered alike the second time. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiError) || ![400, 403, 404, 410, 422].includes(error.status);

/** Says that something is being read, when it takes longer than a moment. */
export const Waiting = ({ what }: { what: string }) => (
  <p role="status" className="waiting">
    正在{what}…
  </p>
);
