import { Button } from 'antd';

/** Says what was taken away, and takes it back. */
export const Undo = ({ what, busy, onUndo }: { what: string; busy: boolean; onUndo: () => void }) => (
  <p className="note no-print" role="status">
    {what}{' '}
    <Button size="small" type="link" className="undo" loading={busy} onClick={onUndo}>
      撤销
    </Button>
  </p>
);
