import { cellAt, cellsOf, enteredCellsOf, identitiesOf } from '../format/cells'
import { placeOf, rowName } from '../format/names'
import type { Address, Edition } from '../format/types'
import {
  difference,
  feeCells,
  feeName,
  judgeAgainstLastYear,
  judgeFigures,
  lastYearOf,
  shown,
  times,
} from './figures'
import type { Given, Outcome, Rule } from './types'

const FORM = '国办公开办函〔2021〕30号 附件'

/** Rows whose 现行有效 rolls forward from year to year. */
const DOCUMENT_ROWS = ['regulations', 'normativeDocuments']
const documentCells = (row: string): [issued: Address, repealed: Address, inForce: Address] => [
  `tables.proactiveDisclosure.${row}.issued`,
  `tables.proactiveDisclosure.${row}.repealed`,
  `tables.proactiveDisclosure.${row}.inForce`,
]
const rowNameAt = (edition: Edition, address: Address): string => {
  const cell = cellAt(edition, address)
  return cell ? rowName(cell.row) : address
}

interface Carried {
  now: Address
  before: Address
  isTotal: boolean
}
const carriedPairs = (edition: Edition): Carried[] =>
  (edition.carriesForward ?? []).flatMap(({ table, from, to }) =>
    cellsOf(edition)
      .filter((cell) => cell.table.key === table && cell.row.path === to)
      .map((cell) => ({
        now: cell.address,
        before: `tables.${table}.${from}.${cell.column.path}`,
        isTotal: cell.parts !== undefined,
      })),
  )

/** Columns first; the total only where it alone differs, or where it is the columns that differ and it does not. */
function checkCarriedOver(given: Given): Outcome[] {
  const pairs = carriedPairs(given.edition)
  const outcomesOf = (pair: Carried) =>
    judgeAgainstLastYear(given, [pair.now], [pair.before], ([now = 0n], [then = 0n]) =>
      now === then
        ? undefined
        : {
            message:
              `${cellAt(given.edition, pair.now)?.table.name}·${cellAt(given.edition, pair.now)?.column.label}：` +
              `本年“上年结转”${now}，上年报告“结转下年度”${then}，差 ${difference(now, then)}。`,
          },
    )
  const columns = pairs.filter((pair) => !pair.isTotal).flatMap(outcomesOf)
  const totals = pairs.filter((pair) => pair.isTotal).flatMap(outcomesOf)
  const failing = columns.filter((outcome) => outcome.state === 'fails')
  const total = totals[0]
  if (!failing.length) return [...columns, ...totals]
  if (total?.state !== 'holds') return columns
  const cell = cellAt(given.edition, total.target)
  const amount = given.total(total.target)
  return [
    ...columns.filter((outcome) => outcome.state !== 'fails'),
    {
      target: total.target,
      operands: [total.target, ...failing.map((outcome) => outcome.target)],
      state: 'fails',
      message: `${cell?.table.name}·${cell && rowName(cell.row)}：合计一致（${'value' in amount ? amount.value : ''}），但申请人类型分布不同。`,
      evidence: Object.assign({}, ...failing.map((outcome) => 'evidence' in outcome && outcome.evidence)),
    },
  ]
}

export const carriedOverVsLastYear: Rule = {
  id: 'requests.carried-over-vs-last-year',
  title: '上年结转与上年报告一致',
  severity: 'verify',
  due: 'whenAnswered',
  source: `${FORM} 表三`,
  explanation:
    '本年“上年结转”应等于上年报告“结转下年度继续办理”，各类申请人也应一致。机构合并、更名的可以说明。',
  needsLastYear: true,
  check: checkCarriedOver,
  examples: [
    {
      title: '少转了一件',
      entries: { 'tables.requests.carriedOver.naturalPerson': '117' },
      lastYear: { 'tables.requests.carriedForward.naturalPerson': '118' },
      messages: ['表三·自然人：本年“上年结转”117，上年报告“结转下年度”118，差 1。'],
    },
    {
      title: '合计一致，分布不同',
      entries: {
        'tables.requests.carriedOver.naturalPerson': '120',
        'tables.requests.carriedOver.commercialEnterprise': '1',
      },
      lastYear: {
        'tables.requests.carriedForward.naturalPerson': '118',
        'tables.requests.carriedForward.commercialEnterprise': '3',
      },
      messages: ['表三·上年结转：合计一致（121），但申请人类型分布不同。'],
    },
    {
      title: '宿迁市 2023、2024 年：各列一致',
      entries: {
        'tables.requests.carriedOver.naturalPerson': '118',
        'tables.requests.carriedOver.commercialEnterprise': '3',
      },
      lastYear: {
        'tables.requests.carriedForward.naturalPerson': '118',
        'tables.requests.carriedForward.commercialEnterprise': '3',
      },
      messages: [],
    },
  ],
}

