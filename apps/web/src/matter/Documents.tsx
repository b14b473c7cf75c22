import { copyText } from '@fadu/client';
import type { DocumentView, MatterView } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { DOCUMENT_WORDS, type DocumentWord } from './DocumentStep.js';

const STATES = { issued: '已签发', served: '已送达', withdrawn: '已撤回' } as const;

/** Cards: name, number, day, code by which anyone verifies it, digest; on whom served and how; preview, file, steps. */
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
            void copyText(document.code).then(setCopied);
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
        {document.mayCorrect && (
          <Step matter={matter} word="correctDocument" search={{ document: document.id }} about={document.name} />
        )}
        {document.mayWithdraw && (
          <Step matter={matter} word="withdrawDocument" search={{ document: document.id }} about={document.name} />
        )}
      </div>
      {document.replacedBy !== null && (
        <p className="note">
          已更正，以核验码<code>{document.replacedBy}</code>的一份为准。
        </p>
      )}
      {document.withdrawnFor !== null && document.replacedBy === null && (
        <p className="note">撤回的理由：{document.withdrawnFor}</p>
      )}
      <Recipients document={document} matter={matter} />
    </li>
  );
}

/** Everybody on whom the paper has to be served, with the service or the step that registers it. */
function Recipients({ document, matter }: { document: DocumentView; matter: string }) {
  const { recipients, voided, id, mayServe, mayVoidService } = document;
  if (document.state === 'withdrawn' || recipients.length + voided.length === 0) return null;
  return (
    <ul className="service-list" aria-label={`${document.name}的送达`}>
      {recipients.map(({ recipient, name, service, registered }) => (
        <li key={recipient}>
          {service ? (
            <>
              <span>
                送达{name}：<span className="nb">{service.servedOn}</span>，{service.methodName}
              </span>
              {mayVoidService && (
                <Step
                  matter={matter}
                  word="voidService"
                  search={{ document: id, service: service.id }}
                  about={name}
                  quiet
                />
              )}
            </>
          ) : registered ? (
            <span>
              送达{name}：<span className="nb">{registered.on}</span>，以“{registered.name}”登记
            </span>
          ) : (
            <>
              <span>送达{name}：未送达</span>
              {mayServe && (
                <Link
                  className="no-print"
                  to="/matters/$id/actions/$action"
                  params={{ id: matter, action: 'serveDocument' }}
                  search={{ document: id, recipient } as never}
                >
                  登记送达<span className="sr">{`${document.name}，${name}`}</span>
                </Link>
              )}
            </>
          )}
        </li>
      ))}
      {voided.map((service) => (
        <li key={service.id} className="meta">
          <del>
            送达{service.name}：{service.servedOn}，{service.methodName}
          </del>
          　已确认无效
        </li>
      ))}
    </ul>
  );
}

function Step({
  matter,
  word,
  search,
  about,
  quiet,
}: {
  matter: string;
  word: DocumentWord;
  search: Readonly<Record<string, string>>;
  about: string;
  quiet?: boolean;
}) {
  return (
    <Link
      className={quiet ? 'no-print' : 'button'}
      to="/matters/$id/actions/$action"
      params={{ id: matter, action: word }}
      search={search as never}
    >
      {DOCUMENT_WORDS[word].name}
      <span className="sr">{about}</span>
    </Link>
  );
}
