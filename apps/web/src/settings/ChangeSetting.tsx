import type { SettingsView, SettingView } from '@fadu/wire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { DayInput } from '../form/DayInput.js';
import { TableScroll } from '../TableScroll.js';
import { dayWords } from '../words.js';
import { previewQuery } from './queries.js';

/** Stands for: settled no longer here. No option of a setting is called so. */
const GIVEN_UP = '$above';

/** Settles a point for the region in view, from a day on, with a reason; shows beforehand what it does to clocks. */
export function ChangeSetting({
  setting,
  view,
  onDone,
}: {
  setting: SettingView;
  view: SettingsView;
  onDone: (words: string) => void;
}) {
  const client = useQueryClient();
  const [value, setValue] = useState(String(setting.value));
  const [from, setFrom] = useState<string>(view.earliest);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const [sending, setSending] = useState(false);
  const own = setting.history.some((one) => one.region === view.region);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    if (reason.trim().length < 2) return setProblem('请写明理由，不少于2个字。');
    setProblem('');
    setSending(true);
    try {
      const given = value === GIVEN_UP ? null : setting.kind === 'amount' ? Number(value) : value;
      const body = { code: setting.code, region: view.region, value: given, from, reason: reason.trim() };
      await post<SettingsView>('/settings', body);
      await client.invalidateQueries({ queryKey: ['settings'] });
      const words = given === null ? '不再另行规定' : wordsOf(setting, value);
      onDone(`已记录：${view.regionName}自${dayWords(from, '')}起，“${setting.name}”${words}。`);
      setReason('');
    } catch (error) {
      setProblem(messageOf(error, '没有记录，请过几分钟再试。已填的内容都在。'));
    } finally {
      setSending(false);
    }
  };

  return (
    <form className="board setting-form" onSubmit={(event) => void send(event)} aria-labelledby="setting-form-title">
      <h2 id="setting-form-title">改定</h2>
      <fieldset>
        <legend>{view.regionName}怎么办</legend>
        {setting.kind === 'choice' ? (
          Object.entries(setting.options ?? {}).map(([key, words]) => (
            <Option key={key} value={key} chosen={value} onChoose={setValue} words={words} />
          ))
        ) : (
          <label className="setting-amount">
            <input
              className="text-input"
              type="number"
              inputMode="numeric"
              min={setting.min ?? undefined}
              max={setting.max ?? undefined}
              value={value === GIVEN_UP ? '' : value}
              onChange={(event) => setValue(event.target.value)}
              aria-label={setting.name}
            />{' '}
            {setting.unit}
            <span className="hint">
              {' '}
              {setting.min}～{setting.max}
            </span>
          </label>
        )}
        {own && (
          <Option value={GIVEN_UP} chosen={value} onChoose={setValue} words="不再另行规定，从上级规定或者平台默认" />
        )}
      </fieldset>
      <p>
        <label htmlFor="setting-from">自哪一日起用</label>
        <br />
        <DayInput
          id="setting-from"
          aria={{ 'aria-describedby': 'setting-from-hint' }}
          value={from}
          onChange={(day) => setFrom(typeof day === 'string' ? day : '')}
          today={view.today}
          past={false}
        />
        <span id="setting-from-hint" className="hint setting-hint">
          最早{dayWords(view.earliest, '')}。已经办理的步骤和已经开始的期限不改动。
        </span>
      </p>
      <p>
        <label htmlFor="setting-reason">理由</label>
        <br />
        <textarea
          id="setting-reason"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </p>
      <Preview setting={setting} region={view.region} value={value} from={from} />
      {problem && (
        <p role="alert" className="error-text">
          {problem}
        </p>
      )}
      <button type="submit" className="button primary" disabled={sending || value === ''}>
        {sending ? '正在记录…' : '改定'}
      </button>
    </form>
  );
}

const wordsOf = ({ options, unit }: SettingView, value: string): string => options?.[value] ?? `${value}${unit ?? ''}`;

function Option({
  value,
  chosen,
  onChoose,
  words,
}: {
  value: string;
  chosen: string;
  onChoose: (value: string) => void;
  words: string;
}) {
  return (
    <label className="setting-option">
      <input type="radio" name="setting-value" checked={chosen === value} onChange={() => onChoose(value)} /> {words}
    </label>
  );
}

/** The clocks that would count otherwise if they began on the day from which the value holds. */
function Preview({
  setting,
  region,
  value,
  from,
}: {
  setting: SettingView;
  region: string;
  value: string;
  from: string;
}) {
  const asks = value !== GIVEN_UP && value !== '' && /^\d{4}-\d\d-\d\d$/.test(from) && value !== String(setting.value);
  const { data, error } = useQuery(previewQuery({ code: setting.code, region, value, on: from }, asks));
  if (!asks || error || !data) return null;
  const moved = data.clocks.filter((one) => one.before !== one.after);
  if (moved.length === 0) return <p className="hint">按{dayWords(from, '')}试算，没有期限的届满日因此不同。</p>;
  return (
    <TableScroll name="试算">
      <table className="plain">
        <caption>试算：以{dayWords(from, '')}为起算日或者事项当日</caption>
        <thead>
          <tr>
            <th scope="col">业务</th>
            <th scope="col">期限</th>
            <th scope="col">假定</th>
            <th scope="col">现在</th>
            <th scope="col">改定以后</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((one) => (
            <tr key={`${one.line}/${one.name}`}>
              <td>{one.lineName}</td>
              <td>{one.name}</td>
              <td>{one.assumed ?? <span className="missing">没有</span>}</td>
              <td className="nb">{one.before}</td>
              <td className="nb">
                <strong>{one.after}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
