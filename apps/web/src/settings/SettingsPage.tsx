import type { SettingsView, SettingView } from '@fadu/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { usePageTitle } from '../page-title.js';
import { TableScroll } from '../TableScroll.js';
import { Trouble, Waiting } from '../Trouble.js';
import { queryKeptAt } from './kept-at.js';
import { settingsQuery } from './queries.js';
import { SettingDetail } from './SettingDetail.js';
import './settings.css';

/** Points the law leaves open: how each is settled in a region, and one of them in full (`?code=`). */
export function SettingsPage() {
  const { code, region } = useSearch({ strict: false }) as { code?: string; region?: string };
  const query = useQuery(settingsQuery(region));
  const { data, error, refetch } = query;
  const chosen = data?.settings.find((one) => one.code === code);
  usePageTitle(chosen?.name, '设置');
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting what="取设置" />;
  return (
    <>
      {error && <Trouble error={error} onRetry={() => void refetch()} kept={queryKeptAt(query.dataUpdatedAt)} />}
      {code !== undefined && !chosen && <p role="alert">没有这一项设置，下面是全部设置。</p>}
      {chosen ? <SettingDetail key={chosen.code} setting={chosen} view={data} /> : <SettingsList view={data} />}
    </>
  );
}

function SettingsList({ view }: { view: SettingsView }) {
  const groups = [...new Set(view.settings.map((one) => one.lineName))];
  return (
    <>
      <div className="page-head">
        <h1>设置</h1>
        <RegionChoice view={view} />
      </div>
      <p className="hint">
        法律没有规定、各地做法不一的口径。由规则管理员按地区设定，自某日起用；用到的期限标※，已经开始的期限不改动。
      </p>
      {groups.map((group) => (
        <section key={group} className="board">
          <h2>{group}</h2>
          <TableScroll name={group}>
            <table className="plain stacked settings-table">
              <thead>
                <tr>
                  <th scope="col">口径</th>
                  <th scope="col">现在怎么办</th>
                  <th scope="col">由谁设定</th>
                  <th scope="col">用到的（项）</th>
                </tr>
              </thead>
              <tbody>
                {view.settings
                  .filter((one) => one.lineName === group)
                  .map((one) => (
                    <SettingRow key={one.code} setting={one} region={view.region} />
                  ))}
              </tbody>
            </table>
          </TableScroll>
        </section>
      ))}
    </>
  );
}

function SettingRow({ setting, region }: { setting: SettingView; region: string }) {
  const next = setting.coming.at(-1);
  return (
    <tr>
      <td>
        <Link to="/settings" search={{ code: setting.code, region } as never}>
          {setting.name}
        </Link>
        <div className="meta">{setting.question}</div>
      </td>
      <td data-label="现在怎么办">
        {setting.valueText}
        {next && (
          <div className="meta">
            <span className="nb">{next.from}</span>起：{next.valueText}（{next.regionName}）
          </div>
        )}
      </td>
      <td data-label="由谁设定">{decidedWords(setting)}</td>
      <td data-label="用到的（项）">{setting.readers.length}</td>
    </tr>
  );
}

export const decidedWords = ({ decided }: SettingView): string =>
  decided ? `${decided.regionName}，${decided.from}起` : '平台默认';

/** The region read; several only for who keeps the rules of several. */
export function RegionChoice({ view }: { view: SettingsView }) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, string>;
  if (view.mine.length < 2) return <span className="meta">{view.regionName}</span>;
  const known = view.mine.some((one) => one.code === view.region);
  return (
    <label className="meta">
      地区{' '}
      <select
        className="text-input region-choice"
        value={view.region}
        onChange={(event) =>
          void navigate({ to: '/settings', search: { ...search, region: event.target.value } as never })
        }
      >
        {!known && <option value={view.region}>{view.regionName}</option>}
        {view.mine.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}
