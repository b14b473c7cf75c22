/**
 * Measures of GB/T 9704—2012 as WordprocessingML wants them: distances in twips (1/20 pt), font sizes in half points,
 * lines of tables in eighths of a point. The clause stands beside each.
 */

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** 5.1: A4. */
export const PAPER = { width: twips(210), height: twips(297) } as const;

/** 5.2.1: top 37 mm, binding side 28 mm, type area 156 mm × 225 mm; so bottom 35 mm and cut side 26 mm. */
export const MARGIN = { top: twips(37), bottom: twips(35), binding: twips(28), cut: twips(26) } as const;
export const TYPE_AREA = PAPER.width - MARGIN.binding - MARGIN.cut;

/** 5.2.3: 22 lines; one twip less than a 22nd, so that rounding never pushes out the last line. */
export const LINE = 579;
/** 5.2.3: 28 characters in a line of 156 mm. */
export const CHAR = TYPE_AREA / 28;
/** What the grid takes from the width of a size 3 character, in 1/4096 pt. */
export const CHAR_SPACE = -849;

/**
 * The same as spacing of each character, in twips. Word, WPS and LibreOffice read the character grid differently; with
 * lines of exact height and characters this much closer all three set 22 lines × 28 characters, and digits stay together.
 */
export const TIGHT = -6;

/** 3号 (5.2.2), 2号 (7.3.1), 4号 (7.4, 7.5), 小4号 for tables, 小5号 beside the code. */
export const SIZE = { body: 32, title: 44, small: 28, table: 24, code: 17 } as const;

/** 7.2.4: the mark's upper edge, below the top of the type area. */
export const MARK_DROP = twips(35);
/** 7.2.7: from the number down to the red rule, in points; the line of the number already leaves about 2 mm. */
export const RULE_SPACE = 7;
/** 7.4.1: 0.35 mm outside, 0.25 mm inside. */
export const RULE = { outer: 8, inner: 6 } as const;
/** 7.5: the dash of the page number stands 7 mm below the type area; distance of the footer from the edge of the paper. */
export const FOOTER = twips(24.8);
/** 10.1: letters have their mark 30 mm from the edge, double rules of 170 mm, the lower one 20 mm from the foot. */
export const LETTER = { before: twips(2), over: twips(7), foot: twips(20) } as const;
/** The verification code stands in the upper margin, where nothing else has its place. */
export const HEADER = twips(10);
/** Side of the QR code. */
export const QR_MM = 18;

/** Names of type faces as the standard gives them, with those that stand in where they are missing (first found wins). */
export const FACES = {
  song: { name: '方正小标宋简体', instead: '方正小标宋_GBK,华文中宋,STZhongsong,宋体' },
  fang: { name: '仿宋_GB2312', instead: '仿宋,FangSong,方正仿宋_GBK,华文仿宋,STFangsong' },
  hei: { name: '黑体', instead: 'SimHei,方正黑体_GBK,Noto Sans CJK SC' },
  kai: { name: '楷体_GB2312', instead: '楷体,KaiTi,方正楷体_GBK,华文楷体' },
  plain: { name: '宋体', instead: 'SimSun,方正书宋_GBK,Noto Serif CJK SC' },
} as const;
export type Face = keyof typeof FACES;

/**
 * Width of a text in characters of its size: letters, digits and half-width marks take half, and where they meet Chinese
 * a quarter is left between.
 */
export function widthOf(text: string): number {
  let width = 0;
  let before: boolean | undefined;
  for (const char of text) {
    const narrow = /[\u0020-\u007e]/.test(char);
    if (before !== undefined && before !== narrow && /[\p{L}\p{N}]/u.test(char)) width += 0.25;
    width += narrow ? 0.5 : 1;
    before = narrow;
  }
  return width;
}
