import { statute } from '@fadu/kernel';

/** 行政诉讼法 (2017). */
export const XS = statute('中华人民共和国行政诉讼法');
/** 适用行政诉讼法的解释 (2018). */
export const JS = statute('最高人民法院关于适用《中华人民共和国行政诉讼法》的解释');
