import { DIVISIONS, UNITS } from './names.js';
import { type Element, elements } from './xml.js';

/** What an element holds: child names in a pattern over `name `, whether words stand in it, what it must be given. */
interface Model {
  readonly children: RegExp;
  readonly words?: boolean;
  readonly needs?: readonly string[];
  /** Has an eId where the naming convention is followed; files of others may do without. */
  readonly named?: boolean;
}

const HIERARCHY = [...Object.values(DIVISIONS), ...Object.values(UNITS), 'article', 'clause', 'hcontainer'].join('|');
/** complexType hierarchy: number, heading, then either content, or units with words before and after. */
const hierarchy = (...more: string[]): Model => ({
  children: new RegExp(`^(?:num )?(?:heading )?(?:content |(?:intro )?(?:(?:${HIERARCHY}) )*(?:wrapUp )?)$`),
  needs: ['eId', ...more],
});
const lines: Model = { children: /^(?:p )+$/ };
/** Types blocksreq and inlinereq: the schema lets an eId be left out, the naming convention does not. */
const named = (model: Model): Model => ({ ...model, named: true });
const words: Model = { children: /^$/, words: true };
const nothing = (...needs: string[]): Model => ({ children: /^$/, needs });
const FRBR = 'FRBRthis FRBRuri (?:FRBRalias )*(?:FRBRdate )+(?:FRBRauthor )+';

/** The part of the standard's schema that this platform writes and reads, in the schema's order. */
const MODELS: Readonly<Record<string, Model>> = {
  akomaNtoso: { children: /^act $/ },
  act: { children: /^meta (?:preface )?(?:preamble )?body (?:attachments )?$/, needs: ['name'] },
  meta: { children: /^identification (?:lifecycle )?(?:references )?$/ },
  identification: { children: /^FRBRWork FRBRExpression FRBRManifestation $/, needs: ['source'] },
  FRBRWork: {
    children: new RegExp(`^${FRBR}FRBRcountry (?:FRBRsubtype )?(?:FRBRnumber )*(?:FRBRname )*$`),
  },
  FRBRExpression: { children: new RegExp(`^${FRBR}(?:FRBRlanguage )+$`) },
  FRBRManifestation: { children: new RegExp(`^${FRBR}(?:FRBRformat )?$`) },
  FRBRthis: nothing('value'),
  FRBRuri: nothing('value'),
  FRBRalias: nothing('value', 'name'),
  FRBRdate: nothing('date', 'name'),
  FRBRauthor: nothing('href'),
  FRBRcountry: nothing('value'),
  FRBRsubtype: nothing('value'),
  FRBRnumber: nothing('value'),
  FRBRname: nothing('value'),
  FRBRlanguage: nothing('language'),
  FRBRformat: nothing('value'),
  lifecycle: { children: /^(?:eventRef )+$/, needs: ['source'] },
  eventRef: nothing('eId', 'date', 'source'),
  references: { children: /^(?:(?:original|TLCOrganization|TLCEvent) )+$/, needs: ['source'] },
  original: nothing('eId', 'href', 'showAs'),
  TLCOrganization: nothing('eId', 'href', 'showAs'),
  TLCEvent: nothing('eId', 'href', 'showAs'),
  preface: lines,
  preamble: { children: /^(?:container )+$/ },
  container: named({ ...lines, needs: ['name'] }),
  body: { children: new RegExp(`^(?:(?:${HIERARCHY}) )+$`) },
  ...Object.fromEntries([...Object.values(DIVISIONS), ...Object.values(UNITS)].map((name) => [name, hierarchy()])),
  article: hierarchy(),
  clause: hierarchy(),
  hcontainer: hierarchy('name'),
  content: named(lines),
  intro: named(lines),
  wrapUp: named(lines),
  attachments: { children: /^(?:attachment )+$/ },
  attachment: { children: /^(?:num )?(?:heading )?doc $/, needs: ['eId'] },
  doc: { children: /^meta mainBody $/, needs: ['name'] },
  mainBody: { children: new RegExp(`^(?:(?:${HIERARCHY}) )+$`) },
  num: words,
  heading: named(words),
  p: { children: /^(?:(?:docTitle|docDate|docStage) )*$/, words: true },
  docTitle: words,
  docDate: { ...words, needs: ['date'] },
  docStage: words,
};

/**
 * What breaks the standard in a file, as sentences with the place; empty when it holds.
 * @param strict also what only the naming convention asks for, as of a file written here
 */
export function checkAkn(root: Element, strict = false): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const sources = new Set<string>();
  const visit = (one: Element, place: string): void => {
    const model = MODELS[one.name];
    if (!model) {
      faults.push(`${place}：没有元素${one.name}，或者本平台不读`);
      return;
    }
    const children = elements(one);
    if (!model.children.test(children.map(({ name }) => `${name} `).join('')))
      faults.push(`${place}：${one.name}的内容不合标准`);
    if (!model.words && one.children.some((child) => typeof child === 'string' && child.trim() !== ''))
      faults.push(`${place}：${one.name}里不能直接写文字`);
    for (const need of model.needs ?? [])
      if (one.attributes[need] === undefined) faults.push(`${place}：${one.name}缺少${need}`);
    const { eId, source, href, refersTo } = one.attributes;
    if (strict && model.named && eId === undefined) faults.push(`${place}：${one.name}缺少eId`);
    if (eId !== undefined) {
      if (/\s/.test(eId) || eId === '') faults.push(`${place}：eId“${eId}”不能为空或者含空格`);
      if (ids.has(eId)) faults.push(`${place}：eId“${eId}”重复`);
      ids.add(eId);
    }
    for (const reference of [source, href, refersTo]) if (reference?.startsWith('#')) sources.add(reference.slice(1));
    for (const child of children) visit(child, child.attributes.eId ?? `${place}/${child.name}`);
  };
  visit(root, root.name);
  if (root.name !== 'akomaNtoso') faults.push('根元素不是akomaNtoso');
  for (const source of sources) if (!ids.has(source)) faults.push(`没有eId“${source}”，却引用了它`);
  return faults;
}
