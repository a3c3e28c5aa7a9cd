import type { Address } from '../../format/types'

/** What a number in the prose may count: the cells that add up to it, less some, under the name it is spoken of by. */
export interface Kind {
  key: string
  /** As messages name it: 表三（七）总计. */
  name: string
  /** The same without its table. */
  shortName: string
  cells: Address[]
  minus: Address[]
  /** The phrase names only part of what the cell counts (撤诉 is one of 其他结果), so less is no contradiction. */
  atMost?: boolean
}

const T3 = 'tables.requests.'
const T4 = 'tables.reviewAndLitigation.'
const T2 = 'tables.proactiveDisclosure.'

const kinds = new Map<string, Kind>()
function declare(
  key: string,
  table: string,
  shortName: string,
  cells: Address[],
  extra: { minus?: Address[]; atMost?: boolean } = {},
) {
  const joint = /^[（(]/.test(shortName) ? '' : '“'
  kinds.set(key, {
    key,
    name: joint ? `${table}“${shortName}”` : `${table}${shortName}`,
    shortName,
    cells,
    minus: extra.minus ?? [],
    atMost: extra.atMost,
  })
}

/** The sums of requests that a number may be about, and the rows they are read from. */
export const REQUEST_TOTALS: Record<string, { name: string; rows: string[] }> = {
  received: { name: '本年新收', rows: ['received'] },
  carriedOver: { name: '上年结转', rows: ['carriedOver'] },
  base: { name: '新收＋上年结转', rows: ['received', 'carriedOver'] },
  outcomeTotal: { name: '（七）总计', rows: ['outcomeTotal'] },
  carriedForward: { name: '结转下年度', rows: ['carriedForward'] },
}

export const ORGANIZATIONS = [
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
]
export const APPLICANTS: Record<string, { name: string; columns: string[] }> = {
  naturalPerson: { name: '自然人', columns: ['naturalPerson'] },
  commercialEnterprise: { name: '商业企业', columns: ['commercialEnterprise'] },
  researchInstitution: { name: '科研机构', columns: ['researchInstitution'] },
  publicWelfareOrganization: { name: '社会公益组织', columns: ['publicWelfareOrganization'] },
  legalServiceInstitution: { name: '法律服务机构', columns: ['legalServiceInstitution'] },
  otherOrganization: { name: '其他', columns: ['otherOrganization'] },
  organizations: { name: '法人或其他组织', columns: ORGANIZATIONS },
}

for (const [key, { name, rows }] of Object.entries(REQUEST_TOTALS)) {
  declare(
    key,
    '表三',
    name,
    rows.map((row) => `${T3}${row}.total`),
  )
  for (const [applicant, { name: who, columns }] of Object.entries(APPLICANTS))
    declare(
      `${key}/${applicant}`,
      '表三',
      `${name.replace(/[（）]/g, '')}·${who}`,
      rows.flatMap((row) => columns.map((column) => `${T3}${row}.${column}`)),
    )
}

const DENIED: Record<string, string> = {
  stateSecret: '属于国家秘密',
  prohibitedByLaw: '其他法律行政法规禁止公开',
  endangersSecurityOrStability: '危及“三安全一稳定”',
  thirdPartyRights: '保护第三方合法权益',
  internalAffairs: '属于三类内部事务信息',
  deliberativeProcess: '属于四类过程性信息',
  enforcementFile: '属于行政执法案卷',
  administrativeQuery: '属于行政查询事项',
}
const UNAVAILABLE: Record<string, string> = {
  notHeld: '本机关不掌握相关政府信息',
  requiresCreation: '没有现成信息需要另行制作',
  stillUnclear: '补正后申请内容仍不明确',
}
const NOT_PROCESSED: Record<string, string> = {
  petitionOrComplaint: '信访举报投诉类申请',
  repeated: '重复申请',
  publicationRequested: '要求提供公开出版物',
  excessiveRepeated: '无正当理由大量反复申请',
  confirmationRequested: '要求确认或重新出具已获取信息',
}
const OTHER: Record<string, string> = {
  correctionOverdue: '逾期不补正',
  feeOverdue: '逾期不缴费',
  otherOutcome: '其他处理·3.其他',
}
const row = (path: string) => `${T3}outcome.${path}.total`
declare('granted', '表三', '予以公开', [row('granted')])
declare('partiallyGranted', '表三', '部分公开', [row('partiallyGranted')])
declare('grantedOrPartially', '表三', '予以公开＋部分公开', [row('granted'), row('partiallyGranted')])
for (const [group, key, name, rows] of [
  ['denied', 'denied', '不予公开', DENIED],
  ['unavailable', 'unavailable', '无法提供', UNAVAILABLE],
  ['notProcessed', 'notProcessed', '不予处理', NOT_PROCESSED],
  ['other', 'other', '其他处理', OTHER],
] as const) {
  const path = (leaf: string) => row(`${group}.${leaf === 'otherOutcome' ? 'other' : leaf}`)
  declare(key, '表三', name, Object.keys(rows).map(path))
  for (const [leaf, label] of Object.entries(rows)) declare(leaf, '表三', label, [path(leaf)])
}
declare('notHeldPart', '表三', UNAVAILABLE.notHeld ?? '', [row('unavailable.notHeld')], { atMost: true })

/** The three kinds of case, and what they are together. */
export const CASES: Record<string, { name: string; groups: string[] }> = {
  review: { name: '行政复议', groups: ['administrativeReview'] },
  litigation: { name: '行政诉讼', groups: ['litigationDirect', 'litigationAfterReview'] },
  direct: { name: '未经复议直接起诉', groups: ['litigationDirect'] },
  after: { name: '复议后起诉', groups: ['litigationAfterReview'] },
  cases: {
    name: '行政复议＋行政诉讼',
    groups: ['administrativeReview', 'litigationDirect', 'litigationAfterReview'],
  },
}
const RESULTS: Record<string, string> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  otherResult: '其他结果',
  pending: '尚未审结',
}
for (const [key, { name, groups }] of Object.entries(CASES)) {
  const cells = (column: string) => groups.map((group) => `${T4}${group}.${column}`)
  declare(key, '表四', `${name}总计`, cells('total'))
  declare(`${key}/closed`, '表四', `${name}已审结`, cells('total'), { minus: cells('pending') })
  for (const [result, label] of Object.entries(RESULTS))
    declare(`${key}/${result}`, '表四', `${name}·${label}`, cells(result))
  declare(`${key}/correctedPart`, '表四', `${name}·${RESULTS.corrected}`, cells('corrected'), {
    atMost: true,
  })
  declare(`${key}/otherPart`, '表四', `${name}·${RESULTS.otherResult}`, cells('otherResult'), {
    atMost: true,
  })
  declare(
    `${key}/rejected`,
    '表四',
    `${name}·${RESULTS.upheld}`,
    [...cells('upheld'), ...cells('otherResult')],
    { atMost: true },
  )
}

for (const [prefix, path, label] of [
  ['', 'normativeDocuments', '行政规范性文件'],
  ['regulations.', 'regulations', '规章'],
] as const)
  for (const [column, name] of [
    ['issued', '本年制发'],
    ['repealed', '本年废止'],
    ['inForce', '现行有效'],
  ] as const)
    declare(`${prefix}${column}`, '表二', `${label}·${name}`, [`${T2}${path}.${column}`])
declare('licenses', '表二', '行政许可', [`${T2}administrativeLicenses.decisions`])
declare('penalties', '表二', '行政处罚', [`${T2}administrativePenalties.decisions`])
declare('compulsion', '表二', '行政强制', [`${T2}administrativeCompulsion.decisions`])
declare('fee', '表二', '行政事业性收费', [`${T2}administrativeFees.amount`])

/** Kinds by key; an unknown key is a slip of the program. */
export function kindOf(key: string): Kind {
  const kind = kinds.get(key)
  if (!kind) throw new Error(`no kind of figure “${key}”`)
  return kind
}
