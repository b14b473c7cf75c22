/** Akoma Ntoso 3.0 (OASIS LegalDocML) and its naming convention 1.0: the elements used here and the words of their eIds. */
export const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** Divisions by the letter of the outline path: 编, 分编, 章, 节 and what smaller texts have instead. */
export const DIVISIONS: Readonly<Record<string, string>> = {
  B: 'book',
  F: 'part',
  C: 'chapter',
  S: 'section',
  V: 'division',
  U: 'subdivision',
};

/** Units inside an article by the letter of their code: 款, 项, 目. */
export const UNITS: Readonly<Record<string, string>> = { K: 'paragraph', I: 'point', M: 'indent' };

/** Abbreviations of the naming convention, table 5.1; other elements keep their names. */
const WORDS: Readonly<Record<string, string>> = {
  article: 'art',
  attachment: 'att',
  chapter: 'chp',
  clause: 'cl',
  division: 'dvs',
  paragraph: 'para',
  section: 'sec',
  subdivision: 'subdvs',
};

export const wordOf = (name: string): string => WORDS[name] ?? name;

const letterOf = (names: Readonly<Record<string, string>>, element: string): string | undefined =>
  Object.entries(names).find(([, name]) => name === element)?.[0];

/** `C` of chapter; undefined for what is no division. */
export const divisionLetter = (element: string): string | undefined => letterOf(DIVISIONS, element);
export const unitLetter = (element: string): string | undefined => letterOf(UNITS, element);

/** `42`, `133-1`; a second one of the same number is told apart by `-copy1`. */
export function numberOfLocator(locator: string): string {
  const found = /^[A-Z](\d+)(?:\.(\d{2}))?(?:~(\d+))?/.exec(locator);
  if (!found) throw new Error(`no locator: ${locator}`);
  const [, value = '', sub = '00', copy] = found;
  return `${Number(value)}${sub === '00' ? '' : `-${Number(sub)}`}${copy === undefined ? '' : `-copy${copy}`}`;
}

/** The number at the end of an eId and where the copy is: `art_133-1-copy2` → 133, 1, 2. */
export function numberOfId(
  id: string,
): { readonly value: number; readonly sub: number; readonly copy: number | null } | undefined {
  const found = /_(\d+)(?:-(\d+))?(?:-copy(\d+))?$/.exec(id);
  if (!found) return undefined;
  return {
    value: Number(found[1]),
    sub: Number(found[2] ?? 0),
    copy: found[3] === undefined ? null : Number(found[3]),
  };
}
