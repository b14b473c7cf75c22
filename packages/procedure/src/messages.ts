import type { Json, JsonObject } from '@fadu/kernel';
import { valueAt } from './condition.js';
import type { Action, Line } from './line.js';
import type { Matter, MatterMessage } from './matter.js';

/** The action by which a matter takes note of the one it opened, its form asking the field of the link. */
export const backFor = (line: Line, linkBack: string): string | undefined =>
  Object.keys(line.actions).find(
    (key) => line.actions[key]!.by.includes('message') && line.actions[key]!.form?.includes(linkBack),
  );

export function messagesOf(action: Action, matter: Matter | undefined, data: JsonObject): MatterMessage[] {
  const carried = (carry: Readonly<Record<string, string>>): JsonObject => {
    const input: Record<string, Json> = {};
    for (const [target, source] of Object.entries(carry)) {
      const value = source === '$id' ? matter?.id : source === '$number' ? matter?.number : valueAt(data, source);
      if (value === undefined || value === null) continue;
      const [head, part] = target.split('.') as [string, string?];
      input[head] = part === undefined ? value : { ...(input[head] as JsonObject | undefined), [part]: value };
    }
    return input;
  };
  const messages: MatterMessage[] = [];
  if (action.opens) {
    const { line, action: opening, carry, linkBack } = action.opens;
    messages.push({ kind: 'open', line, action: opening, input: carried(carry), linkBack });
  }
  const target = action.tells && valueAt(data, action.tells.link);
  if (action.tells && typeof target === 'string') {
    messages.push({
      kind: 'tell',
      matter: target,
      action: action.tells.action,
      input: carried(action.tells.carry ?? {}),
    });
  }
  return messages;
}
