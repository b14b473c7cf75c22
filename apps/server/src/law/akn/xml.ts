import { fail, ok, type Result } from '@fadu/kernel';
import { SaxesParser } from 'saxes';

/** An element with its attributes and content, in order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Makes an element; attributes without a value stay away. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (Element | string | undefined)[] = [],
): Element => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).filter((one): one is [string, string] => one[1] !== undefined),
  ),
  children: children.filter((child) => child !== undefined),
});

const escaped = (text: string): string =>
  text
    // What XML 1.0 cannot hold at all.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
const escapedValue = (text: string): string =>
  escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** The element as text, without line breaks that would become part of the words. */
export function serialize({ name, attributes, children }: Element): string {
  const values = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapedValue(value)}"`)
    .join('');
  if (children.length === 0) return `<${name}${values}/>`;
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : serialize(child))).join('');
  return `<${name}${values}>${inside}</${name}>`;
}

const DEEPEST = 100;

/** Reads well-formed XML whose elements are all of one namespace; else says where it is not. Entities are not expanded. */
export function parseXml(text: string, namespace: string): Result<Element, string> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: { name: string; attributes: Record<string, string>; children: (Element | string)[] }[] = [];
  let root: Element | undefined;
  let trouble: string | undefined;
  const stop = (why: string): void => {
    trouble ??= `第${parser.line}行第${parser.column}列：${why}`;
  };
  parser.on('error', ({ message }) => stop(`XML不完整（${message.replace(/^\d+:\d+: /, '')}）`));
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (uri !== namespace) stop(`元素${local}不属于${namespace}`);
    if (open.length >= DEEPEST) stop(`元素嵌套超过${DEEPEST}层`);
    if (trouble !== undefined) return;
    open.push({
      name: local,
      attributes: Object.fromEntries(
        Object.values(attributes)
          .filter(({ prefix }) => prefix !== 'xmlns')
          .filter(({ name }) => name !== 'xmlns')
          .map(({ name, value }) => [name, value]),
      ),
      children: [],
    });
  });
  parser.on('text', (words) => open.at(-1)?.children.push(words));
  parser.on('cdata', (words) => open.at(-1)?.children.push(words));
  parser.on('closetag', () => {
    if (trouble !== undefined) return;
    const done = open.pop()!;
    if (open.length === 0) root = done;
    else open.at(-1)!.children.push(done);
  });
  parser.write(text).close();
  if (trouble !== undefined) return fail(trouble);
  return root ? ok(root) : fail('没有内容');
}

/** Child elements by name, or all. */
export const elements = ({ children }: Element, name?: string): Element[] =>
  children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );

export const first = (of: Element, name: string): Element | undefined => elements(of, name)[0];

/** All words inside. */
export const wordsOf = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
