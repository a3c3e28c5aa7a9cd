import { cellAt, enteredCellsOf } from '../format/cells'
import type { Address } from '../format/types'
import { yearOf } from '../report/deadline'
import { judgeFigures, lastYearOf, percent, sum } from './figures'
import { CASE_GROUPS } from './lastYear'
import type { Given, Outcome, Rule } from './types'

const FORM = '国办公开办函〔2021〕30号 附件'
const T3 = 'tables.requests.'
const T4 = 'tables.reviewAndLitigation.'

const kindOf = ({ edition, text }: Given) =>
  edition.organKinds.find((kind) => kind.value === text('organ.kind'))

export const regulationsOrgan: Rule = {
  id: 'proactive.regulations-organ',
  title: '规章一行与机关类型',
  severity: 'verify',
  due: 'whenAnswered',
  source: '立法法第九十一条、第九十三条',
  explanation: '县级政府、乡镇、街道和一般部门没有规章制定权，规章一行应为 0，执行的上级规章不计。',
  check: (given) => {
    const kind = kindOf(given)
    if (!kind || kind.regulations) return []
    const cells = ['issued', 'repealed', 'inForce'].map(
      (column) => `tables.proactiveDisclosure.regulations.${column}`,
    )
    return judgeFigures(given, cells, (amounts) => {
      const filled = amounts.filter((amount) => amount > 0n)
      return filled.length
        ? {
            message: `${kind.label}一般没有规章制定权，规章一行填了 ${filled.join('、')}。请确认，或改填到行政规范性文件。`,
          }
        : undefined
    })
  },
  examples: [
    {
      title: '乡镇填了现行有效的规章',
      entries: {
        'organ.kind': 'townshipGovernment',
        'tables.proactiveDisclosure.regulations.inForce': '6',
      },
      messages: ['乡镇人民政府一般没有规章制定权，规章一行填了 6。请确认，或改填到行政规范性文件。'],
    },
    {
      title: '设区的市可以制定规章',
      entries: {
        'organ.kind': 'prefectureGovernment',
        'tables.proactiveDisclosure.regulations.inForce': '12',
      },
      messages: [],
    },
  ],
}

/** Governments of county level and above: a year without any document, decision or fee is unlikely there. */
const LARGE_GOVERNMENTS = new Set(['provincialGovernment', 'prefectureGovernment', 'countyGovernment'])

export const proactiveAllZero: Rule = {
  id: 'proactive.all-zero',
  title: '表二全部为 0',
  severity: 'note',
  due: 'atReview',
  source: `${FORM} 表二`,
  explanation: '县级以上政府一年没有任何规范性文件、处理决定和收费，多半是漏填。',
  check: (given) => {
    if (!LARGE_GOVERNMENTS.has(given.text('organ.kind'))) return []
    const cells = enteredCellsOf(given.edition)
      .filter((cell) => cell.table.key === 'proactiveDisclosure')
      .map((cell) => cell.address)
    return judgeFigures(given, cells, (amounts) =>
      sum(amounts) === 0n ? { message: '表二全部为 0，请确认不是漏填。' } : undefined,
    )
  },
  examples: [
    {
      title: '县政府的表二全是 0',
      entries: { 'organ.kind': 'countyGovernment' },
      messages: ['表二全部为 0，请确认不是漏填。'],
    },
    { title: '部门的表二可以全是 0', entries: {}, messages: [] },
  ],
}

const OTHER: Address = `${T3}outcome.other.other.total`
const OUTCOME_TOTAL: Address = `${T3}outcomeTotal.total`
const RECEIVED: Address = `${T3}received.total`
const CARRIED_OVER: Address = `${T3}carriedOver.total`
const CARRIED_FORWARD: Address = `${T3}carriedForward.total`
/** Below this many a share says nothing. */
const FEW = 5n

