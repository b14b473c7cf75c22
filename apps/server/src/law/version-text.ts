import type { Entry } from './reading.js';

/** One version of a work: a file, or the files of a code that is stored part by part (民法典的各编). */
export interface VersionText {
  readonly effectiveOn: string;
  readonly effectiveBasis: Entry['instrument']['effectiveBasis'];
  readonly publishedOn: string | null;
  readonly parts: readonly Entry[];
}

/** A file whose place is taken by another text of the same day. */
export interface Twin {
  readonly entry: Entry;
  readonly effectiveOn: string;
}

/**
 * Puts the files of a work in the order of their versions. Files of one day whose articles do not overlap are parts of one
 * text; so is a file that says no day of its own beside others published with it (婚姻家庭编). Of two other texts of one day, the one published later takes effect on its publication, when that is another day
 * (its header keeps silent about the amendment); else it is a twin that a person must look at.
 */
export function versionTexts(entries: readonly Entry[]): { versions: VersionText[]; twins: Twin[] } {
  const byDay = new Map<string, { basis: VersionText['effectiveBasis']; parts: Entry[] }>();
  const twins: Twin[] = [];
  const inOrder = [...entries].sort(
    (a, b) =>
      a.instrument.effectiveOn.localeCompare(b.instrument.effectiveOn) ||
      (a.instrument.publishedOn ?? '').localeCompare(b.instrument.publishedOn ?? '') ||
      (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0) ||
      a.path.localeCompare(b.path),
  );
  for (const entry of inOrder) {
    const { effectiveOn, effectiveBasis, publishedOn } = entry.instrument;
    const there = byDay.get(effectiveOn);
    if (!there) byDay.set(effectiveOn, { basis: effectiveBasis, parts: [entry] });
    else if (there.parts.every((part) => apart(part, entry))) there.parts.push(entry);
    else if (publishedOn !== null && publishedOn > effectiveOn && !byDay.has(publishedOn))
      byDay.set(publishedOn, { basis: 'file', parts: [entry] });
    else twins.push({ entry, effectiveOn });
  }
  for (const [day, { basis, parts }] of byDay) {
    if (basis !== 'promulgation') continue;
    const whole = [...byDay].find(
      ([other, { parts: others }]) =>
        other > day && parts.every((part) => others.every((one) => publishedTogether(part, one) && apart(part, one))),
    );
    if (!whole) continue;
    whole[1].parts.push(...parts);
    byDay.delete(day);
  }
  const versions = [...byDay]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([effectiveOn, { basis, parts }]) => ({
      effectiveOn,
      effectiveBasis: basis,
      publishedOn: parts[0]!.instrument.publishedOn,
      parts: parts.sort((a, b) => (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0)),
    }));
  return { versions, twins };
}

const publishedTogether = (a: Entry, b: Entry): boolean =>
  a.instrument.publishedOn !== null && a.instrument.publishedOn === b.instrument.publishedOn;

const apart = (a: Entry, b: Entry): boolean =>
  a.range !== null && b.range !== null && (a.range[1] < b.range[0] || b.range[1] < a.range[0]);
