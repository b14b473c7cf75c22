import type { DeskFigure, FigureStepped, MarkedFigure, ReadingDesk } from '@fadu/wire';
import { APPROX_WORDS, POLARITY_WORDS, ROLE_WORDS } from '@fadu/wire/reading-words';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import { messageOf, newKey, post } from '../api/client.js';
import { indicatorsQuery } from '../figures/queries.js';
import { bodyOf, DRAFT_FAULTS, type DraftFault, draftOf, type FigureDraft } from './figure-draft.js';
import { PlaceField } from './PlaceField.js';
import { partQuery } from './queries.js';
import { partAt } from './queue.js';

/** Figures near by, to choose a whole or what is qualified from. */
const NEAR = 400;

/** Corrects a figure, or adds one that was left out. */
export function FigureForm({
  desk: { report, parts },
  open,
  onDone,
  onClose,
}: {
  desk: ReadingDesk;
  /** The figure that is corrected; undefined: one that was left out. */
  open: DeskFigure | undefined;
  onDone: (stepped: FigureStepped) => void;
  onClose: () => void;
}) {
  const figure = open?.figure;
  const [draft, setDraft] = useState(draftOf(figure));
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<readonly DraftFault[]>([]);
  const [key] = useState(newKey);
  const head = useRef<HTMLHeadingElement>(null);
  const set = (part: Partial<FigureDraft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: (body: object) =>
      figure
        ? post<FigureStepped>(`/reading/${report.id}/figures/${figure.n}`, {
            step: 'correct',
            revision: figure.revision,
            ...body,
          })
        : post<FigureStepped>(`/reading/${report.id}/figures`, { key, ...body }),
    onSuccess: onDone,
  });
  const send = () => {
    const made = bodyOf(draft);
    if ('faults' in made) {
      setFaults(made.faults);
      head.current?.focus();
      return;
    }
    setFaults([]);
    save.mutate({ figure: made.body, ...(note.trim() !== '' && { note: note.trim() }) });
  };
  const around = draft.start ?? 0;
  const { data: part } = useQuery({ ...partQuery(report.id, partAt(parts, around)), enabled: draft.start !== null });
  const near = (part?.figures ?? []).filter(({ n, start }) => n !== figure?.n && Math.abs(start - around) < NEAR);
  const fault = (which: DraftFault) => faults.includes(which) && <p className="error-text">{DRAFT_FAULTS[which]}</p>;
  const words = (field: 'unit' | 'subject' | 'verb' | 'scope' | 'basis', label: string, max: number) => (
    <p className="field">
      <label className="label" htmlFor={`figure-${field}`}>
        {label}
        <span className="optional">（选填）</span>
      </label>
      <input
        id={`figure-${field}`}
        className="text-input"
        maxLength={max}
        value={draft[field] ?? ''}
        onChange={(event) => set({ [field]: event.target.value === '' ? null : event.target.value })}
      />
    </p>
  );
  const other = (field: 'of' | 'refersTo', label: string) => (
    <p className="field">
      <label className="label" htmlFor={`figure-${field}`}>
        {label}
        <span className="optional">（选填）</span>
      </label>
      <select
        id={`figure-${field}`}
        value={draft[field] ?? ''}
        onChange={(event) => set({ [field]: event.target.value === '' ? null : Number(event.target.value) })}
      >
        <option value="">没有</option>
        {withChosen(near, open?.[field]).map((one) => (
          <option key={one.n} value={one.n}>
            {one.text} {one.name ?? ''}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <form
      className="board figure-form"
      aria-label={figure ? '更正这个数' : '补一个数'}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && event.ctrlKey && !save.isPending) send();
      }}
    >
      <h2 ref={head} tabIndex={-1}>
        {faults.length > 0 ? `有${faults.length}处需要修改` : figure ? '更正这个数' : '补一个数'}
      </h2>
      <PlaceField report={report.id} said={figure?.text ?? ''} draft={draft} onChange={set} />
      {fault('place')}
      <div className="figure-pair">
        <p className="field">
          <label className="label" htmlFor="figure-value">
            数值
          </label>
          <input
            id="figure-value"
            className="text-input"
            inputMode="decimal"
            value={draft.value}
            aria-invalid={faults.includes('value')}
            onChange={(event) => set({ value: event.target.value })}
          />
        </p>
        <p className="field">
          <label className="label" htmlFor="figure-to">
            上限<span className="optional">（范围才填）</span>
          </label>
          <input
            id="figure-to"
            className="text-input"
            inputMode="decimal"
            value={draft.valueTo}
            aria-invalid={faults.includes('valueTo')}
            onChange={(event) => set({ valueTo: event.target.value })}
          />
        </p>
        {words('unit', '单位', 20)}
        <p className="field">
          <label className="label" htmlFor="figure-approx">
            约数
          </label>
          <select
            id="figure-approx"
            value={draft.approx}
            onChange={(event) => set({ approx: event.target.value as FigureDraft['approx'] })}
          >
            {Object.entries(APPROX_WORDS).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </p>
      </div>
      {fault('value')}
      {fault('valueTo')}
      <p className="field">
        <label className="label" htmlFor="figure-role">
          角色
        </label>
        <select
          id="figure-role"
          value={draft.role}
          onChange={(event) => set({ role: event.target.value as FigureDraft['role'] })}
        >
          {Object.entries(ROLE_WORDS).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      </p>
      {draft.role === 'change' && (
        <div className="figure-pair">
          <p className="field">
            <label className="label" htmlFor="figure-polarity">
              升降
            </label>
            <select
              id="figure-polarity"
              value={draft.polarity ?? ''}
              onChange={(event) =>
                set({ polarity: event.target.value === '' ? null : (event.target.value as 'up' | 'down') })
              }
            >
              <option value="">持平</option>
              {Object.entries(POLARITY_WORDS).map(([value, word]) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          </p>
          {words('basis', '比较基准', 60)}
        </div>
      )}
      {(draft.role === 'change' || draft.role === 'previous') && other('refersTo', '所修饰的数')}
      {other('of', draft.unit === '%' ? '分母' : '所属的整体')}
      <p className="field">
        <label className="label" htmlFor="figure-indicator">
          指标<span className="optional">（没有合适的不选）</span>
        </label>
        <IndicatorSelect value={draft.indicator} onChange={(indicator) => set({ indicator })} />
      </p>
      <div className="figure-pair">
        {words('subject', '对象', 60)}
        {words('verb', '动作', 30)}
        {words('scope', '范围', 60)}
      </div>
      <p className="field">
        <label className="label" htmlFor="figure-note">
          理由<span className="optional">（选填，记入核对记录）</span>
        </label>
        <input
          id="figure-note"
          className="text-input"
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </p>
      {save.error && (
        <p role="alert" className="error-text">
          {messageOf(save.error, '没有保存，请再试。')}
        </p>
      )}
      <div className="row-actions">
        <button type="submit" className="button primary" disabled={save.isPending}>
          {save.isPending ? '正在保存…' : figure ? '保存更正' : '补录这个数'}
        </button>
        <button type="button" className="link" onClick={onClose}>
          取消
        </button>
      </div>
    </form>
  );
}

/** Those near by, and the one that was chosen, wherever it stands. */
const withChosen = (near: readonly MarkedFigure[], chosen: MarkedFigure | null | undefined): readonly MarkedFigure[] =>
  chosen && near.every(({ n }) => n !== chosen.n) ? [chosen, ...near] : near;

function IndicatorSelect({ value, onChange }: { value: string | null; onChange: (code: string | null) => void }) {
  const { data } = useQuery(indicatorsQuery);
  return (
    <Select
      id="figure-indicator"
      value={value}
      allowClear={{ label: '清除' }}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(code?: string) => onChange(code ?? null)}
      notFoundContent={data ? '没有这个指标，请换一个词' : '正在取指标'}
      options={(data?.indicators ?? []).map(({ code, name, unit }) => ({
        value: code,
        label: `${name}（${unit}）${code}`,
      }))}
    />
  );
}
