/** @jsxImportSource preact */

import { part } from '@fadu/client';
import { useState } from 'preact/hooks';
import { ApiError, get } from '../api.js';

type Verdict = { readonly good: boolean; readonly text: string };

/** The code that compares is fetched when it is first needed; undefined: it did not come. */
const proof = () => part(() => import('./proof.js')).catch(() => undefined);
const NO_PROOF: Verdict = { good: false, text: '没有核对：未联网，或者平台刚刚更新。请刷新本页再试。' };

/** Compares a file with the one issued: on this device, the file goes nowhere. */
export function FileCheck({ digest }: { readonly digest: string }) {
  const [verdict, say] = useState<Verdict | undefined>();
  const [busy, setBusy] = useState(false);
  const compare = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    say(undefined);
    const checking = await proof();
    if (!checking) {
      setBusy(false);
      return say(NO_PROOF);
    }
    const same = (await checking.digestOf(file)) === digest;
    say(
      same
        ? { good: true, text: `“${file.name}”与签发的文书一字不差。` }
        : {
            good: false,
            text: `“${file.name}”与签发的文书不同：改动过，另存过，或者不是这一份。请向出具机关要原文件，或者在“查办理进度”里重新下载。`,
          },
    );
    setBusy(false);
  };
  return (
    <section>
      <h2>上传文件逐字核对</h2>
      <p class="hint">选收到的文书文件（.docx）。比对在本机进行，文件不会上传。</p>
      <FilePick id="compare" label="选文书文件" accept=".docx" onPick={(file) => void compare(file)} />
      <Answer verdict={verdict} busy={busy} />
    </section>
  );
}

/** Checks a proof bundle without the platform; with it, also against the key it publishes. */
export function ProofCheck({ code, digest }: { readonly code?: string; readonly digest?: string }) {
  const [verdict, say] = useState<Verdict | undefined>();
  const [busy, setBusy] = useState(false);
  const verify = async (text: string) => {
    setBusy(true);
    say(undefined);
    const checking = await proof();
    if (!checking) {
      setBusy(false);
      return say(NO_PROOF);
    }
    const { bundleOf, checkProof } = checking;
    const bundle = bundleOf(text);
    const keys = bundle && (await publishedKeys(bundle.checkpoint.checkpoint.origin));
    say(checkProof(bundle, { keys, document: digest }));
    setBusy(false);
  };
  const here = async () => {
    try {
      await verify(JSON.stringify(await get<unknown>(`/public/verify/${code}/proof`)));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say({ good: false, text: error.problem.title });
    }
  };
  return (
    <div class="proof">
      {code === undefined && <h2>核验证明包</h2>}
      <p class="hint">证明包在本机核验，没有网络也行。</p>
      <p class="row">
        {code !== undefined && (
          <button type="button" class="secondary" onClick={() => void here()}>
            在本机核验证明
          </button>
        )}
        <FilePick
          id={`proof${code ?? ''}`}
          label="选证明包文件"
          accept=".json,application/json"
          onPick={async (file) => file && verify(await file.text())}
        />
      </p>
      <Answer verdict={verdict} busy={busy} />
    </div>
  );
}

/** Keys the platform publishes; undefined when it cannot be asked. */
async function publishedKeys(log: string): Promise<readonly string[] | undefined> {
  try {
    const answer = await get<{ publicKeys: readonly string[] }>(`/ledger/checkpoints?log=${encodeURIComponent(log)}`);
    return answer.publicKeys;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return undefined;
  }
}

function Answer({ verdict, busy }: { readonly verdict: Verdict | undefined; readonly busy: boolean }) {
  return (
    <div role="status">
      {busy && <p>正在核对…</p>}
      {verdict && (
        <p class={verdict.good ? 'verdict yes' : 'verdict no'}>
          {verdict.good ? '✓ ' : '▲ '}
          {verdict.text}
        </p>
      )}
    </div>
  );
}

interface FilePickProps {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly onPick: (file: File | undefined) => void;
}

function FilePick({ id, label, accept, onPick }: FilePickProps) {
  return (
    <span class="secondary pick-one">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={(event) => {
          onPick(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </span>
  );
}
