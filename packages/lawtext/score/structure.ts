import { parseLaw, structureJson } from '../src/index.js';
import { goldLines, readCorpus } from './corpus.js';

interface GoldStructure {
  file: string;
  title: string;
  subtitle: string | null;
  promulgation_date: string | null;
  effective_date: string | null;
  effective_source: string;
  effective_basis: string;
  unit: string;
  history: { date: string; event: string }[];
  counts: Record<string, number>;
  units: [string, number, number, number][];
}

export interface StructureScore {
  files: number;
  filesRight: number;
  units: number;
  unitsRight: number;
  fields: number;
  fieldsRight: number;
  faults: string[];
}

/** A unit is right when its number and all three counts agree; surplus units count as wrong ones. */
export function scoreStructure(): StructureScore {
  const score: StructureScore = {
    files: 0,
    filesRight: 0,
    units: 0,
    unitsRight: 0,
    fields: 0,
    fieldsRight: 0,
    faults: [],
  };
  for (const gold of goldLines<GoldStructure>('structure-open.jsonl')) {
    const law = structureJson(parseLaw(readCorpus(gold.file), { fileName: gold.file }));
    const name = gold.file.split('/').at(-1)!;
    score.files++;
    const wrong = Object.entries(gold.counts).filter(
      ([key, value]) => law.counts[key as keyof typeof law.counts] !== value,
    );
    if (wrong.length === 0) score.filesRight++;
    for (const [key, value] of wrong)
      score.faults.push(`${name}: ${key} ${law.counts[key as keyof typeof law.counts]}, gold ${value}`);
    const own = new Map(law.units.map((row) => [row[0], row.join()]));
    score.units += Math.max(gold.units.length, law.units.length);
    for (const row of gold.units) {
      if (own.get(row[0]) === row.join()) score.unitsRight++;
      else score.faults.push(`${name}: unit ${own.get(row[0])}, gold ${row.join()}`);
    }
    for (const field of [
      'title',
      'subtitle',
      'promulgation_date',
      'effective_date',
      'effective_source',
      'effective_basis',
      'unit',
      'history',
    ] as const) {
      score.fields++;
      if (JSON.stringify(law[field]) === JSON.stringify(gold[field])) score.fieldsRight++;
      else score.faults.push(`${name}: ${field} ${JSON.stringify(law[field])}, gold ${JSON.stringify(gold[field])}`);
    }
  }
  return score;
}
