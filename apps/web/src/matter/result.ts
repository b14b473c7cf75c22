import type { ClockView, MatterView } from '@fadu/wire';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { shortDate } from '../clock/clock-words.js';

export interface StepResult {
  readonly seq: number;
  readonly text: string;
}

/** The step just taken in a matter, shown where it was taken. */
export const resultQuery = (id: string) =>
  queryOptions({
    queryKey: ['result', id],
    queryFn: async () => null as StepResult | null,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Puts the new matter in place and says what came of the step. */
export function keepResult(client: QueryClient, before: MatterView, after: MatterView, name: string): void {
  client.setQueryData(['matter', after.id], after);
  client.setQueryData<StepResult>(['result', after.id], { seq: after.revision, text: resultText(before, after, name) });
  void client.invalidateQueries({ queryKey: ['matters'] });
  void client.invalidateQueries({ queryKey: ['overview'] });
}

/** 已发送副本。答复期限2026年12月9日届满。答复通知书。 */
export function resultText(before: Pick<MatterView, 'clocks' | 'documents'>, after: MatterView, name: string): string {
  const known = new Map(before.clocks.map((clock) => [clock.code, clock]));
  const clocks = after.clocks.flatMap((clock) => clockChange(known.get(clock.code), clock, after.openedOn));
  const old = new Set(before.documents.map((document) => document.id));
  const documents = after.documents
    .filter((document) => !old.has(document.id))
    .map((document) => `${document.name}${document.number ? ` ${document.number}` : ''}`);
  return [
    `已${name}`,
    ...clocks,
    documents.length > 0 ? `文书：${documents.join('、')}` : '',
    after.pending && !('pending' in before && before.pending) ? '等待审批' : '',
  ]
    .filter((part) => part !== '')
    .join('。')
    .concat('。');
}

function clockChange(before: ClockView | undefined, now: ClockView, today: string): string[] {
  if (now.outcome !== null)
    return before && before.outcome === null && now.outcome !== 'void' && now.outcome !== 'waived'
      ? [`${now.name}期限${now.outcome === 'late' ? '超期办结' : '按期办结'}`]
      : [];
  if (!before || before.legalDue !== now.legalDue) return [`${now.name}期限${shortDate(now.legalDue, today)}届满`];
  return [];
}
