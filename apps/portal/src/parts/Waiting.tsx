/** @jsxImportSource preact */
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import type { Asked } from './useAsk.js';

/** The page until its content is there, and when it does not come. */
export function Waiting({
  asked,
  title,
  back = { to: '/', name: '回首页' },
}: {
  readonly asked: Exclude<Asked<unknown>, { state: 'there' }>;
  readonly title: string;
  /** Where to go when it is not there. */
  readonly back?: { readonly to: string; readonly name: string };
}) {
  if (asked.state === 'waiting')
    return (
      <main id="main" class="wrap">
        <p role="status">正在打开…</p>
      </main>
    );
  return (
    <Page title={title}>
      <p role="alert">{asked.error.problem.title}</p>
      <p>
        {asked.error.status === 404 ? (
          <Link to={back.to} class="button">
            {back.name}
          </Link>
        ) : (
          <button type="button" class="button" onClick={asked.again}>
            再试一次
          </button>
        )}
      </p>
    </Page>
  );
}
