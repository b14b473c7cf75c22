/** @jsxImportSource preact */
import type { FieldFault } from '@fadu/procedure';
import type { PublicMatter, TrackBody } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { ApiError, post } from '../api.js';
import { Page } from '../app/Page.js';
import { session } from '../device/kept.js';
import { FaultSummary, Problem } from '../parts/parts.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { MatterPage } from './MatterPage.js';
import { recognise } from './recognise.js';

/** The ticket lives as long as the tab: never in an address, never on the device. */
export const ticket = (): TrackBody | undefined => session.read<TrackBody>('ticket');

/** Number and code open a matter without an account. */
export function Track({ receipt }: { readonly receipt: string }) {
  const known = ticket();
  const [open, setOpen] = useState(known !== undefined && (receipt === '' || receipt === known.receipt));
  if (open) return <Opened onClose={() => setOpen(false)} />;
  return <TicketForm receipt={receipt} onOpen={() => setOpen(true)} />;
}

function Opened({ onClose }: { readonly onClose: () => void }) {
  const asked = useAsk('track', () => post<PublicMatter>('/public/track', ticket()));
  if (asked.state === 'failed' && asked.error.status === 404) {
    session.drop('ticket');
    return <TicketForm receipt="" onOpen={() => asked.again()} error={asked.error} />;
  }
  if (asked.state !== 'there') return <Waiting asked={asked} title="查办理进度" />;
  return (
    <MatterPage
      matter={asked.value}
      onClose={() => {
        session.drop('ticket');
        onClose();
      }}
    />
  );
}

interface TicketFormProps {
  readonly receipt: string;
  readonly onOpen: () => void;
  readonly error?: ApiError;
}

function TicketForm({ receipt, onOpen, error: before }: TicketFormProps) {
  const [number, setNumber] = useState(receipt);
  const [code, setCode] = useState('');
  const [faults, show] = useState<readonly FieldFault[]>([]);
  const [round, press] = useState(0);
  const [error, fail] = useState<ApiError | undefined>(before);
  const [asking, setAsking] = useState(false);
  const forward = async () => {
    if (asking) return;
    const read = recognise(number);
    const letters = code
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '');
    const found: FieldFault[] = [];
    if (read.kind !== 'receipt') found.push({ field: 'receipt', message: '请填写收件编号，以年份开头，在回执上。' });
    if (letters.length !== 12)
      found.push({
        field: 'queryCode',
        message: letters === '' ? '请填写查询码，在回执上。' : `查询码是12位，现有${letters.length}位。`,
      });
    else if (/[01OI]/.test(letters))
      found.push({ field: 'queryCode', message: '查询码里没有数字0、1和字母O、I，请对照回执核对。' });
    show(found);
    press(round + 1);
    fail(undefined);
    if (found.length > 0) return;
    setAsking(true);
    const body: TrackBody = { receipt: read.text, queryCode: letters };
    try {
      await post<PublicMatter>('/public/track', body);
      session.keep('ticket', body);
      onOpen();
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      fail(problem);
    } finally {
      setAsking(false);
    }
  };
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.message;
  return (
    <Page title="查办理进度" back="/" faults={faults.length}>
      <FaultSummary faults={faults} round={round} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void forward();
        }}
      >
        <Code
          id="receipt"
          label="收件编号"
          hint="在回执上，以年份开头"
          value={number}
          set={setNumber}
          fault={faultOf('receipt')}
        />
        <Code
          id="queryCode"
          label="查询码"
          hint="在回执上，12位。没有数字0、1和字母O、I。请保密"
          value={code}
          set={setCode}
          fault={faultOf('queryCode')}
        />
        <Problem error={error} />
        <div class="go">
          <button type="submit" class="button" aria-disabled={asking}>
            {asking ? '正在查…' : '查进度'}
          </button>
          <p class="hint">
            当面、邮寄或者口头申请的，收件编号和查询码在窗口给您的回执上。丢了查询码的，打办理单位电话，或者到窗口查。
          </p>
        </div>
      </form>
    </Page>
  );
}

interface CodeProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly fault: string | undefined;
}

export function Code({ id, label, hint, value, set, fault }: CodeProps) {
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for={`f-${id}`}>{label}</label>
      <p class="hint" id={`f-${id}-hint`}>
        {hint}
      </p>
      {fault && (
        <p class="fault" id={`f-${id}-fault`}>
          ▲ {fault}
        </p>
      )}
      <input
        id={`f-${id}`}
        class="code w-code"
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
        aria-describedby={`f-${id}-hint${fault ? ` f-${id}-fault` : ''}`}
        {...(fault && { 'aria-invalid': true })}
      />
    </div>
  );
}
