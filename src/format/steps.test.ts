import { describe, expect, test } from 'vitest'
import { madeUpEdition } from '../testing/madeUpEdition'
import { cellsOf, enteredCellsOf } from './cells'
import { editions } from './editions'
import { type KeyStep, nextCell, stopsOf } from './steps'
import type { Edition, TableSpec } from './types'

const [edition] = editions as [Edition]
const [two, three, four] = ['表二', '表三', '表四'] as const

/** `step('表三', 'received.naturalPerson', 'down')` with addresses inside the table. */
function step(name: string, from: string, by: KeyStep): string | undefined {
  const table = edition.sections.find((section) => section.table?.name === name)?.table
  return table && nextCell(table, `tables.${table.key}.${from}`, by)?.replace(`tables.${table.key}.`, '')
}

const cases: [string, string, KeyStep, string | undefined][] = [
  // Enter, ↓: same column, next editable row; heads and totals are skipped.
  [three, 'received.naturalPerson', 'down', 'carriedOver.naturalPerson'],
  [three, 'outcome.other.other.naturalPerson', 'down', 'carriedForward.naturalPerson'],
  [three, 'carriedForward.naturalPerson', 'down', 'received.commercialEnterprise'],
  [three, 'carriedForward.otherOrganization', 'down', undefined],
  // Shift+Enter, ↑: the same backwards.
  [three, 'carriedForward.naturalPerson', 'up', 'outcome.other.other.naturalPerson'],
  [three, 'received.commercialEnterprise', 'up', 'carriedForward.naturalPerson'],
  [three, 'received.naturalPerson', 'up', undefined],
  // Tab, Shift+Tab: along the row, then the next row; out of the table after its last cell.
  [three, 'received.naturalPerson', 'next', 'received.commercialEnterprise'],
  [three, 'received.otherOrganization', 'next', 'carriedOver.naturalPerson'],
  [three, 'carriedOver.naturalPerson', 'previous', 'received.otherOrganization'],
  [three, 'outcome.other.other.otherOrganization', 'next', 'carriedForward.naturalPerson'],
  [three, 'carriedForward.otherOrganization', 'next', undefined],
  [three, 'received.naturalPerson', 'previous', undefined],
  // ← →: inside the row.
  [three, 'received.naturalPerson', 'right', 'received.commercialEnterprise'],
  [three, 'received.otherOrganization', 'right', undefined],
  [three, 'carriedOver.naturalPerson', 'left', undefined],
  // Ctrl+Home, Ctrl+End.
  [three, 'outcome.granted.researchInstitution', 'first', 'received.naturalPerson'],
  [three, 'outcome.granted.researchInstitution', 'last', 'carriedForward.otherOrganization'],
  // Table 2: a merged cell belongs to the first column it covers.
  [two, 'regulations.issued', 'down', 'normativeDocuments.issued'],
  [two, 'normativeDocuments.issued', 'down', 'administrativeLicenses.decisions'],
  [two, 'administrativeCompulsion.decisions', 'down', 'administrativeFees.amount'],
  [two, 'administrativeFees.amount', 'down', 'regulations.repealed'],
  [two, 'normativeDocuments.inForce', 'next', 'administrativeLicenses.decisions'],
  [two, 'administrativeLicenses.decisions', 'right', undefined],
  // Table 4: one row, so the next row is the next column.
  [four, 'administrativeReview.pending', 'right', 'litigationDirect.upheld'],
  [four, 'administrativeReview.pending', 'down', 'litigationDirect.upheld'],
  [four, 'litigationDirect.upheld', 'left', 'administrativeReview.pending'],
  [four, 'litigationAfterReview.pending', 'next', undefined],
]

test.each(cases)('%s: from %s %s', (table, from, by, to) => {
  expect(step(table, from, by)).toBe(to)
})

const tables = [...editions, madeUpEdition].flatMap((form) =>
  form.sections.flatMap(({ table }) => (table ? [{ form, table, name: `${form.key} ${table.name}` }] : [])),
)

/** The cells on the way from one, itself included, until the table ends or the way comes back. */
function walk(table: TableSpec, from: string, by: KeyStep): string[] {
  const way: string[] = []
  for (let at: string | undefined = from; at && !way.includes(at); at = nextCell(table, at, by)) way.push(at)
  return way
}

describe.each(tables)('$name', ({ form, table }) => {
  const entered = enteredCellsOf(form)
    .filter((cell) => cell.table === table)
    .map((cell) => cell.address)
  const [first, last] = [entered[0], entered[entered.length - 1]] as [string, string]

  test('Tab goes through every entered cell in printed order, Shift+Tab back', () => {
    expect(stopsOf(table)).toEqual(entered)
    expect(walk(table, first, 'next')).toEqual(entered)
    expect(walk(table, last, 'previous')).toEqual([...entered].reverse())
  })

  test('Enter alone reaches every entered cell', () => {
    expect(new Set(walk(table, first, 'down'))).toEqual(new Set(entered))
  })

  test('no key leads from or to a computed cell', () => {
    for (const { address, parts } of cellsOf(form))
      if (parts) expect(nextCell(table, address, 'down')).toBeUndefined()
    for (const from of entered)
      for (const by of ['down', 'up', 'next', 'previous', 'left', 'right'] as KeyStep[]) {
        const to = nextCell(table, from, by)
        if (to) expect(entered).toContain(to)
      }
  })
})
