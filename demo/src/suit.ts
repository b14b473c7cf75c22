import { type JsonObject, type PlainDate, yearOf } from '@fadu/kernel';
import type { Application } from './application.js';
import type { Cast } from './cast.js';
import type { Ending } from './decisions.js';
import { departmentOf } from './organizations.js';
import type { Random } from './random.js';
import { type Days, type Story, StoryWriter } from './story.js';
import { uploadOf } from './uploads.js';

/** A suit as it is to go. */
export interface SuitCourse {
  readonly key: string;
  readonly organ: string;
  readonly application: Application;
  /** The story of the reconsideration before it; absent: the court's notice is the first that is heard of it. */
  readonly from?: string;
  /** How the reconsideration ended. */
  readonly reconsidered?: Ending;
  readonly suedOn: PlainDate;
  readonly servedOn?: PlainDate;
  readonly turn: number;
  readonly ending: 'dismissed' | 'rejected' | 'lost' | 'withdrawn' | 'withdrawnAfterChange' | 'appealed';
  readonly courts: CourtNumbers;
  /** The head cannot come, for a reason the court accepts. */
  readonly excused?: true;
  readonly stopAfter?: string;
}

const BASIC = { name: '白城市洮北区人民法院', code: '吉0802' } as const;
const INTERMEDIATE = { name: '白城市中级人民法院', code: '吉08' } as const;

/** Numbers of cases as the courts give them out: rising, with those of others between. */
export class CourtNumbers {
  private readonly last = new Map<string, number>();

  constructor(private readonly random: Random) {}

  next(court: string, year: number): number {
    const key = `${court}${year}`;
    const number = (this.last.get(key) ?? this.random.between(2, 9)) + this.random.between(1, 4);
    this.last.set(key, number);
    return number;
  }
}

/** Days by which a suit runs: those the reconsideration needs to know are counted without writing it. */
interface Timetable {
  readonly filed: PlainDate;
  readonly copy: PlainDate;
  readonly hearing: PlainDate;
  readonly judged: PlainDate;
  readonly served: PlainDate;
}

/** Calendar days from the copy of the statement of claim to the hearing. */
export const copyToHearing = (turn: number): number => 34 + (turn % 5) * 2;

function timetable(days: Days, suedOn: PlainDate, turn: number): Timetable {
  const filed = days.work(suedOn, 3 + (turn % 3));
  const copy = days.work(filed, 3);
  const hearing = days.after(copy, copyToHearing(turn));
  const judged = days.after(hearing, 21 + (turn % 4) * 3);
  return { filed, copy, hearing, judged, served: days.work(judged, 4) };
}

/** The day to sue so that the copy of the statement of claim comes on this day. */
export const suedFor = (days: Days, copyOn: PlainDate, turn: number): PlainDate => days.work(copyOn, -6 - (turn % 3));

/** The day a suit of this kind is in the archive, for the file of the reconsideration that goes there after it. */
export function suitEndsOn(days: Days, suedOn: PlainDate, course: Pick<SuitCourse, 'ending' | 'turn'>): PlainDate {
  const { hearing, served } = timetable(days, suedOn, course.turn);
  if (course.ending === 'withdrawn' || course.ending === 'withdrawnAfterChange') return days.after(hearing, 20);
  return days.after(served, course.ending === 'appealed' ? 150 : 100);
}

/** Writes the steps of a suit, from the notice of the court to the archive. */
export function tellSuit(course: SuitCourse, cast: Cast, days: Days, now: Date): Story {
  return new SuitTeller(course, cast, days, now).tell();
}

class SuitTeller {
  private readonly w: StoryWriter;
  private readonly dates: Timetable;
  private readonly joint: boolean;
  private readonly agency: string;
  private readonly office: string;
  private readonly staff: string;
  private readonly handler: string;
  private readonly court: typeof BASIC | typeof INTERMEDIATE;

  constructor(
    private readonly c: SuitCourse,
    private readonly cast: Cast,
    private readonly days: Days,
    now: Date,
  ) {
    this.w = new StoryWriter(c.key, 'litigation', c.organ, now, c.stopAfter);
    this.dates = timetable(days, c.suedOn, c.turn);
    this.joint = c.reconsidered === 'UPHOLD' || c.reconsidered === 'DISMISS_REQUEST';
    const direct = c.reconsidered === undefined;
    this.agency = this.joint || direct ? c.application.agency : departmentOf(cast.org(c.organ).region, 'sf');
    this.office = cast.one('responseOffice', c.organ);
    this.staff = cast.one('legalStaff', c.organ, c.turn);
    this.handler = cast.one('agencyHandler', this.agency);
    this.court = this.joint || direct ? BASIC : INTERMEDIATE;
  }

