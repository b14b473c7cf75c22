import { NUMERAL_CLASS, numeralValue } from '../text/numeral.js';
import { bareTitleBefore, isForeignWord, selfNameAt, selfNameBefore } from './bare-title.js';
import { bareUnit } from './bare-unit.js';
import type { Citation, CitationKind, CitationTarget } from './citation.js';
import { bareArticleAt, bracketedAt, type PinList, pinsAt, rankOf, targetOf } from './pins.js';
import type { Place } from './place.js';
import { aliasAt, aliasesAt, closingBracket, makerBefore } from './quoted-title.js';
import {
  positionOf,
  previousArticles,
  previousItems,
  previousParagraphs,
  type Resolved,
  thisDivision,
  thisUnit,
} from './relative.js';
import { sameUnit } from './same-unit.js';
import type { ScanState } from './scan-state.js';
import { isDocumentName, nationalLawEndingAt, nationalRuleEndingAt, repealOf } from './titles.js';

/** What stands behind 法 where no law is named: 法定, 法制, 法则, 基本法委员会, 土地管理法实施条例, 刑法修正案, 宪法宣誓. */
const NO_TITLE_BEFORE =
  /^(?:定|制(?!定)|则(?!第)|规(?!定)|[分总]则第|(?:和法律)?委员会|(?:实施|施行)(?:条例|细则|办法|规定|意见|若干|方案|规则|情况)|修正案|宣誓)/;
/** What stands before the bare name of a regulation. */
const RULE_BEGINS = /(?:^|[，、；。：（()依按遵]照|根据|依据|适用|违反|遵守|符合|执行|履行|[和及与由按）)])$/;
const NO_RULE_BEFORE = /^(?:[）)》〉]|(?:实|施)[施行]|修正)/;

const PREVIOUS = new RegExp(`前(?:[${NUMERAL_CLASS}]{1,2}|[\\d])?(?:个)?([条款项])`, 'y');
/** 1 for the characters with which a case of `scan` begins; nearly all others are passed over in a bare loop. */
const TELLING = new Uint8Array(0x10000);
for (const character of '。“”《第前本同该法典例则') TELLING[character.charCodeAt(0)] = 1;

/**
 * Finds the citations in one stretch of text. Every case begins at its first telling character; what stands before it
 * is looked at only as far back as the end of the last citation, so the work is linear.
 */
export class Scanner {
  readonly found: Citation[] = [];
  readonly state: ScanState;
  #text = '';
  #place!: Place;
  #from = 0;
  #limit = 0;

  constructor(state: ScanState) {
    this.state = state;
  }

  scan(text: string, from: number, limit: number, place: Place): void {
    this.#text = text;
    this.#place = place;
    this.#from = from;
    this.#limit = limit;
    this.state.last = undefined;
    let at = from;
    for (;;) {
      while (at < limit && TELLING[text.charCodeAt(at)] === 0) at++;
      if (at >= limit) return;
      switch (text.charCodeAt(at)) {
        case 0x3002: // 。
          this.state.last = undefined;
          at++;
          break;
        case 0x201c: // “
          this.#openQuote();
          at++;
          break;
        case 0x201d: // ”
          this.state.amendment.quoteOpen = false;
          at++;
          break;
        case 0x300a: // 《
          at = this.#title(at);
          break;
        case 0x7b2c: // 第
          at = this.#ordinal(at);
          break;
        case 0x524d: // 前
          at = this.#previous(at, at);
          break;
        case 0x672c: // 本
          at = this.#own(at);
          break;
        case 0x540c: // 同
        case 0x8be5: // 该
          at = at > from && '合共协会相不陪如伙随连视应'.includes(text[at - 1]!) ? at + 1 : this.#same(at);
          break;
        case 0x6cd5: // 法
        case 0x5178: // 典
          at = this.#bareLaw(at);
          break;
        case 0x4f8b: // 例
        case 0x5219: // 则
          at = this.#bareRule(at);
          break;
        default:
          at++;
      }
    }
  }

