import type { SettingsView, SettingView } from '@fadu/wire';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { TableScroll } from '../TableScroll.js';
import { momentWords } from '../words.js';
import { ChangeSetting } from './ChangeSetting.js';
import { RegionChoice } from './SettingsPage.js';

const KINDS = { clock: '期限', action: '操作', document: '文书' } as const;

/** One point in full: what is open, how it stands, what rests on it, every decision about it, and the form to settle it. */
export function SettingDetail({ setting, view }: { setting: SettingView; view: SettingsView }) {
  const [done, setDone] = useState('');
  const { decided } = setting;
  return (
    <>
      <div className="page-head">
        <h1>{setting.name}</h1>
        <RegionChoice view={view} />
      </div>
      <p>
        <Link to="/settings" search={{ region: view.region } as never}>
          ‹ 全部设置
        </Link>
      </p>
      {done && (
        <p role="status" className="note done-note">
          {done}
        </p>
      )}
      <section className="board">
        <h2>现在怎么办</h2>
        <dl className="setting-facts">
          <dt>{view.regionName}</dt>
          <dd>
            <strong>{setting.valueText}</strong>
            {decided
              ? `　${decided.regionName}自${decided.from}起设定：${decided.reason}`
              : '　平台默认，没有地区另行规定'}
          </dd>
          <dt>没有规定的</dt>
          <dd>{setting.question}</dd>
          <dt>有关条文</dt>
          <dd>
            {setting.basis.map((basis, index) => (
              <span key={basis.text}>
                {index > 0 && '、'}
                <Link to="/law" search={{ q: basis.text } as never}>
                  {basis.text}
                </Link>
              </span>
            ))}
          </dd>
          {decided && (
            <>
              <dt>平台默认</dt>
              <dd>{setting.otherwiseText}</dd>
            </>
          )}
        </dl>
      </section>
      <section className="board">
        <h2>用到的</h2>
        {setting.readers.length === 0 ? (
          <p className="empty">没有期限、操作或者文书用到。</p>
        ) : (
          <TableScroll name="用到的">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">业务</th>
                  <th scope="col">类别</th>
                  <th scope="col">名称</th>
                </tr>
              </thead>
              <tbody>
                {setting.readers.map((one) => (
                  <tr key={`${one.lineName}/${one.kind}/${one.code}`}>
                    <td>{one.lineName}</td>
                    <td>{KINDS[one.kind]}</td>
                    <td>{one.name}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </section>
      {view.mine.some((one) => one.code === view.region) ? (
        <ChangeSetting setting={setting} view={view} onDone={setDone} />
      ) : (
        <p className="hint">由{view.regionName}或者上级的规则管理员改定。</p>
      )}
      <section className="board">
        <h2>历次设定</h2>
        {setting.history.length === 0 ? (
          <p className="empty">没有地区设定过，一直按平台默认。</p>
        ) : (
          <TableScroll name="历次设定">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">起用</th>
                  <th scope="col">地区</th>
                  <th scope="col">设定</th>
                  <th scope="col">理由</th>
                  <th scope="col">设定人</th>
                  <th scope="col">记录时间</th>
                  <th scope="col">存证</th>
                </tr>
              </thead>
              <tbody>
                {setting.history.map((one) => (
                  <tr key={`${one.region}/${one.from}/${one.at}`}>
                    <td className="nb">{one.from}</td>
                    <td>{one.regionName}</td>
                    <td>{one.valueText}</td>
                    <td>{one.reason}</td>
                    <td>
                      {one.byName}（{one.orgName}·{one.postName}）
                    </td>
                    <td className="nb">{momentWords(one.at)}</td>
                    <td className="nb">{one.leaf === null ? '正在存证' : `${one.region}日志第${one.leaf}条`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </section>
    </>
  );
}
