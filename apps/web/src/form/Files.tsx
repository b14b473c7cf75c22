import type { Json } from '@fadu/kernel';
import type { FileRow } from '@fadu/wire';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { messageOf, upload } from '../api/client.js';
import { fileWords, knownFile, rememberFile } from './known-files.js';

interface Sending {
  readonly name: string;
  readonly share: number;
  readonly fault?: string;
  readonly file: File;
}

/** Files with a bar each; one that fails can be sent again alone. Chosen, dropped, pasted or photographed. */
export function Files({
  id,
  value,
  onChange,
  names,
  max,
}: {
  id: string;
  value: string[];
  onChange: (value: Json) => void;
  names: Readonly<Record<string, string>>;
  max: number;
}) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [over, setOver] = useState(false);
  const current = useRef(value);
  useEffect(() => {
    current.current = value;
  }, [value]);
  const input = useRef<HTMLInputElement>(null);
  const send = async (file: File) => {
    const update = (change: Partial<Sending>) =>
      setSending((all) => all.map((one) => (one.file === file ? { ...one, ...change } : one)));
    setSending((all) => [...all.filter((one) => one.file !== file), { name: file.name, share: 0, file }]);
    try {
      const row = await upload<FileRow>(file, (share) => update({ share }));
      rememberFile(row);
      setSending((all) => all.filter((one) => one.file !== file));
      current.current = [...current.current, row.id];
      onChange(current.current);
    } catch (error) {
      update({ fault: messageOf(error, '没有上传，请再试。') });
    }
  };
  const take = (files: Iterable<File>) => {
    for (const file of [...files].slice(0, max - value.length - sending.length)) void send(file);
  };
  const full = value.length + sending.length >= max;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are short cuts of 选择文件
    <div
      className={over ? 'drop-zone over' : 'drop-zone'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      onPaste={(event) => take(event.clipboardData.files)}
    >
      <p className="hint">照片、PDF、OFD、Word、Excel，每个不超过50 MB，最多{max}个。可以拖进来或者粘贴。</p>
      <ol className="files">
        {value.map((one) => (
          <li key={one}>
            <a href={`/api/files/${one}`} target="_blank" rel="noreferrer">
              {names[one] ?? fileWords(knownFile(one))}
            </a>{' '}
            <Button type="link" onClick={() => onChange(value.filter((other) => other !== one))}>
              删去
            </Button>
          </li>
        ))}
        {sending.map((one) => (
          <li key={one.name}>
            {one.fault ? (
              <span className="error-text" role="alert">
                {one.fault} <Button onClick={() => void send(one.file)}>重试</Button>{' '}
                <Button type="text" onClick={() => setSending((all) => all.filter((other) => other.file !== one.file))}>
                  不传了
                </Button>
              </span>
            ) : (
              <>
                正在上传“{one.name}”{' '}
                <progress value={one.share} max={1} aria-label={`正在上传${one.name}`}>
                  {Math.round(one.share * 100)}%
                </progress>{' '}
                <span className="meta">{Math.round(one.share * 100)}%</span>
              </>
            )}
          </li>
        ))}
      </ol>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="image/*,.pdf,.ofd,.doc,.docx,.xlsx,.wps"
        onChange={(event) => {
          take(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      {full ? (
        <p className="meta">已到{max}个，要换的先删去一个。</p>
      ) : (
        <Button id={id} onClick={() => input.current?.click()}>
          拍照或者选择文件
        </Button>
      )}
    </div>
  );
}
