import { type JsonObject, type Refusal, refusal } from '@fadu/kernel';
import type { Actor, ActorRecord } from './actor.js';
import type { Action, ActorRule, Line } from './line.js';
import type { Matter } from './matter.js';
import { participantOrgs } from './participant.js';

/**
 * The post in which the actor may follow one of the rules, or undefined. A post at the matter's organ; a post at a
 * participant; where persons are assigned to a post, only those. A participant of a matter not yet opened is the one that
 * `input` names: a superior may open a matter in the organ below.
 */
export function postFor(
  rules: readonly ActorRule[],
  actor: Actor,
  organ: string,
  matter: Matter | undefined,
  input: JsonObject = {},
): ActorRecord | undefined {
  for (const rule of rules) {
    if (rule === 'party' || rule === 'clock' || rule === 'message') {
      if (actor.kind === rule && (actor.kind !== 'party' || actor.matter === matter?.id)) return { kind: actor.kind };
      continue;
    }
    if (actor.kind !== 'official') continue;
    const [post, participant] = rule.split('@') as [string, string?];
    const orgs = participant === undefined ? [organ] : participantOrgs(matter?.data ?? input, participant);
    const held = actor.posts.find((one) => one.post === post && orgs.includes(one.org));
    if (!held) continue;
    const assigned = participant === undefined ? matter?.assignees[post] : undefined;
    if (assigned && assigned.length > 0 && !assigned.includes(actor.person)) continue;
    return { kind: 'official', person: actor.person, name: actor.name, post, org: held.org };
  }
  return undefined;
}

/** Posts that lead: they may reassign. A line names them by ending in Head. */
export const headsOf = (line: Pick<Line, 'posts'>): string[] =>
  Object.keys(line.posts).filter((post) => /Head$/.test(post));

export function notYours(line: Line, action: Action): Refusal {
  const names = action.by.map((rule) => line.posts[rule.split('@')[0]!]).filter((name) => name !== undefined);
  const who = names.length > 0 ? names.join('、') : '其他岗位';
  return refusal('engine.not_yours', `不能${action.name}：由${who}办理。可以转请${who}办理。`);
}
