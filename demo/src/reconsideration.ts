import type { JsonObject, PlainDate } from '@fadu/kernel';
import type { Cast } from './cast.js';
import type { Course, Told } from './course.js';
import { type Decided, draftOf, MEDIATED, REFUSALS } from './decisions.js';
import { type Days, PARTY, StoryWriter } from './story.js';
import { slipOf } from './uploads.js';

/** Writes the steps of one reconsideration, from the application to the archive. */
export function tellReconsideration(course: Course, cast: Cast, days: Days, now: Date): Told {
  const teller = new Teller(course, cast, days, now);
  return teller.tell();
}

class Teller {
  private readonly w: StoryWriter;
  private readonly handlers: readonly [string, string];
  private readonly head: string;
  private readonly clerk: string;
  private readonly responder: string;
  private acceptedOn: PlainDate | undefined;

  constructor(
    private readonly c: Course,
    private readonly cast: Cast,
    private readonly days: Days,
    now: Date,
  ) {
    this.w = new StoryWriter(c.key, 'reconsideration', c.organ, now, c.stopAfter);
    this.handlers = [cast.one('handler', c.organ, c.turn), cast.one('handler', c.organ, c.turn + 1)];
    this.head = cast.one('rcHead', c.organ);
    this.clerk = cast.one('clerk', c.organ);
    this.responder = cast.one('responder', c.application.agency);
  }

  tell(): Told {
    const received = this.receive();
    if (this.c.ending === 'REFUSED') return this.refuse(received);
    if (this.c.ending === 'ABANDONED') return { story: this.w.story() };
    const accepted = this.accept(received);
    this.acceptedOn = accepted;
    const examined = this.examine(accepted);
    return this.end(accepted, examined);
  }

  /** Receipt, and the correction of an incomplete application. Returns the day the complete one was received. */
  private receive(): PlainDate {
    const { c, w, days } = this;
    const form: JsonObject = {
      ...c.application.form,
      ...(c.lateReason !== undefined && { lateReason: c.lateReason }),
    };
    if (c.channel === 'online') {
      const { act, ...asked } = form as JsonObject & { act: JsonObject };
      w.take(c.receivedOn, PARTY, 'apply', { ...asked, act: byApplicant(act) });
    } else if (c.channel === 'oral')
      w.take(c.receivedOn, this.clerk, 'registerOral', { receivedOn: c.receivedOn, ...form });
    else if (c.channel === 'agency') {
      w.take(c.receivedOn, this.clerk, 'registerAtAgency', { agencyReceivedOn: c.receivedOn, ...form });
      if (c.selfCorrected) {
        const on = days.work(c.receivedOn, 2);
        w.take(on, this.responder, 'agencySelfCorrect', {
          agencyCorrectedOn: on,
          agencyCorrection: '复核监控记录，确认系避让执行任务的救护车，撤销处罚决定，已缴罚款退回。',
        });
        w.end();
      }
      const forwarded = days.work(c.receivedOn, 3);
      w.take(forwarded, this.responder, 'agencyForward', { receivedOn: forwarded });
      return forwarded;
    } else {
      const postmark = c.channel === 'post' ? { postmarkOn: days.work(c.receivedOn, -2) } : {};
      w.take(c.receivedOn, this.clerk, 'register', {
        channel: c.channel,
        receivedOn: c.receivedOn,
        ...postmark,
        ...form,
      });
    }
    if (!c.correction && c.ending !== 'ABANDONED') return c.receivedOn;
    const asked = days.work(c.receivedOn, 2);
    w.take(asked, this.handlers[0], 'askCorrection', {
      issuedOn: asked,
      items: '一、申请人身份证复印件；二、写明所不服的行政行为的名称和文号。',
      newDefect: false,
    });
    const told = days.work(asked, 1);
    this.serve(told, this.clerk, 'serveCorrection', { correctionReceivedOn: told }, 'post');
    if (c.ending === 'ABANDONED') {
      w.take(days.work(told, 12), this.handlers[0], 'abandon');
      return told;
    }
    const corrected = days.work(told, 5);
    const answer = { correctionText: '已补交身份证复印件，并写明行政行为的名称和文号。' };
    if (c.channel === 'online') w.take(corrected, PARTY, 'correctByParty', answer);
    else w.take(corrected, this.clerk, 'correctAtDesk', { correctedOn: corrected, ...answer });
    return corrected;
  }

