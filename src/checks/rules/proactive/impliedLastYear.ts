import { cellAt } from '../../../format/cells'
import type { Address } from '../../../format/types'
import type { Rule } from '../../types'
import { judgeFigures, lastYearOf, rowNameAt } from '../figures'
import { DOCUMENT_ROWS, DOCUMENTS_SOURCE, documentCells } from './documents'

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
