import { Button, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { messageOf, post } from '../api/client.js';

const SECONDS = 60;
const REASONS = ['核对身份', '核对送达地址', '联系当事人', '制作文书'];

/** A personal value under its mask. The whole is shown for a minute against a reason, and the look is recorded. */
export function Masked({ mask, label, matter, path }: { mask: string; label: string; matter: string; path: string }) {
  const [plain, setPlain] = useState<string | null>(null);
  const [left, setLeft] = useState(SECONDS);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (plain === null) return;
    setLeft(SECONDS);
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, [plain]);
  useEffect(() => {
    if (left <= 0) setPlain(null);
  }, [left]);
  if (plain !== null)
    return (
      <span>
        <span className="revealed">{plain}</span> <span className="meta">{left}秒后遮盖</span>{' '}
        <span className="meta" role="status">
          本次查看已记录
        </span>
      </span>
    );
  const reveal = async () => {
    if (busy) return;
    setBusy(true);
    setFault('');
    try {
      setPlain((await post<{ value: string }>(`/matters/${matter}/reveal`, { path, reason: reason.trim() })).value);
      setOpen(false);
    } catch (error) {
      setFault(messageOf(error, '没有取到，请再试。'));
    } finally {
      setBusy(false);
    }
  };
  const id = `why-${path.replaceAll('.', '-')}`;
  return (
    <span>
      <span className="nb" aria-hidden="true">
        {mask}
      </span>
      <span className="sr">
        {label}，已遮盖{/\d{4}$/.test(mask) ? `，末四位${mask.slice(-4)}` : ''}
      </span>{' '}
      <Popover
        trigger="click"
        open={open}
        onOpenChange={setOpen}
        title={`查看完整的${label}`}
        destroyOnHidden
        content={
          <form
            className="reveal"
            onSubmit={(event) => {
              event.preventDefault();
              void reveal();
            }}
          >
            <label htmlFor={id}>查看的理由</label>
            <div className="row-actions">
              {REASONS.map((one) => (
                <Button key={one} onClick={() => setReason(one)}>
                  {one}
                </Button>
              ))}
            </div>
            <input id={id} className="text-input" value={reason} onChange={(event) => setReason(event.target.value)} />
            {fault && (
              <p className="error-text" role="alert">
                {fault}
              </p>
            )}
            <p className="hint">显示{SECONDS}秒；谁、何时、为什么查看，都会记录。</p>
            <Button type="primary" htmlType="submit" disabled={reason.trim().length < 2 || busy}>
              {busy ? '正在取…' : '查看，留痕'}
            </Button>
          </form>
        }
      >
        <Button type="link" className="no-print">
          查看完整信息
        </Button>
      </Popover>
    </span>
  );
}
