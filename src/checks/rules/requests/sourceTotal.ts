import { rowName } from '../../../format/names'
import type { TableSpec } from '../../../format/types'
import type { Rule } from '../../types'
import { checkTable, isColumnTotal } from '../sourceTotals'

const hasRows = (table: TableSpec) => table.blocks.some(({ rows }) => rows.length > 1)

const REQUESTS = 'requests'

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
