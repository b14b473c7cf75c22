import { statute } from '@fadu/kernel';

const DC = statute('法治政府建设与责任落实督察工作规定');

/** Who publishes the report, where, and before 1 April; known only as others cite it. */
export const DC24 = { ...DC(24), note: '据公开目录转引，未经核实' } as const;
export const setting = (note: string) => ({ ...DC(24), note: `${note}为平台设置` });
/** 保密审查. */
export const BM = statute('中华人民共和国保守国家秘密法');
