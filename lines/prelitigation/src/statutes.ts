import { statute } from '@fadu/kernel';

/** 行政诉讼法 (2017). */
export const XS = statute('中华人民共和国行政诉讼法');
