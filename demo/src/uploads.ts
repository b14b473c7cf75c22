import type { Upload } from './story.js';

/** A paper of the demonstration, with an id that is the same in every load. */
export function uploadOf(key: string, name: string, organ: string): Upload {
  const digits = [...key].reduce(
    (hash, sign) => (hash * 1099511628211n + BigInt(sign.codePointAt(0)!)) % 2n ** 96n,
    14695981039346656037n,
  );
  const hex = digits.toString(16).padStart(24, '0');
  const id = `018c0000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
  return { id, name, text: `${organ}  ${name.replace('.pdf', '')}（演示文件，内容虚构）` };
}

/** The signed slip by which a service is proved. */
export const slipOf = (key: string, organ: string): Upload => uploadOf(`${key}/slip`, '送达回证.pdf', organ);