  tell(): Story {
    this.respond();
    const { ending } = this.c;
    if (ending === 'withdrawn' || ending === 'withdrawnAfterChange') this.withdraw();
    else {
      this.appear('first', this.dates.hearing);
      this.judge();
    }
    return this.w.story(this.c.from);
  }

  private caseNo(kind: '初' | '终', court: typeof BASIC | typeof INTERMEDIATE, on: PlainDate): string {
    const name = `${court.code}行${kind}`;
    return `（${yearOf(on)}）${name}${this.c.courts.next(name, yearOf(on))}号`;
  }

  private defendants(): JsonObject[] {
    const { c, cast } = this;
    const author = { role: 'author', name: c.application.agencyName, organ: c.application.agency };
    const organ = { role: 'reconsideration', name: cast.org(c.organ).name, organ: c.organ };
    if (c.reconsidered === undefined) return [author];
    return this.joint ? [author, organ] : [organ];
  }

  private reconsidered(): string {
    const { reconsidered } = this.c;
    if (reconsidered === undefined) return 'none';
    if (this.joint) return 'upheld';
    return reconsidered === 'DISMISS_APPLICATION' || reconsidered === 'REFUSED' ? 'rejected' : 'changed';
  }

  /** The notice, who handles it, and the defence. */
  private respond(): void {
    const { c, w, days, dates } = this;
    const { form, kind, docNumber, madeOn } = c.application;
    const opening = c.from === undefined ? 'register' : 'receiveNotice';
    w.take(dates.copy, this.office, opening, {
      courtCaseNo: this.caseNo('初', this.court, dates.filed),
      court: this.court.name,
      instance: 'first',
      kind: 'administrative',
      procedure: 'ordinary',
      plaintiffs: form.applicants ?? [],
      defendants: this.defendants(),
      act: { name: kind.name, ...(docNumber !== undefined && { docNumber, madeOn }) },
      claims: kind.request.replace('复议', '诉讼'),
      reconsidered: this.reconsidered(),
      filedOn: dates.filed,
      copyReceivedOn: dates.copy,
      ...(c.servedOn !== undefined && { reconsiderationServedOn: c.servedOn }),
    });
    const assigned = days.work(dates.copy, 1);
    w.take(assigned, this.office, 'assign', {
      agency: this.agency,
      legalStaff: [this.staff],
      agents: [{ name: this.cast.name(this.staff), kind: 'staff' }],
      instructions: '请承办单位在五日内提供证据和依据，法制工作人员起草答辩状。',
    });
    const submitted = days.within(dates.copy, 9 + (c.turn % 5), assigned);
    w.take(submitted, this.staff, 'submitDefence', {
      evidenceSubmittedOn: submitted,
      defence: `${kind.reply}请求驳回原告的诉讼请求。`,
      evidence: kind.evidence.map(([name, proves], index) => ({
        name,
        proves,
        source: '执法案卷',
        obtainedOn: days.within(madeOn, -3 - index),
        permitted: false,
        pages: `${index * 4 + 1}—${index * 4 + 4}`,
      })),
      norms: kind.basis,
    });
  }

  private withdraw(): void {
    const { c, w, days, dates } = this;
    const changed = c.ending === 'withdrawnAfterChange';
    if (changed) {
      const on = days.after(dates.copy, 20);
      const head = this.cast.one('organHead', c.organ);
      w.takeApproved(on, this.handler, head, days.work(on, 1), 'changeAct', {
        actChange: { on, content: '撤回原决定，重新调查后作出处理。', plaintiffView: '同意，准备撤诉。' },
      });
    }
    const ruled = days.work(dates.hearing, -2);
    w.take(ruled, this.office, 'plaintiffWithdraws', {
      judgedOn: ruled,
      servedOn: ruled,
      operative: '准许原告撤回起诉。',
      outcome: this.outcome(changed ? 'WITHDRAWN_AFTER_CHANGE' : 'WITHDRAWN', '行政诉讼法第六十二条'),
    });
    w.take(days.work(ruled, 8), this.office, 'archive');
  }

  private outcome(code: string, article: string): JsonObject[] {
    return this.defendants().map(({ name }) => ({
      defendant: name ?? '',
      code,
      article,
      ...(code === 'REVOKE' && { redo: true }),
    }));
  }

