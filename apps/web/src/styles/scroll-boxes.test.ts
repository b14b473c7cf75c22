import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const apps = fileURLToPath(new URL('../../..', import.meta.url));

const sheets = ['web/src', 'portal/src'].flatMap((app) =>
  readdirSync(join(apps, app), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => join(app, path)),
);

interface Rule {
  readonly selectors: readonly string[];
  readonly body: string;
}

/** The rules of a style sheet, those within conditions too. */
function rulesOf(css: string): Rule[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, names, body]) => ({
    selectors: names!.split(',').map((name) => name.trim()),
    body: body!,
  }));
}

const SCROLLS = /overflow(-[xy])?:\s*(auto|scroll)/;
const PLACED = /position:\s*(relative|absolute|fixed|sticky)/;

/** Boxes that scroll and are no containing block: absolute words for the ear inside would stretch the page below it. */
const unplaced = (rules: readonly Rule[]): string[] =>
  rules
    .filter(({ body }) => SCROLLS.test(body))
    .flatMap(({ selectors }) => selectors)
    .filter((name) => !rules.some(({ selectors, body }) => selectors.includes(name) && PLACED.test(body)));

it('finds what scrolls and is not placed', () => {
  expect(
    unplaced(rulesOf('.a { overflow: auto } @media print { .b, .c { overflow-y: scroll; } } .c{position:sticky}')),
  ).toEqual(['.a', '.b']);
});

it.each(sheets)('every box that scrolls in %s is placed', (sheet) => {
  expect(unplaced(rulesOf(readFileSync(join(apps, sheet), 'utf8')))).toEqual([]);
});