  private examination(subject = 'reviewable'): JsonObject {
    return { subject, interest: true, concrete: true, competent: true, acts: 1, suitAccepted: false };
  }

  private refuse(received: PlainDate): Told {
    const { w, days } = this;
    const [subject, refusalReason] = REFUSALS[this.c.turn % REFUSALS.length]!;
    const asked = days.work(received, 2);
    const refused = days.work(received, 3);
    const input = { examination: this.examination(subject), refusalReason };
    w.takeApproved(asked, this.handlers[0], this.head, refused, 'refuse', input);
    w.take(days.after(refused, 25), this.clerk, 'archive');
    return { story: w.story() };
  }

  private choice(): JsonObject {
    const { c } = this;
    return {
      procedure: c.procedure ? 'simplified' : 'ordinary',
      ...(c.procedure && { simplifiedGround: c.procedure.simplified }),
      handlers: [...this.handlers],
      major: c.major === true,
      ...(c.committee && { committeeReasons: ['technical'] }),
    };
  }

  private accept(received: PlainDate): PlainDate {
    const { c, w, days } = this;
    if (c.deemed) {
      w.take(days.work(received, 7), this.handlers[0], 'chooseProcedure', this.choice());
      return days.work(received, 5);
    }
    const accepted = days.work(received, 2 + (c.turn % 3));
    const reasons = c.lateReason === undefined ? {} : { reasons: { 'reconsideration.too_late': c.lateReason } };
    if (c.channel === 'online')
      w.take(accepted, this.handlers[0], 'classifyAct', { act: c.application.form.act as JsonObject });
    w.take(accepted, this.handlers[0], 'accept', { examination: this.examination(), ...this.choice() }, reasons);
    return accepted;
  }

  /** Copy, reply, opinions, and what else the case needs. Returns the last day of it. */
  private examine(accepted: PlainDate): PlainDate {
    const { c, w, days } = this;
    const { kind } = c.application;
    // Under the law of 2017 a matter is accepted on the day of receipt: the seven days for the copy run from there.
    const usual = c.receivedOn < '2024-01-01' ? 1 + (c.turn % 2) : 1 + (c.turn % (c.procedure ? 2 : 4));
    const sent = days.work(accepted, c.copyAfter ?? (c.deemed ? 3 : usual));
    w.take(sent, this.handlers[0], 'sendCopy', { copySentOn: sent });
    w.take(sent, this.responder, 'signCopy');
    if (c.stay)
      w.takeApproved(sent, this.handlers[0], this.head, days.work(sent, 1), 'stayExecution', { stay: 'asked' });
    if (c.noReply) return this.opinions(days.after(sent, 22));
    const replied = c.procedure
      ? days.work(sent, 3 + (c.turn % 2))
      : days.within(sent, 7 + (c.turn % 3), days.work(sent, 1));
    w.take(replied, this.responder, 'reply', {
      replyText: kind.reply,
      replyBasis: kind.basis,
      replyEvidence: kind.evidence.map(([name, proves], index) => ({
        name,
        proves,
        source: '执法案卷',
        obtainedOn: days.within(c.application.madeOn, -3 - index),
        pages: 2 + index,
        afterAct: false,
      })),
      respondentAgents: [{ name: this.cast.name(this.responder), kind: 'staff' }],
    });
    return this.opinions(replied);
  }

  private opinions(from: PlainDate): PlainDate {
    const { c, w, days } = this;
    if (c.ending === 'DISMISS_APPLICATION' || c.ending === 'MEDIATION') return from;
    let last = days.work(from, 3 + (c.turn % 4));
    w.take(last, this.handlers[0], 'hearOpinions', {
      party: c.application.applicant,
      how: c.turn % 3 === 0 ? 'face' : 'phone',
      on: last,
      record: `申请人坚持申请书的意见，主要是：${c.application.kind.request}对被申请人的答复没有新的证据。`,
    });
    if (c.norm !== undefined) last = this.normReview(last, c.norm);
    if (c.major) last = this.hearing(last);
    if (c.committee) {
      last = days.work(last, 4);
      w.take(last, this.cast.one('committee', c.organ), 'consultCommittee', {
        on: last,
        members: this.cast
          .all('committee', c.organ)
          .map((id) => this.cast.name(id))
          .join('、'),
        opinion: '委员认为，本案的关键在于现有证据能否证明所认定的主要事实，建议结合现场记录和专业意见综合判断。',
        adopted: true,
      });
    }
    return this.suspend(last);
  }

