import type { Figure } from '@fadu/figures';
import { decimalText, RATE_OF } from '@fadu/indicator';
import type { BuiltReport, ReportSentence } from '../reports/model.js';
import { inUnit } from '../reports/sentence.js';
import type { Own } from './own-subject.js';
import { sentenceAt } from './typed.js';
import type { Found } from './view.js';

/**
 * Rates of the platform's own report that its numbers cannot give: one that a person put and no whole number of cases makes
 * (95% of 18), and one that is not its part divided by its whole where all three stand in the report.
 */
export function rateFindings(report: BuiltReport, own: Own): Found[] {
  const sentences = new Map(
    report.chapters.flatMap((chapter) => chapter.sentences.map((one) => [one.code, one] as const)),
  );
  const { text, figures } = own.index.report;
  const places = new Map<string, number>();
  figures.forEach(({ indicator, role, start }, index) => {
    if (indicator !== null && role === 'level' && !own.typedAt(start) && !places.has(indicator))
      places.set(indicator, index);
  });
  const found = (severity: Found['severity'], message: string, ...codes: readonly string[]): Found[] => {
    const at = codes.flatMap((code) => places.get(code) ?? []);
    if (at.length === 0) return [];
    const statements = at.map((index) => ({
      report: own.source,
      index,
      sentence: sentenceAt(text, figures[index]!),
    }));
    return [{ kind: 'arithmetic', severity, message, statements }];
  };
  return [...sentences.values()].flatMap((sentence): Found[] => {
    const { code, name, said, now, state } = sentence;
    const rate = inUnit(said, '%');
    const at = places.get(code);
    if (said.is !== 'ratio' || rate === undefined || at === undefined || figures[at]!.unit !== '%') return [];
    const slack = slackOf(figures[at]!);
    const written = figures[at]!.text;
    if (state === 'overridden' && now?.value.is === 'ratio' && now.value.denominator > 0) {
      const whole = now.value.denominator;
      const nearest = Math.round((rate / 100) * whole);
      const best = Number(decimalText(nearest, whole, 100));
      if (Math.abs((nearest / whole) * 100 - rate) > slack)
        return found(
          'warning',
          `${name}手改为${written}：分母是${whole}，任何整数都得不到这个比率，最接近的是${nearest}÷${whole}＝${best}%。`,
          code,
        );
    }
    const made = Object.hasOwn(RATE_OF, code) ? RATE_OF[code]! : undefined;
    const [part, whole] = [made?.numerator, made?.denominator].map((one) => (one ? sentences.get(one) : undefined));
    const [above, below] = [part, whole].map((one) => exactCount(one));
    if (above === undefined || below === undefined || below === 0) return [];
    if (Math.abs((above / below) * 100 - rate) <= slack) return [];
    return found(
      'error',
      `${name}写${written}，按本报告所写是${above}÷${below}＝${decimalText(above, below, 100)}%。`,
      part!.code,
      whole!.code,
      code,
    );
  });
}

/** Half a unit in the last digit that is written. */
const slackOf = ({ text }: Figure): number => 0.5 * 10 ** -(/\.(\d+)/.exec(text)?.[1]?.length ?? 0) + 1e-9;

/** A count that the report tells exactly; undefined for 余, 近 and 约. */
const exactCount = (sentence: ReportSentence | undefined): number | undefined =>
  sentence?.said.is === 'count' && (sentence.state === 'overridden' || isExact(sentence))
    ? sentence.said.count
    : undefined;

const isExact = ({ figure: { source, collected } }: ReportSentence): boolean =>
  source === 'records' || (collected?.approx ?? 'exact') === 'exact';
