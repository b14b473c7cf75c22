import { reporting } from '@fadu/lines';
import type { ReportView } from '@fadu/wire';
import { originOf } from './build.js';
import type { BuiltReport } from './model.js';

/** The report as data: figures with their parts, never rounded, and what nobody has. */
export const reportData = (report: BuiltReport): ReportView => ({
  unit: report.unit,
  matter: report.matter,
  published: report.published,
  begin: report.matter === null ? { line: reporting.line, action: reporting.begin } : null,
  open: report.open,
  errata: report.errata,
  correct: report.published ? reporting.correct : null,
  year: report.year,
  title: report.title,
  asOf: report.asOf,
  digest: report.digest,
  chapters: report.chapters.map(({ key, title, texts, sentences, leftOut }) => ({
    key,
    title,
    texts,
    leftOut: leftOut.map(({ code, name, text }) => ({ code, name, text })),
    figures: sentences.map(({ code, name, text, wordings, asMovement, state, why, figure }) => ({
      code,
      name,
      text,
      wordings,
      asMovement,
      state,
      why,
      value: figure.value,
      unit: figure.unit,
      also: figure.also,
      before: figure.before.value,
      source: figure.source,
      org: figure.org,
      origin: originOf(figure),
      counted: figure.counted,
      base: figure.base,
      version: figure.version,
      collected: figure.source === 'returns' ? figure.collected : null,
    })),
  })),
  missing: report.gaps,
});
