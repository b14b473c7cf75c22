import { statute } from '@fadu/kernel';

/** 国家赔偿法 (2012). */
export const GP = statute('中华人民共和国国家赔偿法');
