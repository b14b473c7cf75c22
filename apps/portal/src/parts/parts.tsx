/** @jsxImportSource preact */
import { basisText, type LegalBasis, shortBasisText } from '@fadu/kernel';
import type { FieldFault } from '@fadu/procedure';
import type { Advice } from '@fadu/wire';
import { useEffect, useRef } from 'preact/hooks';
import type { ApiError } from '../api.js';
import { fieldId } from '../form/form.js';

/** 依据 of a sentence, whole name of the law on hover and in print. */
export function Basis({ basis }: { readonly basis: LegalBasis | null | undefined }) {
  return basis ? (
    <span class="basis nb" title={basisText(basis)}>
      {shortBasisText(basis)}
      {basis.note && `（${basis.note}）`}
    </span>
  ) : null;
}

export function AdviceList({ items }: { readonly items: readonly Advice[] }) {
  return (
    <ul class="advice">
      {items.map((item) => (
        <li key={item.text}>
          {item.text} <Basis basis={item.basis} />
        </li>
      ))}
    </ul>
  );
}

/** First thing after 继续 did not go on: every problem once, each leading to its field, with the same words. */
export function FaultSummary({ faults, round }: { readonly faults: readonly FieldFault[]; readonly round: number }) {
  const box = useRef<HTMLDivElement>(null);
  // Pressing 继续 again with the same problems brings the focus back here.
  useEffect(() => {
    if (round > 0) box.current?.focus();
  }, [round]);
  if (faults.length === 0) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>有{faults.length}处需要修改</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field + fault.message}>
            <a
              href={`#${fieldId(fault.field)}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(fault.field);
              }}
            >
              {fault.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A field may be a group of inputs: then the first of them takes the focus. */
function focusField(path: string): void {
  const field = document.getElementById(fieldId(path)) ?? document.getElementById(fieldId(`${path}.0`));
  const target = field?.matches('input,select,textarea')
    ? field
    : (field?.querySelector<HTMLElement>('input,select,textarea') ?? field);
  field?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

/** What went wrong on the way, where the action was; stays until the next try. */
export function Problem({ error }: { readonly error: ApiError | undefined }) {
  return (
    <div role="alert">
      {error && (
        <div class="problem">
          <p>▲ {error.problem.title}</p>
          {(error.problem.refusals ?? []).slice(1).map((refusal) => (
            <p key={refusal.code}>{refusal.message}</p>
          ))}
        </div>
      )}
    </div>
  );
}
