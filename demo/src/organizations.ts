import type { Region } from './regions.js';

export interface DemoOrg {
  readonly id: string;
  readonly region: string;
  readonly name: string;
  /** The words before 复〔2023〕1号. */
  readonly short: string;
  readonly kind: 'government' | 'department' | 'township';
  readonly parent: string | null;
  readonly path: string;
  readonly phone: string | null;
}

export const PROVINCE = 'r';
/** 白城市人民政府: the organ of most matters of the demonstration. */
export const CITY = 'g220800';
/** 松原市人民政府: another city, whose matters nobody of Baicheng sees. */
export const OTHER_CITY = 'g220700';

/** The departments a city and each county has: end of the id, name, and the word in document numbers. */
const DEPARTMENTS = [
  ['scjg', '市场监督管理局', '市监'],
  ['zrzy', '自然资源局', '自然资'],
  ['ga', '公安局', '公'],
  ['zj', '住房和城乡建设局', '建'],
  ['rs', '人力资源和社会保障局', '人社'],
  ['sthj', '生态环境局', '环'],
  ['jt', '交通运输局', '交'],
  ['ny', '农业农村局', '农'],
  ['wj', '卫生健康局', '卫'],
  ['cg', '城市管理执法局', '城管'],
  ['yj', '应急管理局', '应急'],
  ['sf', '司法局', '司'],
] as const;
export type DepartmentCode = (typeof DEPARTMENTS)[number][0];

/** The id of a department of the government of a region. */
export const departmentOf = (region: string, code: DepartmentCode): string => `d${region}_${code}`;

/** Regions that have a government of their own and are shown whole, with the word in their document numbers. */
const GOVERNMENTS = [
  ['220800', '白'],
  ['220802', '洮北'],
  ['220821', '镇赉'],
  ['220822', '通榆'],
  ['220881', '洮南'],
  ['220882', '大安'],
  ['220700', '松'],
  ['220702', '宁江'],
  ['220721', '前郭'],
] as const;
export const COUNTIES = ['220802', '220821', '220822', '220881', '220882'] as const;

/** Governments, their departments and the townships of Baicheng, each after its parent. */
export function demoOrganizations(regions: readonly Region[]): DemoOrg[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const orgs = new Map<string, DemoOrg>();
  const add = (org: Omit<DemoOrg, 'path'>): void => {
    const parent = org.parent === null ? undefined : orgs.get(org.parent);
    orgs.set(org.id, { ...org, path: parent ? `${parent.path}.${org.id}` : org.id });
  };
  const province = { region: '220000', parent: null, phone: null } as const;
  add({ ...province, id: PROVINCE, name: '吉林省人民政府', short: '吉政', kind: 'government' });
  add({ ...province, id: 'd220000_sf', parent: PROVINCE, name: '吉林省司法厅', short: '吉司', kind: 'department' });
  for (const [index, [code, word]] of GOVERNMENTS.entries()) {
    const region = byCode.get(code)!;
    const city = code.endsWith('00');
    const id = `g${code}`;
    add({
      id,
      region: code,
      name: `${region.name}人民政府`,
      short: `${word}政`,
      kind: 'government',
      parent: city ? PROVINCE : `g${code.slice(0, 4)}00`,
      phone: invented(region.code, index),
    });
    for (const [end, name, short] of DEPARTMENTS) {
      const department = { region: code, parent: id, kind: 'department', phone: null } as const;
      add({
        ...department,
        id: departmentOf(code, end),
        name: `${region.name}${name}`,
        short: word + short,
      });
    }
  }
  for (const region of regions) {
    const county = byCode.get(region.parent ?? '');
    if (region.code.length !== 9 || !county || !orgs.has(`g${county.code}`) || !county.code.startsWith('2208'))
      continue;
    // Development zones stand in brackets before the name; farms and pastures have no government.
    const name = region.name.replace(/^（.*）/, '');
    const office = name.endsWith('街道') ? '街道办事处' : /[镇乡]$/.test(name) ? '人民政府' : undefined;
    if (office === undefined) continue;
    add({
      id: `t${region.code}`,
      region: region.code,
      name: `${county.name}${name.replace(/街道$/, '')}${office}`,
      short: `${name.replace(/街道$/, '街').replace(/蒙古族乡$/, '乡')}政`,
      kind: 'township',
      parent: `g${county.code}`,
      phone: null,
    });
  }
  return [...orgs.values()];
}

/** A number of the area code that is not given out: its second part begins with 0. */
const invented = (region: string, index: number): string =>
  `${region.startsWith('2207') ? '0438' : '0436'}-0${String(index + 1).padStart(6, '0')}`;
