import { endingFields } from './ending.js';
import { examinationFields } from './examination.js';
import { intakeFields } from './intake.js';
import { trialFields } from './trial.js';

export * from './choices.js';
export const fields = { ...intakeFields, ...examinationFields, ...trialFields, ...endingFields } as const;
