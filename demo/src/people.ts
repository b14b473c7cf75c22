import { inventedName } from './names.js';
import { CITY, COUNTIES, type DemoOrg, departmentOf, OTHER_CITY, PROVINCE } from './organizations.js';

interface DemoPost {
  readonly post: string;
  readonly org: string;
  readonly covers: 'own' | 'subtree';
}

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly DemoPost[];
  /** Only some sign in: name of the account and what the list at start says of the person. */
  readonly account?: { readonly username: string; readonly title: string };
}

interface Seat {
  readonly posts: readonly string[];
  readonly covers?: 'subtree';
  readonly account?: readonly [username: string, duty: string];
}

/** The reconsideration office and the response office of the city government. */
const citySeats: readonly Seat[] = [
  { posts: ['clerk'], account: ['denglujian', '窗口登记员'] },
  { posts: ['handler'], account: ['chengban', '行政复议承办人'] },
  { posts: ['handler'], account: ['chengban2', '行政复议承办人'] },
  { posts: ['handler'] },
  { posts: ['handler'] },
  {
    posts: ['rcHead', 'compensationHead'],
    covers: 'subtree',
    account: ['fuyijigou', '复议机构负责人，可以查看所属县（市、区）'],
  },
  { posts: ['rcOrganHead', 'organHead'], covers: 'subtree', account: ['fuyijiguan', '复议机关负责人'] },
  { posts: ['committee'], account: ['weiyuan', '复议委员会委员'] },
  { posts: ['committee'] },
  { posts: ['responseOffice', 'legalStaff'], account: ['yingsu', '应诉机构'] },
  { posts: ['responseHead'], covers: 'subtree', account: ['yingsufuze', '应诉机构负责人'] },
  { posts: ['legalStaff'], account: ['fazhi', '法制工作人员'] },
  { posts: ['mediator'], account: ['huajie', '诉前争议化解人员'] },
];

/** The same work in a county, with fewer people. */
const countySeats: readonly Seat[] = [
  { posts: ['handler', 'clerk'] },
  { posts: ['handler', 'committee'] },
  { posts: ['rcHead', 'rcOrganHead', 'organHead', 'compensationHead', 'responderHead'] },
  { posts: ['responseOffice', 'legalStaff', 'responder', 'agencyHandler', 'mediator'] },
  { posts: ['responseHead'] },
];

const agencySeats: readonly Seat[] = [
  { posts: ['responder', 'agencyHandler', 'responseOffice', 'legalStaff'] },
  { posts: ['responderHead', 'responseHead', 'organHead'] },
];
/** The public security bureau also decides on claims for damages of its own. */
const claimSeats: readonly Seat[] = [{ posts: ['handler'] }, { posts: ['compensationHead'] }];

/** Accounts beside those of the city: by organization and place in its list of seats. */
const accounts: Readonly<Record<string, readonly [seat: number, username: string, duty: string][]>> = {
  [departmentOf(CITY.slice(1), 'scjg')]: [
    [0, 'dafu', '答复承办人、应诉承办人'],
    [1, 'dafufuze', '被申请人负责人'],
  ],
  [departmentOf(CITY.slice(1), 'ga')]: [
    [0, 'gongan', '答复承办人、应诉承办人'],
    [2, 'peichang', '行政赔偿承办人'],
  ],
  [`g${COUNTIES[1]}`]: [[0, 'xianchengban', '县级复议承办人（只见本县案件）']],
  [OTHER_CITY]: [[1, 'tashichengban', '另一市的复议承办人（不见白城案件）']],
};

/** Those who report figures and write the yearly report, and who approves them above. After everybody else. */
const REPORTING: Readonly<Record<string, readonly Seat[]>> = {
  [departmentOf(CITY.slice(1), 'sf')]: [
    { posts: ['returnReporter', 'reportWriter'], account: ['tianbao', '数据填报人、年报撰稿人'] },
    { posts: ['reportChecker'], account: ['nianbaoshenhe', '年报审核人'] },
    { posts: ['reportHead'], account: ['nianbaoshending', '年报审定人'] },
    // One brings a text in, the other releases it.
    { posts: ['lawEditor'], account: ['fagui', '法规编辑'] },
    { posts: ['lawEditor'], account: ['fagui2', '法规编辑（另一人）'] },
    { posts: ['ruleKeeper'], covers: 'subtree', account: ['guize', '规则管理员，设定本市各地的口径'] },
    { posts: ['returnReviewer'], account: ['tianbaohuizong', '填报审核人（审定各县的表）'] },
  ],
  ...Object.fromEntries(
    COUNTIES.map((county, index) => [
      departmentOf(county, 'sf'),
      [
        {
          posts: ['returnReporter'],
          ...(index === 1 && { account: ['xiantianbao', '数据填报人（县级）'] as const }),
        },
      ],
    ]),
  ),
  d220000_sf: [{ posts: ['returnReviewer'], account: ['tianbaoshenhe', '填报审核人'] }],
};

const seatsOf = (org: DemoOrg): readonly Seat[] => {
  if (org.id === CITY || org.id === OTHER_CITY) return citySeats;
  if (org.id === PROVINCE)
    return [{ posts: ['rcHead'], covers: 'subtree', account: ['sheng', '省级复议机构负责人，可以查看全省'] }];
  if (org.kind === 'government') return countySeats;
  return org.id.endsWith('_ga') ? [...agencySeats, ...claimSeats] : agencySeats;
};

/** Everybody in the demonstration: invented, each with a name of their own. */
export function demoPeople(orgs: readonly DemoOrg[]): DemoPerson[] {
  let count = 0;
  const seats = [
    ...orgs.flatMap((org) => seatsOf(org).map((seat, index) => ({ org, seat, index }))),
    ...orgs.flatMap((org) =>
      (REPORTING[org.id] ?? []).map((seat, index) => ({ org, seat, index: seatsOf(org).length + index })),
    ),
  ];
  return seats.map(({ org, seat, index }) => {
    const name = inventedName(count++);
    const named = org.id === OTHER_CITY ? undefined : seat.account;
    const own = accounts[org.id]?.find(([place]) => place === index);
    const [username, duty] = own ? [own[1], own[2]] : (named ?? []);
    return {
      id: `${org.id}_p${index + 1}`,
      name,
      posts: seat.posts.map((post) => ({ post, org: org.id, covers: seat.covers ?? 'own' })),
      ...(username !== undefined && { account: { username, title: `${name}，${duty}，${org.name}` } }),
    };
  });
}
