import type { StudioSource, StudioView } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { upload } from '../api/client.js';
import { Trouble } from '../Trouble.js';
import { Undo } from '../Undo.js';
import { studioQuery, useStudio } from './queries.js';

const ROLES = [
  ['before', '上年报告'],
  ['superior', '上级报告'],
] as const;

/** The reports this one is held against: those the platform published, and files brought here. */
export function Sources({ studio, onChange }: { studio: StudioView; onChange: () => void }) {
  const [dropped, setDropped] = useState<StudioSource | null>(null);
  const act = useStudio(studio.matter);
  const take = (source: StudioSource, way: 'drop' | 'restore') =>
    act.mutate(
      { path: `/sources/${source.id}/${way}`, body: {} },
      {
        onSuccess: () => {
          setDropped(way === 'drop' ? source : null);
          onChange();
        },
      },
    );
  return (
    <section className="board no-print">
      <h2>用来核对的报告</h2>
      <dl className="report-sources">
        {ROLES.map(([role, name]) => (
          <div key={role}>
            <dt>{name}</dt>
            <dd>
              {studio.sources
                .filter((source) => source.role === role)
                .map((source) => (
                  <SourceRow
                    key={source.id}
                    source={source}
                    mayDrop={studio.may.write && !act.isPending}
                    onDrop={take}
                  />
                ))}
              {studio.sources.every((source) => source.role !== role) && <p className="missing">平台上没有。</p>}
              {studio.may.write && <Bring role={role} name={name} matter={studio.matter} onChange={onChange} />}
            </dd>
          </div>
        ))}
      </dl>
      {dropped && (
        <Undo what={`“${dropped.name}”不再用来核对。`} busy={act.isPending} onUndo={() => take(dropped, 'restore')} />
      )}
      {act.error && <Trouble error={act.error} />}
    </section>
  );
}

function SourceRow({
  source,
  mayDrop,
  onDrop,
}: {
  source: StudioSource;
  mayDrop: boolean;
  onDrop: (source: StudioSource, way: 'drop') => void;
}) {
  return (
    <p>
      {source.name}{' '}
      <span className="meta">
        {source.file ? '上传的文件' : '平台已公开'}，摘要<code>{source.digest.slice(0, 8)}</code>
      </span>
      {source.file && mayDrop && (
        <Button size="small" type="text" onClick={() => onDrop(source, 'drop')}>
          不再用来核对
        </Button>
      )}
    </p>
  );
}

function Bring({
  role,
  name,
  matter,
  onChange,
}: {
  role: StudioSource['role'];
  name: string;
  matter: string;
  onChange: () => void;
}) {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const studio = await upload<StudioView>(file, () => undefined, `/studio/${matter}/sources?role=${role}`);
      client.setQueryData(studioQuery(matter).queryKey, studio);
      onChange();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="small" loading={busy} onClick={() => input.current?.click()}>
        {busy ? '正在读取…' : `上传${name}`}
      </Button>
      <span className="meta">　Word、PDF、网页、文本，只存读出的文字</span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx,.pdf,.html,.htm,.txt"
        aria-label={`上传${name}`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void take(file);
          target.value = '';
        }}
      />
      {trouble !== undefined && <Trouble error={trouble} />}
    </>
  );
}
