import { cellAt, cellsOf } from '../../../format/cells'
import { rowName } from '../../../format/names'
import type { Address, Edition } from '../../../format/types'
import type { Given, Outcome, Rule } from '../../types'
import { difference, judgeAgainstLastYear, rowNameAt } from '../figures'
import { FORM } from '../sources'

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

/**
 * Findings for the columns that differ. The total is named where only it differs, and where the columns differ but it does
 * not (the same applications, otherwise distributed).
 */
function checkCarriedOver(given: Given): Outcome[] {
  const pairs = carriedPairs(given.edition)
  const outcomesOf = (pair: Carried) =>
    judgeAgainstLastYear(given, [pair.now], [pair.before], ([now = 0n], [then = 0n]) =>
      now === then
        ? undefined
        : {
            message:
              `${cellAt(given.edition, pair.now)?.table.name}·${cellAt(given.edition, pair.now)?.column.label}：` +
              `本年“${rowNameAt(given.edition, pair.now)}”${now}，` +
              `上年报告“${rowNameAt(given.edition, pair.before)}”${then}，差 ${difference(now, then)}。`,
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
