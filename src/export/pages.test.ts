import { expect, test } from 'vitest'
import { currentEdition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { blocksOf } from './blocks'
import { documentOf } from './document'
import { breakPages, type MeasuredBlock, type Piece } from './pages'

/** `h` a heading, `s` one under it, `p5` a paragraph of five lines, `t8` a table of eight rows, `|` before what begins a page; all one unit high; `c` closes the text (落款). */
const blocks = (text: string): MeasuredBlock[] =>
  text.split(' ').map((word) => {
    const startsPage = word.startsWith('|')
    const [kind = '', ...digits] = word.replace('|', '')
    const count = Number(digits.join(''))
    if (kind === 'h' || kind === 's')
      return { kind: 'heading', level: kind === 'h' ? 1 : 2, startsPage, height: 1 }
    if (kind === 'c') return { kind: 'heading', level: 1, closes: true, height: 1 }
    if (kind === 'p') return { kind: 'paragraph', startsPage, height: count, lines: count }
    return {
      kind: 'table',
      startsPage,
      height: count,
      rows: Array.from({ length: count }, () => 1),
      headRows: 2,
    }
  })
const drawn = (pages: Piece[][]) =>
  pages
    .map((page) =>
      page
        .map(({ block, from, to }) => (from === undefined ? `${block}` : `${block}[${from}-${to}]`))
        .join(' '),
    )
    .join(' / ')
const pages = (text: string) => drawn(breakPages(blocks(text), 10))

test('everything that fits stays on one page', () => {
  expect(pages('h p3 h p5')).toBe('0 1 2 3')
})
test('a paragraph goes on where the page ends', () => {
  expect(pages('h p13')).toBe('0 1[0-9] / 1[9-13]')
})
test('no line stands alone at either side of a break', () => {
  expect(pages('h p10')).toBe('0 1[0-8] / 1[8-10]')
  expect(pages('p9 p4')).toBe('0 / 1')
})
test('a paragraph longer than two pages takes as many as it needs', () => {
  expect(pages('p25')).toBe('0[0-10] / 0[10-20] / 0[20-25]')
})
test('a heading is never alone at the foot of a page', () => {
  expect(pages('p8 h p4')).toBe('0 / 1 2')
  expect(pages('p7 h s p4')).toBe('0 / 1 2 3')
})
test('headings with nothing under them do not hold together', () => {
  expect(pages('p5 h s s s s h t9')).toBe('0 1 2 3 4 5 / 6 7')
})
test('a 落款 is never on a page without the end of the text before it', () => {
  expect(pages('p6 h p2 c')).toBe('0 1 2 3')
  expect(pages('p9 p1 c')).toBe('0 / 1 2')
  expect(pages('p10 c')).toBe('0[0-8] / 0[8-10] 1')
  expect(pages('p6 h p3 c')).toBe('0 / 1 2 3')
  expect(pages('p20 c')).toBe('0[0-10] / 0[10-18] / 0[18-20] 1')
})
test('a table stays whole and takes its heading along', () => {
  expect(pages('p4 h t8')).toBe('0 / 1 2')
  expect(pages('p1 h t8')).toBe('0 1 2')
})
test('a table longer than a page is cut between rows, its two head rows repeated', () => {
  expect(pages('t22')).toBe('0[0-10] / 0[10-18] / 0[18-22]')
})
test('an attachment begins a page of its own', () => {
  expect(pages('p2 |h p2')).toBe('0 / 1 2')
})

test('a heading that is typed inside a text, （二）改进情况, is a heading to the paper too', () => {
  const document = documentOf(filledReport(), currentEdition, { draft: false, code: '' })
  const typed = document.parts.findIndex(
    (part) => part.kind === 'paragraph' && part.text === '（二）改进情况',
  )
  expect(blocksOf(document)[typed + 1]).toMatchObject({ kind: 'heading', level: 2 })
})
