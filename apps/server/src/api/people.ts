import { dayOf, parsePlainDate } from '@fadu/kernel';
import { headsOf, type Line, withText } from '@fadu/procedure';
import { type QualificationsView, type QualifiedPerson, recordQualificationBody } from '@fadu/wire';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type { Accounts } from '../access/accounts.js';
import { postNameOf } from '../access/posts.js';
import type { Platform } from '../matters/execute.js';
import { HttpProblem } from './problem.js';
import { type Official, officialOf } from './session.js';

type Asking = Line & { readonly qualifications: NonNullable<Line['qualifications']> };

/** Qualifications the law asks of people for a line's work: read by those who do it, recorded by their heads. */
export function peopleRoutes(app: FastifyInstance, platform: Platform, accounts: Accounts): void {
  const { directory } = platform;
  const asking = platform.lines.filter((line): line is Asking => line.qualifications !== undefined);

  const headAt = ({ actor }: Official, line: Line, org: string) =>
    actor.posts.find((held) => held.org === org && headsOf(line).includes(held.post));

  async function view(request: FastifyRequest): Promise<QualificationsView> {
    const official = await officialOf(platform, accounts, request);
    const today = dayOf(platform.now());
    const orgs = [...new Set(official.actor.posts.map((held) => held.org))];
    const people = asking.flatMap((line) =>
      orgs
        .flatMap((org) => line.qualifications.posts.flatMap((post) => directory.holdersOf(post, org, today)))
        .map(({ person, post, org }): QualifiedPerson => {
          const records = directory.qualificationsOf(person).filter((one) => one.line === line.code);
          return {
            id: person,
            name: directory.nameOf(person),
            postName: postNameOf(platform.lines, post),
            orgName: directory.nameOf(org),
            line: line.code,
            lineName: line.name,
            qualified: directory.qualifiedFor(person, line.code, today).length > 0,
            records: records.map(({ kind, certificate, obtainedOn, revokedOn, by, at }) => ({
              kind,
              kindName: line.qualifications.kinds[kind] ?? kind,
              certificate,
              obtainedOn,
              revokedOn,
              byName: directory.nameOf(by),
              at,
            })),
            mayRecord: headAt(official, line, org) !== undefined,
          };
        }),
    );
    return {
      people,
      lines: asking.map(({ code, name, qualifications: { basis, kinds } }) => ({
        code,
        name,
        basis: withText(basis),
        kinds,
      })),
      today,
    };
  }

  app.get('/api/people/qualifications', view);

  app.post('/api/people/qualifications', async (request): Promise<QualificationsView> => {
    const official = await officialOf(platform, accounts, request);
    const body = recordQualificationBody.parse(request.body);
    const today = dayOf(platform.now());
    const line = asking.find((one) => one.code === body.line);
    const head = line?.qualifications.posts
      .flatMap((post) => directory.postsOf(body.person, today).filter((held) => held.post === post))
      .map(({ org }) => headAt(official, line, org))
      .find((one) => one !== undefined);
    if (!line || !head)
      throw new HttpProblem(403, {
        code: 'people.not_head',
        title: '不能登记资格：由本单位的机构负责人登记。可以报请机构负责人办理。',
      });
    const obtainedOn = parsePlainDate(body.obtainedOn);
    const revokedOn = body.revokedOn === undefined ? null : parsePlainDate(body.revokedOn);
    const fault = !Object.hasOwn(line.qualifications.kinds, body.kind)
      ? { field: 'kind', message: '请选择资格。' }
      : !obtainedOn || obtainedOn > today
        ? { field: 'obtainedOn', message: '请填写有效的日期，不能晚于今天。' }
        : revokedOn === undefined || (revokedOn !== null && (revokedOn > today || revokedOn < obtainedOn))
          ? { field: 'revokedOn', message: '不再具有之日应当在取得之日以后，不能晚于今天。' }
          : undefined;
    if (fault) throw new HttpProblem(422, { code: 'form', title: `没有登记：${fault.message}`, faults: [fault] });
    await platform.pool.query(
      'insert into qualification (person, line, kind, id, certificate, obtained_on, revoked_on, recorded_by, post, org) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [
        body.person,
        line.code,
        body.kind,
        uuidv7(),
        body.certificate || null,
        obtainedOn,
        revokedOn,
        official.actor.person,
        head.post,
        head.org,
      ],
    );
    await directory.refresh(true);
    return view(request);
  });
}
