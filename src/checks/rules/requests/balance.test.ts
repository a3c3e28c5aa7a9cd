import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ColumnIdentity, cellAt, enteredCellsOf, identitiesOf, partsOf } from '../../../format/cells'
import { currentEdition as edition, editions } from '../../../format/editions'
import type { Address } from '../../../format/types'
import { madeUpEdition } from '../../../testing/madeUpEdition'
import { givenOf } from '../../run'
import { EXAMPLE_TODAY, neutralReport } from '../neutralReport'
import { requestsBalance } from './balance'

const check = (entries: Record<Address, string>, form = edition) =>
  requestsBalance.check(
    givenOf({ edition: form, report: neutralReport(form, entries), today: EXAMPLE_TODAY }),
  )
const failing = (entries: Record<Address, string>, form = edition) =>
  check(entries, form).flatMap((outcome) => (outcome.state === 'fails' ? [outcome] : []))

describe.each([...editions, madeUpEdition])('edition $key', (form) => {
  const columns = identitiesOf(form).filter(({ column }) => !column.sum)

  test('one figure more breaks exactly the identities it is part of, and taking it back mends them', () => {
    for (const { address } of enteredCellsOf(form)) {
      const containing = columns.filter(({ left, right }) =>
        [...left, ...right].some((cell) => partsOf(form, cell).includes(address)),
      )
      const broken = failing({ [address]: '1' }, form)
      expect(broken.map((outcome) => outcome.target)).toEqual(containing.map(({ left }) => left[0]))
      for (const [i, { message, operands }] of broken.entries()) {
        const { identity, left, right } = containing[i] as ColumnIdentity
        expect(operands).toEqual([...left, ...right])
        const onLeft = left.some((cell) => partsOf(form, cell).includes(address))
        expect(message).toContain(
          `${identity.leftWords}＝${onLeft ? 1 : 0}，${identity.rightWords}＝${onLeft ? 0 : 1}，差 1。`,
        )
      }
      expect(failing({ [address]: '0' }, form)).toEqual([])
    }
  })

  test('a column fails if and only if its two sides differ', () => {
    const cells = columns.flatMap(({ left, right }) =>
      [...left, ...right].flatMap((cell) => partsOf(form, cell)),
    )
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 3 }), { minLength: cells.length, maxLength: cells.length }),
        (amounts) => {
          const entries = Object.fromEntries(cells.map((cell, i) => [cell, String(amounts[i])]))
          const sum = (side: Address[]) =>
            side
              .flatMap((cell) => partsOf(form, cell))
              .reduce((total, cell) => total + Number(entries[cell]), 0)
          const unequal = columns.filter(({ left, right }) => sum(left) !== sum(right))
          expect(failing(entries, form).map((outcome) => outcome.target)).toEqual(
            unequal.map(({ left }) => left[0]),
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('the message names the column, both numbers, the difference and what to do', () => {
  expect(
    failing({
      'tables.requests.received.naturalPerson': '3,001',
      'tables.requests.carriedOver.naturalPerson': '34',
      'tables.requests.outcome.granted.naturalPerson': '2932',
      'tables.requests.carriedForward.naturalPerson': '102',
    }).map((outcome) => outcome.message),
  ).toEqual(['表三·自然人：第一项＋第二项＝3035，第三项＋第四项＝3034，差 1。请核对该列办理结果或结转数。'])
})

test.each(['', '/', '12a', '-1'])(
  'with %j in a column that column and the total are not assessable',
  (text) => {
    const outcomes = check({
      'tables.requests.received.naturalPerson': text,
      'tables.requests.received.commercialEnterprise': '1',
    })
    const stateOf = (column: string) =>
      outcomes.find((outcome) => cellAt(edition, outcome.target)?.column.path === column)?.state
    expect(stateOf('naturalPerson')).toBe('notAssessable')
    expect(stateOf('total')).toBe('notAssessable')
    expect(stateOf('commercialEnterprise')).toBe('fails')
    expect(stateOf('researchInstitution')).toBe('holds')
  },
)
