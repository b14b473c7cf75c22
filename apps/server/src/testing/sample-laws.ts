/** Invented laws for tests, here and in the browser: none of them exists. */

/** 样例管理法 as first made: its article 2 is the third of the later texts. */
export const SAMPLE_LAW = `# 中华人民共和国样例管理法
2010年3月1日第一届样例大会通过

<!-- INFO END -->
第一章 总则
第一条 为了规范样例管理，制定本法。
第二条 样例机关应当自收到申请之日起十日内答复。
第三条 违反本法第二条规定的，处警告。
第二章 附则
第四条 本法自2010年7月1日起施行。`;

/** Its revision: an article more, the numbers behind it moved; an amendment before it is told of, but no text of it is there. */
export const SAMPLE_LAW_REVISED = `# 中华人民共和国样例管理法
2010年3月1日第一届样例大会通过
2015年2月1日第一届样例大会修正
2020年5月6日第二届样例大会修订

<!-- INFO END -->
第一章 总则
第一条 为了规范样例管理，制定本法。
第二条 国家鼓励展示样例。展示样例应当遵守公共秩序，不得妨碍他人。
第三条 样例机关应当自收到申请之日起七日内答复，并说明理由。
第四条 有下列情形之一的，处警告：
（一）违反本法第三条规定的；
（二）伪造样例的。
第二章 附则
第五条 本法自2020年9月1日起施行。《样例登记办法》同时废止。`;

/** Revised once more: five days instead of seven. */
export const SAMPLE_LAW_LATEST = SAMPLE_LAW_REVISED.replace(
  '2020年5月6日第二届样例大会修订',
  '2020年5月6日第二届样例大会修订\n2024年5月6日第三届样例大会修订',
)
  .replace('七日内', '五日内')
  .replace('2020年9月1日', '2024年9月1日');

/** Ended by the revision. */
export const SAMPLE_MEASURES = `# 样例登记办法
2012年1月1日样例部发布

<!-- INFO END -->
第一条 根据《中华人民共和国样例管理法》第二条，制定本办法。
第二条 本办法自2012年2月1日起施行。`;

/** A local text of a year that names an article of the law in the numbers of that year. */
export const sampleLocal = (year: number, article: string, title = '白城市样例条例'): string => `# ${title}
${year}年3月1日白城市样例大会通过

<!-- INFO END -->
第一条 根据《中华人民共和国样例管理法》${article}，制定本条例。
第二条 样例登记不收费。
第三条 本条例自${year}年5月1日起施行。`;
