import { type Cell, cellAt, cellsOf } from '../format/cells'
import { columnName, rowName } from '../format/names'
import type { Address, TableSpec } from '../format/types'
import { readCell } from '../report/value'
import { difference, shown } from './figures'
import type { Given, Outcome, Rule } from './types'

/** One 来文总计 beside the total that the entered cells add up to. */
export interface ComparedTotal {
  cell: Cell
  printed: bigint
  /** Undefined while a part is blank or malformed. */
  computed: bigint | undefined
}

/** Every 来文总计 that is a figure; a blank or malformed one says nothing about the cells. */
export function comparedTotals(given: Given, table?: TableSpec): ComparedTotal[] {
  const { sourceTotals } = given.report.notes
  return cellsOf(given.edition).flatMap((cell): ComparedTotal[] => {
    const text = sourceTotals[cell.address]
    if (!cell.parts || text === undefined || (table && cell.table !== table)) return []
    const printed = readCell(text, cell.unit)
    if (printed.kind !== 'number') return []
    const total = given.total(cell.address)
    return [{ cell, printed: printed.amount, computed: 'value' in total ? total.value : undefined }]
  })
}

const failing = ({ printed, computed }: ComparedTotal) => computed !== undefined && computed !== printed
const off = ({ printed, computed = printed }: ComparedTotal): bigint => computed - printed

/** Along which way the parts of a total lie: over the columns of its row, down its column, or both (the corner). */
const isRowTotal = ({ cell }: ComparedTotal) => cell.column.sum !== undefined && !cell.row.sum
const isColumnTotal = ({ cell }: ComparedTotal) => cell.row.sum !== undefined && !cell.column.sum

/** Where a failing row and a failing column that are off by the same number cross. */
function crossing(total: ComparedTotal, others: ComparedTotal[]): Address | undefined {
  const crosses = others
    .filter((other) => failing(other) && off(other) === off(total))
    .flatMap((other) => total.cell.parts?.filter((part) => other.cell.parts?.includes(part)) ?? [])
  return crosses.length === 1 ? crosses[0] : undefined
}

const rowAndColumn = (given: Given, address: Address): string => {
  const cell = cellAt(given.edition, address)
  return cell ? `${rowName(cell.row)}·${columnName(given.edition, address)}` : address
}

function checkTable(
  given: Given,
  isOurs: (table: TableSpec) => boolean,
  wording: (total: ComparedTotal) => { place: string; added: string; advice: string },
): Outcome[] {
  const totals = comparedTotals(given).filter(({ cell }) => isOurs(cell.table))
  const rows = totals.filter(isRowTotal)
  const columns = totals.filter(isColumnTotal)
  // A wrong cell shows in its row and its column; the corner then only repeats what they say.
  const told = [...rows, ...columns].some((total) => failing(total) && total.cell.row.path !== '')
  return totals.flatMap((total): Outcome[] => {
    const { cell, printed, computed } = total
    const target = cell.address
    if (computed === undefined) return [{ target, operands: [target], state: 'notAssessable' }]
    if (computed === printed) return [{ target, operands: [target], state: 'holds' }]
    const isCorner = !isRowTotal(total) && !isColumnTotal(total)
    if (isCorner && told) return []
    const cross = isRowTotal(total) ? crossing(total, columns) : crossing(total, rows)
    const { place, added, advice } = wording(total)
    const amount = (figure: bigint) => shown(given.edition, target, figure)
    const likely = cross ? `可能是“${rowAndColumn(given, cross)}”一格有误，请先核对。` : advice
    return [
      {
        target: cross ?? target,
        operands: cross ? [cross, target] : [target],
        state: 'fails',
        message: `${place}：来文总计 ${amount(printed)}，${added}为 ${amount(computed)}，差 ${amount(difference(printed, computed))}。${likely}`,
        evidence: { [`sourceTotals.${target}`]: amount(printed) },
      },
    ]
  })
}

