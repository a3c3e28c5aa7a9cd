import { type ColumnIdentity, cellAt, partsOf } from '../../format/cells'
import { columnName, rowName } from '../../format/names'
import type { Address, Edition } from '../../format/types'
import { type Entries, valuesOf } from '../../report/report'
import { totalOf, totalText } from '../../report/totals'
import { type CellValue, formatAmount } from '../../report/value'

/** More missing parts than this are counted, not named. */
const NAMED = 3

/** A part of a total by what tells it from the others: its column in a row, its row in a column. */
function partName(edition: Edition, part: Address, total: Address): string {
  const [own, sum] = [cellAt(edition, part), cellAt(edition, total)]
  if (!own || !sum) return part
  if (own.row === sum.row) return columnName(edition, part)
  return own.column === sum.column ? rowName(own.row) : `${rowName(own.row)}·${own.column.label}`
}

/** 12＋2＋3＋5＋1＝23: the sum as a clerk would write it, zeros left out. With parts missing, which ones. */
export function formulaOf(edition: Edition, address: Address, entries: Entries): string {
  const value = valuesOf(edition, entries)
  const parts = partsOf(edition, address)
  const missing = parts.filter((part) => value(part).kind !== 'number')
  if (missing.length) {
    const names = missing.slice(0, NAMED).map((part) => partName(edition, part, address))
    return `尚缺 ${missing.length} 项：${names.join('、')}${missing.length > NAMED ? '等' : ''}`
  }
  const total = totalText(edition, address, totalOf(edition, address, value))
  const shown = parts.map((part) => amountText(edition, part, value(part))).filter((text) => text !== '0')
  return shown.length > 1 ? `${shown.join('＋')}＝${total}` : total
}

const amountText = (edition: Edition, address: Address, value: CellValue): string =>
  value.kind === 'number' ? formatAmount(value.amount, cellAt(edition, address)?.unit ?? '件') : '—'

/** 第一项＋第二项：22＋1＝23；第三项＋第四项：23＋0＝23, in one column. */
export function identityFormula(edition: Edition, line: ColumnIdentity, entries: Entries): string {
  const value = valuesOf(edition, entries)
  const side = (words: string, addresses: Address[]) => {
    const totals = addresses.map((address) => totalOf(edition, address, value))
    const figures = addresses.map((address, at) => totalText(edition, address, totals[at] ?? { missing: 1 }))
    const sum = totals.reduce<bigint | undefined>(
      (known, total) => (known !== undefined && 'value' in total ? known + total.value : undefined),
      0n,
    )
    return `${words}：${figures.join('＋')}＝${sum === undefined ? '—' : formatAmount(sum, line.column.unit ?? '件')}`
  }
  return `${side(line.identity.leftWords, line.left)}；${side(line.identity.rightWords, line.right)}`
}
