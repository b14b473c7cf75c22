import { type Json, type JsonObject, plainDate, toInstant } from '@fadu/kernel';
import type { ClockState, FieldSpec, Fields, Line, Matter, MatterEvent } from '@fadu/procedure';
import { composeDocument, type OfficialDocument } from '@fadu/server';

/** The drawn day of the samples. */
const ON = plainDate('2024-10-09');

/** Words for fields that a reader of the paper would stop at; every other field is filled from its label. */
const WORDS: Readonly<Record<string, string>> = {
  name: '样例商贸有限公司',
  legalRep: '王样例',
  'act.name': '行政处罚决定',
  'act.docNumber': '样市监罚〔2024〕12号',
  court: '样例市样例区人民法院',
  courtCaseNo: '（2024）吉0899行初15号',
  firstCaseNo: '（2024）吉0899行初15号',
  letterNo: '（2024）吉0899司建3号',
  issuerName: '样例市样例区人民法院',
  requestText: '撤销被申请人作出的罚款二万元的行政处罚决定。',
  facts:
    '申请人在购进商品时查验了供货者的许可证和合格证明，并如实说明了进货来源。被申请人没有采信，认定事实不清；处罚前没有告知听证权利，违反法定程序。',
  factsFound:
    '经审理查明：2024年6月3日，被申请人的两名执法人员对申请人的经营场所进行检查，当场制作现场笔录；7月1日告知拟作出的处罚内容和陈述、申辩的权利，没有告知听证的权利；8月12日作出被诉行政行为，当日直接送达。\n以上事实有现场笔录、行政处罚事先告知书、送达回证等证据证明。',
  reasons:
    '本机关认为：《中华人民共和国行政处罚法》第六十三条第一款规定，拟作出较大数额罚款决定的，应当告知当事人有要求听证的权利。被申请人没有告知，违反法定程序，且可能影响公正处理。',
  operative: '撤销被申请人2024年8月12日作出的行政处罚决定（样市监罚〔2024〕12号）。',
  items: '1. 申请人的营业执照复印件；\n2. 行政处罚决定书复印件；\n3. 法定代表人身份证明。',
  extensionReason: '案件需要向其他机关调取证据',
  conversionReason: '双方对主要事实争议较大',
  extendBy: '15',
  agreement:
    '一、被申请人将罚款变更为五千元；\n二、申请人自收到本调解书之日起十五日内缴纳；\n三、双方对本案没有其他争议。',
  record: '当事人陈述：进货时查验了合格证明，愿意配合整改；认为罚款过重。承办人已说明权利和下一步程序。',
  proves: '申请人履行了进货查验义务',
  hearingPlace: '样例市司法局三楼听证室',
  operativeText: '撤销被诉行政行为',
  transferredTo: '样例市监察委员会',
  transferOrgan: '样例省人民政府',
  norms: '《中华人民共和国行政处罚法》第二十八条、第三十三条',
  replyBasis: '《中华人民共和国行政处罚法》第二十八条、第三十三条。',
  replyText: '被申请人认为：行政处罚决定认定事实清楚，证据确实充分，适用依据正确，程序合法，请求维持。',
  defence: '被诉行政行为事实清楚，程序合法。原告提出的理由不能成立，请求驳回原告的诉讼请求。',
  normDocument: '《样例市市场经营秩序管理办法》第十二条',
  pages: '12',
};

function sampleOf(key: string, path: string, spec: FieldSpec): Json {
  const words = WORDS[path] ?? WORDS[key];
  switch (spec.kind) {
    case 'text':
    case 'docNumber':
    case 'courtCaseNumber':
      return words ?? `${spec.label}样例`;
    case 'personName':
      return words ?? '李样例';
    case 'choice':
      if (path.endsWith('s.kind') && 'enterprise' in spec.options) return 'enterprise';
      return Object.keys(spec.options)[0]!;
    case 'choices':
      return Object.keys(spec.options).slice(0, 1);
    case 'date':
      return ON;
    case 'integer':
      return words === undefined ? 2 : Number(words);
    case 'money':
      return 2_000_000;
    case 'bool':
      return true;
    case 'idNumber':
      return '220802190001010006';
    case 'creditCode':
      return '91220800MA0000007B';
    case 'phone':
      return '13800000000';
    case 'organization':
      return 'agency';
    case 'persons':
      return ['person'];
    case 'files':
      return [];
    case 'matter':
      return 'matter';
    case 'group':
      return fieldsOf(spec.of, `${path}.`);
    case 'list':
      return [fieldsOf(spec.of, `${path}.`)];
  }
}