const hasRows = (table: TableSpec) => table.blocks.some(({ rows }) => rows.length > 1)
const REQUESTS = 'requests'
const REVIEW = 'reviewAndLitigation'

export const requestsSourceTotal: Rule = {
  id: 'requests.source-total',
  title: '表三：来文总计与各格相加',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办公开办函〔2021〕30号 附件 表三',
  explanation: '导入的报告印有总计时，与按各格相加的总计比较。两者不同，总有一格或总计本身有误。',
  check: (given) =>
    checkTable(
      given,
      (table) => table.key === REQUESTS && hasRows(table),
      (total) => {
        const { cell } = total
        return isColumnTotal(total)
          ? {
              place: `${cell.table.name}·${cell.column.label}`,
              added: '按各行相加',
              advice: '请核对哪一格有误。',
            }
          : {
              place: `${cell.table.name}·${rowName(cell.row)}`,
              added: '按各列相加',
              advice: '请核对哪一格有误。',
            }
      },
    ),
  examples: [
    {
      title: '一行的总计不符',
      entries: {
        'tables.requests.received.naturalPerson': '22',
        'tables.requests.carriedForward.naturalPerson': '22',
      },
      sourceTotals: { 'tables.requests.received.total': '23' },
      messages: ['表三·本年新收：来文总计 23，按各列相加为 22，差 1。请核对哪一格有误。'],
    },
    {
      title: '行和列的总计都不符，指出相交的一格',
      entries: {
        'tables.requests.received.naturalPerson': '12',
        'tables.requests.outcome.granted.naturalPerson': '21',
      },
      sourceTotals: {
        'tables.requests.outcome.granted.total': '12',
        'tables.requests.outcomeTotal.naturalPerson': '12',
        'tables.requests.outcomeTotal.total': '12',
      },
      messages: [
        '表三·予以公开：来文总计 12，按各列相加为 21，差 9。可能是“予以公开·自然人”一格有误，请先核对。',
        '表三·自然人：来文总计 12，按各行相加为 21，差 9。可能是“予以公开·自然人”一格有误，请先核对。',
      ],
    },
    {
      title: '只有右下角的总计不符',
      entries: {},
      sourceTotals: { 'tables.requests.outcomeTotal.total': '1' },
      messages: ['表三·（七）总计：来文总计 1，按各列相加为 0，差 1。请核对哪一格有误。'],
    },
    {
      title: '来文没有印总计',
      entries: {},
      sourceTotals: { 'tables.requests.received.total': '' },
      messages: [],
    },
  ],
}

export const reviewSourceTotal: Rule = {
  id: 'review.source-total',
  title: '表四：来文总计与四项相加',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办公开办函〔2021〕30号 附件 表四',
  explanation: '导入的报告印有总计时，与四项结果相加比较。',
  check: (given) =>
    checkTable(
      given,
      (table) => table.key === REVIEW,
      ({ cell }) => ({
        place: `${cell.table.name}·${cell.head.at(-2) ?? cell.column.label}`,
        added: '四项相加',
        advice: '请核对哪一格有误。',
      }),
    ),
  examples: [
    {
      title: '漏了一件尚未审结',
      entries: { 'tables.reviewAndLitigation.administrativeReview.upheld': '5' },
      sourceTotals: { 'tables.reviewAndLitigation.administrativeReview.total': '6' },
      messages: ['表四·行政复议：来文总计 6，四项相加为 5，差 1。请核对哪一格有误。'],
    },
    {
      title: '鼓楼区 2021 年：5＋0＋1＋0＝6',
      entries: {
        'tables.reviewAndLitigation.litigationDirect.upheld': '5',
        'tables.reviewAndLitigation.litigationDirect.otherResult': '1',
      },
      sourceTotals: { 'tables.reviewAndLitigation.litigationDirect.total': '6' },
      messages: [],
    },
  ],
}
