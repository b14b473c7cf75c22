import { CITY, departmentOf } from '@fadu/demo';
import { addDays, dayOf, type JsonObject, toInstant } from '@fadu/kernel';
import { act, type Booted, EVERYTHING, open, type Request } from '@fadu/server';

/** The department whose decision is under review. */
export const AGENCY = departmentOf('220800', 'scjg');

/** Handlers of the city, with the qualification the law asks. */
export const [H1, H2] = [`${CITY}_p2`, `${CITY}_p3`];

/** A command as an official's browser sends it. */
export const request = (
  org: string,
  posts: readonly string[],
  person: string,
  command: Request['command'],
  key: string,
): Request => ({
  actor: { kind: 'official', person, name: '李样例', posts: posts.map((post) => ({ post, org })) },
  scope: EVERYTHING,
  key,
  command,
});

export const HANDLER = ['handler', 'rcHead', 'rcOrganHead'];

/** Matters of reconsideration in which the agency has replied; their ids. */
export async function repliedMatters({ platform }: Booted, count: number, atOnce: number): Promise<string[]> {
  const line = platform.lineOf('reconsideration')!;
  const today = dayOf(toInstant(platform.now()));
  const take = async (id: string, org: string, posts: readonly string[], action: string, input: JsonObject) => {
    const written = await act(platform, id, null, request(org, posts, H1, { action, input }, `${id}:${action}`));
    if (!written.ok) throw new Error(`${action}: ${JSON.stringify(written.error)}`);
  };
  const one = async (index: number): Promise<string> => {
    const input: JsonObject = {
      channel: 'counter',
      receivedOn: today,
      applicants: [
        {
          kind: 'citizen',
          name: `赵样例${index}`,
          address: '白城市洮北区示例街1号',
          phone: '13800000000',
        },
      ],
      respondent: AGENCY,
      respondentKind: 'department',
      act: {
        kind: 'penalty',
        name: '行政处罚决定',
        docNumber: `白市监罚〔2026〕${index + 1}号`,
        madeOn: addDays(today, -20),
        servedOn: addDays(today, -19),
        knewOn: addDays(today, -19),
        toldRights: true,
        onTheSpot: false,
        viaTechMonitor: false,
        realEstate: false,
        enterpriseRelated: false,
        mandatoryFirst: false,
      },
      requests: ['revoke'],
      facts: '认定事实不清。',
    };
    const opened = await open(
      platform,
      line,
      CITY,
      request(CITY, HANDLER, H1, { action: 'register', input }, `bench-open-${index}`),
    );
    if (!opened.ok) throw new Error(`register: ${JSON.stringify(opened.error)}`);
    const { id } = opened.value.matter;
    await take(id, CITY, HANDLER, 'accept', {
      examination: {
        subject: 'reviewable',
        interest: true,
        concrete: true,
        competent: true,
        acts: 1,
        suitAccepted: false,
      },
      procedure: 'ordinary',
      handlers: [H1, H2],
      major: false,
    });
    await take(id, CITY, HANDLER, 'sendCopy', { copySentOn: today });
    await take(id, AGENCY, ['responder'], 'signCopy', {});
    await take(id, AGENCY, ['responder'], 'reply', {
      replyText: '事实清楚。',
      replyBasis: '有关法律规定。',
      replyEvidence: [],
      respondentAgents: [{ name: '钱示例', kind: 'staff' }],
    });
    return id;
  };
  const ids: string[] = [];
  for (let index = 0; index < count; index += atOnce)
    ids.push(...(await Promise.all(Array.from({ length: atOnce }, (_, offset) => one(index + offset)))));
  return ids;
}
