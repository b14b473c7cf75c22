import type { Me, ReturnStatusView, ReturnsDone } from '@fadu/wire';
import { DOMAIN_NAMES } from '@fadu/wire/board-words';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { newKey, post } from '../api/client.js';
import { DayInput } from '../form/DayInput.js';
import { OrganizationInput } from '../form/pickers.js';
import { Trouble } from '../Trouble.js';

/** Asks units for their returns of the period: those that reported before are chosen already. */
export function AssignReturns({
  view: { org, period, units },
  me,
  onDone,
  onClose,
}: {
  view: ReturnStatusView;
  me: Me;
  onDone: (result: ReturnsDone) => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const unasked = units.filter(({ matter }) => matter === null);
  const [chosen, setChosen] = useState<readonly string[]>(unasked.map(({ unit }) => unit));
  const [added, setAdded] = useState<readonly string[]>([]);
  const [dueOn, setDueOn] = useState('');
  const [sections, setSections] = useState<readonly string[]>([]);
  const [key] = useState(newKey);
  const [trouble, setTrouble] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const all = [...chosen, ...added.filter((one) => one !== '')];
  const send = async () => {
    setSending(true);
    setTrouble(undefined);
    try {
      const result = await post<ReturnsDone>('/returns/assign', {
        to: org.id,
        period: period.text,
        dueOn,
        sections,
        units: all,
        key,
      });
      await client.invalidateQueries({ queryKey: ['returns'] });
      onDone(result);
    } catch (error) {
      setTrouble(error);
      setSending(false);
    }
  };
  return (
    <section className="board return-begin" aria-label="布置填报">
      <h2>布置{period.name}填报</h2>
      <fieldset>
        <legend>填报单位</legend>
        {unasked.length === 0 && <p className="meta">报送过的单位都已布置。可以另加单位。</p>}
        {unasked.map(({ unit, name }) => (
          <Checkbox
            key={unit}
            checked={chosen.includes(unit)}
            onChange={({ target }) =>
              setChosen(target.checked ? [...chosen, unit] : chosen.filter((one) => one !== unit))
            }
          >
            {name}
          </Checkbox>
        ))}
        {added.map((unit, index) => (
          <OrganizationInput
            // biome-ignore lint/suspicious/noArrayIndexKey: boxes are only added at the end
            key={index}
            id={`assign-unit-${index}`}
            aria={{ 'aria-label': '另加单位' }}
            value={unit}
            name={undefined}
            onChange={(value) => setAdded(added.map((one, at) => (at === index ? String(value ?? '') : one)))}
          />
        ))}
        <Button size="small" onClick={() => setAdded([...added, ''])}>
          另加单位
        </Button>
      </fieldset>
      <label htmlFor="assign-due">报送期限</label>
      <DayInput
        id="assign-due"
        aria={{}}
        value={dueOn}
        today={me.today}
        past={false}
        onChange={(day) => setDueOn(typeof day === 'string' ? day : '')}
      />
      <label htmlFor="assign-sections">填报范围（选填）</label>
      <p className="meta">目录的哪几部分；不选的，填报全部目录。由记录取得的不用填。</p>
      <Select
        id="assign-sections"
        mode="multiple"
        value={[...sections]}
        style={{ width: 560, maxWidth: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        options={Object.entries(DOMAIN_NAMES).map(([value, label]) => ({ value, label }))}
        onChange={(next) => setSections(next)}
      />
      {trouble !== undefined && <Trouble error={trouble} />}
      <p className="return-foot">
        <Button type="primary" disabled={all.length === 0 || dueOn === '' || sending} onClick={() => void send()}>
          {sending ? '正在布置…' : `向${all.length}个单位布置填报`}
        </Button>
        <Button type="text" onClick={onClose}>
          不布置
        </Button>
      </p>
    </section>
  );
}
