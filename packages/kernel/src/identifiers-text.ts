/** Full-width letters, digits and signs (U+FF01–FF5E) as their half-width forms: people type both. */
export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0));

/** For codes without meaning in their spaces: no spaces, half width, upper case. */
export const compact = (text: string): string =>
  halfWidth(text)
    .replace(/[\s\u200b\ufeff]/g, '')
    .toUpperCase();