  private normReview(from: PlainDate, norm: string): PlainDate {
    const { w, days } = this;
    const began = days.work(from, 1);
    w.take(began, this.handlers[0], 'startNormReview', {
      normDocument: norm,
      normCompetent: true,
      normSuspendedOn: began,
    });
    const told = days.work(began, 2);
    // The law of 2017 knows no notice to the maker.
    if (this.c.receivedOn >= '2024-01-01')
      w.take(told, this.handlers[0], 'notifyNormMaker', { normNoticeReceivedOn: told });
    const concluded = days.work(told, 9);
    w.take(concluded, this.handlers[0], 'concludeNorm', { normConclusion: 'legal' });
    w.take(concluded, this.handlers[0], 'resume', { resumedOn: concluded });
    return concluded;
  }

  private hearing(from: PlainDate): PlainDate {
    const { c, w, days, cast } = this;
    const notice = days.work(from, 2);
    const held = days.work(notice, 8);
    const staff = cast.all('handler', c.organ).filter((id) => !this.handlers.includes(id));
    w.take(notice, this.handlers[0], 'setHearing', {
      hearingOn: held,
      hearingPlace: '行政复议听证室',
      hearingNoticeOn: notice,
      hearingHost: [this.handlers[0]],
      hearingMembers: [this.handlers[1], ...staff.slice(0, 1)],
      hearingClerk: [this.clerk],
    });
    w.take(held, this.handlers[0], 'holdHearing', {
      on: held,
      respondentHead: true,
      record: '双方围绕行政行为的事实、程序和处理幅度举证、质证和辩论，被申请人负责人当庭说明了执法经过。',
      public: true,
    });
    return held;
  }

  private suspend(from: PlainDate): PlainDate {
    const { c, w, days } = this;
    if (!c.suspended) return from;
    const began = days.work(from, 2);
    const { ground } = c.suspended;
    w.takeApproved(began, this.handlers[0], this.head, days.work(began, 1), 'suspend', {
      suspensionGround: ground,
      suspensionDetail:
        ground === 'death' ? '申请人去世，其近亲属尚未表明是否参加。' : '须等待的事项尚未有结果，已书面告知各方。',
      suspendedOn: began,
    });
    const resumed = days.after(began, c.suspended.days);
    if (c.ending === 'TERMINATED') return resumed;
    w.take(resumed, this.handlers[0], 'resume', { resumedOn: resumed });
    return resumed;
  }

  private end(accepted: PlainDate, examined: PlainDate): Told {
    const { c, w, days } = this;
    switch (c.ending) {
      case 'MEDIATION': {
        const signed = days.work(examined, 6);
        const mediation = { agreement: MEDIATED, signedOn: signed, actChanged: true };
        w.take(signed, this.handlers[0], 'mediate', { mediation });
        return this.file(signed, signed);
      }
      case 'SETTLED':
      case 'WITHDRAWN': {
        const asked = days.work(examined, 4);
        const settled = c.ending === 'SETTLED';
        if (c.channel === 'online')
          w.take(asked, PARTY, 'askWithdrawal', {
            withdrawalReason: settled ? '已与被申请人达成和解。' : '已了解处理的依据，不再申请。',
          });
        w.take(days.work(asked, 1), this.handlers[0], 'permitWithdrawal', {
          settlement: { kind: settled ? 'settled' : 'withdrawn', voluntary: true, lawful: true, actChanged: settled },
        });
        return this.file(days.work(asked, 1));
      }
      case 'TERMINATED': {
        const ended = days.work(examined, 2);
        w.takeApproved(ended, this.handlers[0], this.head, days.work(ended, 1), 'terminate', {
          terminationGround: 'sixtyDays',
          terminationReason: '中止已满六十日，中止的原因仍未消除，近亲属没有表明参加复议。',
        });
        return this.file(days.work(ended, 1));
      }
      case 'DISMISS_APPLICATION': {
        const asked = days.work(examined, 5);
        const ruled = days.work(asked, 2);
        const leader = this.cast.one('rcOrganHead', c.organ);
        w.takeApproved(asked, this.handlers[0], leader, ruled, 'dismiss', {
          dismissalReason: '受理后查明，申请人与所申请的行政行为没有利害关系，不符合受理条件。',
        });
        return this.file(ruled, ruled);
      }
      case 'REFUSED':
      case 'ABANDONED':
        throw new Error(`${c.key} ended before`);
      default:
        return this.decide(accepted, examined, c.ending);
    }
  }

