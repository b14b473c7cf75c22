import { cases } from './case.js';

cases([
  ['全年复议案件无一件被法院撤销。', '无一件 0 件 exact level'],
  ['全年未发生一起安全事故。', '未发生一起 0 起 exact level'],
  ['社区矫正对象重新犯罪率为零。', '零 0 % exact level'],
  ['实现零投诉、零差错，零新增。'],
  ['实现村（居）法律顾问全覆盖。'],
  ['重新犯罪率降至0。', '0 0 % exact level'],
]);
