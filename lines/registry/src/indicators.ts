import { type Formulas, mergeFormulas } from '@fadu/indicator';
import { indicators as advice } from '@fadu/line-advice';
import { indicators as litigation } from '@fadu/line-litigation';
import { indicators as prelitigation } from '@fadu/line-prelitigation';
import { indicators as reconsideration } from '@fadu/line-reconsideration';

/** How every indicator that some line feeds is counted; the others are collected by returns. */
export const formulas: Formulas = mergeFormulas([reconsideration, litigation, prelitigation, advice]);
