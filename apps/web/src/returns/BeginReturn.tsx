import type { Me, ReturnView } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { newKey, post } from '../api/client.js';
import { DayInput } from '../form/DayInput.js';
import { OrganizationInput } from '../form/pickers.js';
import { Trouble } from '../Trouble.js';

/** A return that nobody asked for may be begun by who fills it in: to whom it goes, and by when. */
export function BeginReturn({ view: { unit, period, lastTo }, me }: { view: ReturnView; me: Me }) {
  const client = useQueryClient();
  const [to, setTo] = useState(lastTo?.id ?? '');
  const [dueOn, setDueOn] = useState('');
  const [key] = useState(newKey);
  const [trouble, setTrouble] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const begin = async () => {
    setSending(true);
    setTrouble(undefined);
    try {
      await post('/returns/begin', { unit: unit.id, to, period: period.text, dueOn, key });
      await client.invalidateQueries({ queryKey: ['returns'] });
    } catch (error) {
      setTrouble(error);
      setSending(false);
    }
  };
  return (
    <section className="board return-begin">
      <p>上级还没有布置{period.name}的填报。可以自行开始，报送接收单位审核。</p>
      <label htmlFor="return-to">接收单位</label>
      <OrganizationInput
        id="return-to"
        aria={{}}
        value={to}
        name={to === lastTo?.id ? lastTo.name : undefined}
        onChange={(chosen) => setTo(typeof chosen === 'string' ? chosen : '')}
      />
      <label htmlFor="return-due">报送期限</label>
      <DayInput
        id="return-due"
        aria={{}}
        value={dueOn}
        today={me.today}
        past={false}
        onChange={(day) => setDueOn(typeof day === 'string' ? day : '')}
      />
      {trouble !== undefined && <Trouble error={trouble} />}
      <p className="return-foot">
        <Button type="primary" disabled={to === '' || dueOn === '' || sending} onClick={() => void begin()}>
          {sending ? '正在开始…' : '开始填报'}
        </Button>
        {(to === '' || dueOn === '') && <span className="meta">选了接收单位和报送期限，才能开始。</span>}
      </p>
    </section>
  );
}
