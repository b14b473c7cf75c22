import { chineseDate, daysBetween, type PlainDate } from '@fadu/kernel';
import { amountOf, countClock, type Facts, guard, inOrder, isPaused } from '@fadu/procedure';
import { clocks } from './clocks.js';
import { fields } from './fields.js';
import { XS } from './statutes.js';

/** The last day to sue, unless it rests while the dispute is mediated. */
function lastDay({ clock, data, calendar, settings, action }: Facts): PlainDate | undefined {
  const running = clock('sue-deadline');
  if (running) return isPaused(running) && action !== 'close' ? undefined : running.legalDue;
  if (settings.suitPause === 'stops' || typeof data.suitFrom !== 'string') return undefined;
  const given = { ...data, $setting: settings };
  const counted = countClock({
    clock: clocks['sue-deadline'],
    data: given,
    from: data.suitFrom as PlainDate,
    calendar,
  });
  return counted.ok ? counted.value.legalDue : undefined;
}

/** A resolved dispute is recorded as resolved. */
export const resolvedElsewhere = guard('prelit.result_step', XS(60), ({ data }) =>
  data.result === 'resolved'
    ? {
        message: '不能在这里登记化解：化解须有协议内容（《行政诉讼法》第六十条）。可以用“登记化解”办理。',
        field: 'result',
      }
    : undefined,
);

export const deadlineNear = guard(
  'prelit.deadline_near',
  [XS(46, 1), XS(45)],
  (facts) => {
    const due = lastDay(facts);
    if (due === undefined) return undefined;
    const left = daysBetween(facts.today, due);
    if (left > amountOf(facts.settings, 'warningDays')) return undefined;
    const message =
      left < 0
        ? `起诉期限已于${chineseDate(due)}届满（《行政诉讼法》第四十五条、第四十六条）。可以继续化解，并请当事人核对有无不计入期限的情形。`
        : `起诉期限将于${chineseDate(due)}届满，还有${left}日（《行政诉讼法》第四十五条、第四十六条）。请告知当事人及时起诉。`;
    return { message, facts: { legalDue: due, left } };
  },
  'info',
  [],
  ['warningDays', 'suitPause'],
);

const order = (earlier: string, later: string) =>
  inOrder('prelit.date_order', fields, { earlier, later, basis: XS(60) });
/** Which day cannot lie before which, by the step that records the later one. */
export const registeredInOrder = order('act.madeOn', 'suitFrom');
export const sessionInOrder = order('registeredOn', 'sessions.on');
export const closedInOrder = order('registeredOn', 'closedOn');
