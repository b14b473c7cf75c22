/**
 * Radicals in place of characters: a PDF made by a browser gives ⼈⺠ for 人民, since both share a glyph. The Kangxi block
 * (U+2F00–2FD5) and the compatibility ideographs have a decomposition in Unicode; the supplement (U+2E80–2EF3) has none
 * and stands below (Unicode, EquivalentUnifiedIdeograph.txt). Every replacement is one character for one.
 */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟⼾户';

const table = new Map<string, string>();
for (let index = 0; index < SUPPLEMENT.length; index += 2)
  table.set(SUPPLEMENT.charAt(index), SUPPLEMENT.charAt(index + 1));

const RADICAL = /[\u2e80-\u2fd5\uf900-\ufaff]/;
const EACH = new RegExp(RADICAL.source, 'g');

/** The character a radical stands for; itself when none is known. */
export function plainChar(char: string): string {
  const known = table.get(char);
  if (known !== undefined) return known;
  const plain = char.normalize('NFKC');
  return plain.length === 1 ? plain : char;
}

export const withoutRadicals = (text: string): string => (RADICAL.test(text) ? text.replace(EACH, plainChar) : text);
