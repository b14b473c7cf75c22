import type { JsonObject } from '@fadu/kernel';

export interface HeadAppearance {
  readonly instance: string;
  readonly courtCaseNo: string;
  readonly result: 'appeared' | 'agreed' | 'excused' | 'violated';
}

/**
 * Whether the head appeared, once for each case number and instance (负责人出庭应诉规定第七条). Where the court called
 * the head again, every call must have been followed: the worse record counts.
 */
export function headAppearances(data: JsonObject): HeadAppearance[] {
  const counted = new Map<string, HeadAppearance>();
  for (const item of Array.isArray(data.appearances) ? (data.appearances as JsonObject[]) : []) {
    const record = { instance: String(item.instance), courtCaseNo: String(item.courtCaseNo), result: resultOf(item) };
    const key = `${record.courtCaseNo}/${record.instance}`;
    const before = counted.get(key);
    if (!before || severity.indexOf(record.result) > severity.indexOf(before.result)) counted.set(key, record);
  }
  return [...counted.values()];
}

const severity: readonly HeadAppearance['result'][] = ['appeared', 'agreed', 'excused', 'violated'];

function resultOf(item: JsonObject): HeadAppearance['result'] {
  if (Array.isArray(item.violation) && item.violation.length > 0) return 'violated';
  if (item.appeared === true) return 'appeared';
  return item.agreed === true ? 'agreed' : 'excused';
}
