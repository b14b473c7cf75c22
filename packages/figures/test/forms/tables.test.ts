import { cases } from './case.js';

cases([
  [
    '指标\t2022年\t2023年\t增减\n受理行政复议案件（件）\t120\t150\t+30\n行政诉讼败诉率（%）\t8.5\t6.2\t-2.3',
    '120 120 件 exact previous',
    '150 150 件 exact level',
    '30 30 件 exact change up 2022年',
    '8.5 8.5 % exact previous',
    '6.2 6.2 % exact level',
    '2.3 2.3 % exact change down 2022年',
  ],
  [
    '项目 | 单位 | 数量\n人民调解案件 | 件 | 1,250\n法律援助受援人 | 人 | 860',
    '1,250 1250 件 exact level',
    '860 860 人 exact level',
  ],
  ['类别  金额（万元）\n仲裁标的额  1200', '1200 12000000 元 exact level'],
  ['姓名\t职务\n张三\t主任'],
  [
    '年份\t受理（件）\t审结（件）\n2021年\t100\t90\n2022年\t120\t110',
    '100 100 件 exact previous',
    '90 90 件 exact previous',
    '120 120 件 exact level',
    '110 110 件 exact level',
  ],
  [
    '类别\t件数\t占比（%）\n公安\t52\t43.3\n自然资源\t30\t25',
    '52 52 件 exact level',
    '43.3 43.3 % exact level',
    '30 30 件 exact level',
    '25 25 % exact level',
  ],
  ['指标\t1—6月\t7—12月\n受理案件（件）\t50\t70', '50 50 件 exact level', '70 70 件 exact level'],
  [
    '指标（单位）\t2022\t2023\n受理案件（件）\t90\t120\n罚没款（万元）\t30.5\t28',
    '90 90 件 exact previous',
    '120 120 件 exact level',
    '30.5 305000 元 exact previous',
    '28 280000 元 exact level',
  ],
]);