const DOCUMENTS_SOURCE = `${FORM} 表二第二十条第（一）项`

export const inForceVsLastYear: Rule = {
  id: 'proactive.in-force-vs-last-year',
  title: '现行有效件数逐年衔接',
  severity: 'verify',
  due: 'whenAnswered',
  source: DOCUMENTS_SOURCE,
  explanation: '年底现行有效＝上年现行有效＋本年制发－本年废止。',
  needsLastYear: true,
  check: (given) =>
    DOCUMENT_ROWS.flatMap((row) => {
      const [issued, repealed, inForce] = documentCells(row)
      return judgeAgainstLastYear(
        given,
        [inForce, issued, repealed],
        [inForce],
        ([v = 0n, i = 0n, x = 0n], [p = 0n]) => {
          const e = p + i - x
          return e === v
            ? undefined
            : {
                message:
                  `${rowNameAt(given.edition, inForce)}：上年有效 ${p}＋本年制发 ${i}－本年废止 ${x}＝${e}，` +
                  `表中现行有效 ${v}，差 ${difference(e, v)}。`,
              }
        },
      )
    }),
  examples: [
    {
      title: '上年现行有效 50 件',
      entries: {
        'tables.proactiveDisclosure.normativeDocuments.issued': '6',
        'tables.proactiveDisclosure.normativeDocuments.repealed': '13',
        'tables.proactiveDisclosure.normativeDocuments.inForce': '44',
      },
      lastYear: { 'tables.proactiveDisclosure.normativeDocuments.inForce': '50' },
      messages: ['行政规范性文件：上年有效 50＋本年制发 6－本年废止 13＝43，表中现行有效 44，差 1。'],
    },
    {
      title: '宿迁市 2024 年：11＋2－1＝12',
      entries: {
        'tables.proactiveDisclosure.regulations.issued': '2',
        'tables.proactiveDisclosure.regulations.repealed': '1',
        'tables.proactiveDisclosure.regulations.inForce': '12',
      },
      lastYear: { 'tables.proactiveDisclosure.regulations.inForce': '11' },
      messages: [],
    },
  ],
}

