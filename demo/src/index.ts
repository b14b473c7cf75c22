import type { Booted } from '@fadu/server';

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly title: string;
}

/** Loads the demonstration into an empty platform; undefined when there is data already. */
export async function loadDemo(
  _booted: Booted,
  _say: (line: string) => void,
): Promise<{ matters: number } | undefined> {
  return undefined;
}

export async function demoAccounts(_booted: Booted): Promise<readonly DemoAccount[]> {
  return [];
}
