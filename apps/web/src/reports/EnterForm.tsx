import type { DisclosureRow } from '@fadu/wire';
import { Button } from 'antd';
import { useState } from 'react';
import { post, upload } from '../api/client.js';
import { Trouble } from '../Trouble.js';

const PLACES = [
  ['site', '政府网站'],
  ['press', '报刊'],
  ['both', '政府网站和报刊'],
] as const;

/** Registers where and when a report was made public; the file, when at hand, gives its digest. */
export function EnterForm({
  row,
  year,
  onDone,
  onCancel,
}: {
  row: DisclosureRow;
  year: number;
  onDone: () => void;
  onCancel: () => void;
}) {
  const [publishedOn, setPublishedOn] = useState(row.publishedOn ?? '');
  const [place, setPlace] = useState<string>(PLACES.find(([, name]) => name === row.place)?.[0] ?? 'site');
  const [address, setAddress] = useState(row.address ?? '');
  const [file, setFile] = useState<{ readonly name: string; readonly digest: string } | null>(
    row.digest === null ? null : { name: '', digest: row.digest },
  );
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await work();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  const take = (chosen: File) =>
    attempt(async () => {
      const { digest } = await upload<{ digest: string }>(chosen, () => undefined, '/disclosure/digest');
      setFile({ name: chosen.name, digest });
    });
  const send = () =>
    attempt(async () => {
      await post('/disclosure', {
        unit: row.unit,
        year,
        publishedOn,
        place,
        address,
        digest: file?.digest ?? null,
        fileName: file?.name || null,
      });
      onDone();
    });
  const id = `enter-${row.unit}`;
  return (
    <form
      className="report-enter"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>
        <strong>{row.name}</strong>
        {year}年度报告在哪里公开、哪一天公开
      </p>
      <p>
        <label className="label" htmlFor={`${id}-on`}>
          公开日
        </label>
        <input
          id={`${id}-on`}
          className="text-input"
          type="date"
          required
          value={publishedOn}
          onChange={({ target }) => setPublishedOn(target.value)}
        />
      </p>
      <p>
        <label className="label" htmlFor={`${id}-place`}>
          公开载体
        </label>
        <select id={`${id}-place`} value={place} onChange={({ target }) => setPlace(target.value)}>
          {PLACES.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label className="label" htmlFor={`${id}-address`}>
          {place === 'press' ? '报刊名称和版次' : '网址'}
        </label>
        <input
          id={`${id}-address`}
          className="text-input report-address"
          required
          maxLength={500}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
      </p>
      <p>
        <label className="label" htmlFor={`${id}-file`}>
          公开的文件<span className="optional">（选填，只计算摘要，不保存文件）</span>
        </label>
        <input
          id={`${id}-file`}
          type="file"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) void take(chosen);
          }}
        />
        {file && (
          <span className="meta">
            　摘要<code>{file.digest.slice(0, 8)}</code>
          </span>
        )}
      </p>
      {trouble !== undefined && <Trouble error={trouble} />}
      <div className="row-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          登记
        </Button>
        <Button type="text" onClick={onCancel}>
          不登记了
        </Button>
      </div>
    </form>
  );
}
