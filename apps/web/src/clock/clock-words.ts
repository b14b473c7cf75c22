import type { ClockView } from '@fadu/wire';

/** What a clock chip shows: icon and words, never a colour or a bare date alone. */
export interface ClockWords {
  readonly icon: string;
  readonly text: string;
  /** For the eye that listens. */
  readonly spoken: string;
  readonly tone: 'normal' | 'soon' | 'today' | 'late' | 'paused' | 'done' | 'void';
}

const UNITS: Readonly<Record<ClockView['unit'], string>> = {
  workday: '个工作日',
  day: '日',
  month: '日',
  year: '日',
  hour: '小时',
};

/** 10月10日; with the year when it is not this one. */
export function shortDate(date: string, today: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${date.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${day}日`;
}

/** What happens when it runs out decides the verb. */
function verbOf(clock: ClockView): string {
  if (clock.atExpiry) return `届满${clock.atExpiry}`;
  switch (clock.expiry) {
    case 'deemed':
      return `届满${clock.acts ?? '视为办理'}`;
    case 'lapse':
      return clock.holder === 'organ' ? '届满自动解除' : '届满丧失权利';
    case 'right':
      return '届满不能再提出';
    case 'wait':
      return '满，次日起可办';
    case 'backward':
      return '最迟通知';
    case 'promise':
      return '承诺日';
    case 'duty':
      return '届满';
  }
}

/** Words of one chip, as the law's own unit counts: today excluded, the last day included, never 剩0. */
export function clockWords(clock: ClockView, today: string): ClockWords {
  const { tone, amount, leftAfterResume } = clock.standing;
  const unit = UNITS[clock.unit];
  const date = shortDate(clock.legalDue, today);
  const other = clock.mine
    ? ''
    : clock.holder === 'court'
      ? '法院'
      : clock.holder === 'party'
        ? '申请人'
        : clock.holder === 'other'
          ? '有关机关'
          : '对方';
  const mark = clock.unverified === null && clock.rests.length === 0 ? '' : '※';
  const verb = verbOf(clock);
  const due =
    clock.expiry === 'backward' ? `${verb}${date}` : clock.provisional ? `暂定${date}${verb}` : `${date}${verb}`;
  const spoken = (text: string): string => `${other === '' ? '' : `${other}期限：`}${clock.name}期限，${text}`;
  if (clock.outcome === 'void') return { icon: '–', text: '不再适用', spoken: spoken('不再适用'), tone: 'void' };
  if (clock.outcome === 'waived')
    return { icon: '–', text: `期满未行使·${date}`, spoken: spoken(`${date}期满，没有行使`), tone: 'void' };
  switch (tone) {
    case 'done': {
      const text =
        amount > 0 ? `超期${amount}${unit}办结` : `按期·${shortDate(clock.stoppedOn ?? clock.legalDue, today)}`;
      return { icon: '✓', text, spoken: spoken(text), tone: 'done' };
    }
    case 'paused': {
      const text = `已中止${amount}日，恢复后剩${leftAfterResume ?? 0}${unit}`;
      return { icon: '‖', text, spoken: spoken(text), tone: 'paused' };
    }
    case 'late':
      if (clock.expiry === 'right' || clock.expiry === 'wait')
        return { icon: '✓', text: `已满·${date}`, spoken: spoken(`${date}已满`), tone: 'normal' };
      return {
        icon: '▲',
        text: `${other}超期${amount}${unit}·${date}届满${mark}`,
        spoken: spoken(`已超期${amount}${unit}，应于${clock.legalDue}届满`),
        tone: 'late',
      };
    case 'today':
      return {
        icon: '●',
        text: `${other}今日24时届满${clock.expiry === 'deemed' ? `，届满${clock.acts ?? '视为办理'}` : ''}${mark}`,
        spoken: spoken('今日24时届满'),
        tone: 'today',
      };
    case 'soon':
    case 'normal': {
      const past = tone === 'soon' && today > clock.targetDue;
      const left = past ? '已过内控日' : `${other}剩${amount}${unit}`;
      return {
        icon: clock.mine ? (tone === 'soon' ? '◔' : '○') : '◌',
        text: `${left}·${due}${mark}`,
        spoken: spoken(`剩余${amount}${unit}，${clock.legalDue}届满${tone === 'soon' ? '，临近' : ''}`),
        tone,
      };
    }
  }
}
