import { guard } from '@fadu/procedure';
import { FY, MS } from '../statutes.js';
import { dateText, idsOf, textOf } from './facts.js';

export const settlementAllowed = guard('reconsideration.settlement_not_allowed', FY(74), ({ data }) => {
  const settlement = data.settlement as { voluntary?: boolean; lawful?: boolean } | undefined;
  return settlement?.voluntary === true && settlement.lawful === true
    ? undefined
    : '不能准许撤回：须出于申请人真实意愿，并且不损害国家利益、社会公共利益和他人合法权益（《行政复议法》第七十四条）。可以继续审理。';
});

export const sixtyDaysPassed = guard('reconsideration.terminate_early', FY(41, undefined, 5), ({ data, clock, on }) => {
  if (data.terminationGround !== 'sixtyDays') return undefined;
  const state = clock('suspension-max');
  return state && on > state.legalDue
    ? undefined
    : `不能终止：中止未满六十日${state ? `，${dateText(state.legalDue)}届满，次日起可以终止` : ''}（《行政复议法》第四十一条第五项）。可以在届满后办理。`;
});

export const servedAfterDecision = guard('reconsideration.service_order', FY(75), ({ data }) => {
  const [decided, served] = [textOf(data, 'decidedOn'), textOf(data, 'servedOn')];
  return served !== '' && decided !== '' && served < decided
    ? { message: `不能登记送达：送达日${dateText(served)}早于决定日${dateText(decided)}。请核对。`, field: 'servedOn' }
    : undefined;
});

export const consentToElectronic = guard('service.consent_missing', MS(90), ({ data }) =>
  data.serving === 'electronic' && idsOf(data, 'servingConsent').length === 0
    ? {
        message:
          '不能电子送达：没有受送达人事先签署的确认书（《民事诉讼法》第九十条）。请补交确认书，或者改用其他方式。',
        field: 'servingConsent',
      }
    : undefined,
);

export const redactedFirst = guard('reconsideration.not_redacted', FY(79, 1), ({ data }) =>
  data.redacted === true
    ? undefined
    : {
        message: '不能公开：没有确认已隐去个人信息和依法不公开的内容（《行政复议法》第七十九条第一款）。请先隐去。',
        field: 'redacted',
      },
);

export const sameActAgain = guard('reconsideration.same_act_again', FY(64, 2), ({ data }) =>
  data.redo === true && data.redoneSameFacts === true && data.outcomeGround !== 'procedure'
    ? {
        message:
          '不能登记为已履行：不得以同一事实和理由作出与原行为相同或者基本相同的行为（《行政复议法》第六十四条第二款）。可以责令被申请人履行。',
        field: 'redoneSameFacts',
      }
    : undefined,
);
