/** What somebody typed or scanned: a document's 核验码, a 收件编号, or neither, with words that help. */
type Recognised =
  | { readonly kind: 'code' | 'receipt'; readonly text: string }
  | { readonly kind: 'neither'; readonly text: string };

/** Full-width letters and the spaces and dashes people add are taken. */
export function recognise(typed: string): Recognised {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    // A scanned code is an address.
    .replace(/^.*\/VERIFY\//, '')
    .replace(/^.*[?&]RECEIPT=/, '')
    .replaceAll(/[^0-9A-Z]/g, '');
  if (text === '') return { kind: 'neither', text: '请填写回执上的收件编号，或者文书上的核验码。' };
  if (/^FD[0-9A-Z]{8}$/.test(text)) return { kind: 'code', text: `FD-${text.slice(2, 6)}-${text.slice(6)}` };
  if (/^20\d{2}[0-9A-Z]{4,14}$/.test(text)) return { kind: 'receipt', text: `${text.slice(0, 4)}-${text.slice(4)}` };
  if (/^FD/.test(text))
    return { kind: 'neither', text: `核验码是FD后面8位，现有${text.length - 2}位。请对照文书核对。` };
  if (/^[0-9A-Z]{12}$/.test(text))
    return { kind: 'neither', text: '这像是查询码。请先填收件编号，查询码在下一页填。查询码要保密。' };
  return { kind: 'neither', text: '没有认出来。核验码像FD-4T8W-63HC，收件编号以年份开头。' };
}
