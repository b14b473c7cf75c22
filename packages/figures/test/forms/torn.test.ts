import { cases } from './case.js';

/** A page saved with its HTML, speech, numbers torn by a short line, headings without a corner. */
cases([
  [
    '<p style="text-indent:2em;line-height:28px">全年受理行政复议案件<strong>120件</strong>，其中涉企<b>45</b>件。</p>',
    '120件 120 件 exact level',
    '45</b>件 45 件 exact level',
  ],
  [
    '<table><tr><td>项目</td><td>2022年</td><td>2023年</td></tr>\n<tr><td>受理案件（件）</td><td>90</td><td>120</td></tr></table>',
    '90 90 件 exact previous',
    '120 120 件 exact level',
  ],
  ['调解成功率98%&mdash;99%，&ldquo;八五&rdquo;普法扎实推进。', '98%&mdash;99% 98~99 % exact level'],
  ['示例市共收到申请1,8\n26件，挽回损失3.\n07万元。', '1,8␣26件 1826 件 exact level', '3.␣07万元 30700 元 exact level'],
  [
    '她介绍：“从案件量看，全年收案由500多件增至1900余件。”开展“送法上门2次，服务到家”行动。',
    '500多件 500 件 over previous',
    '1900余件 1900 件 over level',
  ],
  [
    '                2022年      2023年      2024年\n复议收案（件）     902        1,327       1,904',
    '902 902 件 exact previous',
    '1,327 1327 件 exact previous',
    '1,904 1904 件 exact level',
  ],
  [
    '表3 行政复议案件分类（件）\n类别 | 2021年 | 2022年\n公安 | 52 | 70',
    '52 52 件 exact previous',
    '70 70 件 exact level',
  ],
  [
    '我们将从四个方面发力：一要完成2至3部地方性法规的修订，阅读量突破百万，指导企业百家以上。',
    '2至3部 2~3 部 exact level',
    '突破百万 1000000 - over level',
    '百家以上 100 家 over level',
  ],
  [
    '挽回损失1千3百余万元，检查2千5百余次，提出意见500来条，两项合计比上年多3件，365个日夜守护。',
    '1千3百余万元 13000000 元 over level',
    '2千5百余次 2500 次 over level',
    '500来条 500 条 about level',
    '3件 3 件 exact change up 上年',
  ],
  [
    '示例市共收到申请１，８\n26件，全省党政机关共聘请法律顾问达4,80\n\n— 1 —\n\n0多人，全年罚没收入下降千分\n\n第3页 共9页\n\n之六。',
    '１，８␣26件 1826 件 exact level',
    '4,80␣—␣1␣—␣0多人 4800 人 over level',
    '千分␣第3页␣共9页␣之六 6 ‰ exact change down -',
  ],
]);
