import { statute } from '@fadu/kernel';

const DC = statute('法治政府建设与责任落实督察工作规定');

/** Sent upward before 1 March. */
export const DC23 = DC(23);
/** Public before 1 April: local governments of all levels, departments of those from the county up. */
export const DC24 = DC(24);
/** What a report contains. */
export const DC25 = DC(25);
/** Those who are late are named. */
export const DC26 = DC(26);
export const setting = (note: string) => ({ ...DC24, note: `${note}为平台设置` });
/** 保密审查. */
export const BM = statute('中华人民共和国保守国家秘密法');
