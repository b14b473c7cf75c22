/** @jsxImportSource preact */
import type { GuideAnswer, PublicLine } from '@fadu/wire';
import { post } from '../api.js';
import { Link } from '../app/Link.js';
import { Page } from '../app/Page.js';
import { go } from '../app/router.js';
import { useSite } from '../app/site.js';
import { changeDraft } from '../form/drafts.js';
import { Counting } from '../parts/Counting.js';
import { AdviceList } from '../parts/parts.js';
import { useAsk } from '../parts/useAsk.js';
import { Waiting } from '../parts/Waiting.js';
import { dayText, leftText } from '../words.js';
import { answersOf } from './Guide.js';

const MARKS = { yes: '✓', doubt: '◔', no: '▲' } as const;

/** Plain words: whether, to whom, until when with the counting, and what else. A right is never closed here. */
export function GuideResult({ line }: { readonly line: PublicLine }) {
  const site = useSite();
  const answers = answersOf(line.code);
  const asked = useAsk(JSON.stringify(answers), () =>
    post<GuideAnswer>(`/public/lines/${line.code}/guide`, { answers }),
  );
  if (asked.state !== 'there') return <Waiting asked={asked} title={`${line.publicView.name}：能不能申请`} />;
  const result = asked.value;
  const count = line.publicView.guide.length;
  const apply = () => {
    changeDraft(line.code, ({ values }) => ({ values: merged(values, result.prefill) }));
    go(`/apply/${line.code}/1`);
  };
  return (
    <Page
      title={result.headline}
      over={`${line.publicView.name}：结果`}
      back={`/check/${line.code}/${Math.max(1, Object.keys(answers).length || count)}`}
    >
      <div class={`verdict ${result.verdict}`}>
        <p class="mark">
          <span aria-hidden="true">{MARKS[result.verdict]} </span>
          {{ yes: '可以申请', doubt: '可以申请，但有要说明的地方', no: '一般不能走这条路' }[result.verdict]}
        </p>
        {result.deadline && (
          <p class="due">
            {result.deadline.provisional ? '暂定' : '最晚'}
            <strong>{dayText(result.deadline.legalDue, site.today)}24时</strong>
            {leftText(result.deadline.legalDue, site.today)}
          </p>
        )}
        {result.organ && (
          <p>
            向谁申请：<strong>{result.organ}</strong>
          </p>
        )}
      </div>
      {result.deadline && <Counting how={result.deadline.how} />}
      {result.reasons.length > 0 && (
        <>
          <h2>为什么</h2>
          <AdviceList items={result.reasons} />
        </>
      )}
      {result.instead.length > 0 && (
        <>
          <h2>可以怎么办</h2>
          <ul class="advice">
            {result.instead.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </>
      )}
      <div class="go">
        {result.verdict === 'no' ? (
          <>
            <a class="button" href="tel:12348">
              打12348问一问
            </a>
            <p>
              您认为情况不是这样的，仍然可以申请，由办理机关决定。
              <button type="button" class="plain" onClick={apply}>
                仍要申请
              </button>
            </p>
          </>
        ) : (
          <button type="button" class="button" onClick={apply}>
            {result.verdict === 'yes' ? '开始申请' : '接着申请，写明理由'}
          </button>
        )}
        <p class="hint">
          以上按您的回答和今天的法律算出，供您参考；能不能受理由办理机关决定。{' '}
          <Link to={`/check/${line.code}/1`}>重新回答</Link>
        </p>
      </div>
    </Page>
  );
}

/** What is known from the answers goes into the form; groups are filled part by part. */
function merged(values: GuideAnswer['prefill'], known: GuideAnswer['prefill']): GuideAnswer['prefill'] {
  const result = { ...values };
  for (const [key, value] of Object.entries(known)) {
    const before = result[key];
    const bothGroups = [before, value].every((one) => one !== null && typeof one === 'object' && !Array.isArray(one));
    result[key] = bothGroups ? merged(before as typeof known, value as typeof known) : value;
  }
  return result;
}
