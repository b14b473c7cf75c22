/** The parts of the catalogue, as headings. */
export const DOMAIN_NAMES: Readonly<Record<string, string>> = {
  law: '地方立法',
  rulemaking: '政府规章',
  normative_document: '行政规范性文件',
  decision: '行政决策和合法性审查',
  enforcement: '行政执法',
  supervision: '行政执法监督',
  reconsideration: '行政复议',
  litigation: '行政应诉',
  mediation: '人民调解',
  arbitration: '仲裁',
  notary: '公证',
  lawyer: '律师',
  forensic: '司法鉴定',
  legal_aid: '法律援助',
  legal_service: '公共法律服务',
  publicity: '普法宣传',
  corrections: '社区矫正和安置帮教',
  business_environment: '法治化营商环境',
  disclosure: '政府信息公开',
  data: '法治信息化',
  staff: '队伍建设',
  governance: '法治政府建设组织推进',
};

/** Parts that the national catalogue lacks: of nothing that is reported. */
const BESIDE: Readonly<Record<string, string>> = { compensation: '行政赔偿' };

/** The heading of a part; undefined where there is no such part. */
export const domainName = (code: string): string | undefined => DOMAIN_NAMES[code] ?? BESIDE[code];
