import { cityOne, cityOneBefore, cityTwo } from './cities.js';
import { provinceGovernment, provinceJustice } from './province.js';

/** A report of an invented place, as it would be found on a website. */
export interface PublishedReport {
  readonly fileName: string;
  readonly content: string;
  readonly place: string;
  readonly level: 'province' | 'city';
  readonly within: string;
  readonly year: number;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly publishedOn: string;
}

const PROVINCE = { place: '样例省', level: 'province', within: '全国', year: 2023 } as const;
const CITY = { level: 'city', within: '样例省', year: 2023 } as const;

/** With the faults that such reports have: rates nobody can get, parts above their whole, one fact told in two numbers. */
export const publishedReports: readonly PublishedReport[] = [
  {
    ...PROVINCE,
    fileName: '样例省人民政府2023年法治政府建设情况（样例）.html',
    title: '样例省人民政府2023年法治政府建设情况',
    publisher: '样例省人民政府',
    url: 'https://example.invalid/sheng/2023.html',
    publishedOn: '2024-03-15',
    content: provinceGovernment,
  },
  {
    ...PROVINCE,
    fileName: '样例省司法厅2023年法治政府建设年度报告（样例）.txt',
    title: '样例省司法厅2023年法治政府建设年度报告',
    publisher: '样例省司法厅',
    url: 'https://example.invalid/sft/2023.html',
    publishedOn: '2024-02-28',
    content: provinceJustice,
  },
  {
    ...CITY,
    place: '样例甲市',
    fileName: '样例甲市司法局2023年度法治政府建设工作报告（样例）.txt',
    title: '样例甲市司法局2023年度法治政府建设工作报告',
    publisher: '样例甲市司法局',
    url: 'https://example.invalid/jia/2023.html',
    publishedOn: '2024-03-06',
    content: cityOne,
  },
  {
    ...CITY,
    place: '样例甲市',
    year: 2022,
    fileName: '样例甲市司法局2022年度法治政府建设工作报告（样例）.txt',
    title: '样例甲市司法局2022年度法治政府建设工作报告',
    publisher: '样例甲市司法局',
    url: 'https://example.invalid/jia/2022.html',
    publishedOn: '2023-03-09',
    content: cityOneBefore,
  },
  {
    ...CITY,
    place: '样例乙市',
    fileName: '样例乙市人民政府2023年法治政府建设情况报告（样例）.txt',
    title: '样例乙市人民政府2023年法治政府建设情况报告',
    publisher: '样例乙市人民政府',
    url: 'https://example.invalid/yi/2023.html',
    publishedOn: '2024-03-27',
    content: cityTwo,
  },
];
