import type { JsonObject } from '@fadu/kernel';
import type { Rehearsal } from '@fadu/wire';
import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../api/client.js';

const PAUSE = 350;

export type Rehearse = (input: JsonObject, reasons: Readonly<Record<string, string>>) => Promise<Rehearsal>;

/** Asks the server while one types whether the step is possible and what it would do. `again`: asks anew when it changes. */
export function useRehearsal(
  rehearse: Rehearse,
  input: JsonObject,
  reasons: Readonly<Record<string, string>>,
  again: unknown,
) {
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null);
  const [asking, setAsking] = useState(true);
  const [trouble, setTrouble] = useState('');
  const ask = useRef(rehearse);
  ask.current = rehearse;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` stands for what the server has, e.g. the revision
  useEffect(() => {
    let stale = false;
    setAsking(true);
    const timer = setTimeout(() => {
      ask
        .current(input, reasons)
        .then(
          (next) => {
            if (stale) return;
            setRehearsal(next);
            setTrouble('');
          },
          (error: unknown) => {
            if (!stale) setTrouble(messageOf(error, '没有核对成。'));
          },
        )
        .finally(() => {
          if (!stale) setAsking(false);
        });
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [input, reasons, again]);
  return { rehearsal, setRehearsal, asking, trouble };
}
