/** @jsxImportSource preact */
import type { PublicLineRow } from '@fadu/wire';
import { useEffect } from 'preact/hooks';
import { get } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { useSite } from '../app/site.js';
import { useCare } from '../device/care.js';
import { useAsk } from '../parts/useAsk.js';

/** `/care` as an address to hand on: switches the large type on. */
export function Care() {
  const [care, setCare] = useCare();
  useEffect(() => setCare(true), []);
  return (
    <Page title="关怀版" back="/">
      <p>字更大，按钮更大，每页可以朗读。内容与标准版完全一样。（也叫长辈版）</p>
      <p role="status">{care ? '关怀版已打开，本机以后都用它。' : '现在是标准版。'}</p>
      <div class="go">
        <Link to="/" class="button">
          回首页办事
        </Link>
        <button type="button" class="secondary" onClick={() => setCare(!care)}>
          {care ? '回标准版' : '打开关怀版'}
        </button>
      </div>
    </Page>
  );
}

export function Accessibility() {
  const site = useSite();
  return (
    <Page title="无障碍声明" back="/">
      <p>{site.name}按照WCAG 2.2 AA级的要求建设：</p>
      <ul class="advice">
        <li>只用键盘就能办完每件事，焦点看得见；</li>
        <li>每页有一个标题，表单有标签，出错时先列出错处，点一下就到；</li>
        <li>字放大到两倍，或者屏幕窄到320像素，不用左右移动；</li>
        <li>不靠颜色说明意思，黑白打印也能看懂；</li>
        <li>没有弹窗、轮播和限时，不要求滑动拼图；</li>
        <li>
          <Link to="/care">关怀版</Link>字和按钮更大，每页可以朗读。
        </li>
      </ul>
      <p>
        有地方用不了的，请打<a href="tel:12348">12348</a>
        {site.phone && (
          <>
            或者<a href={`tel:${site.phone}`}>{site.phone}</a>
          </>
        )}
        ，也可以到窗口当面办，或者口头申请。
      </p>
    </Page>
  );
}

export function SiteMap() {
  const asked = useAsk('lines', () => get<PublicLineRow[]>('/public/lines'));
  const lines = asked.state === 'there' ? asked.value : [];
  return (
    <Page title="网站地图" back="/">
      <ul class="advice">
        {lines.map((line) => (
          <li key={line.code}>
            <Link to={`/apply/${line.code}`}>{line.publicName}</Link>
            {line.guided && (
              <>
                ，<Link to={`/check/${line.code}`}>先看能不能申请</Link>
              </>
            )}
          </li>
        ))}
        <li>
          <Link to="/track">查办理进度</Link>
        </li>
        <li>
          <Link to="/law">查法规</Link>
        </li>
        <li>
          <Link to="/reports">年度报告</Link>
        </li>
        <li>
          <Link to="/data">开放数据和指标口径</Link>
        </li>
        <li>
          <Link to="/verify">验证文书</Link>
        </li>
        <li>
          <Link to="/care">关怀版</Link>
        </li>
        <li>
          <Link to="/accessibility">无障碍声明</Link>
        </li>
      </ul>
    </Page>
  );
}

export function NotFound() {
  return (
    <Page title="没有这个页面" back="/">
      <p>地址可能抄错了。二维码打不开的，可以直接填核验码。</p>
      <div class="go">
        <Link to="/verify" class="button">
          验证文书
        </Link>
        <Link to="/" class="secondary">
          回首页
        </Link>
      </div>
    </Page>
  );
}
