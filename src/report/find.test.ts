import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { occurrencesOf, replacing } from './find'
import { applyChanges, blankEntries, textAt, withTexts } from './report'

const entries = withTexts(blankEntries(edition), [
  ['other', '收费0元，另收费0元。'],
  ['overview.proactive', '收费公示'],
  ['organ.email', 'A@b.cn'],
  ['tables.requests.received.naturalPerson', '100'],
])

test('places come in printed order, fields and cells alike', () => {
  expect(occurrencesOf(edition, entries, '收费').map(({ address, start }) => `${address} ${start}`)).toEqual([
    'overview.proactive 0',
    'other 0',
    'other 6',
  ])
  expect(occurrencesOf(edition, entries, '00')).toEqual([
    { address: 'tables.requests.received.naturalPerson', start: 1, end: 3 },
  ])
  expect(occurrencesOf(edition, entries, 'a@B')).toHaveLength(1)
  expect(occurrencesOf(edition, entries, '')).toEqual([])
})

test('all places of one text are replaced at once', () => {
  const changes = replacing(entries, occurrencesOf(edition, entries, '收费'), '收取费用')
  expect(changes.map(({ after }) => after)).toEqual(['收取费用公示', '收取费用0元，另收取费用0元。'])
})

test('after replacing, nothing is left to find, and nothing else has changed', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[甲乙丙]{0,40}$/),
      fc.stringMatching(/^[甲乙丙]{1,3}$/),
      (text, wanted) => {
        const before = withTexts(blankEntries(edition), [['problems', text]])
        const places = occurrencesOf(edition, before, wanted)
        const after = applyChanges(before, replacing(before, places, '丁'))
        expect(occurrencesOf(edition, after, wanted)).toEqual([])
        expect(textAt(after, 'problems').length).toBe(text.length - places.length * (wanted.length - 1))
      },
    ),
  )
})
