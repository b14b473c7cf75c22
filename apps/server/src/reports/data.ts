import { reporting } from '@fadu/lines';
import type { ReportView } from '@fadu/wire';
import type { BuiltReport } from './model.js';
import { figureParagraphs } from './paragraphs.js';
import { originOf } from './settled.js';

/** The report as data: figures as it tells them, never rounded, where they come from, and what nobody has. */
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
  settledOn: report.settledOn,
  digest: report.digest,
  chapters: report.chapters.map(({ key, title, texts, sentences, leftOut }) => ({
    key,
    title,
    texts,
    leftOut: leftOut.map(({ code, name, text }) => ({ code, name, text })),
    paragraphs: figureParagraphs(sentences).map((one) => one.length),
    figures: sentences.map(({ code, name, text, wordings, asMovement, state, why, settled, said, now, figure }) => ({
      code,
      name,
      text,
      wordings,
      asMovement,
      state,
      why,
      value: said,
      unit: settled.unit,
      before: settled.before ?? null,
      source: settled.source,
      org: figure.org,
      origin: settled.origin,
      counted: settled.counted,
      base: settled.base ?? null,
      now: now && { ...now, origin: originOf(figure) },
    })),
  })),
  missing: report.gaps,
});