export const impliedLastYear: Rule = {
  id: 'proactive.implied-last-year',
  title: '推算上年现行有效件数',
  severity: 'note',
  due: 'atReview',
  source: DOCUMENTS_SOURCE,
  explanation: '没有载入上年报告时，按本年制发、废止推算上年的现行有效件数，供对照上年报告。',
  check: (given) => {
    if (lastYearOf(given)) return []
    const isUsed = (address: Address) => {
      const value = given.value(address)
      return value.kind !== 'number' || value.amount > 0n
    }
    const rows = DOCUMENT_ROWS.map(documentCells).filter(
      (cells) => cells.every((address) => cellAt(given.edition, address)) && cells.some(isUsed),
    )
    const operands = rows.flatMap(([issued, repealed, inForce]) => [inForce, issued, repealed])
    return judgeFigures(given, operands, (amounts) => {
      const implied = rows.flatMap(([, , inForce], i) => {
        const [v = 0n, a = 0n, x = 0n] = amounts.slice(i * 3, i * 3 + 3)
        const before = v - a + x
        return v + a + x === 0n || before < 0n
          ? []
          : [{ row: rowNameAt(given.edition, inForce), text: `${before}（${v}－${a}＋${x}）` }]
      })
      if (!implied.length) return undefined
      const [only] = implied
      const list =
        implied.length === 1 && only
          ? `上年现行有效应为 ${only.text}`
          : `上年现行有效应为：${implied.map(({ row, text }) => `${row} ${text}`).join('，')}`
      return { message: `按本年数推算，${list}，请与上年报告核对。` }
    })
  },
  examples: [
    {
      title: '鼓楼区 2021 年',
      entries: {
        'tables.proactiveDisclosure.normativeDocuments.issued': '6',
        'tables.proactiveDisclosure.normativeDocuments.repealed': '13',
        'tables.proactiveDisclosure.normativeDocuments.inForce': '44',
      },
      messages: ['按本年数推算，上年现行有效应为 51（44－6＋13），请与上年报告核对。'],
    },
    {
      title: '两行都有',
      entries: {
        'tables.proactiveDisclosure.regulations.issued': '2',
        'tables.proactiveDisclosure.regulations.inForce': '11',
        'tables.proactiveDisclosure.normativeDocuments.inForce': '8',
      },
      messages: [
        '按本年数推算，上年现行有效应为：规章 9（11－2＋0），行政规范性文件 8（8－0＋0），请与上年报告核对。',
      ],
    },
    {
      title: '已载入上年报告',
      entries: { 'tables.proactiveDisclosure.normativeDocuments.inForce': '8' },
      lastYear: { 'tables.proactiveDisclosure.normativeDocuments.inForce': '8' },
      messages: [],
    },
  ],
}

export const inForceImpossible: Rule = {
  id: 'proactive.in-force-impossible',
  title: '现行有效件数不少于本年净增',
  severity: 'verify',
  due: 'whenAnswered',
  source: DOCUMENTS_SOURCE,
  explanation: '现行有效件数若少于本年制发减去本年废止，上年的现行有效件数就成了负数。',
  check: (given) =>
    DOCUMENT_ROWS.flatMap((row) => {
      const [issued, repealed, inForce] = documentCells(row)
      return judgeFigures(given, [inForce, issued, repealed], ([v = 0n, i = 0n, x = 0n]) =>
        v - i + x < 0n
          ? {
              message: `${rowNameAt(given.edition, inForce)}：现行有效 ${v} 少于本年制发 ${i} 减去本年废止 ${x}。`,
            }
          : undefined,
      )
    }),
  examples: [
    {
      title: '制发 5 件，现行有效只有 3 件',
      entries: {
        'tables.proactiveDisclosure.normativeDocuments.issued': '5',
        'tables.proactiveDisclosure.normativeDocuments.inForce': '3',
      },
      messages: ['行政规范性文件：现行有效 3 少于本年制发 5 减去本年废止 0。'],
    },
  ],
}

/** The three kinds of case of 表四, each with its computed 总计. */
export const CASE_GROUPS = ['administrativeReview', 'litigationDirect', 'litigationAfterReview'].map(
  (group) => ({
    group,
    total: `tables.reviewAndLitigation.${group}.total`,
    pending: `tables.reviewAndLitigation.${group}.pending`,
  }),
)
export const caseName = (edition: Edition, address: Address): string =>
  cellAt(edition, address)?.head.at(-2) ?? address

