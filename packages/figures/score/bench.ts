import { readFigures } from '../src/read.js';
import { DEPARTMENTS } from '../test/genre/departments.js';
import { DISPUTES_AND_SERVICES } from '../test/genre/disputes-and-services.js';
import { GOVERNMENT } from '../test/genre/government.js';

/** Prose between the figures, so that they stand as thick as in the published reports: one in about 200 bytes. */
const PROSE =
  '坚持以习近平法治思想为指导，扎实推进依法行政，压紧压实各方责任，努力让人民群众在每一个案件中感受到公平正义。各级各部门统一思想、靠前指挥，重点工作定期部署、逐项落实，法治化营商环境持续优化，基层治理能力不断增强。聚焦群众急难愁盼，完善工作机制，加强督促指导，推动制度优势更好转化为治理效能。';

export interface FiguresBench {
  readonly bytes: number;
  readonly figures: number;
  /** Of the best of the rounds, after one to warm up. */
  readonly megabytesPerSecond: number;
}

/** Reads about `megabytes` of invented report text, five times over; nothing on disk is needed. */
export function benchFigures(megabytes = 4): FiguresBench {
  const sentences = [...DISPUTES_AND_SERVICES, ...GOVERNMENT, ...DEPARTMENTS].map(([sentence]) => sentence);
  const one = sentences.map((sentence, index) => `${index % 5 === 0 ? '\n' : ''}${sentence}${PROSE}${PROSE}`).join('');
  const text = `样例市2023年法治政府建设年度报告\n${one.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(one)))}`;
  const bytes = Buffer.byteLength(text);
  let figures = 0;
  let best = 0;
  for (let round = 0; round < 6; round += 1) {
    const begin = performance.now();
    figures = readFigures(text).length;
    const seconds = (performance.now() - begin) / 1000;
    if (round > 0) best = Math.max(best, bytes / 1e6 / seconds);
  }
  return { bytes, figures, megabytesPerSecond: best };
}
