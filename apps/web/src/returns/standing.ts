import type { ReturnStatus } from '@fadu/wire';

const DAY = 86_400_000;

/** Where a unit stands, in words: 逾期3日，填报中 · 没有布置. */
export function standing({ stateName, late, dueOn, submittedOn, filled }: ReturnStatus, today: string): string {
  if (stateName === null) return '没有布置';
  const words = submittedOn === null && filled === 0 ? '没有开始填' : stateName;
  if (!late || dueOn === null) return words;
  return `逾期${Math.round((Date.parse(today) - Date.parse(dueOn)) / DAY)}日，${words}`;
}

/** 应报6个单位：已审定1，待审核1，逾期1，填报中2，已退回1；没有布置1个. */
export function countsOf(units: readonly ReturnStatus[]): string {
  const asked = units.filter(({ stateName }) => stateName !== null);
  const kinds = new Map<string, number>();
  for (const { late, stateName } of asked) {
    const kind = late ? '逾期' : stateName!;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const parts = [...kinds].map(([kind, count]) => `${kind}${count}`);
  const unasked = units.length - asked.length;
  return `布置了${asked.length}个单位${parts.length > 0 ? `：${parts.join('，')}` : ''}${unasked > 0 ? `；没有布置的${unasked}个` : ''}。`;
}
