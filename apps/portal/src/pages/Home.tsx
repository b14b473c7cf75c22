/** @jsxImportSource preact */
import type { LawStatus, PublicHoldings, PublicLineRow } from '@fadu/wire';
import { useState } from 'preact/hooks';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useSite } from '../app/site.js';
import { device } from '../device/kept.js';
import { draftNames, readDraft } from '../form/drafts.js';
import { useAsk } from '../parts/useAsk.js';
import { recognise } from './recognise.js';

export function Home() {
  const site = useSite();
  const asked = useAsk('lines', () => get<PublicLineRow[]>('/public/lines'));
  const lines = asked.state === 'there' ? asked.value : [];
  const holdings = useAsk('holdings', () => get<PublicHoldings>('/public/figures'));
  const base = useAsk('law', () => get<LawStatus>('/public/law/status'));
  return (
    <Page title="您要办什么事" wide>
      <Search />
      <Unfinished lines={lines} />
      {asked.state === 'waiting' && <p role="status">正在打开…</p>}
      {asked.state === 'failed' && (
        <div role="alert" class="problem">
          <p>{asked.error.problem.title}</p>
          <button type="button" class="secondary" onClick={asked.again}>
            再试一次
          </button>
        </div>
      )}
      <ul class="tasks">
        {lines.map((line) => (
          <li key={line.code}>
            <Link to={line.guided ? `/check/${line.code}` : `/apply/${line.code}`}>
              <strong>{line.publicName}</strong>
              <span>{line.guided ? '先看能不能申请、向谁申请、来不来得及' : line.intro}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/track">
            <strong>查办理进度</strong>
            <span>用收件编号和查询码，看办到哪一步、要您办什么</span>
          </Link>
        </li>
        {/* A column without content is not published. */}
        {base.state === 'there' && base.value.laws > 0 && (
          <li>
            <Link to="/law">
              <strong>查法规</strong>
              <span>可以看任何一天有效的文本</span>
            </Link>
          </li>
        )}
        {holdings.state === 'there' && holdings.value.reports > 0 && (
          <li>
            <Link to="/reports">
              <strong>年度报告</strong>
              <span>法治政府建设年度报告，每个数都可以看口径</span>
            </Link>
          </li>
        )}
        {holdings.state === 'there' && holdings.value.years.length > 0 && (
          <li>
            <Link to="/data">
              <strong>开放数据</strong>
              <span>各地各年的数，可以下载，附口径和数据字典</span>
            </Link>
          </li>
        )}
        <li>
          <Link to="/verify">
            <strong>验证文书</strong>
            <span>用文书上的核验码或者二维码，看是不是真的、改没改过</span>
          </Link>
        </li>
        <li>
          <a href="tel:12348">
            <strong>我有纠纷，打12348</strong>
            <span>法律咨询、法律援助、人民调解，24小时，不收费</span>
          </a>
        </li>
        {site.phone && (
          <li>
            <a href={`tel:${site.phone}`}>
              <strong>问办理单位</strong>
              <span>{`${site.host ?? site.name} ${site.phone}`}</span>
            </a>
          </li>
        )}
      </ul>
    </Page>
  );
}

/** One field for the two numbers people hold in their hands. */
function Search() {
  const [text, type] = useState('');
  const [problem, say] = useState('');
  return (
    <form
      class="search"
      aria-label="查文书或者查进度"
      onSubmit={(event) => {
        event.preventDefault();
        const found = recognise(text);
        if (found.kind === 'code') go(`/verify/${found.text}`);
        else if (found.kind === 'receipt') go(`/track?receipt=${encodeURIComponent(found.text)}`);
        else say(found.text);
      }}
    >
      <label for="search">收件编号、文书核验码</label>
      <span class="find">
        <input
          id="search"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          {...(problem && { 'aria-describedby': 'search-problem' })}
        />
        <button type="submit" class="secondary">
          查
        </button>
      </span>
      <p id="search-problem" role="alert" class={problem ? 'fault' : ''}>
        {problem}
      </p>
    </form>
  );
}

/** What was begun on this device and not sent. */
function Unfinished({ lines }: { readonly lines: readonly PublicLineRow[] }) {
  const drafts = draftNames().flatMap((name) => {
    const line = lines.find((one) => one.code === name);
    return line ? [{ line, at: readDraft(name).savedAt }] : [];
  });
  if (drafts.length === 0) return null;
  return (
    <section class="note" aria-label="没有提交的申请">
      {drafts.map(({ line, at }) => (
        <p key={line.code}>
          您在本机填过“{line.publicName}”，还没有提交（{savedText(at)}）。{' '}
          <Link to={`/apply/${line.code}/${device.read<string>(`place.${line.code}`) ?? '1'}`}>接着填</Link>
        </p>
      ))}
    </section>
  );
}

export function savedText(savedAt: string): string {
  const at = new Date(savedAt);
  const time = `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
  return at.toDateString() === new Date().toDateString()
    ? `${time}已存本机`
    : `${at.getMonth() + 1}月${at.getDate()}日${time}已存本机`;
}
