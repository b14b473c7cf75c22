import type { Booted } from '../boot.js';

export const PASSWORD = 'test-password-1';

/** The user name of a person of a test. */
export const userName = (person: string): string => person.replaceAll('-', '_');

/** Lets a person of a test sign in. */
export async function enrol(
  { accounts, owner, platform }: Pick<Booted, 'accounts' | 'owner' | 'platform'>,
  person: string,
): Promise<void> {
  // The library's types do not know the user name that its plug-in reads.
  const body = { name: person, email: `${person}@test.invalid`, password: PASSWORD, username: userName(person) };
  const { user } = await accounts.api.signUpEmail({ body });
  await owner.query('update person set user_id = $2 where id = $1', [person, user.id]);
  await platform.directory.refresh(true);
}
