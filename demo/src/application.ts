import { addDays, type JsonObject, type PlainDate, yearOf } from '@fadu/kernel';
import { CASES, type CaseCode, type CaseKind } from './cases.js';
import type { Cast } from './cast.js';
import { departmentOf } from './organizations.js';
import { PartyMaker } from './parties.js';
import { Random } from './random.js';

/** What an applicant brings: the form of an application and what the two sides will say of it. */
export interface Application {
  readonly kind: CaseKind;
  readonly agency: string;
  readonly agencyName: string;
  readonly applicant: string;
  readonly docNumber: string | undefined;
  readonly madeOn: PlainDate;
  readonly yuan: number | undefined;
  /** Fields of the form, without the day and way of receipt. */
  readonly form: JsonObject;
}

export interface ApplicationWish {
  readonly code: CaseCode;
  readonly organ: string;
  readonly receivedOn: PlainDate;
  /** Another agency than the department of the organ's own region. */
  readonly agency?: string;
  /** Several applicants against the same act. */
  readonly applicants?: number;
  readonly norm?: string;
  readonly lateBy?: number;
}

/** Makes applications one after another: names, numbers of documents and sums never repeat. */
export class ApplicationMaker {
  private readonly random: Random;
  private readonly parties: PartyMaker;
  private readonly serials = new Map<string, number>();

  constructor(
    private readonly cast: Cast,
    seed: string,
  ) {
    this.random = new Random(seed);
    this.parties = new PartyMaker(this.random);
  }

  make(wish: ApplicationWish): Application {
    const kind: CaseKind = CASES[wish.code];
    const organ = this.cast.org(wish.organ);
    const agency = this.cast.org(wish.agency ?? departmentOf(organ.region, kind.agency));
    const place = this.placeOf(organ.region);
    const applicants = Array.from({ length: wish.applicants ?? 1 }, () => this.parties[kind.by](place));
    const silent = kind.act === 'inaction';
    const before = this.random.between(12, 40) + (wish.lateBy ?? 0);
    const madeOn = addDays(wish.receivedOn, -before);
    const servedOn = addDays(madeOn, 3);
    const yuan = kind.yuan && roundSum(this.random.between(kind.yuan[0], kind.yuan[1]));
    const docNumber = kind.word === undefined ? undefined : this.docNumber(agency.short + kind.word, madeOn);
    return {
      kind,
      agency: agency.id,
      agencyName: agency.name,
      applicant: String(applicants[0]!.name),
      docNumber,
      madeOn,
      yuan,
      form: {
        applicants,
        respondent: agency.id,
        respondentKind:
          agency.kind === 'department'
            ? 'department'
            : agency.name.endsWith('街道办事处')
              ? 'dispatchedOrgan'
              : 'government',
        act: {
          kind: kind.act,
          name: kind.name,
          ...(docNumber !== undefined && { docNumber }),
          ...(silent
            ? { requestedOn: addDays(wish.receivedOn, -this.random.between(70, 100)) }
            : { madeOn, servedOn, knewOn: servedOn }),
          toldRights: !silent,
          ...(yuan !== undefined && { amount: yuan * 100 }),
          onTheSpot: kind.onTheSpot === true,
          viaTechMonitor: kind.byCamera === true,
          realEstate: kind.act === 'naturalResource',
          enterpriseRelated: kind.by !== 'citizen',
        },
        requests: wish.norm === undefined ? [...kind.requests] : [...kind.requests, 'norm'],
        requestText: kind.request,
        ...(wish.norm !== undefined && { normReviewed: wish.norm }),
        facts: kind.facts,
        evidence: [
          {
            name: docNumber === undefined ? '申请登记回执' : '决定书复印件',
            proves: '行政行为的内容',
            pages: this.random.between(2, 6),
          },
        ],
      },
    };
  }

  party(kind: CaseKind['by'], region: string): JsonObject {
    return this.parties[kind](this.placeOf(region));
  }

  /** The next number of an agency's document: 白市监罚〔2023〕36号. */
  docNumber(prefix: string, on: PlainDate): string {
    const key = `${prefix}${yearOf(on)}`;
    const serial = (this.serials.get(key) ?? this.random.between(1, 40)) + this.random.between(1, 3);
    this.serials.set(key, serial);
    return `${prefix}〔${yearOf(on)}〕${serial}号`;
  }

  private placeOf(region: string): string {
    return this.cast.org(`g${region}`).name.replace('人民政府', '');
  }
}

/** Sums as decisions name them: full tens, above a thousand full hundreds. */
const roundSum = (yuan: number): number => {
  const step = yuan >= 1000 ? 100 : 10;
  return Math.max(step, Math.round(yuan / step) * step);
};