export const pendingVsLastYear: Rule = {
  id: 'review.pending-vs-last-year',
  title: '上年未结案件要有下落',
  severity: 'verify',
  due: 'whenAnswered',
  source: `${FORM} 表四`,
  explanation: '上年尚未审结的案件，今年应有结果或者仍计未审结，所以本年总计不会少于上年未结数。',
  needsLastYear: true,
  check: (given) =>
    CASE_GROUPS.flatMap(({ total, pending }) =>
      judgeAgainstLastYear(given, [total], [pending], ([t = 0n], [p = 0n]) =>
        t < p
          ? {
              message: `表四·${caseName(given.edition, total)}：上年尚未审结 ${p}，本年总计只有 ${t}。上年未结案件今年应有结果或仍计未审结。`,
            }
          : undefined,
      ),
    ),
  examples: [
    {
      title: '上年 9 件未结，本年只有 2 件',
      entries: { 'tables.reviewAndLitigation.litigationAfterReview.upheld': '2' },
      lastYear: { 'tables.reviewAndLitigation.litigationAfterReview.pending': '9' },
      messages: ['表四·复议后起诉：上年尚未审结 9，本年总计只有 2。上年未结案件今年应有结果或仍计未审结。'],
    },
    {
      title: '上年没有未结案件',
      entries: {},
      lastYear: { 'tables.reviewAndLitigation.administrativeReview.upheld': '5' },
      messages: [],
    },
  ],
}

/** Between these quotients an amount in 元 was probably typed where 万元 is asked for. */
const UNIT_SLIP = { from: 2_000n, to: 50_000n }
const isUnitSlip = (a: bigint, b: bigint): boolean => {
  const [large, small] = a > b ? [a, b] : [b, a]
  return small > 0n && large >= small * UNIT_SLIP.from && large <= small * UNIT_SLIP.to
}

export const yearFeeUnit: Rule = {
  id: 'year.fee-unit',
  title: '收费金额与上年相差万倍',
  severity: 'verify',
  due: 'whenAnswered',
  source: `${FORM} 表二（单位：万元）`,
  explanation: '与上年相差两千到五万倍，多半是把“元”填成了“万元”。',
  needsLastYear: true,
  check: (given) =>
    feeCells(given.edition).flatMap(({ address }) =>
      judgeAgainstLastYear(given, [address], [address], ([a = 0n], [b = 0n]) =>
        isUnitSlip(a, b)
          ? {
              message: `${feeName(given.edition, address)}：本年 ${shown(given.edition, address, a)} 万元，上年 ${shown(given.edition, address, b)} 万元，相差约 ${times(a, b)} 倍。是否把“元”填成了“万元”？`,
            }
          : undefined,
      ),
    ),
  examples: [
    {
      title: '882 与 0.0882',
      entries: { 'tables.proactiveDisclosure.administrativeFees.amount': '882' },
      lastYear: { 'tables.proactiveDisclosure.administrativeFees.amount': '0.0882' },
      messages: [
        '行政事业性收费：本年 882 万元，上年 0.0882 万元，相差约 10000 倍。是否把“元”填成了“万元”？',
      ],
    },
    {
      title: '相近',
      entries: { 'tables.proactiveDisclosure.administrativeFees.amount': '72701.2578' },
      lastYear: { 'tables.proactiveDisclosure.administrativeFees.amount': '59237.2449' },
      messages: [],
    },
  ],
}

const JUMP = { least: 50n, ratio: 10n }

/** All of 表二 but 现行有效, which rolls forward by a rule of its own; of the other tables the totals of the rows that balance, and of each kind of case. */
function jumpCells(edition: Edition): Address[] {
  const balanced = new Set(identitiesOf(edition).flatMap(({ left, right }) => [...left, ...right]))
  return cellsOf(edition)
    .filter((cell) =>
      cell.table.key === 'proactiveDisclosure'
        ? cell.column.path !== 'inForce'
        : cell.column.sum !== undefined &&
          (balanced.has(cell.address) || cell.table.key === 'reviewAndLitigation'),
    )
    .map((cell) => cell.address)
}

