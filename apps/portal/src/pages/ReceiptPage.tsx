/** @jsxImportSource preact */
import type { Receipt } from '@fadu/wire';
import { saveAs } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { useSite } from '../app/site.js';
import { session } from '../device/kept.js';
import { dayText, longDate } from '../words.js';
import { receiptPicture } from './receipt-picture.js';

/** What one keeps, and what comes next and until when. */
export function ReceiptPage({ line }: { readonly line: string }) {
  const site = useSite();
  const receipt = session.read<Receipt>(`receipt.${line}`);
  if (!receipt)
    return (
      <Page title="回执已关闭" back="/">
        <p>回执只在提交后的这个窗口里显示。用收件编号和查询码可以查进度。</p>
        <div class="go">
          <Link to="/track" class="button">
            查办理进度
          </Link>
        </div>
      </Page>
    );
  return (
    <Page title="已收到您的申请" over={receipt.lineName}>
      {receipt.earlier && (
        <p class="note">您先前提交的申请已经收到。此后修改的内容没有收进去，请查进度后补充，或者打办理单位电话。</p>
      )}
      <div class="receipt">
        <dl class="codes">
          <div>
            <dt>收件编号</dt>
            <dd class="code">{receipt.receipt}</dd>
          </div>
          <div>
            <dt>查询码（请保密）</dt>
            <dd class="code">{receipt.queryCode}</dd>
          </div>
        </dl>
        <div
          class="qr"
          role="img"
          aria-label="查进度的二维码，扫后还要填查询码"
          // The platform's own drawing of a code, no words of a person in it.
          dangerouslySetInnerHTML={{ __html: receipt.qrSvg }}
        />
      </div>
      <p>
        {receipt.organName}，{longDate(receipt.receivedOn)}
        收到。查询码只给您一个人，平台不留底，丢了只能到窗口查进度。请现在就存下来。
      </p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={async () => saveAs(await receiptPicture(receipt), `回执${receipt.receipt}.png`)}
        >
          存图
        </button>
        <button type="button" class="secondary" onClick={() => saveAs(textOf(receipt), `回执${receipt.receipt}.txt`)}>
          下载文字
        </button>
        <button type="button" class="secondary" onClick={() => print()}>
          打印
        </button>
      </div>
      <h2>接下来</h2>
      <ol class="next">
        {receipt.next.map((step) => (
          <li key={step.text}>
            {step.text}
            {step.due && <strong class="due-line">最晚{dayText(step.due, site.today)}</strong>}
          </li>
        ))}
      </ol>
      <div class="go">
        <Link to="/track" class="button">
          查办理进度
        </Link>
        {receipt.organPhone && (
          <p>
            办理单位电话：<a href={`tel:${receipt.organPhone}`}>{receipt.organPhone}</a>
          </p>
        )}
      </div>
    </Page>
  );
}

const textOf = (receipt: Receipt): Blob =>
  new Blob(
    [
      [
        `收件编号：${receipt.receipt}`,
        `查询码：${receipt.queryCode}（请保密）`,
        `事项：${receipt.lineName}`,
        `收到机关：${receipt.organName}`,
        `收到日：${longDate(receipt.receivedOn)}`,
        '接下来：',
        ...receipt.next.map(
          (step, index) => `${index + 1}．${step.text}${step.due ? `，最晚${longDate(step.due)}` : ''}`,
        ),
      ].join('\r\n'),
    ],
    { type: 'text/plain;charset=utf-8' },
  );