  private decide(accepted: PlainDate, examined: PlainDate, ending: Decided): Told {
    const { c, w, days } = this;
    let from = c.draftOn ?? days.work(examined, 3 + (c.turn % 5));
    if (c.extended) {
      const asked = days.within(accepted, 50);
      if (asked > from) from = asked;
      // Under the law of 2017 the head of the organ approves, since 2024 that of the institution.
      const old = c.receivedOn < '2024-01-01';
      const approver = old ? this.cast.one('rcOrganHead', c.organ) : this.head;
      w.takeApproved(from, this.handlers[0], approver, days.work(from, 1), old ? 'extendByOrganHead' : 'extend', {
        extendBy: 30,
        extensionReason: '案情复杂，需要进一步核实专业问题。',
        extensionNotifiedOn: from,
      });
      from = days.after(from, 18);
    }
    w.take(from, this.handlers[0], 'draft', draftOf(c.application, ending, c.receivedOn));
    const decided = days.work(from, 1 + (c.turn % 3));
    w.take(decided, this.cast.one('rcOrganHead', c.organ), 'decide');
    const served = days.work(decided, 1 + (c.turn % 3));
    this.serve(served, this.clerk, 'serve', { servedOn: served }, c.turn % 4 === 0 ? 'direct' : 'post');
    return this.follow(served, ending);
  }

  /** A step that registers a service, with the slip that proves it. */
  private serve(on: PlainDate, by: string, action: string, input: JsonObject, serving: 'direct' | 'post'): void {
    const slip = slipOf(`${this.c.key}/${action}`, this.cast.org(this.c.organ).name);
    this.w.take(on, by, action, { ...input, serving, servingProof: [slip.id] }, { uploads: [slip] });
  }

  /** What follows a decision: publication, an opinion letter, performance. */
  private follow(served: PlainDate, ending: Decided): Told {
    const { c, w, days } = this;
    w.take(days.work(served, 3), this.handlers[0], 'publish', { redacted: true });
    if (c.opinion) {
      const sent = days.work(served, 4);
      w.takeApproved(sent, this.handlers[0], this.head, days.work(sent, 1), 'issueOpinion', {
        opinionProblems: '同类案件多次出现告知不完整的问题，建议统一文书格式，并对执法人员进行一次培训。',
      });
      const received = days.work(sent, 1);
      this.serve(received, this.handlers[0], 'serveOpinion', { opinionReceivedOn: received }, 'direct');
    }
    if (c.suit) return this.file(served, served);
    let last = served;
    if (c.opinion) {
      last = days.after(served, 40);
      w.take(last, this.responder, 'reportOpinion', {
        opinionReport: '已统一文书格式，组织执法人员培训一次，并抽查近半年的案卷。',
      });
    }
    if (c.ordered) {
      const ordered = days.after(served, 61);
      w.take(ordered, this.handlers[0], 'orderPerformance', { orderedBy: days.after(ordered, 15) });
      return this.told(served);
    } else if (ending === 'REVOKE' || ending === 'ORDER_PERFORM') {
      last = days.after(served, 45);
      w.take(last, this.responder, 'recordPerformance', {
        performedOn: last,
        performance: '已重新调查并作出处理，处理结果已送达申请人。',
        redoneSameFacts: false,
      });
    }
    return this.file(served, served, last);
  }

  /** The suit, when there is one, and the archive. */
  private file(ended: PlainDate, servedOn?: PlainDate, last = ended): Told {
    const { c, w, days } = this;
    if (!c.suit) {
      w.take(days.after(last > ended ? last : ended, 24), this.clerk, 'archive');
      return this.told(servedOn);
    }
    const suedOn = days.work(ended, 6 + (c.turn % 4));
    w.take(suedOn, this.handlers[0], 'recordSuit', { suedOn });
    w.take(c.suit.archivedOn(suedOn), this.clerk, 'archive');
    return this.told(servedOn, suedOn);
  }

  private told(servedOn?: PlainDate, suedOn?: PlainDate): Told {
    return {
      story: this.w.story(),
      ...(this.acceptedOn && { acceptedOn: this.acceptedOn }),
      ...(servedOn && { servedOn }),
      ...(suedOn && { suedOn }),
    };
  }
}

/** The act as an applicant describes it: what officials judge is left to them. */
const byApplicant = ({ viaTechMonitor: _, realEstate: __, enterpriseRelated: ___, ...asked }: JsonObject): JsonObject =>
  asked;
