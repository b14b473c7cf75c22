import { checkCreditCode, checkIdNumber, checkPersonName, checkPhone, plainDate } from '@fadu/kernel';
import { describe, expect, it } from 'vitest';
import { inventedName, NAMES } from './names.js';
import { inventedCreditCode, inventedIdNumber, inventedPhone, PartyMaker } from './parties.js';
import { pdfOf } from './pdf.js';
import { Random } from './random.js';

const today = plainDate('2026-11-25');

describe('invented parties', () => {
  it('have numbers that pass the standards and belong to nobody', () => {
    const random = new Random('号码');
    for (let round = 0; round < 200; round += 1) {
      const idNumber = inventedIdNumber(random);
      expect(checkIdNumber(idNumber, today)).toEqual({ ok: true, value: idNumber });
      expect(idNumber.slice(0, 6)).toBe('220899');
      const code = inventedCreditCode(random);
      expect(checkCreditCode(code)).toEqual({ ok: true, value: code });
      expect(checkPhone(inventedPhone(random)).ok).toBe(true);
    }
  });

  it('bear names of their own', () => {
    const maker = new PartyMaker(new Random('姓名'));
    const citizens = Array.from({ length: 200 }, () => String(maker.citizen('白城市').name));
    expect(new Set(citizens).size).toBe(citizens.length);
    for (const name of citizens) expect(checkPersonName(name).ok).toBe(true);
    const firms = Array.from({ length: 60 }, () => String(maker.enterprise('白城市').name));
    expect(new Set(firms).size).toBe(firms.length);
  });

  it('are not confused with officials, who end otherwise', () => {
    const officials = new Set(Array.from({ length: NAMES }, (_, index) => inventedName(index)));
    expect(officials.size).toBe(NAMES);
    const maker = new PartyMaker(new Random('姓名'));
    for (let round = 0; round < 200; round += 1) expect(officials).not.toContain(maker.citizen('白城市').name);
  });
});

describe('pdfOf', () => {
  it('writes a file whose table of objects is right', () => {
    const bytes = pdfOf('负责人身份证明');
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-1.4')).toBe(true);
    const start = Number(/startxref\n(\d+)/.exec(text)![1]);
    expect(text.slice(start, start + 4)).toBe('xref');
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map((match) => Number(match[1]));
    for (const [index, offset] of offsets.entries()) expect(text.slice(offset, offset + 7)).toBe(`${index + 1} 0 obj`);
    expect(text).toContain(Buffer.from('负责人', 'utf16le').swap16().toString('hex').toUpperCase());
  });
});
