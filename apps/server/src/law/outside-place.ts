import { chineseNumeral } from '@fadu/kernel';
import { parseAddress } from '@fadu/lawtext';

/** A place that stands in no article. */
export interface OutsidePlace {
  /** `P07`, `X01` (sheet 4f-2). */
  readonly locator: string;
  /** As an official writes it. */
  readonly words: string;
}

/**
 * A paragraph before the articles (`P07`, 序言第七自然段) or an annex (`X01`, 附件一); null when what is written is neither:
 * then it is the address of an article.
 */
export function outsidePlace(written: string): OutsidePlace | null {
  const text = written.trim();
  const code = /^([PX])(\d{2,3})$/.exec(text);
  const letter = code?.[1] ?? (/^附[件表录]/.test(text) ? 'X' : /^(?:序言)?第.+自然段$/.test(text) ? 'P' : null);
  if (letter === null) return null;
  const number = code ? Number(code[2]) : numberIn(text);
  if (number === null || number === 0) return null;
  return {
    locator: `${letter}${String(number).padStart(2, '0')}`,
    words: letter === 'P' ? `第${chineseNumeral(number)}自然段` : `附件${chineseNumeral(number)}`,
  };
}

/** The number in 序言第七自然段, 附件2, 附件; the last means the only one. */
function numberIn(text: string): number | null {
  const digits = text.replaceAll(/序言|自然段|附[件表录]|第|[\s:：]/g, '');
  if (digits === '') return 1;
  const read = parseAddress(/^\d+$/.test(digits) ? digits : `第${digits}条`);
  return read.ok && /^\d+$/.test(read.value.article) ? Number(read.value.article) : null;
}
