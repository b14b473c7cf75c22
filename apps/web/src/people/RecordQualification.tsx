import type { QualificationsView, QualifiedPerson } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { DayInput } from '../form/DayInput.js';
import '../settings/settings.css';

/** The head records what a person has, or that it is there no longer. */
export function RecordQualification({
  view,
  people,
  onDone,
}: {
  view: QualificationsView;
  people: readonly QualifiedPerson[];
  onDone: (words: string) => void;
}) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState('');
  const [kind, setKind] = useState('');
  const [certificate, setCertificate] = useState('');
  const [obtainedOn, setObtainedOn] = useState('');
  const [revokedOn, setRevokedOn] = useState('');
  const [problem, setProblem] = useState('');
  const [sending, setSending] = useState(false);
  const person = people.find((one) => `${one.id}/${one.line}` === chosen);
  const kinds = view.lines.find((one) => one.code === person?.line)?.kinds ?? {};

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    if (!person) return setProblem('请选择人员。');
    if (kind === '') return setProblem('请选择资格。');
    if (obtainedOn === '') return setProblem('请填写取得之日。');
    setProblem('');
    setSending(true);
    try {
      await post('/people/qualifications', {
        person: person.id,
        line: person.line,
        kind,
        obtainedOn,
        ...(certificate.trim() !== '' && { certificate: certificate.trim() }),
        ...(revokedOn !== '' && { revokedOn }),
      });
      await client.invalidateQueries({ queryKey: ['qualifications'] });
      onDone(`已登记：${person.name}，${kinds[kind]}${revokedOn === '' ? '' : `，${revokedOn}起不再具有`}。`);
      setCertificate('');
      setRevokedOn('');
    } catch (error) {
      setProblem(messageOf(error, '没有登记，请过几分钟再试。已填的内容都在。'));
    } finally {
      setSending(false);
    }
  };

  return (
    <form className="board setting-form" onSubmit={(event) => void send(event)} aria-labelledby="qualification-title">
      <h2 id="qualification-title">登记资格</h2>
      <p>
        <label htmlFor="qualification-person">人员</label>
        <br />
        <select
          id="qualification-person"
          className="text-input region-choice"
          value={chosen}
          onChange={(event) => {
            setChosen(event.target.value);
            setKind('');
          }}
        >
          <option value="">请选择</option>
          {people.map((one) => (
            <option key={`${one.id}/${one.line}`} value={`${one.id}/${one.line}`}>
              {one.name}（{one.lineName}·{one.postName}）
            </option>
          ))}
        </select>
      </p>
      {person && (
        <fieldset>
          <legend>资格</legend>
          {Object.entries(kinds).map(([code, words]) => (
            <label className="setting-option" key={code}>
              <input type="radio" name="kind" checked={kind === code} onChange={() => setKind(code)} /> {words}
            </label>
          ))}
        </fieldset>
      )}
      <p>
        <label htmlFor="qualification-certificate">证书编号（选填）</label>
        <br />
        <input
          id="qualification-certificate"
          className="text-input region-choice"
          maxLength={60}
          value={certificate}
          onChange={(event) => setCertificate(event.target.value)}
        />
      </p>
      <p>
        <label htmlFor="qualification-from">取得之日</label>
        <br />
        <DayInput
          id="qualification-from"
          aria={{}}
          value={obtainedOn}
          onChange={(day) => setObtainedOn(typeof day === 'string' ? day : '')}
          today={view.today}
          past
        />
      </p>
      <p>
        <label htmlFor="qualification-to">不再具有之日（选填）</label>
        <br />
        <DayInput
          id="qualification-to"
          aria={{ 'aria-describedby': 'qualification-to-hint' }}
          value={revokedOn}
          onChange={(day) => setRevokedOn(typeof day === 'string' ? day : '')}
          today={view.today}
          past
        />
        <span id="qualification-to-hint" className="hint setting-hint">
          吊销、注销或者登记有误时填写；原来的登记保留。
        </span>
      </p>
      {problem && (
        <p role="alert" className="error-text">
          {problem}
        </p>
      )}
      <button type="submit" className="button primary" disabled={sending}>
        {sending ? '正在登记…' : '登记'}
      </button>
    </form>
  );
}