export const otherShare: Rule = {
  id: 'requests.other-share',
  title: '“其他”占比偏高',
  severity: 'note',
  due: 'atReview',
  source: `${FORM} 表三（六）`,
  explanation: '“其他处理·3.其他”超过办结总数的三成。能归入前列情形的，应归入前列情形。',
  check: (given) =>
    judgeFigures(given, [OTHER, OUTCOME_TOTAL], ([n = 0n, total = 0n]) => {
      if (n < FEW || n * 10n <= total * 3n) return undefined
      const row = cellAt(given.edition, OTHER)?.row
      return {
        message: `“其他处理·${row ? row.label : '其他'}”${n} 件，占 ${percent(n, total)}%，请确认能否归入前列情形。`,
      }
    }),
  examples: [
    {
      title: '10 件里有 6 件',
      entries: {
        [`${T3}received.naturalPerson`]: '10',
        [`${T3}outcome.other.other.naturalPerson`]: '6',
        [`${T3}outcome.granted.naturalPerson`]: '4',
      },
      messages: ['“其他处理·3.其他”6 件，占 60%，请确认能否归入前列情形。'],
    },
    {
      title: '宿迁市 2024 年：354÷3521，约一成',
      entries: {
        [`${T3}received.naturalPerson`]: '3521',
        [`${T3}outcome.other.other.naturalPerson`]: '354',
        [`${T3}outcome.granted.naturalPerson`]: '3167',
      },
      messages: [],
    },
  ],
}

export const carriedForwardHigh: Rule = {
  id: 'requests.carried-forward-high',
  title: '结转下年度偏多',
  severity: 'note',
  due: 'atReview',
  source: '条例第三十三条',
  explanation: '答复期限是 20 个工作日，延长不超过 20 个工作日，所以结转通常只有年底收到的一小部分。',
  check: (given) =>
    judgeFigures(
      given,
      [CARRIED_FORWARD, RECEIVED, CARRIED_OVER],
      ([n = 0n, received = 0n, carried = 0n]) => {
        const base = received + carried
        return n >= FEW && n * 3n > base && base > 0n
          ? { message: `结转下年度 ${n} 件，占本年应办 ${base} 件的 ${percent(n, base)}%，请确认。` }
          : undefined
      },
    ),
  examples: [
    {
      title: '一半没有办结',
      entries: {
        [`${T3}received.naturalPerson`]: '20',
        [`${T3}outcome.granted.naturalPerson`]: '10',
        [`${T3}carriedForward.naturalPerson`]: '10',
      },
      messages: ['结转下年度 10 件，占本年应办 20 件的 50%，请确认。'],
    },
    {
      title: '淮安市 2024 年：103÷3153',
      entries: {
        [`${T3}received.naturalPerson`]: '3119',
        [`${T3}carriedOver.naturalPerson`]: '34',
        [`${T3}outcome.granted.naturalPerson`]: '3050',
        [`${T3}carriedForward.naturalPerson`]: '103',
      },
      messages: [],
    },
  ],
}

const REVIEW_TOTAL: Address = `${T4}administrativeReview.total`
const REVIEW_PENDING: Address = `${T4}administrativeReview.pending`
const DIRECT_TOTAL: Address = `${T4}litigationDirect.total`
const DIRECT_PENDING: Address = `${T4}litigationDirect.pending`
const AFTER_TOTAL: Address = `${T4}litigationAfterReview.total`

export const afterReviewHigh: Rule = {
  id: 'review.after-review-high',
  title: '复议后起诉多于已审结的复议',
  severity: 'note',
  due: 'atReview',
  source: `${FORM} 表四`,
  explanation: '复议后起诉以复议已经审结为前提；多出来的只能是往年复议、今年起诉的。',
  check: (given) => {
    const lastYear = lastYearOf(given)
    return judgeFigures(
      given,
      [AFTER_TOTAL, REVIEW_TOTAL, REVIEW_PENDING],
      ([after = 0n, total = 0n, pending = 0n]) => {
        const before = (lastYear?.amount(REVIEW_TOTAL) ?? 0n) - (lastYear?.amount(REVIEW_PENDING) ?? 0n)
        const closed = total - pending + before
        return after > closed
          ? {
              message: `复议后起诉 ${after} 件，多于已审结的复议 ${closed} 件，请核对是否有跨年案件。`,
              evidence: lastYear?.evidence([REVIEW_TOTAL, REVIEW_PENDING]),
            }
          : undefined
      },
    )
  },
  examples: [
    {
      title: '复议 1 件，复议后起诉 3 件',
      entries: {
        [`${T4}administrativeReview.upheld`]: '1',
        [`${T4}litigationAfterReview.upheld`]: '3',
      },
      messages: ['复议后起诉 3 件，多于已审结的复议 1 件，请核对是否有跨年案件。'],
    },
    {
      title: '上年已审结 2 件复议',
      entries: {
        [`${T4}administrativeReview.upheld`]: '1',
        [`${T4}litigationAfterReview.upheld`]: '3',
      },
      lastYear: { [`${T4}administrativeReview.upheld`]: '2' },
      messages: [],
    },
  ],
}

