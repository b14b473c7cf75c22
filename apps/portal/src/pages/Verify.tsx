/** @jsxImportSource preact */
import type { Verification } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { download, get } from '../api.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { FaultSummary } from '../parts/parts.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { longDate, momentText } from '../words.js';
import { recognise } from './recognise.js';
import { Code } from './Track.js';
import { FileCheck, ProofCheck } from './VerifyFile.js';

/** By code typed or scanned. */
export function VerifyStart() {
  const [text, type] = useState('');
  const [fault, say] = useState('');
  const [round, press] = useState(0);
  return (
    <Page title="验证文书" back="/" faults={fault === '' ? 0 : 1}>
      <FaultSummary faults={fault === '' ? [] : [{ field: 'code', message: fault }]} round={round} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = recognise(text);
          if (found.kind === 'code') return go(`/verify/${found.text}`);
          say(found.kind === 'receipt' ? '这是收件编号。请填写文书末尾的核验码，FD开头。' : found.text);
          press(round + 1);
        }}
      >
        <Code
          id="code"
          label="核验码"
          hint="在文书末尾，像FD-4T8W-63HC。没有数字0、1和字母O、I"
          value={text}
          set={type}
          fault={fault || undefined}
        />
        <div class="go">
          <button type="submit" class="button">
            验证
          </button>
          <p class="hint">用手机相机扫文书上的二维码，也会打开这里。</p>
        </div>
      </form>
      <ProofCheck />
    </Page>
  );
}

/** What the record says of this code; then the file itself can be compared letter by letter. */
export function VerifyResult({ code }: { readonly code: string }) {
  const asked = useAsk(code, () => get<Verification>(`/public/verify/${encodeURIComponent(code)}`));
  if (asked.state !== 'there') return <Waiting asked={asked} title="验证文书" />;
  const found = asked.value;
  if (found.status === 'unknown')
    return (
      <Page title="没有查到这个核验码" over="验证文书" back="/verify">
        <div class="verdict no">
          <p class="code">{found.code}</p>
          <p>请核对：没有数字0、1和字母O、I。平台启用前的文书查不到，请联系出具机关。</p>
        </div>
        <p>
          查不到不等于是假的，也不等于是真的。要交钱、要个人信息的，先打<a href="tel:12348">12348</a>问清楚。
        </p>
      </Page>
    );
  const withdrawn = found.status === 'withdrawn';
  return (
    <Page title={withdrawn ? '这份文书已撤销' : '这份文书是真实的'} over="验证文书" back="/verify">
      <div class={withdrawn ? 'verdict doubt' : 'verdict yes'}>
        <p class="mark">
          <span aria-hidden="true">{withdrawn ? '▲ ' : '✓ '}</span>
          {withdrawn ? '出具机关已撤销，不再有效' : '由下列机关出具，记录没有被改动'}
        </p>
        <dl class="answers">
          <Row name="文书" text={found.name} />
          <Row name="文号" text={found.number} />
          <Row name="出具机关" text={found.organName} />
          <Row name="出具日" text={found.issuedOn && longDate(found.issuedOn)} />
          <Row
            name="存证"
            text={found.recordedAt ? momentText(found.recordedAt) : '刚刚签发，正在存证，请过几秒再查'}
          />
          <Row name="现在状态" text={withdrawn ? '已撤销' : '有效'} />
          <Row name="核验码" text={found.code} />
        </dl>
      </div>
      {found.digest && <FileCheck digest={found.digest} />}
      <section>
        <h2>怎么证明的</h2>
        <p>
          文书签发时，平台把它的摘要（SM3）记进只能增加、不能改的记录，并由签名的检查点固定下来。拿到证明包，不用连平台也能验。
        </p>
        {found.recordedAt && (
          <p class="row">
            <button
              type="button"
              class="secondary"
              onClick={() => void download(`/public/verify/${found.code}/proof`, undefined, `${found.code}.proof.json`)}
            >
              下载证明包
            </button>
          </p>
        )}
        <ProofCheck code={found.code} {...(found.digest && { digest: found.digest })} />
      </section>
      <section>
        <h2>能证明什么</h2>
        <ul class="advice">
          <li>能证明：这个编号的文书由上列机关在这一天出具，记录此后没有改动；上传的文件与签发的一字不差。</li>
          <li>不能证明：文书的内容是否正确、合法；没有上传比对的纸件，字句是否与签发的相同。</li>
        </ul>
      </section>
    </Page>
  );
}

const Row = ({ name, text }: { readonly name: string; readonly text: string | null | undefined }) =>
  text ? (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  ) : null;
