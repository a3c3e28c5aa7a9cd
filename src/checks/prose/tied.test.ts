import { expect, test } from 'vitest'
import { partsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { textsOf } from '../../format/names'
import { randomFigures, seeded, sizes } from '../../testing/structures/random'
import { structures } from '../../testing/structures/structures'
import { neutralReport } from '../rules/neutralReport'
import { givenOf } from '../run'
import { readingOf, spanOf } from './reading'
import { tiedCell } from './tied'

const texts = Object.fromEntries(textsOf(edition).map(({ address }) => [address, '']))
const parts = (cells: string[]) => [...new Set(cells.flatMap((cell) => partsOf(edition, cell)))].sort().join()

test('a figure is tied to no other cell than the one it was drawn from', () => {
  const wrong: string[] = []
  let right = 0
  for (const structure of structures)
    for (let turn = 0; turn < 8; turn++) {
      const random = seeded(turn * 7_919 + 13)
      const { figures, entered } = randomFigures(random, sizes[turn % sizes.length] ?? 'town')
      const drawn = structure.draw(figures, random, 2023)
      if (!drawn) continue
      const cells = Object.fromEntries(
        Object.entries(entered).map(([address, value]) => [address, `${value}`]),
      )
      const report = neutralReport(edition, { ...texts, ...cells, [structure.where]: drawn.text }, 2023)
      for (const judged of readingOf(givenOf({ edition, report, today: '' })).judged) {
        const cell = tiedCell(judged)
        if (!cell) continue
        const { start } = spanOf(judged, 'digits')
        const number = drawn.numbers.find(({ at }) => at === start)
        if (number?.cells && parts(number.cells) === parts([cell])) right++
        else wrong.push(`${cell}: ${drawn.text}`)
      }
    }
  expect(wrong).toEqual([])
  expect(right).toBeGreaterThan(300)
})

test('a figure whose words may name two cells is tied to none of them, though both agree', () => {
  const T4 = 'tables.reviewAndLitigation.'
  const said = '政府信息公开复议9件，诉讼1件。9件复议、1件诉讼结果为维持。'
  const report = neutralReport(
    edition,
    {
      ...texts,
      [`${T4}administrativeReview.upheld`]: '9',
      [`${T4}litigationDirect.upheld`]: '1',
      'overview.onRequest': said,
    },
    2023,
  )
  const tied = readingOf(givenOf({ edition, report, today: '' }))
    .judged.filter(({ item }) => item.quantity)
    .map((judged) => [spanOf(judged, 'digits').start, tiedCell(judged)])
  expect(tied[0]).toEqual([said.indexOf('9'), `${T4}administrativeReview.total`])
  expect(tied.find(([start]) => start === said.lastIndexOf('9'))?.[1]).toBeUndefined()
})