const fieldsOf = (fields: Fields, prefix = ''): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([key, spec]) => [key, sampleOf(key, prefix + key, spec)]));

/** Only what the law and the form require: optional fields are missing, to see that nothing prints as an empty label. */
export function withoutOptional(fields: Fields, data: JsonObject): JsonObject {
  const part = (spec: FieldSpec, value: Json): Json => {
    if (spec.kind === 'group') return withoutOptional(spec.of, value as JsonObject);
    return spec.kind === 'list' ? (value as JsonObject[]).map((item) => withoutOptional(spec.of, item)) : value;
  };
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const spec = fields[key];
      return !spec || spec.optional ? [] : [[key, part(spec, value)]];
    }),
  );
}

const clock = (code: string): ClockState => ({
  code,
  startedOn: ON,
  opensOn: null,
  nominalDue: plainDate('2024-12-08'),
  legalDue: plainDate('2024-12-09'),
  targetDue: plainDate('2024-12-06'),
  provisional: false,
  suspensions: [],
  extension: 0,
  stoppedOn: null,
  outcome: null,
});

const directory = {
  getOrg: () => ({
    id: 'gov',
    region: '220800',
    name: '样例市人民政府',
    short: '样政',
    kind: 'government',
    parent: null,
    path: 'gov',
    phone: null,
  }),
  nameOf: (id: string) =>
    ({ agency: '样例市市场监督管理局', person: '赵样例', matter: '样政复〔2024〕57号' })[id] ?? id,
};

const issuer = { directory, settings: { lookupIn: () => () => undefined }, publicUrl: 'https://fadu.example' };

/** A matter of the line in which every field has a value; invented throughout. */
export function sampleMatter(line: Line): Matter {
  return {
    id: '00000000-0000-7000-8000-000000000000',
    region: '220800',
    line: line.code,
    lineVersion: line.version,
    ruleSet: (
      line.ruleSets.findLast(({ from = '', chosenBy }) => chosenBy !== 'step' && from <= ON) ?? line.ruleSets[0]!
    ).code,
    organ: 'gov',
    number: '样政复〔2024〕57号',
    state: Object.keys(line.states)[0]!,
    previousState: null,
    revision: 1,
    data: fieldsOf(line.fields),
    clocks: Object.fromEntries(Object.keys(line.clocks).map((code) => [code, clock(code)])),
    assignees: {},
    pending: null,
    openedOn: ON,
    closedOn: null,
    flags: [],
  };
}

/** Every document of a line, filled from its sample matter; `data` replaces its fields. */
export function sampleDocuments(line: Line, data?: JsonObject): Map<string, OfficialDocument> {
  const matter = { ...sampleMatter(line), ...(data && { data }) };
  const event: MatterEvent = {
    seq: 2,
    at: toInstant(new Date('2024-10-09T02:00:00Z')),
    on: ON,
    actor: { kind: 'official', person: 'person', name: '赵样例', post: 'handler', org: 'gov' },
    kind: 'acted',
    action: '',
    from: matter.state,
    to: matter.state,
    set: {},
    append: null,
    clocks: [],
    documents: [],
    number: null,
    pending: null,
    assign: {},
    reasons: {},
    flags: [],
    opening: null,
    closes: false,
    messages: [],
  };
  return new Map(
    Object.entries(line.documents).map(([template, { number }]) => {
      const rule = number ? line.numbers[number]!.template : undefined;
      const filled = rule?.replace('{organ}', '样政').replace('{year}', '2024').replace('{serial}', '57') ?? null;
      return [template, composeDocument(issuer, line, matter, event, { template, number: filled }, 'FD-7K3M-29QX')];
    }),
  );
}
