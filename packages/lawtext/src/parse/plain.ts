import type { Piece } from './pieces.js';

/** What is known of a line without mark from its wording alone. */

const PUNCTUATED = /[。；：，！？;:,|]/;

/** `附件一`, `附表：`, `附录`, `附：…` at the start of a line that is no sentence. */
export function isAnnexCaption(text: string): boolean {
  if (!/^附\s*[件表录图]?\s*(?:[：:\s]|[一二三四五六七八九十\d０-９]|$)/.test(text)) return false;
  if (/^附\s*则/.test(text)) return false;
  if (/^附\s*[：:]/.test(text)) return true;
  const rest = text.replace(/^附\s*[件表录图]\s*/, '').replace(/^[一二三四五六七八九十\d０-９]+/, '');
  if (/^[所中规]/.test(rest)) return false;
  return text.length <= 60 && !/[。；]$/.test(text);
}

/** A bare name: short, no punctuation, no sentence end. 法律责任, 附 则, 监测与预警. */
export const isBareName = (text: string): boolean =>
  text.length >= 2 && text.length <= 32 && !PUNCTUATED.test(text) && !/[”"]/.test(text);

/** 二〇二〇年十二月二十九日, 2020年12月29日 */
const DAY_LINE =
  /^[\d零○〇一二三四五六七八九]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/;

/**
 * Lines after the last unit that belong to no unit: 此复, a signature, a day, a list of receivers, 重新公布, the effect clause
 * of a decision.
 * `decision` is true when the text changes another one, so that 本决定自…起施行 stands outside the numbered points.
 */
export function isClosing(text: string, decision: boolean): boolean {
  if (/^(此复|特此(批复|通知|公告|答复)|以上[^，]{0,12}[，,]?(请|望))/.test(text) && text.length < 60) return true;
  if (/^(?:主送|抄送|抄报|报送|分送|送|报|发)[：:]/.test(text)) return true;
  if (DAY_LINE.test(text.replace(/\s/g, ''))) return true;
  if (/^(中华人民共和国|最高人民|国务院|全国人民代表大会)[^，。；]{0,30}$/.test(text) && text.length < 40) return true;
  if (!decision) return false;
  return /^本(决定|修正案)自.{2,30}(施行|生效)。?$/.test(text) || /(重新公布|重新发布)。?$/.test(text);
}

/** Repeated head of a text inside its body: a history note, its stray bracket, a document number. */
export const isHeadMatter = (text: string): boolean =>
  /^[（(]?\d{4}年[^。]*[）)]$/.test(text) || /^[（(]$/.test(text) || /^[\u4e00-\u9fff]{1,8}〔\d{4}〕\d+号$/.test(text);

/** 应纳税额＝应纳税所得额×适用税率: a formula on a line of its own, which belongs to the sentence that announces it. */
export const isFormula = (text: string): boolean =>
  text.length <= 200 &&
  (text.includes('＝') || text.includes('=')) &&
  /^[^，。；：]{1,60}[＝=]/.test(text) &&
  !/[，。；]$/.test(text);

/** 履行下列职责：, 不得有下列行为： — but not 下列用语的含义：, whose definitions are paragraphs. */
export const announcesItems = (text: string): boolean =>
  /(下列|以下)[^。；：]{0,24}[：:]$/.test(text) &&
  !/(含义|用语|定义|术语|公式|计算|誓词)[^。；]{0,24}[：:]$/.test(text);

/** Phrases with which a paragraph leans on the one before it, so that no article begins there. */
export const leansBack = (text: string): boolean =>
  /^(前款|前项|前两款|前三款|有前|违反前|对前|除前|依照前|本条|本款|其中|但是|但|因前|符合前|第[一二三四五六七八九十]款)/.test(
    text,
  );

/** The next piece with a mark of its own opens an article or a heading. */
export const opensUnit = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  ((piece.mark?.kind === 'article' && !piece.mark.quoted) || piece.level > 1 || piece.mark?.kind === 'heading');
