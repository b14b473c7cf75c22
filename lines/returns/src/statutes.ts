import { statute } from '@fadu/kernel';

const DC = statute('法治政府建设与责任落实督察工作规定');

/** Known only as other documents cite it; the text itself was not read. */
export const DC24 = { ...DC(24), note: '据公开目录转引，未经核实' } as const;
/** 填报制度是平台设置，为年度报告取数. */
export const setting = (note: string) => ({ ...DC(24), note: `${note}为平台设置` });