  /** The hearing: notice, who goes, the head's proof of identity, and what happened. */
  private appear(instance: 'first' | 'second', on: PlainDate): void {
    const { c, w, days, cast } = this;
    const place = `${instance === 'first' ? this.court.name : INTERMEDIATE.name}第${1 + (c.turn % 3)}法庭`;
    const notice = days.work(on, -7);
    w.take(notice, this.office, 'noticeHearing', { on, place, online: false, noticeServedOn: notice });
    const head = cast.one('organHead', c.organ);
    const staff = [{ name: cast.name(this.staff), post: '行政应诉科工作人员' }];
    if (c.excused) {
      const absence = { excuse: 'duty', facts: '开庭当日须主持防汛会商，不能由他人代替。', staff };
      w.takeApproved(days.work(on, -4), this.staff, head, days.work(on, -3), 'explainAbsence', { absence });
      w.take(days.work(on, -2), this.staff, 'planAppearance', { plan: { attend: 'staff', staff } });
    } else {
      const plan = {
        attend: 'head',
        person: cast.name(head),
        rank: 'deputy',
        staff,
        view: '愿意在法院主持下就处理结果听取原告意见，依法可以调整的予以调整。',
      };
      w.take(days.work(on, -4), this.staff, 'planAppearance', { plan });
      w.take(days.work(on, -2), this.staff, 'identifyHead');
    }
    const proof = uploadOf(
      `${c.key}/${instance}`,
      c.excused ? '情况说明.pdf' : '负责人身份证明.pdf',
      cast.org(c.organ).name,
    );
    const appearance = c.excused
      ? { appeared: false, agreed: false, excuse: 'duty', excuseProof: [proof.id], excuseAccepted: true, staff }
      : { appeared: true, person: cast.name(head), rank: 'deputy', proof: [proof.id], spoke: true, staff };
    w.take(
      on,
      this.staff,
      'recordHearing',
      { hearingOn: on, noticed: true, calledAgain: false, ...appearance },
      { uploads: [proof] },
    );
  }

  private judge(): void {
    const { c, w, days, dates } = this;
    const [code, article, operative, judgmentKind] =
      c.ending === 'lost'
        ? ['REVOKE', '行政诉讼法第七十条', '撤销被诉行政行为和行政复议决定，责令重新作出处理。', 'judgment']
        : c.ending === 'rejected'
          ? ['DISMISS_SUIT', '行政诉讼法解释第六十九条', '驳回原告的起诉。', 'ruling']
          : ['DISMISS_CLAIM', '行政诉讼法第六十九条', '驳回原告的诉讼请求。', 'judgment'];
    const judgment = {
      judgedOn: dates.judged,
      servedOn: dates.served,
      operative,
      outcome: this.outcome(code!, article!),
    };
    w.take(dates.served, this.office, 'judge', { judgmentKind: judgmentKind!, ...judgment });
    if (c.ending === 'lost') this.lose();
    if (c.ending === 'appealed') {
      this.secondInstance();
      return;
    }
    const effective = days.work(days.after(dates.served, 15), 1);
    w.take(effective, this.office, 'takeEffect', { effectiveOn: effective });
    if (c.ending === 'lost') {
      const done = days.after(effective, 30);
      w.take(done, this.handler, 'perform', {
        performance: { what: '重新调查后作出处理，已送达原告。', doneOn: done, redo: 'different' },
      });
    }
    w.take(days.after(effective, 40), this.office, 'archive', { archiveNote: '案卷已装订。' });
  }

  private lose(): void {
    this.w.take(this.days.work(this.dates.served, 4), this.staff, 'review', {
      review: {
        cause: ['evidence'],
        responsible: `${this.cast.org(this.agency).name}及承办科室`,
        measures: '重大处罚案件作出决定前须经法制审核，对关键事实至少有两种证据相互印证。',
      },
    });
  }

  private secondInstance(): void {
    const { w, days, dates } = this;
    const received = days.after(dates.served, 13);
    const copy = days.work(received, 3);
    w.take(copy, this.office, 'receiveAppeal', { appealCopyReceivedOn: copy });
    const answered = days.within(copy, 12, copy);
    w.take(answered, this.staff, 'answerAppeal', {
      appealAnsweredOn: answered,
      appealAnswer: '一审认定事实清楚、适用法律正确，请求驳回上诉，维持原判。',
    });
    const filed = days.work(answered, 3);
    w.take(filed, this.office, 'registerSecondInstance', {
      courtCaseNo: this.caseNo('终', INTERMEDIATE, filed),
      court: INTERMEDIATE.name,
      appealReceivedOn: received,
    });
    const hearing = days.after(filed, 25);
    this.appear('second', hearing);
    const judged = days.after(hearing, 20);
    const served = days.work(judged, 4);
    w.take(served, this.office, 'judgeFinal', {
      judgmentKind: 'judgment',
      judgedOn: judged,
      servedOn: served,
      operative: '驳回上诉，维持原判。',
      outcome: this.outcome('DISMISS_CLAIM', '行政诉讼法第八十九条第一款第一项'),
    });
    w.take(days.work(served, 10), this.office, 'archive', { archiveNote: '一审、二审案卷已装订。' });
  }
}
