import { cellAt } from '../../../format/cells'
import { placeOf, rowName, textSpecAt } from '../../../format/names'
import type { Address, Edition } from '../../../format/types'
import { type Doubt, openDoubts } from '../../../report/doubts'
import type { Rule } from '../../types'
import { proseName } from '../texts'

/** Doubts of one row for one reason: the clerk looks at a row of the source once. */
interface Doubted {
  place: string
  doubt: Doubt
  addresses: Address[]
}

function byRow(edition: Edition, doubts: [Address, Doubt][]): Doubted[] {
  const rows = new Map<string, Doubted>()
  for (const [address, doubt] of doubts) {
    const cell = cellAt(edition, address)
    const key = cell ? `${cell.table.key} ${cell.row.path} ${doubt.why}` : address
    const known = rows.get(key)
    if (known && cell) {
      known.addresses.push(address)
      known.place = [cell.table.name, cell.row.label && rowName(cell.row)].filter(Boolean).join('·')
    } else
      rows.set(key, {
        place: textSpecAt(edition, address) ? proseName(edition, address) : placeOf(edition, address),
        doubt,
        addresses: [address],
      })
  }
  return [...rows.values()]
}

export const importDoubt: Rule = {
  id: 'import.doubt',
  title: '导入时存疑的数据',
  severity: 'verify',
  due: 'whenAnswered',
  source: '通用',
  explanation: '导入 Word、PDF、网页等来文时不能确定的数据和文字，改过或对照确认后不再提示。',
  check: ({ edition, report }) =>
    byRow(edition, openDoubts(report)).flatMap(({ place, doubt, addresses }) => {
      const [target] = addresses
      if (target === undefined) return []
      return [
        {
          target,
          operands: addresses,
          state: 'fails' as const,
          message: `${place}：导入时存疑。${doubt.why.replace(/[。；]$/, '')}。`,
          fixes: doubt.text
            ? [{ label: '已对照，无误', changes: [], accept: '已对照来文，与来文一致。' }]
            : [],
        },
      ]
    }),
  examples: [
    {
      title: '数字后有注号',
      entries: { 'tables.requests.received.naturalPerson': '38' },
      doubts: {
        'tables.requests.received.naturalPerson': { text: '38', why: '来文写“38①”，按 38 收入，请对照原文' },
      },
      messages: ['表三·本年新收·自然人：导入时存疑。来文写“38①”，按 38 收入，请对照原文。'],
    },
    {
      title: '一行几格',
      entries: {
        'tables.requests.received.naturalPerson': '38',
        'tables.requests.received.commercialEnterprise': '2',
      },
      doubts: {
        'tables.requests.received.naturalPerson': { text: '38', why: '来文的表头没有读全，请对照原文' },
        'tables.requests.received.commercialEnterprise': { text: '2', why: '来文的表头没有读全，请对照原文' },
      },
      messages: ['表三·本年新收：导入时存疑。来文的表头没有读全，请对照原文。'],
    },
    {
      title: '改过的格',
      entries: { 'tables.requests.received.naturalPerson': '39' },
      doubts: {
        'tables.requests.received.naturalPerson': { text: '38', why: '来文写“38①”，按 38 收入，请对照原文' },
      },
      messages: [],
    },
  ],
}
