import { endingDocuments } from './ending.js';
import { intakeDocuments } from './intake.js';
import { trialDocuments } from './trial.js';

export const documents = { ...intakeDocuments, ...trialDocuments, ...endingDocuments } as const;
