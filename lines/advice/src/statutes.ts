import { statute } from '@fadu/kernel';

/** 综合治理类司法建议规定 (2023). */
export const SJ = statute('最高人民法院关于综合治理类司法建议工作若干问题的规定');
/** 适用行政诉讼法的解释 (2018). */
export const JS = statute('最高人民法院关于适用《中华人民共和国行政诉讼法》的解释');
/** 检察公益诉讼解释 (2018 text; amended in 2020). */
export const GY = statute('最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释');
