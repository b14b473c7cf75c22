/** @jsxImportSource preact */
import type { PublicMatter } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { ApiError, download, post, postText } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { Problem } from '../parts/parts.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { ticket } from './Track.js';

/** A document as it stands on paper, for reading on the telephone. */
export function DocumentPage({ id }: { readonly id: string }) {
  const asked = useAsk(id, async () => {
    const held = ticket();
    if (!held) return undefined;
    const matter = await post<PublicMatter>('/public/track', held);
    const document = matter.documents.find((one) => one.id === id);
    return document && { matter, document, html: await postText(`/public/documents/${id}?as=html`, held) };
  });
  const [error, fail] = useState<ApiError | undefined>();
  if (asked.state !== 'there') return <Waiting asked={asked} title="文书" />;
  if (!asked.value)
    return (
      <Page title="没有打开这份文书" back="/track">
        <p>请先用收件编号和查询码打开案件，再看文书。</p>
      </Page>
    );
  const { matter, document, html } = asked.value;
  const save = async () => {
    fail(undefined);
    try {
      await download(`/public/documents/${id}`, ticket(), `${document.name}.docx`);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      fail(problem);
    }
  };
  return (
    <Page title={document.name} over={document.number ?? `收件${matter.receipt}`} back="/track">
      {/* Nothing in the frame may run or reach out: it is looked at. */}
      <iframe
        class="paper"
        title={`${document.name}正文`}
        sandbox="allow-same-origin"
        srcdoc={html}
        onLoad={(event) => {
          const frame = event.currentTarget;
          frame.style.height = `${(frame.contentDocument?.documentElement.scrollHeight ?? 900) + 4}px`;
        }}
      />
      <Problem error={error} />
      <div class="go">
        <button type="button" class="button" onClick={() => void save()}>
          下载
        </button>
        <Link to={`/verify/${document.code}`} class="secondary">
          验真伪
        </Link>
        <p class="hint">下载的是Word文件（.docx），与签发的一字不差，可以用来核对。</p>
      </div>
    </Page>
  );
}
