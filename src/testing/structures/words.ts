import { sumOf } from './say'
import type { Figures, Random } from './types'

export const ON_REQUEST = 'overview.onRequest'
export const PROACTIVE = 'overview.proactive'
export const MANAGEMENT = 'overview.management'
export const OVERSIGHT = 'overview.oversight'

export const columns = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
] as const
export type Column = (typeof columns)[number] | 'total'
export const organizations = columns.slice(1)

export const received = (column: Column = 'total') => `tables.requests.received.${column}`
export const carriedOver = (column: Column = 'total') => `tables.requests.carriedOver.${column}`
export const outcomeTotal = (column: Column = 'total') => `tables.requests.outcomeTotal.${column}`
export const carriedForward = (column: Column = 'total') => `tables.requests.carriedForward.${column}`
export const outcome = (row: string, column: Column = 'total') => `tables.requests.outcome.${row}.${column}`

/** Rows of table three with words that name each of them alone. */
export const rowWords: Record<string, readonly string[]> = {
  granted: ['予以公开'],
  partiallyGranted: ['部分公开'],
  'denied.stateSecret': ['属于国家秘密', '涉及国家秘密'],
  'denied.prohibitedByLaw': ['其他法律行政法规禁止公开', '法律、行政法规禁止公开'],
  'denied.endangersSecurityOrStability': ['危及“三安全一稳定”'],
  'denied.thirdPartyRights': ['保护第三方合法权益', '涉及第三方合法权益'],
  'denied.internalAffairs': ['属于三类内部事务信息', '属于内部事务信息'],
  'denied.deliberativeProcess': ['属于四类过程性信息', '属于过程性信息'],
  'denied.enforcementFile': ['属于行政执法案卷', '属于行政执法案卷信息'],
  'denied.administrativeQuery': ['属于行政查询事项'],
  'unavailable.notHeld': ['本机关不掌握相关政府信息', '本机关不掌握'],
  'unavailable.requiresCreation': ['没有现成信息需要另行制作', '没有现成信息、需另行制作'],
  'unavailable.stillUnclear': ['补正后申请内容仍不明确', '补正后仍不明确'],
  'notProcessed.petitionOrComplaint': ['信访举报投诉类申请', '信访、举报、投诉类申请'],
  'notProcessed.repeated': ['重复申请'],
  'notProcessed.publicationRequested': ['要求提供公开出版物'],
  'notProcessed.excessiveRepeated': ['无正当理由大量反复申请'],
  'notProcessed.confirmationRequested': [
    '要求行政机关确认或重新出具已获取信息',
    '要求确认或重新出具已获取信息',
  ],
  'other.correctionOverdue': ['申请人无正当理由逾期不补正', '逾期不补正'],
  'other.feeOverdue': ['逾期未按收费通知要求缴纳费用', '逾期未缴费'],
  'other.other': ['其他'],
}
export const rows = Object.keys(rowWords)

const groupWords = {
  granted: ['予以公开', '同意公开'],
  partiallyGranted: ['部分公开', '区分处理后部分公开'],
  denied: ['不予公开'],
  unavailable: ['无法提供'],
  notProcessed: ['不予处理'],
  other: ['其他处理'],
} as const
export type Group = keyof typeof groupWords
export const groups = Object.keys(groupWords) as Group[]

export const rowsOf = (group: Group): string[] => rows.filter((row) => row.split('.')[0] === group)
export const groupCells = (group: Group, column: Column = 'total'): string[] =>
  rowsOf(group).map((row) => outcome(row, column))
export const groupName = (r: Random, group: Group): string => r.pick(groupWords[group])
export const rowName = (r: Random, row: string): string => r.pick(rowWords[row] ?? [row])

/** The groups （一）to（六）that have any, in the order of the table. */
export const groupsWithAny = (f: Figures, column: Column = 'total'): Group[] =>
  groups.filter((group) => sumOf(f, groupCells(group, column)) > 0)

const columnWords: Record<(typeof columns)[number], readonly string[]> = {
  naturalPerson: ['自然人', '公民个人', '个人'],
  commercialEnterprise: ['商业企业', '企业'],
  researchInstitution: ['科研机构'],
  publicWelfareOrganization: ['社会公益组织', '公益组织'],
  legalServiceInstitution: ['法律服务机构', '律师事务所等法律服务机构'],
  otherOrganization: ['其他组织', '其他'],
}
export const columnName = (r: Random, column: (typeof columns)[number]): string => r.pick(columnWords[column])
export const columnsWithAny = (f: Figures): (typeof columns)[number][] =>
  columns.filter((column) => f.get(received(column)) > 0)

export const results = ['upheld', 'corrected', 'otherResult', 'pending'] as const
export type Result = (typeof results)[number] | 'total'
export const review = (result: Result = 'total') =>
  `tables.reviewAndLitigation.administrativeReview.${result}`
export const direct = (result: Result = 'total') => `tables.reviewAndLitigation.litigationDirect.${result}`
export const afterReview = (result: Result = 'total') =>
  `tables.reviewAndLitigation.litigationAfterReview.${result}`
export const litigation = (result: Result = 'total'): string[] => [direct(result), afterReview(result)]

export const issued = 'tables.proactiveDisclosure.normativeDocuments.issued'
export const repealed = 'tables.proactiveDisclosure.normativeDocuments.repealed'
export const inForce = 'tables.proactiveDisclosure.normativeDocuments.inForce'
export const regulation = (column: 'issued' | 'repealed' | 'inForce') =>
  `tables.proactiveDisclosure.regulations.${column}`
export const licenses = 'tables.proactiveDisclosure.administrativeLicenses.decisions'
export const penalties = 'tables.proactiveDisclosure.administrativePenalties.decisions'
export const compulsion = 'tables.proactiveDisclosure.administrativeCompulsion.decisions'
export const fees = 'tables.proactiveDisclosure.administrativeFees.amount'

/** 2024年，我局共 — up to the verb. */
export function opening(r: Random, year: number): string {
  const time = r.pick([`${year}年`, `${year}年度`, '全年', '本年度', '年内', '报告期内', `${year}年全年`])
  const who = r.pick(['', '', '我局', '我单位', '我县', '我区', '全市', '全县', '本机关'])
  const comma = who && r.chance(0.6) ? '，' : who ? '' : r.chance(0.3) ? '，' : ''
  return `${time}${comma}${who}${r.pick(['共', '共', '累计', '一共', ''])}`
}

export const requestUnit = (r: Random) => r.pick(['件', '件', '件', '件', '宗', '份'])
export const caseUnit = (r: Random) => r.pick(['件', '件', '件', '起', '宗'])
export const receivedVerb = (r: Random) => r.pick(['收到', '收到', '新收', '接收', '受理', '接到'])
export const doneVerb = (r: Random) => r.pick(['办结', '答复', '办理答复', '办结答复'])
export const request = (r: Random) =>
  r.pick(['政府信息公开申请', '政府信息公开申请', '信息公开申请', '依申请公开件', '依申请公开申请'])
export const stop = (r: Random) => r.pick(['。', '。', '。', ''])
export const amongThem = (r: Random) => r.pick(['，其中', '，其中，', '，其中：', '。其中，', '。其中'])
