import type { Context } from './context.js';
import type { Choice, IndicatorChooser } from './indicators.js';
import type { ReadOptions } from './read.js';
import { columnAt, type TableRow } from './tables.js';
import type { Figure, Mention } from './types.js';

/**
 * Figures of a table row: earlier year `previous`, later year `level`, difference `change` with the earlier year as
 * basis. The sign stays outside the span and the value positive.
 */
export function readRow(
  text: string,
  mentions: readonly Mention[],
  row: TableRow,
  chooser: IndicatorChooser,
  options: ReadOptions,
  figures: Figure[],
): void {
  const offset = figures.length;
  // the line over the heading and the rows before lend their topic: 收到复议申请 | 受理
  const head = Math.min(row.start, ...row.heads.map(({ start }) => start));
  const topic = row.start - head < 2000 ? text.lastIndexOf('\n', text.lastIndexOf('\n', head) - 1) + 1 : row.start;
  chooser.enter(text, row.start, row.end, topic);
  const roles: Figure[] = [];
  for (const mention of mentions) {
    const { column } = columnAt(row, mention.start);
    if (column === null) continue;
    const sign = text
      .slice(Math.max(row.start, mention.start - 2), mention.start)
      .trim()
      .slice(-1);
    const change = column.role === 'change';
    const unit = mention.unit ?? column.unit ?? row.unit;
    const context: Context = {
      index: 0,
      mention: { ...mention, unit },
      sentence: row,
      clauseStart: row.start,
      clauseEnd: mention.end,
      from: row.start,
      to: mention.end,
      before: row.label,
      after: '',
      nounAfter: false,
      claimed: false,
      beside: null,
      afterEnd: mention.end,
      item: null,
    };
    const labelled: Context = {
      ...context,
      mention: { ...context.mention, start: row.labelEnd, unit },
    };
    const choice =
      (row.label === '' ? null : chooser.choose(text, labelled, column.role, options.explain === true, true)) ??
      headChoice(text, context, row, chooser, options);
    roles.push({
      start: mention.start,
      end: mention.end,
      text: text.slice(mention.start, mention.end),
      value: mention.value,
      ...(mention.valueTo === undefined ? {} : { value_to: mention.valueTo }),
      unit,
      approx: mention.approx,
      role: column.role,
      polarity: change
        ? /[-−－↓]/.test(sign) || /下降|减少/.test(text.slice(row.start, mention.start).slice(-3))
          ? 'down'
          : 'up'
        : null,
      basis: change ? column.basis : null,
      subject: row.label === '' ? (row.heads[columnAt(row, mention.start).index]?.text ?? null) : row.label,
      verb: null,
      scope: null,
      indicator: choice?.code ?? null,
      refers_to: null,
      of: null,
      ...(options.confidence === true ? { confidence: choice === null ? 0.6 : 0.85 } : {}),
      ...(options.explain === true
        ? { reasons: [`表格：行“${row.label}”`, ...(choice?.reasons ?? ['没有指标达到门槛'])] }
        : {}),
    });
  }
  const levels = roles.filter((figure) => figure.role === 'level');
  for (const figure of roles) {
    // 2023年受理, 2023年审结, 2024年受理, 2024年审结: to the level of the same code
    // a column of changes without a noun of its own speaks of the level before it; one with a noun, of its own kind only
    const level =
      levels.find(({ indicator }) => indicator === figure.indicator) ??
      (figure.indicator === null ? (levels.findLast(({ start }) => start < figure.start) ?? levels[0]) : undefined);
    if (figure.role !== 'level' && level !== undefined) {
      figure.refers_to = offset + roles.indexOf(level);
      figure.indicator = level.indicator;
    }
    figures.push(figure);
  }
  chooser.leave();
}

/** Rows of places, columns of indicators: the heading of the column is the noun. */
function headChoice(
  text: string,
  context: Context,
  row: TableRow,
  chooser: IndicatorChooser,
  options: ReadOptions,
): Choice | null {
  const head = row.heads[columnAt(row, context.mention.start).index];
  if (head === undefined || !/\p{Script=Han}{2}/u.test(head.text) || /^(数量|合计|总数|总计|本年|今年)/.test(head.text))
    return null;
  const own = chooseFrom(head.start);
  if (own !== null) return own;
  // 受理行政复议案件 | 调解结案: the heads before tell the field, never the noun
  const first = Math.min(...row.heads.map(({ start }) => start));
  const helped = first < head.start && head.start - first < 200 ? chooseFrom(first) : null;
  return helped !== null && helped.headStart >= head.start ? helped : null;

  function chooseFrom(start: number): Choice | null {
    chooser.leave();
    chooser.enter(text, start, head!.end, start);
    const choice = chooser.choose(
      text,
      {
        ...context,
        sentence: { start, end: head!.end },
        clauseStart: head!.start,
        clauseEnd: head!.end,
        from: head!.start,
        to: head!.end,
        afterEnd: head!.end,
        before: head!.text,
        mention: { ...context.mention, start: head!.end, end: head!.end },
      },
      'level',
      options.explain === true,
      true,
    );
    chooser.leave();
    chooser.enter(text, row.start, row.end, row.start);
    return choice;
  }
}
