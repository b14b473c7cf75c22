import { dividedByBoards, type Formulas, mergeFormulas } from '@fadu/indicator';
import { indicators as advice } from '@fadu/line-advice';
import { indicators as litigation } from '@fadu/line-litigation';
import { indicators as prelitigation } from '@fadu/line-prelitigation';
import { indicators as reconsideration } from '@fadu/line-reconsideration';
import { dashboards } from './dashboards/index.js';

/** How every indicator that some line feeds is counted; the others are collected by returns. */
export const formulas: Formulas = dividedByBoards(
  mergeFormulas([reconsideration, litigation, prelitigation, advice]),
  dashboards,
);
