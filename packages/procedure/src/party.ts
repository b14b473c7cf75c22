import { is } from './condition.js';
import { choice, creditCode, day, files, idNumber, personName, phone, text } from './field.js';

/** The fields of a party (当事人), shared by all lines. Kinds and required marks as the parties table of the field has them. */
export const partyFields = {
  kind: choice('类型', {
    citizen: '公民',
    soleTrader: '个体工商户',
    enterprise: '法人',
    otherOrg: '其他组织',
    organ: '机关',
    foreigner: '外国人',
  }),
  name: text('姓名或名称', 100, { search: true }),
  idNumber: idNumber('身份证号码', { when: is('kind', ['citizen', 'soleTrader']), optional: true }),
  passport: text('护照号码', 20, { when: is('kind', 'foreigner'), sensitive: 'idNumber' }),
  creditCode: creditCode('统一社会信用代码', { when: is('kind', ['soleTrader', 'enterprise', 'otherOrg', 'organ']) }),
  legalRep: personName('法定代表人或者负责人', {
    when: is('kind', ['enterprise', 'otherOrg', 'organ']),
    optional: true,
  }),
  address: text('住所', 200, { sensitive: 'text' }),
  phone: phone('联系电话'),
  serviceAddress: text('送达地址', 200, { optional: true, sensitive: 'text', hint: '与住所不同的，填送达地址' }),
} as const;

/** An agent (代理人): at most two for each principal (行政复议法第十七条, 行政诉讼法第三十一条). */
export const agentFields = {
  principal: text('委托人', 100),
  name: personName('代理人'),
  kind: choice('身份', {
    lawyer: '律师',
    grassrootsLegalWorker: '基层法律服务工作者',
    staff: '本机关工作人员',
    other: '其他',
  }),
  authority: text('代理权限', 200),
  until: day('代理期限至', { optional: true }),
  mandate: files('授权委托书和身份证明', { optional: true, max: 5 }),
} as const;