export const yearJump: Rule = {
  id: 'year.jump',
  title: '与上年相差十倍以上',
  severity: 'verify',
  due: 'whenAnswered',
  source: '与上年报告比较',
  explanation: '同一项目本年或上年达到 50，且相差十倍以上。请核对是否多输、漏输了位数，或说明原因。',
  needsLastYear: true,
  check: (given) => {
    const fees = new Set(feeCells(given.edition).map((cell) => cell.address))
    return jumpCells(given.edition).flatMap((address) =>
      judgeAgainstLastYear(given, [address], [address], ([a = 0n], [b = 0n]) => {
        const [large, small] = a > b ? [a, b] : [b, a]
        const isFee = fees.has(address)
        const least = isFee ? JUMP.least * 10_000n : JUMP.least
        if (large < least || large < small * JUMP.ratio || (isFee && isUnitSlip(a, b))) return undefined
        const [now, then] = [shown(given.edition, address, a), shown(given.edition, address, b)]
        const apart = small > 0n ? `相差 ${times(a, b)} 倍` : '相差很大'
        return {
          message: `${placeOf(given.edition, address)}：本年 ${now}，上年 ${then}，${apart}。请核对或说明。`,
        }
      }),
    )
  },
  examples: [
    {
      title: '行政处罚多输了两位',
      entries: { 'tables.proactiveDisclosure.administrativePenalties.decisions': '9700' },
      lastYear: { 'tables.proactiveDisclosure.administrativePenalties.decisions': '97' },
      messages: ['表二·行政处罚：本年 9700，上年 97，相差 100 倍。请核对或说明。'],
    },
    {
      title: '上年有，本年为 0',
      entries: {},
      lastYear: { 'tables.requests.received.naturalPerson': '120' },
      messages: ['表三·本年新收·总计：本年 0，上年 120，相差很大。请核对或说明。'],
    },
    {
      title: '数字小，不作比较',
      entries: { 'tables.proactiveDisclosure.administrativeCompulsion.decisions': '30' },
      lastYear: { 'tables.proactiveDisclosure.administrativeCompulsion.decisions': '1' },
      messages: [],
    },
  ],
}

/** How many equal non-zero figures are no longer chance. 现行有效 often stays as it is. */
const SAME_LEAST: Record<string, number> = { proactiveDisclosure: 3, requests: 5 }

export const sameAsLastYear: Rule = {
  id: 'year.same-as-last',
  title: '整张表与上年相同',
  severity: 'verify',
  due: 'atReview',
  source: '与上年报告比较',
  explanation: '表二有三个以上、表三有五个以上非零数据，并且全部与上年相同。',
  needsLastYear: true,
  check: (given) => {
    const lastYear = lastYearOf(given)
    if (!lastYear) return []
    return given.edition.sections.flatMap(({ table }): Outcome[] => {
      const least = table && SAME_LEAST[table.key]
      if (!table || least === undefined) return []
      const pairs = enteredCellsOf(given.edition)
        .filter((cell) => cell.table === table && cell.column.path !== 'inForce')
        .map(({ address }) => {
          const value = given.value(address)
          return {
            address,
            now: value.kind === 'number' ? value.amount : undefined,
            before: lastYear.amount(address),
          }
        })
      const used = pairs.filter(({ now, before }) => now || before)
      const target = used[0]?.address ?? pairs[0]?.address
      if (!target) return []
      const same = used.length >= least && used.every(({ now, before }) => now === before)
      const operands = used.length ? used.map(({ address }) => address) : [target]
      if (!same) return [{ target, operands: [target], state: 'holds' }]
      return [
        {
          target,
          operands,
          state: 'fails',
          message: `${table.name}非零数据与上年完全相同，是否沿用了上年的表？`,
          evidence: lastYear.evidence(operands),
        },
      ]
    })
  },
  examples: [
    {
      title: '表二四个数都没有变',
      entries: {
        'tables.proactiveDisclosure.administrativeLicenses.decisions': '10292',
        'tables.proactiveDisclosure.administrativePenalties.decisions': '97',
        'tables.proactiveDisclosure.administrativeCompulsion.decisions': '1',
      },
      lastYear: {
        'tables.proactiveDisclosure.administrativeLicenses.decisions': '10292',
        'tables.proactiveDisclosure.administrativePenalties.decisions': '97',
        'tables.proactiveDisclosure.administrativeCompulsion.decisions': '1',
      },
      messages: ['表二非零数据与上年完全相同，是否沿用了上年的表？'],
    },
    { title: '两年都是 0', entries: {}, lastYear: {}, messages: [] },
  ],
}
