import type { JsonObject } from '@fadu/kernel';
import { type GuideQuestion, holds } from '@fadu/procedure';

/** Questions that apply, given the answers so far. */
export const asked = (questions: readonly GuideQuestion[], answers: JsonObject): readonly GuideQuestion[] =>
  questions.filter((question) => !question.when || holds(question.when, answers));

/** Answers to questions that still apply: an earlier answer that was changed takes later ones with it. */
export const standing = (questions: readonly GuideQuestion[], answers: JsonObject): JsonObject =>
  Object.fromEntries(
    asked(questions, answers).flatMap(({ key }) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  );
