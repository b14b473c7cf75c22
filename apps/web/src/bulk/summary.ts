import type { BulkRow, BulkView } from '@fadu/wire';

export type Counts = Readonly<Record<BulkRow['standing'], number>>;

export function countsOf({ rows }: BulkView): Counts {
  const of = (standing: BulkRow['standing']) => rows.filter((row) => row.standing === standing).length;
  return { ready: of('ready'), faulty: of('faulty'), done: of('done'), written: of('written') };
}

/** 共12件，2件要改，全部没有登记。 */
export function summary({ ready, faulty, done, written }: Counts, after: boolean): string {
  const total = ready + faulty + done + written;
  const before = done > 0 ? `${done}件本机构已按相同内容登记过，不再登记，可以点开核对。` : '';
  if (after) {
    const left = faulty > 0 ? `${faulty}件没有登记，要改后再上传。` : '';
    return `${written > 0 ? `已登记${written}件。` : '没有登记新的案件。'}${before}${left}`;
  }
  if (faulty > 0) return `共${total}件，${faulty}件要改，全部没有登记。${before}`;
  return `共${total}件，${ready > 0 ? `${ready}件可以登记，还没有登记。` : '没有要登记的。'}${before}`;
}

export const STANDINGS: Readonly<Record<BulkRow['standing'], string>> = {
  ready: '可以登记',
  faulty: '要改',
  done: '已登记过',
  written: '已登记',
};
