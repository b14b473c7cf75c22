import type { State } from '@fadu/procedure';

export const states = {
  atAgency: { name: '机关处理', tone: 'waiting', publicText: '作出处罚决定的机关正在处理您的申请' },
  received: { name: '待审查', tone: 'active', publicText: '已收到申请，正在审查是否受理' },
  correcting: { name: '待补正', tone: 'waiting', publicText: '材料需要补正，请按补正通知办理' },
  accepted: { name: '已受理', tone: 'active', publicText: '已经受理' },
  copySent: { name: '待答复', tone: 'waiting', publicText: '已要求被申请人答复' },
  replied: { name: '已答复', tone: 'active', publicText: '被申请人已答复，正在审理' },
  noReply: { name: '未答复', tone: 'alarm', publicText: '被申请人没有在期限内答复，正在审理' },
  heard: { name: '审理中', tone: 'active', publicText: '正在审理' },
  hearingSet: { name: '待听证', tone: 'waiting', publicText: '已定听证' },
  suspended: { name: '已中止', tone: 'stopped', publicText: '审理中止，原因消除后恢复' },
  drafted: { name: '待审批', tone: 'active', publicText: '正在审理' },
  decided: { name: '待送达', tone: 'active', publicText: '已作出决定，正在送达' },
  served: { name: '已送达', tone: 'active', publicText: '决定已送达' },
  ordered: { name: '责令履行', tone: 'alarm', publicText: '已责令被申请人限期履行' },
  refused: { name: '不予受理', tone: 'ended', publicText: '不予受理' },
  abandoned: { name: '视为放弃', tone: 'ended', publicText: '没有在期限内补正，视为放弃申请' },
  closedByAgency: { name: '机关自纠', tone: 'ended', publicText: '作出处罚决定的机关已自行纠正' },
  dismissed: { name: '驳回申请', tone: 'ended', publicText: '申请已驳回' },
  terminated: { name: '已终止', tone: 'ended', publicText: '复议已终止' },
  archived: { name: '已归档', tone: 'ended', publicText: '已办结' },
} as const satisfies Record<string, State>;
