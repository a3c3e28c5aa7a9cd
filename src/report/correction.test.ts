import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { contentCode } from './contentCode'
import { correctionOf } from './correction'
import { isGuarded, isPublished } from './publication'
import { textAt } from './report'

const TODAY = '2022-03-01'
const published = filledReport({ publishedAt: '2022-01-20', 'tables.requests.received.naturalPerson': '12a' })

test('a report is published once its date of publication has come', () => {
  const on = (publishedAt: string) => isPublished(filledReport({ publishedAt }).entries, TODAY)
  expect([on('2022-01-20'), on(TODAY)]).toEqual([true, true])
  expect([on(''), on('2022-03-31'), on('三月一日')]).toEqual([false, false, false])
})

test('a correction is made of any published version, names it with a copy, and is not published itself', () => {
  const before = structuredClone(published)
  const correction = correctionOf(published, edition, TODAY)
  expect(published).toEqual(before)
  expect(correction.notes.base).toBe(contentCode(published, edition))
  expect(correction.notes.corrected?.entries).toEqual(published.entries)
  expect(textAt(correction.entries, 'tables.requests.received.naturalPerson')).toBe('12a')
  expect(textAt(correction.entries, 'publishedAt')).toBe('')
  expect(textAt(correction.entries, 'correction.date')).toBe(TODAY)
})

test('the correction of a correction asks for a reason of its own and names the last version only', () => {
  const first = correctionOf(published, edition, TODAY)
  first.entries.correction = { reason: '漏计一件。', requestedBy: '某处', date: TODAY }
  const second = correctionOf(first, edition, '2022-04-01')
  expect(textAt(second.entries, 'correction.reason')).toBe('')
  expect(second.notes.base).toBe(contentCode(first, edition))
  expect(second.notes.corrected?.notes.corrected).toBeUndefined()
})

test('a published report is guarded until the clerk has decided to change it, for that publication only', () => {
  const { entries, notes } = published
  expect(isGuarded({ entries, notes }, TODAY)).toBe(true)
  expect(isGuarded({ entries, notes: { ...notes, reopened: '2022-01-20' } }, TODAY)).toBe(false)
  expect(isGuarded({ entries, notes: { ...notes, reopened: '2021-12-31' } }, TODAY)).toBe(true)
  expect(isGuarded(correctionOf(published, edition, TODAY), TODAY)).toBe(false)
  // That decision is no part of the 更正版, whose own publication asks again.
  const again = correctionOf(
    { entries, edition: edition.key, notes: { ...notes, reopened: '2022-01-20' } },
    edition,
    TODAY,
  )
  expect(isGuarded({ entries, notes: again.notes }, TODAY)).toBe(true)
})
