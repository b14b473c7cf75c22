import type { DescribeBody, ReadingDesk, ReadReport } from '@fadu/wire';
import { LEVEL_WORDS } from '@fadu/wire/reading-words';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf, post } from '../api/client.js';
import { momentWords } from '../words.js';
import { deskKey } from './queries.js';

type Said = Omit<DescribeBody, 'revision'>;

/** Whose report it is, of which year, and where it was published: read from its first lines, said by a person. */
export function ReportForm({ report }: { report: ReadReport }) {
  const { title, publisher, place, level, within, year, url, publishedOn, revision } = report;
  const [said, setSaid] = useState<Said>({ title, publisher, place, level, within, year, url, publishedOn });
  const [year4, setYear4] = useState(year === null ? '' : String(year));
  const [wrong, setWrong] = useState('');
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (body: Said) => post<ReadingDesk>(`/reading/${report.id}/describe`, { revision, ...body }),
    onSuccess: (view) => {
      client.setQueryData(deskKey(report.id), view);
      void client.invalidateQueries({ queryKey: ['reading'] });
      void client.invalidateQueries({ queryKey: ['findings'] });
    },
  });
  const field = (
    name: 'title' | 'publisher' | 'place' | 'within' | 'url',
    label: string,
    max: number,
    hint?: string,
  ) => (
    <p className="field">
      <label className="label" htmlFor={`report-${name}`}>
        {label}
        <span className="optional">（选填）</span>
      </label>
      {hint && (
        <span className="hint" id={`report-${name}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={`report-${name}`}
        className="text-input"
        maxLength={max}
        disabled={!report.mayEdit}
        aria-describedby={hint && `report-${name}-hint`}
        value={said[name] ?? ''}
        onChange={(event) => setSaid({ ...said, [name]: event.target.value.trim() === '' ? null : event.target.value })}
      />
    </p>
  );
  const send = () => {
    if (year4 !== '' && !/^(19|20)\d\d$/.test(year4)) return setWrong('年度写四位数字，如2023。');
    if (said.url !== null && !/^https?:\/\/\S+$/.test(said.url)) return setWrong('网址以http://或者https://开头。');
    setWrong('');
    save.mutate({ ...said, year: year4 === '' ? null : Number(year4) });
  };
  return (
    <form
      className="board report-form"
      aria-label="报告登记"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) send();
      }}
    >
      <p className="hint">由报告开头读出，请核对。年度和地区登记以后，才能与其他报告比较。</p>
      {field('title', '标题', 120)}
      {field('publisher', '公布机关', 60)}
      <div className="figure-pair">
        {field('place', '地区', 30, '与报告写法一致')}
        <p className="field">
          <label className="label" htmlFor="report-level">
            级别<span className="optional">（选填）</span>
          </label>
          <select
            id="report-level"
            disabled={!report.mayEdit}
            value={said.level ?? ''}
            onChange={(event) =>
              setSaid({ ...said, level: event.target.value === '' ? null : (event.target.value as Said['level']) })
            }
          >
            <option value="">没有登记</option>
            {Object.entries(LEVEL_WORDS).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </p>
        {field('within', '上级地区', 30, '整体与部分据此核查')}
        <p className="field">
          <label className="label" htmlFor="report-year">
            年度<span className="optional">（选填）</span>
          </label>
          <input
            id="report-year"
            className="text-input"
            inputMode="numeric"
            maxLength={4}
            disabled={!report.mayEdit}
            value={year4}
            onChange={(event) => setYear4(event.target.value.trim())}
          />
        </p>
      </div>
      {field('url', '网址', 500)}
      <p className="field">
        <label className="label" htmlFor="report-published">
          公布日期<span className="optional">（选填）</span>
        </label>
        <input
          id="report-published"
          className="text-input"
          type="date"
          disabled={!report.mayEdit}
          value={said.publishedOn ?? ''}
          onChange={(event) => setSaid({ ...said, publishedOn: event.target.value === '' ? null : event.target.value })}
        />
      </p>
      <p className="meta">
        文件 {report.name}，{report.uploadedBy} {momentWords(report.uploadedAt)}上传；SM3 <code>{report.digest}</code>
      </p>
      {(wrong || save.error) && (
        <p role="alert" className="error-text">
          {wrong || messageOf(save.error, '没有保存，请再试。')}
        </p>
      )}
      {report.mayEdit && (
        <div className="row-actions">
          <button type="submit" className="button primary" disabled={save.isPending}>
            {save.isPending ? '正在保存…' : '保存登记'}
          </button>
        </div>
      )}
    </form>
  );
}
