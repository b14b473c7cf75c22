import type { Booted } from '@fadu/server';
import { DEMO_PASSWORD, demoDirectory } from './directory.js';

export { DEMO_PASSWORD, demoDirectory, type SeededDirectory, seedDirectory } from './directory.js';
export { type DemoTicket, demoTickets, type Loaded, leaveDemo, loadDemo } from './load.js';
export { CITY, COUNTIES, departmentOf, OTHER_CITY, PROVINCE } from './organizations.js';

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  /** Name, duty and organization. */
  readonly title: string;
}

/** The accounts of the demonstration that are in this database; none where it was not loaded. */
export async function demoAccounts(booted: Booted): Promise<readonly DemoAccount[]> {
  const { rows } = await booted.owner.query(
    'select p.id, u.username from person p join "user" u on u.id = p.user_id where u.email = u.username || $1',
    ['@demo.invalid'],
  );
  const there = new Map(rows.map((row) => [row.id, row.username]));
  return demoDirectory().people.flatMap(({ id, account }) =>
    account && there.get(id) === account.username
      ? [{ username: account.username, password: DEMO_PASSWORD, title: account.title }]
      : [],
  );
}
