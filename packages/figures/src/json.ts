import type { Figure } from './types.js';

/** The fields of a figure in the order of the gold files; `confidence` and `reasons` last, when present. */
export function figuresJson(figures: readonly Figure[]): string {
  const ordered = figures.map((figure) => {
    const {
      start,
      end,
      text,
      value,
      value_to,
      unit,
      approx,
      role,
      polarity,
      basis,
      subject,
      verb,
      scope,
      indicator,
      refers_to,
      of,
      confidence,
      reasons,
    } = figure;
    return {
      start,
      end,
      text,
      value,
      ...(value_to === undefined ? {} : { value_to }),
      unit,
      approx,
      role,
      polarity,
      basis,
      subject,
      verb,
      scope,
      indicator,
      refers_to,
      of,
      ...(confidence === undefined ? {} : { confidence }),
      ...(reasons === undefined ? {} : { reasons }),
    };
  });
  return `[\n${ordered.map((figure) => `  ${JSON.stringify(figure)}`).join(',\n')}\n]\n`;
}
