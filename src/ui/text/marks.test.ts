import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layered, linesOf, runsOf, sameRun, segmentsOf, shifted, type TextMark } from './marks'

const mark = (start: number, end: number): TextMark => ({ start, end, tone: 'checked' })
const drawn = (text: string, marks: TextMark[]) =>
  segmentsOf(text, marks)
    .map((segment) => (segment.mark ? `[${segment.text}]` : segment.text))
    .join('')

test('a text is cut at its marks, in any order; an overlapping mark is left out', () => {
  expect(drawn('新收22件，办结23件', [mark(8, 11), mark(2, 5), mark(3, 6)])).toBe('新收[22件]，办结[23件]')
})

test('marks behind an edit move with their words, a touched one is gone', () => {
  const before = '新收22件，办结23件'
  const marks = [mark(2, 5), mark(8, 11)]
  const after = '新收申请22件，办结23件'
  expect(drawn(after, shifted(marks, before, after))).toBe('新收申请[22件]，办结[23件]')
  const changed = '新收21件，办结23件'
  expect(drawn(changed, shifted(marks, before, changed))).toBe('新收21件，办结[23件]')
})

test('the cut text is the text, whatever the marks are', () => {
  const marks = fc.array(
    fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => mark(start, start + length)),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), marks, (text, some) => {
      expect(
        segmentsOf(text, some)
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('what is typed at the beginning of a line with ten thousand marks changes its first run alone', () => {
  const text = '办结3件'.repeat(10_000)
  const marks = Array.from({ length: 10_000 }, (_, at) => mark(at * 4 + 2, at * 4 + 4))
  const now = `全年${text}`
  const before = runsOf(segmentsOf(text, marks))
  const after = runsOf(segmentsOf(now, shifted(marks, text, now)))
  expect(
    after
      .flat()
      .map((segment) => segment.text)
      .join(''),
  ).toBe(now)
  expect(after).toHaveLength(before.length)
  expect(after.flatMap((run, at) => (sameRun(run, before[at] ?? []) ? [] : [at]))).toEqual([0])
})

test('a mark over a line break is drawn in both lines, its number once', () => {
  const text = '新收\n22件\n\n完'
  expect(linesOf(text, [{ ...mark(1, 5), number: 1 }])).toEqual([
    { text: '新收', marks: [{ ...mark(1, 2), number: 1 }] },
    { text: '22件', marks: [{ ...mark(0, 2), number: undefined }] },
    { text: '', marks: [] },
    { text: '完', marks: [] },
  ])
})

test('a figure with a state of its own cuts the mark that it lies in, and stands alone where none is', () => {
  const text = '收到25件，会议3次'
  const over = [
    { start: 2, end: 4, state: 'pending' as const },
    { start: 8, end: 9, state: 'linked' as const },
  ]
  const cut = layered([{ ...mark(0, 5), finding: 'a', number: 1 }], over)
  expect(
    cut.map(({ start, end, state, finding, number }) => [text.slice(start, end), state, finding, number]),
  ).toEqual([
    ['收到', undefined, 'a', 1],
    ['25', 'pending', 'a', undefined],
    ['件', undefined, 'a', undefined],
    ['3', 'linked', undefined, undefined],
  ])
  expect(
    segmentsOf(text, cut)
      .map(({ text: piece }) => piece)
      .join(''),
  ).toBe(text)
})
