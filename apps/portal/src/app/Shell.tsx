/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { readAloud, stopReading, useCare } from '../device/care.js';
import { longDate } from '../words.js';
import { Link } from './Link.js';
import { href, useAddress } from './router.js';
import { useSite } from './site.js';

/** Head and foot of every page: who runs it, the large type, the telephone, always in the same places. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const site = useSite();
  const [care, setCare] = useCare();
  const path = href(useAddress().path);
  return (
    <>
      <a class="skip" href="#main">
        跳到正文
      </a>
      {site.host && (
        <p class="official">{site.sample ? `样例：${site.host}网站，内容均为虚构` : `${site.host}官方网站`}</p>
      )}
      <header>
        <div class="bar">
          <Link to="/" class="home">
            {site.name}
          </Link>
          {care && <ReadAloud />}
          <button type="button" class="plain care-switch" aria-pressed={care} onClick={() => setCare(!care)}>
            {care ? '回标准版' : '关怀版'}
          </button>
        </div>
      </header>
      <Connection />
      {children}
      <footer>
        <div class="foot">
          <p class="call">
            <span>
              需要帮助打<a href="tel:12348">12348</a>，24小时
            </span>
            {site.phone && (
              <span>
                {site.host ?? '本站'}
                <a href={`tel:${site.phone}`}>{site.phone}</a>
              </span>
            )}
          </p>
          <ul>
            <li>
              <Link to="/accessibility">无障碍声明</Link>
            </li>
            <li>
              <Link to="/sitemap">网站地图</Link>
            </li>
            <li>
              <Link to="/care">关怀版</Link>
            </li>
          </ul>
          <Identity />
          <p class="on-paper">{`打印日期：${longDate(site.today)}；网址：${location.origin}${path}`}</p>
        </div>
      </footer>
    </>
  );
}

/** 主办单位、标识码、备案: only what has been set; samples are marked as samples. */
function Identity() {
  const site = useSite();
  const facts: readonly (readonly [string, string | null])[] = [
    ['主办单位', site.host],
    ['政府网站标识码', site.siteId],
    ['ICP备案', site.icp],
    ['公安备案', site.police],
  ];
  const known = facts.filter((fact): fact is readonly [string, string] => fact[1] !== null);
  if (known.length === 0) return null;
  return (
    <p class="identity">
      {known.map(([name, text]) => (
        <span class="nb" key={name}>
          {name}：{text}
        </span>
      ))}
      {site.siteId && !site.sample && (
        <>
          <a
            class="nb"
            href={`https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${site.siteId}`}
            rel="noreferrer"
          >
            政府网站找错
          </a>
          <a class="nb" href={`https://bszs.conac.cn/sitename?id=${site.siteId}`} rel="noreferrer">
            党政机关标识
          </a>
        </>
      )}
    </p>
  );
}

function ReadAloud() {
  const { path } = useAddress();
  const [reading, set] = useState(false);
  const [able, can] = useState(true);
  // Another page: what was read is no longer there.
  useEffect(() => {
    stopReading();
    set(false);
  }, [path]);
  if (!able) return <span class="hint">本机没有朗读</span>;
  return (
    <button
      type="button"
      class="plain"
      onClick={() => {
        if (reading) stopReading();
        else if (!readAloud(() => set(false))) return can(false);
        set(!reading);
      }}
    >
      {reading ? '停止朗读' : '朗读'}
    </button>
  );
}

function Connection() {
  const [online, set] = useState(() => navigator.onLine);
  useEffect(() => {
    const read = () => set(navigator.onLine);
    addEventListener('online', read);
    addEventListener('offline', read);
    return () => {
      removeEventListener('online', read);
      removeEventListener('offline', read);
    };
  }, []);
  return (
    <p class={online ? 'spoken' : 'offline'} role="status">
      {online ? '' : '未联网：可以接着填，已填的内容存在本机。联网后再提交。'}
    </p>
  );
}
