/** A number below this, other than nought, could point at people: it is withheld, and what would give it away. */
export const FEWEST_IN_PUBLIC = 5;

/** A number that stands in one or more cells of a published table. */
export interface Variable {
  /** The same key is the same number, wherever it stands. */
  readonly key: string;
  readonly value: number;
  /** Whether those behind it are few: of sums of money, where the number does not say it. Absent: the number says it. */
  readonly few?: boolean;
}

/** A cell of the table: published whole, or withheld whole. A rate has two numbers, a count one. */
export interface Cell {
  readonly key: string;
  readonly variables: readonly Variable[];
  /** Everybody has it already, from a report: withholding it here would hide nothing. */
  readonly known?: boolean;
}

/** `total` is the sum of `parts` and of a rest that is taken to be known to everybody. */
export interface SumOf {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * The cells to withhold, so that no small number can be read, nor be counted back from what is published beside it: from a
 * total and its other parts, from the parts of a total, from a rate and its counts, over several steps. More is withheld
 * than the small numbers themselves (secondary suppression), the smallest first, as long as one of them can be found.
 *
 * What is assumed of a reader: that they know every sum and every rest that is not published at all, and that a withheld
 * number is one or more. What is not covered: what somebody knows from elsewhere of one of the withheld parts.
 */
export function suppressed(cells: readonly Cell[], sums: readonly SumOf[]): ReadonlySet<string> {
  const values = new Map(cells.flatMap(({ variables }) => variables.map(({ key, value }) => [key, value] as const)));
  const equations = [
    ...sums
      .filter(({ total, parts }) => values.has(total) && parts.some((part) => values.has(part)))
      .map(({ total, parts }) => [total, ...parts.filter((part) => values.has(part))]),
    ...complements(cells, values),
  ].map((keys): Equation => new Map(keys.map((key, index) => [key, index === 0 ? 1 : -1])));
  const told = new Map(cells.flatMap(({ variables }) => variables.map(({ key, few }) => [key, few] as const)));
  const given = new Set(cells.filter(({ known }) => known).flatMap(({ variables }) => variables.map(({ key }) => key)));
  const sensitive = [...values.keys()].filter((key) => !given.has(key) && (told.get(key) ?? isSmall(values.get(key)!)));
  const hidden = new Set(
    cells.filter(({ variables }) => variables.some(({ key }) => sensitive.includes(key))).map(({ key }) => key),
  );
  const open = cells.filter(({ known }) => !known);
  for (const [rate, key] of complementsOf(open)) if (sensitive.includes(key)) hidden.add(rate);
  const byVariable = new Map<string, string[]>();
  for (const { key, variables } of cells)
    for (const one of variables) byVariable.set(one.key, [...(byVariable.get(one.key) ?? []), key]);
  const isKnown = (variable: string): boolean => (byVariable.get(variable) ?? []).some((cell) => !hidden.has(cell));
  const mayGo = (variable: string): boolean => isKnown(variable) && !given.has(variable);
  for (;;) {
    const found = foundOut(equations, values, isKnown);
    const victim = sensitive
      .filter((variable) => isKnown(variable) || found.has(variable))
      .map((variable) => (isKnown(variable) ? variable : nextVictim(equations, values, mayGo, variable)))
      .find((one) => one !== undefined);
    // No small number is given away, or nothing is left that could still be withheld.
    if (victim === undefined) return hidden;
    for (const cell of byVariable.get(victim) ?? []) hidden.add(cell);
  }
}

type Equation = ReadonlyMap<string, number>;

const isSmall = (value: number): boolean => value > 0 && value < FEWEST_IN_PUBLIC;

/** Of a rate: those below the line who are not above it. Named by both, so that equal rates have one. */
const complementsOf = (cells: readonly Cell[]): [cell: string, key: string][] =>
  cells.flatMap(({ key, variables: [above, below] }) =>
    above && below ? [[key, `${below.key} - ${above.key}`] as [string, string]] : [],
  );

function complements(cells: readonly Cell[], values: Map<string, number>): string[][] {
  return cells.flatMap(({ variables: [above, below] }) => {
    if (!above || !below) return [];
    const rest = `${below.key} - ${above.key}`;
    values.set(rest, below.value - above.value);
    return [[below.key, above.key, rest]];
  });
}

/** The unknown numbers that follow from the known: by solving the equations, or because so many of them make so little. */
function foundOut(
  equations: readonly Equation[],
  values: ReadonlyMap<string, number>,
  isKnown: (key: string) => boolean,
): ReadonlySet<string> {
  const rows = equations
    .map((equation) => new Map([...equation].filter(([key]) => !isKnown(key))))
    .filter((row) => row.size > 0);
  const found = new Set<string>();
  for (const row of rows) {
    const [first] = row.values();
    const sum = [...row.keys()].reduce((total, key) => total + values.get(key)!, 0);
    // All on one side: numbers of one or more that together make no more than there are of them.
    if ([...row.values()].every((factor) => factor === first) && sum <= row.size)
      for (const key of row.keys()) found.add(key);
  }
  for (const row of reduced(rows)) if (row.size === 1) for (const key of row.keys()) found.add(key);
  return found;
}

const NOTHING = 1e-9;

/** Gauss and Jordan: every row has an unknown that no other row has. */
function reduced(equations: readonly Equation[]): Map<string, number>[] {
  const done: { readonly pivot: string; readonly row: Map<string, number> }[] = [];
  for (const equation of equations) {
    const row = new Map(equation);
    for (const { pivot, row: other } of done) subtract(row, other, row.get(pivot) ?? 0);
    const [first] = row;
    if (first === undefined) continue;
    const [pivot, factor] = first;
    for (const [key, value] of row) row.set(key, value / factor);
    for (const { row: other } of done) subtract(other, row, other.get(pivot) ?? 0);
    done.push({ pivot, row });
  }
  return done.map(({ row }) => row);
}

function subtract(row: Map<string, number>, other: ReadonlyMap<string, number>, times: number): void {
  if (times === 0) return;
  for (const [key, factor] of other) {
    const left = (row.get(key) ?? 0) - times * factor;
    if (Math.abs(left) < NOTHING) row.delete(key);
    else row.set(key, left);
  }
}

/** The published number to withhold next: the smallest near the one that is given away, nought last. */
function nextVictim(
  equations: readonly Equation[],
  values: ReadonlyMap<string, number>,
  mayGo: (key: string) => boolean,
  away: string,
): string | undefined {
  const near = new Set([away]);
  for (let grown = true; grown; ) {
    grown = false;
    const around = equations.filter((equation) => [...equation.keys()].some((key) => near.has(key)));
    const published = around.flatMap((equation) => [...equation.keys()].filter(mayGo));
    const [smallest] = published.toSorted((a, b) => rank(values.get(a)!) - rank(values.get(b)!) || (a < b ? -1 : 1));
    if (smallest !== undefined) return smallest;
    for (const equation of around)
      for (const key of equation.keys())
        if (!near.has(key)) {
          near.add(key);
          grown = true;
        }
  }
  return undefined;
}

const rank = (value: number): number => (value === 0 ? Number.MAX_SAFE_INTEGER : value);
