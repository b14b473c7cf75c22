import type { JsonObject, PlainDate } from '@fadu/kernel';
import type { Application } from './application.js';

/** How a reconsideration of the demonstration ends. */
export type Ending =
  | 'UPHOLD'
  | 'REVOKE'
  | 'MODIFY'
  | 'CONFIRM_ILLEGAL'
  | 'ORDER_PERFORM'
  | 'DISMISS_REQUEST'
  | 'DISMISS_APPLICATION'
  | 'MEDIATION'
  | 'SETTLED'
  | 'WITHDRAWN'
  | 'TERMINATED'
  | 'REFUSED'
  | 'ABANDONED';

export type Decided = 'UPHOLD' | 'REVOKE' | 'MODIFY' | 'CONFIRM_ILLEGAL' | 'ORDER_PERFORM' | 'DISMISS_REQUEST';

const REASONS: Readonly<Record<Decided, readonly [ground: string, text: string]>> = {
  UPHOLD: [
    'none',
    '被申请人认定事实清楚，证据确凿，适用依据正确，程序合法，内容适当。申请人的理由没有证据支持，不能成立。',
  ],
  REVOKE: ['facts', '被申请人对影响处理结果的主要事实没有查清，现有证据不足以支持所认定的事实，应当撤销后重新处理。'],
  MODIFY: [
    'content',
    '事实清楚、证据确凿、程序合法，但没有考虑申请人初次违法、及时改正的情节，数额明显偏高，应当变更。',
  ],
  CONFIRM_ILLEGAL: [
    'nothingToRevoke',
    '被申请人没有履行法定的告知步骤，违反法定程序；行为已经执行完毕，撤销没有可以恢复的内容，应当确认违法。',
  ],
  ORDER_PERFORM: [
    'none',
    '处理申请是被申请人的法定职责。被申请人收到申请后没有在期限内处理，也没有说明理由，应当责令其履行。',
  ],
  DISMISS_REQUEST: ['performed', '被申请人已经履行了法定职责，申请人的请求没有依据。'],
};

/** The form of a draft decision. */
export function draftOf(application: Application, ending: Decided, receivedOn: PlainDate): JsonObject {
  const { kind, agencyName, docNumber, yuan } = application;
  const act = `${agencyName}作出的${kind.name}${docNumber === undefined ? '' : `（${docNumber}）`}`;
  const operative: Readonly<Record<Decided, string>> = {
    UPHOLD: `维持${act}。`,
    REVOKE: `撤销${act}，责令被申请人自收到本决定书之日起60日内重新作出处理。`,
    MODIFY: `将${act}中的罚款${yuan ?? 0}元变更为${Math.max(10, Math.round((yuan ?? 0) / 20) * 10)}元。`,
    CONFIRM_ILLEGAL: `确认${act}违法。`,
    ORDER_PERFORM: '责令被申请人自收到本决定书之日起60日内对申请人的申请作出处理，并书面答复申请人。',
    DISMISS_REQUEST: '驳回申请人的行政复议请求。',
  };
  const [ground, reasons] = REASONS[ending];
  // 不具有可撤销内容 is a ground since the law of 2023; before, the fault in procedure itself is.
  const outcomeGround = ground === 'nothingToRevoke' && receivedOn < '2024-01-01' ? 'procedure' : ground;
  return {
    proposed: ending,
    outcomeGround,
    ...(ending === 'REVOKE' && { redo: true }),
    ...(ending === 'MODIFY' && { worse: false }),
    factsFound: kind.found,
    reasons,
    operative: operative[ending],
  };
}

export const MEDIATED =
  '一、被申请人对本案处理结果作相应调整；二、申请人自收到调整后的处理结果之日起不再就同一事项提出请求；三、各方对协议内容没有其他争议。';
export const REFUSALS = [
  ['petition', '所申请的事项是对信访事项的处理意见，对申请人的权利义务不产生新的实际影响，不属于行政复议范围。'],
  ['guidance', '所申请的是被申请人的提醒告知，不具有强制力，不属于行政复议范围。'],
  ['supervision', '所申请的是上级机关对下级机关层级监督的答复，不属于行政复议范围。'],
  ['preparation', '所申请的是作出行政行为前的调查通知，尚未对申请人的权利义务作出处理，不属于行政复议范围。'],
] as const;
