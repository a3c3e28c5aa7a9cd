import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { blankReport, type Entries, type Report, withTexts } from '../report/report'
import { changesFrom, mergeReports, textsIn } from './threeWay'

const reportWith = (texts: Record<string, string>, notes: Partial<Report['notes']> = {}): Report => {
  const report = blankReport(edition)
  return {
    ...report,
    entries: withTexts(report.entries, Object.entries(texts)),
    notes: { ...report.notes, ...notes },
  }
}

test('the differences are the changes from one to the other, in both directions', () => {
  const changes = changesFrom(reportWith({ other: 'a' }).entries, reportWith({ problems: 'b' }).entries)
  expect(changes).toHaveLength(2)
  expect(changes).toContainEqual({ address: 'other', before: 'a', after: '' })
  expect(changes).toContainEqual({ address: 'problems', before: '', after: 'b' })
})

test('there is no difference exactly when the lists of texts are equal', () => {
  const { node } = fc.letrec<{ node: Entries; child: Entries | string }>((tie) => ({
    node: fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), tie('child'), { noNullPrototype: true }),
    child: fc.oneof({ maxDepth: 3 }, fc.constantFrom('', '1'), tie('node')),
  }))
  const listed = (entries: Entries) => [...textsIn(entries)].sort(([a], [b]) => (a < b ? -1 : 1))
  fc.assert(
    fc.property(node, node, (a, b) => {
      expect(changesFrom(a, b).length === 0).toBe(JSON.stringify(listed(a)) === JSON.stringify(listed(b)))
      expect(changesFrom(a, structuredClone(a))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('changes of different values come together', () => {
  const merged = mergeReports(
    reportWith({ other: 'a', problems: 'b' }),
    reportWith({ other: 'mine', problems: 'b' }),
    reportWith({ other: 'a', problems: 'theirs' }),
  )
  expect(merged).toMatchObject({
    conflict: false,
    changes: [{ address: 'problems', before: 'b', after: 'theirs' }],
  })
})

test('the same change on both sides is none', () => {
  const both = reportWith({ other: 'b' })
  expect(mergeReports(reportWith({ other: 'a' }), both, both)).toMatchObject({ changes: [], conflict: false })
})

test('of one value mine stays, and it is called a conflict', () => {
  const merged = mergeReports(
    reportWith({ other: 'a' }),
    reportWith({ other: 'b' }),
    reportWith({ other: 'c' }),
  )
  expect(merged).toMatchObject({ changes: [], conflict: true })
})

test('notes are taken as long as mine are untouched', () => {
  const totals = { sourceTotals: { 'tables.requests.received.total': '3' } }
  const theirs = mergeReports(reportWith({}), reportWith({}), reportWith({}, totals))
  expect(theirs.notes.sourceTotals).toEqual(totals.sourceTotals)
  expect(theirs.conflict).toBe(false)
  const both = mergeReports(reportWith({}), reportWith({}, { base: 'x' }), reportWith({}, { base: 'y' }))
  expect(both).toMatchObject({ notes: { base: 'x' }, conflict: true })
})

test('links and carried figures of two tabs come together one by one', () => {
  const link = (phrase: string, value = 1) => ({ text: 'other', cell: 'tables.x', phrase, value })
  const waiting = (...figures: [number, number][]) => [{ text: 'other', carried: '共1件，2件，3件', figures }]
  const merged = mergeReports(
    reportWith({}, { links: [link('a1'), link('b1')], pending: waiting([1, 2], [4, 5], [7, 8]) }),
    reportWith({}, { links: [link('b1'), link('c1')], pending: waiting([4, 5], [7, 8]) }),
    reportWith({}, { links: [link('a1'), link('b1', 2), link('d1')], pending: waiting([1, 2], [7, 8]) }),
  )
  expect(merged.conflict).toBe(false)
  expect(merged.notes.links).toEqual([link('b1', 2), link('c1'), link('d1')])
  expect(merged.notes.pending, 'what one has confirmed waits no more').toEqual(waiting([7, 8]))
  const none = mergeReports(
    reportWith({}, { links: [link('a1')], pending: waiting([1, 2], [4, 5]) }),
    reportWith({}, { links: [], pending: waiting([1, 2]) }),
    reportWith({}, { links: [link('a1', 2)], pending: waiting([4, 5]) }),
  )
  expect(none).toMatchObject({ conflict: false })
  expect(Object.keys(none.notes)).not.toContain('pending')
})

test('lists that a damaged draft holds in another shape break nothing', () => {
  for (const damaged of ['x', 5, [null, 'y'], { a: 1 }]) {
    const theirs = reportWith({}, { links: damaged as never, pending: damaged as never })
    const mine = reportWith({}, { links: [], pending: [] })
    expect(mergeReports(reportWith({}), mine, theirs).conflict).toBe(false)
    expect(mergeReports(reportWith({}), theirs, mine).conflict).toBe(false)
  }
})
