import { type Citation, citationsJson, citeLaw, parseLaw } from '../src/index.js';
import { goldLines, readCorpus } from './corpus.js';

interface GoldSentence {
  file: string;
  sentence_start: number;
  sentence: string;
  form: string;
  citations: Citation[];
}

export interface CitationScore {
  gold: number;
  found: number;
  hits: number;
  resolved: number;
  precision: number;
  recall: number;
  f1: number;
  resolvedShare: number;
  faults: string[];
}

/**
 * A hit has the same start and end. It is fully resolved when title, kind and all targets agree. `status`, `successor`,
 * `abbr` and `annex` are optional in the format and not scored; `quoted` is.
 */
export function scoreCitations(): CitationScore {
  const faults: string[] = [];
  let [gold, found, hits, resolved] = [0, 0, 0, 0];
  const cache = new Map<string, Citation[]>();
  for (const line of goldLines<GoldSentence>('citations-open.jsonl')) {
    let all = cache.get(line.file);
    if (!all) {
      const law = parseLaw(readCorpus(line.file), { fileName: line.file });
      all = citationsJson(law.source, citeLaw(law));
      cache.set(line.file, all);
    }
    const end = line.sentence_start + [...line.sentence].length;
    const own = all
      .filter((citation) => citation.start >= line.sentence_start && citation.end <= end)
      .map((citation) => ({
        ...citation,
        start: citation.start - line.sentence_start,
        end: citation.end - line.sentence_start,
      }));
    gold += line.citations.length;
    found += own.length;
    const where = `${line.file.split('/').at(-1)} ${line.sentence_start} [${line.form}]`;
    for (const want of line.citations) {
      const hit = own.find((citation) => citation.start === want.start && citation.end === want.end);
      if (!hit) {
        faults.push(`${where}: missed ${want.text}`);
        continue;
      }
      hits++;
      if (signature(hit) === signature(want)) resolved++;
      else
        faults.push(
          `${where}: ${want.text}\n    ours ${signature(hit)} ${hit.unresolved ?? ''}\n    gold ${signature(want)}`,
        );
    }
    for (const citation of own) {
      if (!line.citations.some((want) => want.start === citation.start && want.end === citation.end))
        faults.push(`${where}: surplus ${citation.text} ${citation.kind}`);
    }
  }
  const precision = hits / found;
  const recall = hits / gold;
  return {
    gold,
    found,
    hits,
    resolved,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    resolvedShare: resolved / hits,
    faults,
  };
}

const signature = (citation: Citation): string =>
  JSON.stringify([
    citation.target_title,
    citation.kind,
    citation.quoted ?? false,
    citation.targets.map((target) => [
      target.article,
      target.paragraph,
      target.item,
      target.subitem,
      target.division ?? null,
    ]),
  ]);
