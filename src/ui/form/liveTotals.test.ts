import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { cellsOf, enteredCellsOf, identitiesOf } from '../../format/cells'
import { currentEdition, editions } from '../../format/editions'
import type { Address, Edition } from '../../format/types'
import { blankEntries, textAt, valuesOf, withTexts } from '../../report/report'
import { type Total, totalOf, totalText } from '../../report/totals'
import { formatAmount } from '../../report/value'
import { cellText } from '../../testing/arbitraries'
import { madeUpEdition } from '../../testing/madeUpEdition'
import { createLiveTotals, identityKey } from './liveTotals'

/** Edits of a few neighbouring cells, so that sums go through many states. */
const edits = (edition: Edition): fc.Arbitrary<[Address, string][]> => {
  const cells = enteredCellsOf(edition)
  return fc.array(
    fc
      .constantFrom(...cells)
      .chain((cell) => cellText(cell.unit).map((text): [Address, string] => [cell.address, text])),
    { minLength: 1, maxLength: 60 },
  )
}

describe.each([...editions, madeUpEdition])('edition $key', (edition) => {
  const zeros = withTexts(
    blankEntries(edition),
    enteredCellsOf(edition).map(({ address }) => [address, '0']),
  )

  test('after any edits, totals and identities are those of a fresh computation', () => {
    fc.assert(
      fc.property(edits(edition), fc.boolean(), fc.constantFrom('', 'all'), (changes, startBlank, scope) => {
        const start = withTexts(startBlank ? blankEntries(edition) : zeros, [['scope', scope]])
        const live = createLiveTotals(edition, (address) => textAt(start, address))
        for (const [address, text] of changes) live.set(address, text)
        const value = valuesOf(edition, withTexts(start, changes))
        const fresh = (address: Address): Total => totalOf(edition, address, value)

        for (const { address, parts } of cellsOf(edition)) {
          if (!parts) continue
          const total = fresh(address)
          expect(live.total(address)).toEqual({
            text: totalText(edition, address, total),
            missing: 'missing' in total ? total.missing : 0,
          })
        }
        for (const identity of identitiesOf(edition)) {
          const side = (addresses: Address[]) => {
            const totals = addresses.map(fresh)
            return totals.every((total) => 'value' in total)
              ? totals.reduce((sum, total) => sum + total.value, 0n)
              : undefined
          }
          const [left, right] = [side(identity.left), side(identity.right)]
          const unit = identity.column.unit ?? '件'
          const shown = (amount?: bigint) => (amount === undefined ? '—' : formatAmount(amount, unit))
          const view = live.identity(identityKey(identity))
          expect([view.left, view.right]).toEqual([shown(left), shown(right)])
          expect(view.state).toBe(
            left === undefined || right === undefined ? 'open' : left === right ? 'equal' : 'unequal',
          )
        }
      }),
      { numRuns: 40 },
    )
  })
})

const RECEIVED = 'tables.requests.received.naturalPerson'
const allZero = () => createLiveTotals(currentEdition, () => '0')

test('one key tells only the totals it changes', () => {
  const live = allZero()
  const told = new Map<Address, number>()
  for (const { address, parts } of cellsOf(currentEdition))
    if (parts) live.subscribeTotal(address, () => told.set(address, (told.get(address) ?? 0) + 1))
  live.set('tables.requests.outcome.granted.naturalPerson', '12')
  expect(Object.fromEntries(told)).toEqual({
    'tables.requests.outcome.granted.total': 1,
    'tables.requests.outcomeTotal.naturalPerson': 1,
    'tables.requests.outcomeTotal.total': 1,
  })
})

test('the same value in other characters tells nobody', () => {
  const live = allZero()
  const listener = vi.fn()
  live.set(RECEIVED, '1230')
  live.subscribeTotal('tables.requests.received.total', listener)
  live.set(RECEIVED, '１,２３０')
  expect(listener).not.toHaveBeenCalled()
  expect(live.total('tables.requests.received.total')).toEqual({ text: '1230', missing: 0 })
})

test('the line under a column follows each key: equal, unequal with the difference, open', () => {
  const live = allZero()
  const column = identitiesOf(currentEdition)[0]
  const key = column ? identityKey(column) : ''
  expect(live.identity(key)).toEqual({ left: '0', right: '0', state: 'equal', difference: '0' })
  live.set(RECEIVED, '23')
  expect(live.identity(key)).toEqual({ left: '23', right: '0', state: 'unequal', difference: '23' })
  live.set(RECEIVED, '')
  expect(live.identity(key)).toEqual({ left: '—', right: '0', state: 'open', difference: '' })
})

test('who no longer listens is not told', () => {
  const live = allZero()
  const listener = vi.fn()
  live.subscribeTotal('tables.requests.received.total', listener)()
  live.set(RECEIVED, '5')
  expect(listener).not.toHaveBeenCalled()
})