export const moreThanRequests: Rule = {
  id: 'review.more-than-requests',
  title: '案件多于申请',
  severity: 'verify',
  due: 'atReview',
  source: `${FORM} 表四`,
  explanation:
    '复议与直接起诉都由信息公开申请引起。多于申请件数的，可能计入了别的案件，也可能是往年申请引起的。',
  check: (given) => {
    const lastYear = lastYearOf(given)
    return judgeFigures(
      given,
      [REVIEW_TOTAL, DIRECT_TOTAL, RECEIVED, CARRIED_OVER],
      ([review = 0n, direct = 0n, received = 0n, carried = 0n]) => {
        const before = (lastYear?.amount(RECEIVED) ?? 0n) + (lastYear?.amount(CARRIED_OVER) ?? 0n)
        const [cases, base] = [review + direct, received + carried + before]
        const years = lastYear ? '两年' : '本年'
        return cases > base
          ? {
              message: `复议与直接起诉共 ${cases} 件，多于${years}办理的申请 ${base} 件。是否把非信息公开案件计入？`,
              severity: lastYear ? 'verify' : 'note',
              evidence: lastYear?.evidence([RECEIVED, CARRIED_OVER]),
            }
          : undefined
      },
    )
  },
  examples: [
    {
      title: '没有申请，却有案件',
      entries: {
        [`${T4}administrativeReview.upheld`]: '1',
        [`${T4}litigationDirect.upheld`]: '2',
      },
      messages: ['复议与直接起诉共 3 件，多于本年办理的申请 0 件。是否把非信息公开案件计入？'],
    },
    {
      title: '案件由上年的申请引起',
      entries: { [`${T4}administrativeReview.upheld`]: '1' },
      lastYear: {
        [`${T3}received.naturalPerson`]: '6',
        [`${T3}outcome.granted.naturalPerson`]: '6',
      },
      messages: [],
    },
  ],
}

/** From this reporting year on 复议 comes first (行政复议法 2023, in force 2024-01-01). */
const REVIEW_FIRST_SINCE = 2024

export const directSince2024: Rule = {
  id: 'review.direct-since-2024',
  title: '2024 年起先复议后诉讼',
  severity: 'note',
  due: 'atReview',
  source: '行政复议法（2023年修订）第二十三条第一款第四项',
  explanation: '2024 年起对不予公开不服的，应当先申请行政复议。上年未审结的除外。',
  check: (given): Outcome[] => {
    const year = yearOf(given.report.entries)
    if (year === undefined || year < REVIEW_FIRST_SINCE) return []
    const lastYear = lastYearOf(given)
    return judgeFigures(given, [DIRECT_TOTAL], ([n = 0n]) =>
      n > (lastYear?.amount(DIRECT_PENDING) ?? 0n)
        ? {
            message: `2024 年起对不予公开不服须先复议（行政复议法第二十三条）。“未经复议直接起诉”${n} 件，请确认。`,
            evidence: lastYear?.evidence([DIRECT_PENDING]),
          }
        : undefined,
    )
  },
  examples: [
    {
      title: '2024 年直接起诉 25 件',
      entries: { year: '2024', [`${T4}litigationDirect.upheld`]: '25' },
      messages: [
        '2024 年起对不予公开不服须先复议（行政复议法第二十三条）。“未经复议直接起诉”25 件，请确认。',
      ],
    },
    { title: '2023 年还可以直接起诉', entries: { [`${T4}litigationDirect.upheld`]: '6' }, messages: [] },
  ],
}

/** Addresses of 结果纠正, one for each kind of case. */
export const correctedCells: Address[] = CASE_GROUPS.map(({ group }) => `${T4}${group}.corrected`)
