import { statute } from '@fadu/kernel';

const DC = statute('法治政府建设与责任落实督察工作规定');

/** Known only as other documents cite it; the text itself was not read. */
export const DC24 = { ...DC(24), note: '据公开目录转引，未经核实' } as const;
/** 填报制度是平台设置，为年度报告取数. */
export const setting = (note: string) => ({ ...DC(24), note: `${note}为平台设置` });

const TJ = statute('统计法');

/** 审核、签署人员对数据负责，错了由填报单位自己更正；上级有权要求改正，不能代改. */
export const amends = (article: number, paragraph: number) => ({
  ...TJ(article, paragraph),
  note: '填报制度是平台设置，更正的规矩参照本条',
});
