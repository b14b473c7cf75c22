import type { JsonObject } from '@fadu/kernel';
import type { MatterView } from '@fadu/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError, messageOf, newKey, post } from '../api/client.js';
import { keepResult } from './result.js';

/**
 * One of the words every matter has (approval, correction, reassignment, a paper's fate), sent once however often it is
 * pressed. The key stays after an answer that never came, so that sending again repeats; it changes after a refusal.
 * @param otherwise what is said when nothing better is known.
 */
export function useStep(matter: MatterView, otherwise: string) {
  const client = useQueryClient();
  const key = useRef(newKey());
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  /** @param done what the result is called. @param reasons for objections that a reason overcomes. @returns whether the step was taken. */
  const send = async (
    action: string,
    input: JsonObject,
    done: string,
    reasons: Readonly<Record<string, string>> = {},
  ): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setFault('');
    try {
      const body = { action, input, reasons, revision: matter.revision, key: key.current };
      const next = await post<MatterView>(`/matters/${matter.id}/actions`, body);
      keepResult(client, matter, next, done);
      return true;
    } catch (error) {
      setFault(reasonOf(error, otherwise));
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) key.current = newKey();
      if (error instanceof ApiError && error.status === 409)
        await client.invalidateQueries({ queryKey: ['matter', matter.id] });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, fault, setFault };
}

/** The first fault of the form, the first refusal, or what the answer as a whole says. */
function reasonOf(error: unknown, otherwise: string): string {
  if (!(error instanceof ApiError)) return messageOf(error, otherwise);
  const { faults, refusals, title } = error.problem;
  return faults?.[0]?.message ?? refusals?.[0]?.message ?? title;
}
