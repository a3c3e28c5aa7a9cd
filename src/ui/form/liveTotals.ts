import { type ColumnIdentity, cellAt, cellsOf, identitiesOf, partsOf } from '../../format/cells'
import type { Address, Edition, Unit } from '../../format/types'
import { type CellValue, digitsIn, formatAmount, readCell } from '../../report/value'

/** What a total shows: its figure, or “—” and how many parts are missing. */
export interface TotalView {
  text: string
  missing: number
}
/** What stands under a column: both sides, and whether they are equal. `open` while a part is missing. */
export interface IdentityView {
  left: string
  right: string
  state: 'equal' | 'unequal' | 'open'
  difference: string
}

interface Sum {
  amount: bigint
  missing: number
  shown: TotalView
  listeners: Set<() => void>
  /** The identities that this sum is a side of. */
  identities: IdentityLine[]
}
interface IdentityLine {
  left: Sum
  right: Sum
  unit: Unit
  shown: IdentityView
  listeners: Set<() => void>
}

export interface LiveTotals {
  /** One cell has a new text; only the totals it feeds are touched, and only changed ones tell their subscribers. */
  set(address: Address, text: string): void
  total(address: Address): TotalView
  identity(key: string): IdentityView
  subscribeTotal(address: Address, listener: () => void): () => void
  subscribeIdentity(key: string, listener: () => void): () => void
}

const isSameView = (a: IdentityView, b: IdentityView) =>
  a.left === b.left && a.right === b.right && a.state === b.state

export const identityKey = ({ identity, table, column }: ColumnIdentity): string =>
  `${identity.rule}:${table.key}.${column.path}`

/**
 * Totals and identities kept up to date key by key: the difference of the one changed cell is added to the sums it is
 * part of. A cache of report/totals.ts, outside React; a property test proves the two equal.
 */
export function createLiveTotals(edition: Edition, textOf: (address: Address) => string): LiveTotals {
  const values = new Map<Address, CellValue>()
  const fed = new Map<Address, Sum[]>()
  const totals = new Map<Address, Sum>()
  const lines = new Map<string, IdentityLine>()
  const most = digitsIn(textOf('scope'))
  const unitOf = (address: Address) => cellAt(edition, address)?.unit ?? '件'
  const read = (address: Address, text: string) => readCell(text, unitOf(address), most)

  const newSum = (): Sum => ({
    amount: 0n,
    missing: 0,
    shown: { text: '', missing: 0 },
    listeners: new Set(),
    identities: [],
  })
  const feed = (sum: Sum, parts: Address[]) => {
    for (const part of parts) {
      let value = values.get(part)
      if (!value) {
        value = read(part, textOf(part))
        values.set(part, value)
      }
      if (value.kind === 'number') sum.amount += value.amount
      else sum.missing++
      const known = fed.get(part)
      if (known) known.push(sum)
      else fed.set(part, [sum])
    }
  }
  const view = (sum: Sum, address: Address): TotalView =>
    sum.missing
      ? { text: '—', missing: sum.missing }
      : { text: formatAmount(sum.amount, unitOf(address)), missing: 0 }

  for (const cell of cellsOf(edition)) {
    if (!cell.parts) continue
    const sum = newSum()
    feed(sum, cell.parts)
    sum.shown = view(sum, cell.address)
    totals.set(cell.address, sum)
  }
  const addressOfSum = new Map<Sum, Address>()
  for (const [address, sum] of totals) addressOfSum.set(sum, address)

  const identityView = ({ left, right, unit }: IdentityLine): IdentityView => {
    const open = left.missing > 0 || right.missing > 0
    const difference = left.amount > right.amount ? left.amount - right.amount : right.amount - left.amount
    return {
      left: left.missing ? '—' : formatAmount(left.amount, unit),
      right: right.missing ? '—' : formatAmount(right.amount, unit),
      state: open ? 'open' : difference === 0n ? 'equal' : 'unequal',
      difference: open ? '' : formatAmount(difference, unit),
    }
  }
  for (const columnIdentity of identitiesOf(edition)) {
    const side = (addresses: Address[]) => {
      const sum = newSum()
      feed(
        sum,
        addresses.flatMap((address) => partsOf(edition, address)),
      )
      return sum
    }
    const line: IdentityLine = {
      left: side(columnIdentity.left),
      right: side(columnIdentity.right),
      unit: columnIdentity.column.unit ?? '件',
      shown: { left: '', right: '', state: 'open', difference: '' },
      listeners: new Set(),
    }
    line.left.identities.push(line)
    line.right.identities.push(line)
    line.shown = identityView(line)
    lines.set(identityKey(columnIdentity), line)
  }

  const subscribe = (listeners: Set<() => void> | undefined, listener: () => void) => {
    listeners?.add(listener)
    return () => void listeners?.delete(listener)
  }
  const EMPTY: TotalView = { text: '', missing: 0 }
  const OPEN: IdentityView = { left: '—', right: '—', state: 'open', difference: '' }

  return {
    set(address, text) {
      const before = values.get(address)
      if (!before) return
      const after = read(address, text)
      const difference =
        (after.kind === 'number' ? after.amount : 0n) - (before.kind === 'number' ? before.amount : 0n)
      const missing = Number(after.kind !== 'number') - Number(before.kind !== 'number')
      values.set(address, after)
      if (difference === 0n && missing === 0) return
      for (const sum of fed.get(address) ?? []) {
        sum.amount += difference
        sum.missing += missing
        const total = addressOfSum.get(sum)
        if (total !== undefined) {
          const shown = view(sum, total)
          if (shown.text !== sum.shown.text || shown.missing !== sum.shown.missing) {
            sum.shown = shown
            for (const listener of sum.listeners) listener()
          }
        }
        for (const line of sum.identities) {
          const shown = identityView(line)
          // An open identity shows the same while its parts are being filled.
          if (isSameView(shown, line.shown)) continue
          line.shown = shown
          for (const listener of line.listeners) listener()
        }
      }
    },
    total: (address) => totals.get(address)?.shown ?? EMPTY,
    identity: (key) => lines.get(key)?.shown ?? OPEN,
    subscribeTotal: (address, listener) => subscribe(totals.get(address)?.listeners, listener),
    subscribeIdentity: (key, listener) => subscribe(lines.get(key)?.listeners, listener),
  }
}
