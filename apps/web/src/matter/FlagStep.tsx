import type { MatterView } from '@fadu/wire';
import { useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useStep } from './use-step.js';

/** Something the record asked a person to look at was looked at: what was found stays in the record. */
export function FlagStep({ matter, onDone, onClose }: { matter: MatterView; onDone: () => void; onClose: () => void }) {
  const { flag } = useSearch({ strict: false }) as { flag?: string };
  const [note, setNote] = useState('');
  const { send, busy, fault, setFault } = useStep(matter, '没有登记核对，请再试。');
  const asked = matter.flags.find((one) => one.flag === flag);
  if (!asked) return <p role="alert">没有这项提醒，可能已由他人核对。请从案件页进入。</p>;
  const save = async () => {
    if (note.trim() === '') return setFault('请写明核对的情况。');
    if (await send('settle', { flag: asked.flag, note: note.trim() }, '核对')) onDone();
  };
  return (
    <div className="action-form">
      <p>{asked.words}</p>
      <p className="hint">登记后提醒不再显示，核对的情况留在办理经过里。</p>
      <div className="field">
        <label className="label" htmlFor="flag-note">
          核对的情况
        </label>
        <Input.TextArea
          id="flag-note"
          value={note}
          autoSize={{ minRows: 2 }}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
        />
        {fault !== '' && (
          <p className="error-text" role="alert">
            {fault}
          </p>
        )}
      </div>
      <div className="action-foot">
        <Button type="primary" disabled={busy} onClick={() => void save()}>
          {busy ? '正在登记…' : '已核对'}
        </Button>
        <Button type="text" onClick={onClose}>
          关闭
        </Button>
      </div>
    </div>
  );
}
