import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuOf } from '../../testing/cpuOf'
import { comparedTexts, type Piece } from './comparedTexts'

/** Changed stretches stand in brackets. */
const shown = (pieces: Piece[]) => pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')
const compared = (before: string, after: string) => {
  const own = comparedTexts(before, after)
  return [shown(own.before), shown(own.after)]
}

test('two changes in one sentence are shown as two, and a figure changes as a whole', () => {
  expect(compared('公开12条信息，答复3件。', '公开15条信息，答复41件。')).toEqual([
    '公开[12]条信息，答复[3]件。',
    '公开[15]条信息，答复[41]件。',
  ])
})

test('what is only in one of the texts, and texts that are blank', () => {
  expect(compared('加强培训。', '加强业务培训。')).toEqual(['加强培训。', '加强[业务]培训。'])
  expect(compared('', '甲')).toEqual(['', '[甲]'])
  expect(compared('甲', '')).toEqual(['[甲]', ''])
})

test('what both have is cut to a little around each change', () => {
  const long = '一二三四五六七八九十'.repeat(10)
  const [before] = compared(`${long}甲${long}乙${long}`, `${long}丙${long}丁${long}`)
  const [head, middle, tail] = before?.split(/\[.*?\]/) ?? []
  expect([head, middle, tail]).toEqual([
    `…${long.slice(-24)}`,
    `${long.slice(0, 24)}…${long.slice(-24)}`,
    `${long.slice(0, 24)}…`,
  ])
})

test('the changed stretches and what is between them make up both texts, to the letter', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '12', '，', '\n', ' ', '𠮷'), maxLength: 20 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after)
      const own = comparedTexts(before, after)
      expect(own.before.map((piece) => piece.text).join('')).toBe(before)
      expect(own.after.map((piece) => piece.text).join('')).toBe(after)
      expect(own.before.filter((piece) => !piece.changed)).toEqual(
        own.after.filter((piece) => !piece.changed),
      )
    }),
  )
})

test('two long texts that have nothing in common are compared in a moment', () => {
  const [before, after] = ['甲乙丙丁，'.repeat(16_000), '戊己庚辛；'.repeat(16_000)]
  const spent = cpuOf(() => {
    expect(comparedTexts(before, after)).toEqual({
      before: [{ text: before, changed: true }],
      after: [{ text: after, changed: true }],
    })
  })
  expect(spent).toBeLessThan(3000)
})
