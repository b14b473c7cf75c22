import { cases } from './case.js';

cases([
  [
    '受理行政复议案件160件，其中涉企45，涉农30。',
    '160件 160 件 exact level',
    '45 45 件 exact level',
    '30 30 件 exact level',
  ],
  ['女性律师占35%，公职律师占比12%。', '35% 35 % exact share', '12% 12 % exact level'],
  ['办结率、满意率均达100%。', '100% 100 % exact level'],
  ['群众满意度稳步提升，达到98.5%。', '98.5% 98.5 % exact level'],
  ['督察4市及所属9个县，开展六大行动。', '4市 4 市 exact level', '9个 9 个 exact level', '六大 6 大 exact level'],
]);
