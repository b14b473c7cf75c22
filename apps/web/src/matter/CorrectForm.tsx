import type { JsonObject } from '@fadu/kernel';
import type { FieldSpec, LineDescription } from '@fadu/procedure';
import type { MatterView, Rehearsal } from '@fadu/wire';
import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { post } from '../api/client.js';
import { ClockChip } from '../clock/ClockChip.js';
import { FormFields } from '../form/FormFields.js';
import { initialValues, toSend } from '../form/values.js';
import { Feasible } from './Feasible.js';
import { type Rehearse, useRehearsal } from './use-rehearsal.js';
import { useStep } from './use-step.js';

/**
 * Puts recorded values right: the old ones stay in the record, clocks that count from them are counted anew. Days that hang
 * together, the sending and the receipt, are put right together.
 */
export function CorrectForm({
  matter,
  line,
  today,
  onClose,
}: {
  matter: MatterView;
  line: LineDescription;
  today: string;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [values, setValues] = useState<JsonObject>({});
  const [reason, setReason] = useState('');
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const { send, busy, fault } = useStep(matter, '没有更正，请再试。');
  // What is recorded, and what a step that was taken asked and was left blank.
  const asked = new Set(matter.timeline.flatMap((entry) => Object.keys(line.actions[entry.action]?.form ?? {})));
  const kept = Object.entries(line.fields).filter(([name]) => matter.data[name] !== undefined || asked.has(name));
  const fields = useMemo(
    () => Object.fromEntries(chosen.map((name) => [name, { ...line.fields[name]!, optional: true } as FieldSpec])),
    [chosen, line],
  );
  const input = useMemo(() => {
    const sent = toSend(fields, values, matter.data);
    return { values: Object.fromEntries(chosen.map((name) => [name, sent[name] ?? null])), reason: reason.trim() };
  }, [chosen, fields, values, reason, matter.data]);
  const begun = chosen.length > 0;
  const rehearse: Rehearse = (asked, given) =>
    post<Rehearsal>(`/matters/${matter.id}/rehearse`, { action: 'correct', input: asked, reasons: given });
  const { rehearsal, setRehearsal, asking, trouble } = useRehearsal(rehearse, input, reasons, matter.revision);
  const faults = rehearsal?.faults ?? [];
  const shownFaults = Object.fromEntries((tried ? faults : []).map((one) => [one.field, one.message]));
  const save = async () => {
    setTried(true);
    if (!begun || busy) return;
    const now = await rehearse(input, reasons).catch(() => null);
    if (now) setRehearsal(now);
    if (now && !now.possible) return;
    const labels = chosen.map((name) => line.fields[name]!.label);
    if (await send('correct', input, `更正${labels.join('、')}`, reasons)) onClose();
  };
  const choose = (names: string[]) => {
    const specs = Object.fromEntries(names.map((name) => [name, line.fields[name]!]));
    const typed = Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name]!]] : [])));
    setChosen(names);
    setValues({ ...initialValues(specs, matter.data), ...typed });
    setTried(false);
    setReasons({});
    setRehearsal(null);
  };
  return (
    <div className="action-form">
      <p className="hint">记录只能更正，不能改写：原来的值划去保留，由它起算的期限重新计算，已经报告过的超期不抹去。</p>
      <div className="field">
        <label className="label" htmlFor="correct-field">
          要更正的项目
        </label>
        <Select
          id="correct-field"
          aria-describedby="correct-field-hint"
          mode="multiple"
          value={chosen}
          style={{ width: 420, maxWidth: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          options={kept.map(([name, { label }]) => ({ value: name, label }))}
          onChange={choose}
          notFoundContent="没有这个项目"
        />
        <p className="hint" id="correct-field-hint">
          互相牵连的几项，如发送日和收到日，一并选上，合在一起核对。
        </p>
      </div>
      {begun && (
        <>
          <FormFields
            fields={Object.fromEntries(chosen.map((name) => [name, line.fields[name]!]))}
            values={values}
            onChange={setValues}
            place={{
              around: matter.data,
              names: matter.names,
              organ: matter.organ.id,
              ruleSet: matter.ruleSetNow,
              today,
              faults: shownFaults,
            }}
          />
          <div className="field">
            <label className="label" htmlFor="correct-reason">
              更正的理由
            </label>
            <Input.TextArea
              id="correct-reason"
              value={reason}
              autoSize={{ minRows: 2 }}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <section className="feasible" aria-label="能否更正">
            <h2>能否更正</h2>
            <Feasible
              rehearsal={rehearsal}
              asking={asking}
              trouble={trouble}
              faults={faults}
              barred={false}
              tried={tried}
              reasons={reasons}
              onReasons={setReasons}
              ids={{ reason: 'correct-reason', field: 'correct-field' }}
            />
          </section>
          {rehearsal?.outcome && rehearsal.outcome.clocks.length > 0 && (
            <p className="clocks">
              更正后：
              {rehearsal.outcome.clocks.map((clock) => (
                <ClockChip key={clock.code} clock={clock} today={today} named />
              ))}
            </p>
          )}
        </>
      )}
      {fault && (
        <p className="error-box" role="alert">
          {fault}
        </p>
      )}
      <div className="action-foot">
        <Button type="primary" disabled={busy || !begun} onClick={() => void save()}>
          {busy ? '正在更正…' : '更正'}
        </Button>
        <Button type="text" onClick={onClose}>
          关闭
        </Button>
      </div>
    </div>
  );
}
