import type { OfficialDocument } from '../documents/index.js';

/** Room to write by hand. */
const BLANK = '　\n　';

/**
 * The 送达回证 to take along and have signed, before anything is recorded: what is served on whom is printed, the rest is
 * filled in by hand. It bears the code of the paper it serves.
 */
export function blankSlip(paper: OfficialDocument, recipient: string, matterNumber: string | null): OfficialDocument {
  return {
    layout: 1,
    form: 'record',
    organ: paper.organ,
    title: `${paper.organ}送达回证`,
    blocks: [
      {
        kind: 'sheet',
        rows: [
          ...(matterNumber === null ? [] : [[['案号', matterNumber] as const]]),
          [['送达文书', `《${paper.title}》${paper.number ? `（${paper.number}）` : ''}`]],
          [['受送达人', recipient]],
          [['送达地点', BLANK]],
          [
            ['送达方式', BLANK],
            ['送达日期', '　　年　　月　　日'],
          ],
          [['受送达人签名或者盖章', BLANK]],
          [['代收人签名、与受送达人的关系', BLANK]],
          [['不能直接送达的，记明事由和经过；见证人签名', `${BLANK}\n　`]],
          [
            ['送达人签名', BLANK],
            ['填写日期', '　　年　　月　　日'],
          ],
          [['备注', BLANK]],
        ],
      },
    ],
    sender: paper.organ,
    date: paper.date,
    verification: paper.verification,
  };
}
