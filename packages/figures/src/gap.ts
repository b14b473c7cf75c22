import { VERBS } from './lexicon/words.js';

/**
 * What stands between a noun and its number, after everything that leaves the noun its head is taken away: fillers
 * (共, 达, 分别为), acts (受理, 开展), nouns that repeat it (案件, 事项, 总数), brackets. What is left is another noun:
 * 仲裁等服务机构325家 counts bodies, not arbitrations.
 */
const OUTCOMES = new Set('维持 驳回 撤销 变更 终止 撤回 败诉 胜诉 取消 抽取 约谈 服务 签署 签订 晋升 投入'.split(' '));
const FILL =
  '立法项目|一把手|共计|累计|总计|合计|共有|总数|总量|总额|数量|次数|人数|件数|场数|个数|总人数|总|共|已经|已|均|分别|全部|各|约|达到|达|为|是|有|至|超过|超|突破|近|逾|等|的|了|并|又|再|新|其中|先后|仅|就|现有|现|也|将|对|各类|各种|各级|全省|全市|全县|全区|全州|全国|我省|我市|我县|我区|年内|全年|本年|今年|截至目前|目前|依法|高质量|工作|活动|案件|案|事项|事务|项目|业务|情况|方面|处|起|线上线下|年度|同期|由|从|自|每年|保持|稳定|在|到|增加|提升|提高|下降|降低|减少|增长|扩大|继续|持续|积极|广泛|深入|大力|按期|按时|及时|成功|主动|专项|集中|占比|比例|比重|数|量|额|以上|左右|余|多|批|递减|压缩|压减|缩短|上升|升|降|扩充|拓展|优化|整合|变更为|逐年|逐步|大幅|进一步|稳步|平均|每月|每季度|全覆盖|行政|市场监管|领域|类|违法|民生|时间|称号|荣誉称号|进社区|入社区|进校园|进企业|入企业|进乡村|进农村|进机关|进军营|进网络|进单位|进万家|涵盖|涉及|包含|包括|年|仍|略|高于|低于|平均数|平均值|平均水平|均值|翻了|翻';
const LIGHT = new RegExp(
  `\\s|[0-9]+(?=个?(?:大类|类|方面|领域))|(?:20[0-9]{2}|上|去|前|今|本|近[一二三两])年(?:度|同期|底|末)?|近?[一二三四五六七八九十两0-9]{1,2}年(?:来|间|以来)|(?:较|比|与|同)[^，。]{1,12}?(?=增|上升|提高|提升|下降|减|缩|压|降|多|少|高|低|翻|持平)|在[^，。；、]{1,8}基础上|(?:高于|低于|高出|优于)[^，。、；]{1,14}$|[（(][^（）()]*[）)]|[，,、：:；（(“”‘’"'《》〈〉·—-]|${[
    ...FILL.split('|'),
    ...VERBS.filter((verb) => !OUTCOMES.has(verb)),
  ]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[（）()]/g, '\\$&'))
    .join('|')}`,
  'g',
);

/** How many characters of [from, to) belong to another noun. */
export function foreign(text: string, from: number, to: number): number {
  if (to - from < 2) return 0;
  const piece = text.slice(from, to).replace(LIGHT, '');
  return piece.length;
}
