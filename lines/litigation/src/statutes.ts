import { statute } from '@fadu/kernel';

/** 行政诉讼法 (2017). */
export const XS = statute('中华人民共和国行政诉讼法');
/** 适用行政诉讼法的解释 (2018). */
export const JS = statute('最高人民法院关于适用《中华人民共和国行政诉讼法》的解释');
/** 负责人出庭应诉规定 (2020). */
export const CT = statute('最高人民法院关于行政机关负责人出庭应诉若干问题的规定');
/** 撤诉规定 (2008). */
export const CS = statute('最高人民法院关于行政诉讼撤诉若干问题的规定');
/** 行政复议法 (2023). */
export const FY = statute('中华人民共和国行政复议法');
