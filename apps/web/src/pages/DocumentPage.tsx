import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { matterQuery } from '../api/queries.js';
import { A4 } from '../matter/A4.js';
import { usePageTitle } from '../page-title.js';

/** One document as its A4 sheet, with an address of its own. */
export function DocumentPage() {
  const { id, document: wanted } = useParams({ strict: false }) as { id: string; document: string };
  const navigate = useNavigate();
  const { data: matter } = useQuery(matterQuery(id));
  const document = matter?.documents.find((one) => one.id === wanted);
  usePageTitle(document?.name, document?.number ?? matter?.number ?? undefined);
  if (!matter) return null;
  return (
    <Drawer
      open
      onClose={() => void navigate({ to: '/matters/$id', params: { id }, resetScroll: false })}
      size={900}
      title={document ? `${document.name}　${document.number ?? ''}` : '没有找到这份文书'}
      closable={{ 'aria-label': '关闭' }}
      className="action-drawer"
    >
      {document ? (
        <>
          <p className="row-actions">
            <a className="button primary" href={`/api/documents/${document.id}.docx`}>
              下载docx
            </a>
            <a className="button" href={`/portal/verify/${document.code}`} target="_blank" rel="noreferrer">
              核验
            </a>
            <span className="meta">
              核验码 <code>{document.code}</code>　摘要 <code className="digest">{document.digest}</code>
            </span>
          </p>
          <A4 title={`${document.name}预览`} src={`/api/documents/${document.id}.html`} />
        </>
      ) : (
        <p role="alert">没有找到这份文书，或者本岗位不能查看。请从案件页的文书列表打开。</p>
      )}
    </Drawer>
  );
}
