import { Automaton } from './automaton.js';
import type { Context } from './context.js';
import { SCOPE, VERBS } from './lexicon/words.js';
import type { Role } from './types.js';
import { unitClass } from './units.js';

/**
 * The shortest words for what is counted, the act, and the area. Best effort: the noun group beside the number without
 * its verb, scope and modifiers before 的.
 */
const verbs = new Automaton(VERBS);

export interface Phrases {
  readonly subject: string | null;
  readonly verb: string | null;
  readonly scope: string | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

function verbsIn(piece: string): Span[] {
  const found: Span[] = [];
  verbs.scan(piece, 0, piece.length, (id, end) => {
    const word = VERBS[id]!;
    const start = end - word.length;
    if (partOfNoun(piece, start, end, word)) return;
    while (found.length > 0 && found[found.length - 1]!.start >= start) found.pop();
    if (found.length === 0 || start >= found[found.length - 1]!.end) found.push({ start, end, word });
  });
  return found;
}

/** 调解 in 人民调解员, 援助 in 法律援助案件, 服务 in 公共法律服务站: no act. */
const NOMINAL_AFTER =
  /^(员|委员会|示范|时间|时限|组织|中心|工作站|站|机构|室|书|人员|平台|事项|队|案件|案卷|案|权|率|证(?![照件])|清单|团队|团|班|会议|会|基地|基准|意见|决定|目录|公司|所|机关|主体|岗|点|体系|制度|数|量|类|申请|费|活动|业务|系统|网|热线)/;
const NOMINAL_BEFORE =
  /(法律|人民|行政|司法|刑事|公共法律|政务|法治|社会|执法|应急|专项|资格|专题|联合|劳动|商事|监督|调解|城乡|队伍|阵地|制度|体系|作风|依申请|申请)$/;
const NOMINAL = new Set(
  '服务 援助 调解 仲裁 处罚 检查 培训 咨询 审查 督察 考试 演练 宣讲 建设 评查 审核 应诉 登记 备案 检察 受援 接收 组织 处置 评估 发布 清理 办理 公开'.split(
    ' ',
  ),
);

const partOfNoun = (piece: string, start: number, end: number, word: string): boolean =>
  quoted(piece, start) ||
  (NOMINAL.has(word) &&
    ((NOMINAL_AFTER.test(piece.slice(end)) && !OBJECT.test(piece.slice(0, start) + piece.slice(end))) ||
      NOMINAL_BEFORE.test(piece.slice(0, start))));

/** 评查案卷, 共调解案件: an act at the start of the piece has its object behind it. */
const OBJECT = /^(共|累计|共计|全年|组织)?(案件|案卷|事项|业务|活动)/;

/** 《…实施…办法》: the words of a title act nothing. */
const quoted = (piece: string, at: number): boolean => piece.lastIndexOf('《', at) > piece.lastIndexOf('》', at);

const FILL =
  /^(并|共|共计|累计|先后|已|新|全面|高效|依法|共同|组织|一是|二是|三是|四是|五是|各类|各级|全部|其中|对|将|为|了|在|的|有|年内|全年|全市|全省|全县|全区|，|、|：|:|“|"|和|及|与|以及|我市|我省)+/;
const TAIL = /(共计|共|累计|总计|合计|达到|达|为|是|有|共有|已|约|均|分别|的|等|数量|总数|就|仅|共达|数|了)+$/;

/** Where the noun ends and its movement begins: 公证案件同比增长, 办理时间压缩, 事项从108项. */
const MOVEMENT =
  /(同比|环比|较|由|从|自|逐年|保持|稳定在|提升|提高|增加|压缩|压减|缩短|下降|降低|减少|增长|增幅|控制|比上年|比去年|首次|进行|开展|已经|超过).*$/;
const LED =
  /^(省政府本级|市政府本级|省政府(?!规章)|市政府(?!规章)|县政府|区政府|省直|市直|县直|省级|市级|县级|国家级|自治区级|行政机关(?=一审)|乡村(?=法律)|农村(?=法律)|首批|第[一二三四五]批|[\p{Script=Han}]{2,3}省(?=法治|综合)|省(?=政府规章)|市(?=政府规章)|典型|优秀|[省市](?=人大|政协)|全国(?=人大|政协))+/u;

export function phrases(
  text: string,
  context: Context,
  role: Role,
  head: string | null,
  previous: string | null,
): Phrases {
  const { mention, before, after, nounAfter } = context;
  const clause = text.slice(context.clauseStart, mention.start).replace(/\s+/g, '');
  const rate = unitClass(mention.unit) === 'rate' && role !== 'share';
  const inBefore = verbsIn(before);
  let verb = rate ? null : (inBefore.at(-1)?.word ?? null);
  const named = context.item !== null && context.item.start > mention.end;
  let subject: string;
  if (named) {
    // 1个乡镇、6个集体分别被评为A、B
    subject = text.slice(context.item!.start, context.item!.end);
    verb = '评为';
  } else if (nounAfter) {
    const raw = hideBrackets(after.replace(/^(的|多)/, '').replace(/^(《[^》]*》|“[^”]*”)+(?=[\p{Script=Han}])/u, ''));
    const stop = raw.search(
      /[、，。；“]|[（(](?![\p{Script=Han}、]{1,4}[)）])|和$|分别|被|均|全部|参加|参与|担任|获|在|作?为|[》]/u,
    );
    subject = (stop > 0 ? raw.slice(0, stop) : raw).replaceAll('\u0001', '、');
    // 8个地区为省级示范地区: what they are
    const made =
      /^[\p{Script=Han}]{2,8}作?为((?:[省市县国]级|首批)[\p{Script=Han}]{2,}|[\p{Script=Han}]*联系点|单项[\p{Script=Han}]{2,})/u.exec(
        raw,
      );
    if (made !== null) subject = made[1]!;
    subject = subject.replace(FILL, '');
    const first = verbsIn(subject).find((span) => span.start > 0);
    if (first !== undefined) {
      if (verb === null) verb = first.word;
      subject = subject.slice(0, first.start);
    }
    if (verb === null) verb = laterVerb(text, context, clause);
  } else {
    const last = inBefore.at(-1);
    const own = rate ? before : last === undefined ? before : before.slice(last.end) || before.slice(0, last.start);
    subject = own
      .replace(TAIL, '')
      .replace(FILL, '')
      .replace(/^.*等(?:重点)?(?:领域|方面|行业)/, '');
    const of = subject.replace(/的$/, '').lastIndexOf('的');
    if (of >= 0 && subject.charAt(of - 1) !== '标') subject = subject.slice(of + 1);
  }
  const reviewed = REVIEWED.exec(
    text.slice(
      mention.end,
      context.clauseEnd < mention.end ? mention.end : Math.min(context.clauseEnd, mention.end + 60),
    ),
  );
  if (reviewed !== null && nounAfter) verb = reviewed[1]!;
  if (verb === null && !rate)
    verb = verbsIn(clause).at(-1)?.word ?? (/(额|量|受众|受益群众)$/.test(subject) ? null : carried(text, context));
  subject = subject
    .replace(/^[“”"'（(《]+|[”"'》]+$/g, '')
    .replace(/^[）)]+|^[^（(]*[）)](?=.)/, '')
    .replace(/的$/, '');
  const still = subject.replace(MOVEMENT, '');
  if (still.length > 1) subject = still;
  const bare = subject.replace(LED, '');
  if (bare.length > 1) subject = bare;
  // 审结1203件: the noun of the figure before
  if (
    (subject === '' || subject === verb || subject === head) &&
    previous !== null &&
    OUTCOME_ONLY.test(subject || (verb ?? ''))
  )
    subject = previous;
  const listed = /[、和]/.test(subject) && subject.length <= 30;
  if (head !== null && (subject === '' || (subject.length > 16 && !listed) || !subject.includes(head.slice(-2))))
    subject = subject.length > 0 && subject.length <= 10 ? subject : head;
  return { subject: subject === '' ? head : subject, verb, scope: scopeOf(text, context) };
}

/** 县（市、区）: the 、 in short brackets parts no list. */
const hideBrackets = (piece: string): string =>
  piece.includes('（') || piece.includes('(')
    ? piece.replace(/[（(][\p{Script=Han}、]{1,6}[)）]/gu, (bracket) => bracket.replaceAll('、', '\u0001'))
    : piece;

const OUTCOME_ONLY = /^(保留|化解|调解成功|调解结案|审结|办结|结案|受理|废止|失效|修改|维持|驳回|撤销|整改|成功)$/;

/** 7部地方性法规、3部规章的立法审查工作; 6个集体受到表彰: the act that closes the clause. */
const REVIEWED = /(?:的|受到)(立法审查|合法性审查|合法性审核|备案审查|表彰)/;

/** 4.6万项事项、2859个机构纳入管理: a clause that opens with its number acts behind it. */
function laterVerb(text: string, context: Context, clause: string): string | null {
  if (verbsIn(clause).length > 0) return null;
  const rest = text.slice(context.mention.end, context.clauseEnd);
  return verbsIn(rest).find(({ start, word }) => start > 0 && !/^(开展|实现|进行|组织|推进)$/.test(word))?.word ?? null;
}

/** A level (省级, 全国) speaks for its clause only, an area (全市) for the rest of the sentence. */
function scopeOf(text: string, context: Context): string | null {
  const { mention, clauseStart, sentence } = context;
  const led = text
    .slice(clauseStart, mention.start)
    .match(SCOPE)
    ?.filter((scope) => AREA.test(scope))
    .at(-1);
  const own =
    led ??
    text
      .slice(clauseStart, Math.max(mention.start, context.nounAfter ? context.to : mention.start))
      .match(SCOPE)
      ?.at(-1);
  if (own !== undefined) return own.replace(/各级.*$/, '');
  const earlier = text
    .slice(sentence.start, clauseStart)
    .match(SCOPE)
    ?.filter((scope) => AREA.test(scope));
  return earlier?.at(-1)?.replace(/各级.*$/, '') ?? null;
}

const AREA =
  /^(全[省市县区州盟旗]|我[省市县区厅局]|本[市省县级]|[省市县]本级|[省市]政府本级|市直|省直|市委、市政府|省委、省政府|市、县|各地、各部门)/;

function carried(text: string, context: Context): string | null {
  const earlier = text.slice(Math.max(context.sentence.start, context.clauseStart - 60), context.clauseStart);
  return verbsIn(earlier).at(-1)?.word ?? null;
}
