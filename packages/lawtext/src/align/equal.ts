import type { ArticleText } from './features.js';

/** Articles with the same words, each new one used once; the same number wins over another, then the order. */
export function equalTexts(old: readonly ArticleText[], now: readonly ArticleText[]): Map<number, number> {
  const places = new Map<string, number[]>();
  now.forEach(({ words }, at) => {
    const list = places.get(words);
    if (list) list.push(at);
    else places.set(words, [at]);
  });
  const found = new Map<number, number>();
  const take = (at: number, place: number, list: number[]): void => {
    found.set(at, place);
    list.splice(list.indexOf(place), 1);
  };
  old.forEach(({ words, number }, at) => {
    const list = places.get(words);
    const place = list?.find((candidate) => now[candidate]!.number === number);
    if (list && place !== undefined) take(at, place, list);
  });
  old.forEach(({ words }, at) => {
    const list = found.has(at) ? undefined : places.get(words);
    if (list && list.length > 0) take(at, list[0]!, list);
  });
  return found;
}
