import { landlineParts } from './identifiers-person.js';

/** `**************0006`: the last four places; nothing of a number too short to hide behind them. */
export const maskIdNumber = (number: string): string =>
  number.length <= 8 ? '*'.repeat(number.length) : '*'.repeat(number.length - 4) + number.slice(-4);

/** `138****0000`; a landline keeps its area and the last three places, `0436-****000`. */
export function maskPhone(phone: string): string {
  const landline = landlineParts(phone);
  if (landline) return `${landline[0]}-${'*'.repeat(landline[1].length - 3)}${landline[1].slice(-3)}`;
  return phone.length < 11
    ? '*'.repeat(phone.length)
    : `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}

/** `王**`: the first character; the number of stars does not tell the length of the name. */
export const maskName = (name: string): string => (name === '' ? '' : `${[...name.trim()][0] ?? ''}**`);
