import {
  CATALOGUE,
  type CatalogueEntry,
  dividedByBoards,
  type Formulas,
  mergeFormulas,
  ownIndicators,
} from '@fadu/indicator';
import { indicators as advice, own as ownAdvice } from '@fadu/line-advice';
import { own as ownReports } from '@fadu/line-annual-report';
import { own as ownCompensation } from '@fadu/line-compensation';
import { indicators as litigation, own as ownLitigation } from '@fadu/line-litigation';
import { indicators as prelitigation } from '@fadu/line-prelitigation';
import { own as ownReconsideration, indicators as reconsideration } from '@fadu/line-reconsideration';
import { dashboards } from './dashboards/index.js';

const own = [ownReconsideration, ownLitigation, ownAdvice, ownCompensation, ownReports].map(ownIndicators);

/** Every indicator there is: the national catalogue, and what lines count besides (`own`). */
export const catalogue: readonly CatalogueEntry[] = [...CATALOGUE, ...own.flatMap(({ entries }) => entries)];

/** How every indicator that some line feeds is counted; the others are collected by returns. */
export const formulas: Formulas = dividedByBoards(
  mergeFormulas([reconsideration, litigation, prelitigation, advice, ...own.map((one) => one.formulas)]),
  dashboards,
);
