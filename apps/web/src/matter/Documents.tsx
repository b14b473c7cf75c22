import type { DocumentView, MatterView } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';

const STATES = { issued: '已签发', served: '已送达', withdrawn: '已撤销' } as const;

/** Cards: name, number, day, code by which anyone verifies it, digest; preview, file. */
export function Documents({ matter }: { matter: MatterView }) {
  if (matter.documents.length === 0) return <p className="empty">还没有文书。</p>;
  return (
    <ul className="documents">
      {matter.documents.map((document) => (
        <DocumentCard key={document.id} document={document} matter={matter.id} />
      ))}
    </ul>
  );
}

function DocumentCard({ document, matter }: { document: DocumentView; matter: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <li>
      <div>
        <strong>{document.name}</strong> {document.number && <span className="nb">{document.number}</span>}{' '}
        <span className="meta nb">
          {document.issuedOn} {STATES[document.state]}
        </span>
      </div>
      <div className="meta">
        核验码 <code>{document.code}</code>{' '}
        <Button
          type="link"
          className="no-print"
          onClick={() => {
            void navigator.clipboard?.writeText(document.code).then(() => setCopied(true));
          }}
        >
          {copied ? '已复制' : '复制'}
          <span className="sr">核验码{document.code}</span>
        </Button>
        　摘要 <code title={document.digest}>{document.digest.slice(0, 8)}</code>
      </div>
      <div className="row-actions no-print">
        <Link className="button" to="/matters/$id/documents/$document" params={{ id: matter, document: document.id }}>
          预览<span className="sr">{document.name}</span>
        </Link>
        <a className="button" href={`/api/documents/${document.id}.docx`}>
          下载docx<span className="sr">，{document.name}</span>
        </a>
        <a className="button" href={`/portal/verify/${document.code}`} target="_blank" rel="noreferrer">
          核验<span className="sr">{document.name}</span>
        </a>
      </div>
    </li>
  );
}
