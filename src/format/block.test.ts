import { expect, test } from 'vitest'
import { cellsInBlock, extendedBlock } from './block'
import { proactiveDisclosure } from './edition2021/proactiveDisclosure'
import { requests } from './edition2021/requests'
import { reviewAndLitigation } from './edition2021/reviewAndLitigation'

const cell = (path: string) => `tables.requests.${path}`

test('a block is a rectangle of the printed table, whichever corner it was begun in', () => {
  const rows = [
    [cell('received.naturalPerson'), cell('received.commercialEnterprise')],
    [cell('carriedOver.naturalPerson'), cell('carriedOver.commercialEnterprise')],
  ]
  const [a, b] = [cell('received.naturalPerson'), cell('carriedOver.commercialEnterprise')]
  expect(cellsInBlock(requests, { anchor: a, head: b })).toEqual(rows)
  expect(cellsInBlock(requests, { anchor: b, head: a })).toEqual(rows)
  const [c, d] = [cell('received.commercialEnterprise'), cell('carriedOver.naturalPerson')]
  expect(cellsInBlock(requests, { anchor: c, head: d })).toEqual(rows)
})

test('the whole of table 3 has 25 rows of 7', () => {
  const rows = cellsInBlock(requests, {
    anchor: cell('received.naturalPerson'),
    head: cell('carriedForward.total'),
  })
  expect(rows).toHaveLength(25)
  expect(rows.every((row) => row.length === 7)).toBe(true)
})

test('totals are part of a block', () => {
  let block = {
    anchor: cell('outcome.other.other.naturalPerson'),
    head: cell('outcome.other.other.naturalPerson'),
  }
  block = extendedBlock(requests, block, 'down')
  expect(block.head).toBe(cell('outcomeTotal.naturalPerson'))
  expect(cellsInBlock(requests, block)).toHaveLength(2)
})

test('a block ends at the edge of the table', () => {
  const corner = { anchor: cell('received.total'), head: cell('received.total') }
  expect(extendedBlock(requests, corner, 'right')).toBe(corner)
  expect(extendedBlock(requests, corner, 'up')).toBe(corner)
  const only = 'tables.reviewAndLitigation.administrativeReview.upheld'
  const one = { anchor: only, head: only }
  expect(extendedBlock(reviewAndLitigation, one, 'down')).toBe(one)
  expect(extendedBlock(reviewAndLitigation, one, 'right').head).toBe(
    'tables.reviewAndLitigation.administrativeReview.corrected',
  )
})

test('a merged cell lies under all columns it covers', () => {
  const from = 'tables.proactiveDisclosure.normativeDocuments.inForce'
  const down = extendedBlock(proactiveDisclosure, { anchor: from, head: from }, 'down')
  expect(down.head).toBe('tables.proactiveDisclosure.administrativeLicenses.decisions')
  const left = 'tables.proactiveDisclosure.normativeDocuments.issued'
  expect(cellsInBlock(proactiveDisclosure, { anchor: left, head: down.head })).toEqual([
    [left, left.replace('issued', 'repealed'), from],
    ['tables.proactiveDisclosure.administrativeLicenses.decisions'],
  ])
})