  #openQuote(): void {
    const { amendment } = this.state;
    if (!amendment.amending || amendment.quoteOpen) return;
    amendment.quoteOpen = true;
    amendment.quotedParagraph = 0;
    amendment.quotedItem = 0;
  }

  // 《X》, 《X》（以下简称Y）, 《X》第N条, 本《办法》第N条
  #title(at: number): number {
    const text = this.#text;
    const close = closingBracket(text, at, this.#limit);
    if (close < 0) return at + 1;
    const name = text.slice(at + 1, close);
    let end = close + 1;
    const alias = aliasAt(text, end);
    const abbr = alias?.name;
    const behind = alias?.end ?? end;
    if (text[at - 1] === '本' && at - 1 >= this.#from && selfNameAt(`本${name}`, 0) === name.length + 1) {
      const own = pinsAt(text, end, this.#limit);
      return own ? this.#ownTitle(at - 1, own, own.pins.map(targetOf)) : end;
    }
    const maker = name.startsWith('关于') ? makerBefore(text, this.#from, at) : '';
    const title = this.state.aliases.get(name) ?? this.state.titles.official(maker + name);
    if (abbr !== undefined) this.state.aliases.set(abbr, title);
    const pins = pinsAt(text, behind, this.#limit) ?? bareArticleAt(text, behind, this.#limit);
    if (pins) end = pins.end;
    else if (!isDocumentName(name)) return close + 1;
    this.#amends(at, end, title);
    const annex = /(所附|附件)[的：:]?$/.test(text.slice(Math.max(this.#from, at - 3), at));
    this.#push(at, end, title, pins ? pins.pins.map(targetOf) : [], pins ? 'explicit' : 'title_only', {
      ...(abbr !== undefined && { abbr }),
      ...(annex && { annex: true as const }),
    });
    if (pins) this.#setAmendedArticle(pins, title);
    this.#declareAliases(end);
    return Math.max(end, behind);
  }

  /** （以下分别简称《A》、《B》）: the names go to the last titles in their order. */
  #declareAliases(at: number): void {
    const names = aliasesAt(this.#text, at);
    if (names.length === 0) return;
    const titles = this.found.slice(-names.length).map(({ target_title }) => target_title);
    if (titles.length < names.length) return;
    names.forEach((name, index) => {
      this.state.aliases.set(name, titles[index]!);
    });
  }

  /** 修改《X》 and 对《X》作如下修改 turn to the next text; the latter also opens a changing act that has another title. */
  #amends(at: number, end: number, title: string): void {
    const { amendment } = this.state;
    const after = this.#text.slice(end, end + 8);
    const opens = /^作出?如下(?:修改|补充|修正)/.test(after);
    if ((!amendment.amending && !opens) || amendment.quoteOpen) return;
    const before = this.#text.slice(Math.max(this.#from, at - 4), at);
    if (opens || /(修改|对|将|在)$/.test(before) || /^(作如下|作出|修改|的修改)/.test(after) || at === this.#from) {
      amendment.title = title;
      amendment.article = undefined;
    }
  }

  // 第N条 with whatever names its text before it
  #ordinal(at: number): number {
    const text = this.#text;
    const pins = pinsAt(text, at, this.#limit);
    if (!pins) return at + 1;
    const low = this.found.at(-1)?.end ?? 0;
    const floor = Math.max(this.#from, low > this.#from && low <= at ? low : this.#from);
    const targets = pins.pins.map(targetOf);
    const self = selfNameBefore(text, floor, at);
    if (self !== undefined) return this.#ownTitle(self, pins, targets);
    const part = PARTS[text.slice(at - 2, at)];
    if (part && text[at - 3] === '法' && !text.startsWith('民法', at - 4)) return this.#inPart(part, floor, at, pins);
    const name = bareTitleBefore(text, floor, at, this.state.aliases, this.state.titles);
    if (name) {
      this.#push(name.start, pins.end, name.title, targets, 'explicit');
      this.#setAmendedArticle(pins, name.title);
      return pins.end;
    }
    this.#bare(at, pins, targets);
    return pins.end;
  }

  /** 刑法分则第三章, 本法总则第四章第八节 */
  #inPart(part: string, floor: number, at: number, pins: PinList): number {
    const text = this.#text;
    const targets = pins.pins
      .map(targetOf)
      .map((one) => (one.division ? { ...one, division: part + one.division } : one));
    const self = selfNameBefore(text, floor, at - 2);
    if (self !== undefined) return this.#ownTitle(self, pins, targets);
    const name = bareTitleBefore(text, floor, at - 2, this.state.aliases, this.state.titles);
    if (name) this.#push(name.start, pins.end, name.title, targets, 'explicit');
    return pins.end;
  }

  #ownTitle(start: number, pins: PinList, targets: CitationTarget[]): number {
    const quotedTitle = this.#quotedTitle();
    this.#push(start, pins.end, quotedTitle ?? 'self', targets, 'self', quotedTitle ? { quoted: true } : {});
    return pins.end;
  }

  /** Title of the amended text inside quoted new wording. */
  #quotedTitle(): string | undefined {
    const { amendment } = this.state;
    return amendment.amending && amendment.quoteOpen ? amendment.title : undefined;
  }

  #bare(at: number, pins: PinList, targets: CitationTarget[]): void {
    const { amendment, last, subject } = this.state;
    const first = pins.first;
    if (first === '编' || first === '分编' || first === '章' || first === '节') {
      if (!/^(?:的)?(规定|所|各|、|和|有关)/.test(this.#text.slice(pins.end, pins.end + 3)) || amendment.amending)
        return;
      this.#push(at, pins.end, 'self', targets, 'self');
      return;
    }
    if (first === '条') {
      if (amendment.amending && amendment.title) {
        const quoted = amendment.quoteOpen;
        if (quoted && at > 0 && this.#text[at - 1] === '“' && this.#text[pins.end] !== '”') {
          // the label of a quoted article: what follows is its text
          Object.assign(amendment, {
            article: pins.pins[0]!.article,
            firstParagraph: 1,
            quotedParagraph: 0,
            quotedItem: 0,
          });
          return;
        }
        this.#push(at, pins.end, amendment.title, targets, 'relative', quoted ? { quoted: true } : {});
        this.#setAmendedArticle(pins, amendment.title);
        return;
      }
      if (subject !== undefined) {
        this.#push(at, pins.end, subject, targets, 'relative');
        return;
      }
      // 刑法第三百八十九条行贿罪、第三百九十三条单位行贿罪: goes on with the title before it
      const known = this.state.order.byNumber.has(targets[0]!.article!);
      const listed = /[、和及与者]$/.test(this.#text.slice(Math.max(this.#from, at - 1), at));
      if (last && last.target_title !== 'self' && last.targets.length > 0 && (!known || listed)) {
        this.#push(at, pins.end, last.target_title, targets, 'relative');
        return;
      }
      this.#push(at, pins.end, 'self', targets, 'self');
      return;
    }
    if (first === '目') return;
    const before = this.#text.slice(Math.max(this.#from, at - 3), at);
    const amended = amendment.amending && !amendment.quoteOpen && amendment.article ? amendment.title : undefined;
    if (amended !== undefined) {
      const article = amendment.article!;
      if (first === '款') amendment.firstParagraph = targets[0]!.paragraph ?? 1;
      this.#relative(at, pins.end, { targets: targets.map((target) => ({ ...target, article })) }, amended);
      return;
    }
    const { title, ...resolved } = bareUnit(this.#place, this.state, pins, before);
    this.#relative(at, pins.end, resolved, title);
  }

  /** The article an instruction speaks of; 作为第N款 and 第N款修改为 set the number of the first quoted 款. */
  #setAmendedArticle(pins: PinList, title: string): void {
    const { amendment } = this.state;
    if (!amendment.amending || amendment.quoteOpen || title !== amendment.title) return;
    const target = pins.pins.at(-1)!;
    if (target.article === null) return;
    amendment.article = target.article;
    amendment.firstParagraph = target.paragraph ?? 1;
  }

  // 前款, 前两款, 前条第二项
  #previous(at: number, start: number): number {
    const text = this.#text;
    PREVIOUS.lastIndex = at;
    const match = PREVIOUS.exec(text);
    if (!match || PREVIOUS.lastIndex > this.#limit) return at + 1;
    const unit = match[1] as '条' | '款' | '项';
    const next = text[PREVIOUS.lastIndex] ?? '';
    if (
      isForeignWord(unit + next) ||
      (start === at && at > this.#from && '目提此'.includes(text[at - 1]!) && match[0].length === 2)
    )
      return at + 1;
    const end = at + match[0].length;
    const count = match[0].length > 2 ? (numeralValue(match[0].slice(1, -1).replace('个', '')) ?? 1) : 1;
    const pins = pinsAt(text, end, this.#limit) ?? (unit === '款' ? bracketedAt(text, end, this.#limit) : undefined);
    const usable = pins && rankOf(pins.first) > rankOf(unit) ? pins : undefined;
    const position = positionOf(this.#place, this.state.amendment);
    const list = usable?.pins ?? [];
    const resolved =
      unit === '款'
        ? previousParagraphs(position, count, list)
        : unit === '条'
          ? previousArticles(this.#place, this.state.order, position, count, list)
          : previousItems(this.#place, position, count);
    // 对前三项污染物征收: the first three of a list that is no list of items
    if (unit === '项' && count > 1 && resolved.unresolved !== undefined && start === at) return end;
    this.#relative(start, usable?.end ?? end, resolved);
    return usable?.end ?? end;
  }

  // 本条, 本款, 本项, 本章, 本节, 本编
  #own(at: number): number {
    const text = this.#text;
    const named = selfNameAt(text, at);
    const articles = named === undefined ? undefined : bareArticleAt(text, named, this.#limit);
    if (articles) return this.#ownTitle(at, articles, articles.pins.map(targetOf));
    const unit = text[at + 1] ?? '';
    if (!'条款项章节编分'.includes(unit) || unit === '') return at + 1;
    const before = at > this.#from ? text[at - 1]! : '';
    // 成本, 资本 …; but 造成本条规定的, 构成本款所列的
    if ('成资基根日版样书文原副标剧脚'.includes(before) && before !== '' && !/[造构达]成$/.test(text.slice(at - 2, at)))
      return at + 1;
    const name = unit === '分' ? '分编' : unit;
    if (unit === '分' && text[at + 2] !== '编') return at + 1;
    const end = at + 1 + name.length;
    // 本章程序 is 本章 and 程序
    if (isForeignWord(name + (text[end] ?? '')) && !text.startsWith('程序', end)) return at + 1;
    if (name === '条' && text.charCodeAt(end) === 0x524d) {
      const reached = this.#previous(end, at);
      if (reached > end + 1) return reached;
    }
    const pins =
      pinsAt(text, end, this.#limit) ??
      (name === '条' || name === '款' ? bracketedAt(text, end, this.#limit) : undefined);
    const usable = pins && rankOf(pins.first) > rankOf(name) ? pins : undefined;
    const position = positionOf(this.#place, this.state.amendment);
    const resolved =
      name === '条' || name === '款' || name === '项'
        ? thisUnit(position, name, usable?.pins ?? [])
        : thisDivision(this.#place, name as '编' | '分编' | '章' | '节', usable?.pins ?? [], this.state.part);
    this.#relative(at, usable?.end ?? end, resolved);
    return usable?.end ?? end;
  }

  // 同条第二款, 该条第三款, 该法第五条: of what was cited just before
  #same(at: number): number {
    const found = sameUnit(this.#text, at, this.#limit, this.#lastWithArticle(at), this.state.lastTitle);
    if (!found) return at + 1;
    this.#push(at, found.end, found.title, found.targets, 'relative');
    return found.end;
  }

  /** The last citation of an article in this sentence, else in this paragraph. */
  #lastWithArticle(at: number): Citation | undefined {
    if (this.state.last?.targets.at(-1)?.article) return this.state.last;
    for (let index = this.found.length - 1; index >= 0; index--) {
      const one = this.found[index]!;
      if (one.start < this.#from || one.end > at) return this.state.last;
      if (one.targets.at(-1)?.article) return one;
    }
    return this.state.last;
  }

  // a law named without 《》 and without a unit: 依照继承法的规定
  #bareLaw(at: number): number {
    const text = this.#text;
    const next = text[at + 1] ?? '';
    if (next === '第' || (next !== '' && '人律院治庭官医条学典盲令纪理宝日'.includes(next))) return at + 1;
    const after = text.slice(at + 1, at + 7);
    if (NO_TITLE_BEFORE.test(after)) return at + 1;
    const low = Math.max(this.#from, this.found.at(-1)?.end ?? 0);
    const floor = low <= at ? low : this.#from;
    const name =
      text[at] === '典'
        ? text.startsWith('民法典', at - 2) && at - 2 >= floor
          ? '民法典'
          : undefined
        : nationalLawEndingAt(text, floor, at + 1);
    if (name === undefined) return at + 1;
    const start = at + 1 - name.length;
    // 清算价格法, 再销售价格法, 降排水法: methods
    if (start > floor && '算售控排'.includes(text[start - 1]!)) return at + 1;
    const state = text.startsWith('中华人民共和国', start - 7) && start - 7 >= floor ? start - 7 : start;
    const title = this.state.aliases.get(name) ?? this.state.titles.official(name);
    this.#push(state, at + 1, title, [], 'title_only');
    return at + 1;
  }

  // a regulation named without 《》 and without a unit: 依照电信条例的规定, 适用民法通则关于…的规定
  #bareRule(at: number): number {
    const text = this.#text;
    if (text[at - 2] === '本' || text[at + 1] === '第') return at + 1;
    const low = Math.max(this.#from, this.found.at(-1)?.end ?? 0);
    const floor = low <= at ? low : this.#from;
    const name = nationalRuleEndingAt(text, floor, at + 1);
    if (name === undefined) return at + 1;
    const start = at + 1 - name.length;
    const state = text.startsWith('中华人民共和国', start - 7) && start - 7 >= floor ? start - 7 : start;
    // 某省实施…条例, 道路运输管理条例: only the end of another name, unless a lead word or a list stands before it
    if (state === start && !RULE_BEGINS.test(text.slice(Math.max(floor, start - 2), start))) return at + 1;
    if (NO_RULE_BEFORE.test(text.slice(at + 1, at + 4))) return at + 1;
    this.#push(state, at + 1, this.state.aliases.get(name) ?? this.state.titles.official(name), [], 'title_only');
    return at + 1;
  }

  #relative(start: number, end: number, resolved: Resolved, title?: string): void {
    const quoted = this.#quotedTitle();
    this.#push(start, end, title ?? quoted ?? 'self', resolved.targets, 'relative', {
      ...(quoted !== undefined && { quoted: true as const }),
      ...(resolved.unresolved !== undefined && { unresolved: resolved.unresolved }),
    });
  }

  #push(
    start: number,
    end: number,
    title: string,
    targets: CitationTarget[],
    kind: CitationKind,
    more: Partial<Citation> = {},
  ): void {
    const citation: Citation = {
      start,
      end,
      text: this.#text.slice(start, end),
      target_title: title,
      targets,
      kind,
      ...more,
      ...(title === 'self' ? {} : repealOf(title)),
    };
    this.found.push(citation);
    this.state.last = citation;
    const own = this.#place.unit?.number;
    const article = targets[0]?.article;
    if (kind === 'self' && article && article !== own && targets.every((one) => one.article === article))
      this.state.named = targets[0];
    if (title !== 'self' && kind !== 'relative') this.state.lastTitle = title;
  }
}

/** 刑法分则第三章: the two 编 of a code by their names. */
const PARTS: Readonly<Record<string, string>> = { 总则: '编1', 分则: '编2' };
