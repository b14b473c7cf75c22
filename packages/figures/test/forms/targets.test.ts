import { cases } from './case.js';

cases([
  ['力争败诉率下降5%。', '5% 5 % exact target'],
  [
    '2023年工作取得成效。\n五、2024年工作安排\n培训执法人员500人次，案卷评查合格率达到95%以上。',
    '500人次 500 人次 exact target',
    '95%以上 95 % over target',
  ],
  ['将考评范围从原来的30个部门提升到60个部门，计划在明年完成。', '30个 30 个 exact previous', '60个 60 个 exact level'],
  ['完成年度立法计划项目12件。', '12件 12 件 exact level'],
  ['争取上级资金300万元。', '300万元 3000000 元 exact level'],
]);
