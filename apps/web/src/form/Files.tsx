import type { Json } from '@fadu/kernel';
import type { FileRow } from '@fadu/wire';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { ApiError, upload } from '../api/client.js';

interface Sending {
  readonly name: string;
  readonly share: number;
  readonly fault?: string;
  readonly file: File;
}

/** Files with a bar each; one that fails can be sent again alone. */
export function Files({
  value,
  onChange,
  names,
  max,
}: {
  value: string[];
  onChange: (value: Json) => void;
  names: Readonly<Record<string, string>>;
  max: number;
}) {
  const [known, setKnown] = useState<Record<string, string>>({});
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const current = useRef(value);
  current.current = value;
  const input = useRef<HTMLInputElement>(null);
  const send = async (file: File) => {
    const update = (change: Partial<Sending>) =>
      setSending((all) => all.map((one) => (one.file === file ? { ...one, ...change } : one)));
    setSending((all) => [...all.filter((one) => one.file !== file), { name: file.name, share: 0, file }]);
    try {
      const row = await upload<FileRow>(file, (share) => update({ share }));
      setKnown((all) => ({
        ...all,
        [row.id]: `${row.name}（${Math.ceil(row.size / 1024)}KB，摘要${row.digest.slice(0, 8)}）`,
      }));
      setSending((all) => all.filter((one) => one.file !== file));
      onChange([...current.current, row.id]);
    } catch (error) {
      update({ fault: error instanceof ApiError ? error.problem.title : '没有上传，请再试。' });
    }
  };
  return (
    <div>
      <p className="hint">照片、PDF、OFD、Word，每个不超过50 MB，最多{max}个</p>
      <ol className="files">
        {value.map((id) => (
          <li key={id}>
            <a href={`/api/files/${id}`} target="_blank" rel="noreferrer">
              {known[id] ?? names[id] ?? id}
            </a>
            <Button type="link" size="small" onClick={() => onChange(value.filter((one) => one !== id))}>
              删去
            </Button>
          </li>
        ))}
        {sending.map((one) => (
          <li key={one.name}>
            {one.name}{' '}
            {one.fault ? (
              <span className="error-text" role="alert">
                {one.fault}{' '}
                <Button size="small" onClick={() => void send(one.file)}>
                  重试
                </Button>
              </span>
            ) : (
              <progress value={one.share} max={1} aria-label={`正在上传${one.name}`} />
            )}
          </li>
        ))}
      </ol>
      {value.length + sending.length < max && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept="image/*,.pdf,.ofd,.doc,.docx,.xlsx,.wps"
            onChange={(event) => {
              for (const file of event.target.files ?? []) void send(file);
              event.target.value = '';
            }}
          />
          <Button onClick={() => input.current?.click()}>选择文件</Button>
        </>
      )}
    </div>
  );
}
