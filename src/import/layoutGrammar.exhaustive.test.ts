import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { axes, drawLayout, layoutWith, usual } from '../testing/layoutGrammar/grammar'
import { randomFigures, seeded } from '../testing/layoutGrammar/random'
import { add, emptyScore, scoreOf } from '../testing/layoutGrammar/score'

test('in layouts drawn at random no figure is wrong without a mark of doubt', async () => {
  const total = emptyScore()
  for (let seed = 1; seed <= 80; seed++) {
    const random = seeded(seed)
    add(total, await scoreOf(drawLayout(edition2021, randomFigures(edition2021, random), random)))
  }
  expect(total.wrong).toEqual([])
  expect(total.right / total.expected).toBeGreaterThan(0.99)
})

test.each(axes.medium)('the form as it is usually printed is read whole: %s', async (medium) => {
  const random = seeded(3)
  const score = await scoreOf(
    layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), { ...usual, medium }, random),
  )
  expect(score).toMatchObject({ expected: 200, right: 200, wrong: [], silent: [] })
})

test.each(['spaces-aligned', 'spaces-ragged'] as const)(
  'a row without its parts does not take the label of the row below it, stubs repeated: %s',
  async (medium) => {
    const random = seeded(4)
    const wanted = { ...usual, medium, rows: 'undivided', groups: 'repeated' } as const
    const score = await scoreOf(
      layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random),
    )
    expect(score).toMatchObject({ expected: 179, right: 179, wrong: [], silent: [] })
  },
)

test.each([11, 12, 13, 14, 15])(
  'a head in two lines of unequal gaps is read in the order of its names, and nothing is marked: %i',
  async (seed) => {
    const random = seeded(seed)
    const wanted = { ...usual, medium: 'spaces-ragged', surround: 'headings' } as const
    const score = await scoreOf(
      layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random),
    )
    expect(score).toMatchObject({ right: 200, wrong: [], needless: 0 })
  },
)

test.each(['lines', 'lines-dropped', 'pipes-alone', 'pipes-behind', 'csv', 'markdown'] as const)(
  'tables without headings are found down to their last row, 表四 too: %s',
  async (medium) => {
    const random = seeded(5)
    const wanted = { ...usual, medium, surround: 'alone', headShape: 'flat', captions: 'absent' } as const
    const score = await scoreOf(
      layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random),
    )
    expect(score).toMatchObject({ expected: 200, right: 200, wrong: [], silent: [] })
  },
)

test('the corner of the next table, in brackets below a label, is not part of it: the order of the head counts', async () => {
  for (const seed of [6, 7, 8, 9]) {
    const random = seeded(seed)
    const wanted = {
      ...usual,
      medium: 'spaces-ragged',
      surround: 'alone',
      headShape: 'flat',
      order: 'mixed',
    } as const
    const score = await scoreOf(
      layoutWith(
        edition2021,
        randomFigures(edition2021, random, 'usual'),
        { ...wanted, labels: 'bare' },
        random,
      ),
    )
    expect(score).toMatchObject({ expected: 200, right: 200, wrong: [], wrongButMarked: [] })
  }
})

test.each([
  { head: 'partial', columns: 'some', headShape: 'flat', medium: 'csv' },
  {
    head: 'partial',
    columns: 'no-total',
    headShape: 'flat',
    medium: 'spaces-aligned',
    writing: 'full-width',
    zeros: 'circle',
  },
  { rows: 'undivided', groups: 'absent', zeros: 'empty', medium: 'narrow' },
  { head: 'partial', headShape: 'flat', zeros: 'empty', zeroShare: 'some', medium: 'html', tables: 'four' },
  { head: 'partial', headShape: 'flat', zeros: 'empty', columns: 'no-total', medium: 'tabs', tables: 'four' },
] as const)('no figure is taken for another without a mark: %o', async (odd) => {
  const total = emptyScore()
  for (let seed = 20; seed < 40; seed++) {
    const random = seeded(seed)
    const wanted = { ...usual, ...odd }
    add(
      total,
      await scoreOf(layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random)),
    )
  }
  expect(total.wrong).toEqual([])
})

test.each(['lines', 'pipes-alone', 'spaces-aligned', 'spaces-ragged'] as const)(
  'a head cut off on the right, over rows that are full and add up, leaves nothing in doubt: %s',
  async (medium) => {
    const random = seeded(3)
    const wanted = { ...usual, medium, head: 'partial' } as const
    const score = await scoreOf(
      layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random),
    )
    expect(score).toMatchObject({ right: 200, wrong: [] })
    expect(score.needless).toBeLessThan(30)
  },
)

test.each(['lines', 'lines-dropped', 'spaces-aligned', 'spaces-ragged'] as const)(
  'totals that were all left at 0 put no figure of theirs in doubt where the head names the columns: %s',
  async (medium) => {
    const random = seeded(3)
    const wanted = { ...usual, medium, totals: 'zero' } as const
    const score = await scoreOf(
      layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random),
    )
    expect(score).toMatchObject({ expected: 200, right: 200, wrong: [] })
    expect(score.needless).toBe(0)
  },
)

test.each(['pipes-alone', 'pipes-behind'] as const)(
  'totals that were all left blank put no figure in doubt where the cells are told apart: %s',
  async (medium) => {
    const random = seeded(9)
    const wanted = { ...usual, medium, totals: 'blank' } as const
    const score = await scoreOf(
      layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random),
    )
    expect(score.right).toBe(score.expected)
    expect(score).toMatchObject({ wrong: [], needless: 0 })
  },
)

test('a printed page with narrow columns, only some of them there, is read by its head', async () => {
  const random = seeded(12)
  const wanted = { ...usual, medium: 'narrow', columns: 'some', tables: 'three' } as const
  const score = await scoreOf(
    layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random),
  )
  expect(score.right / score.expected).toBeGreaterThan(0.9)
  expect(score.wrong).toEqual([])
})

test.each([
  { order: 'total-first' },
  { order: 'mixed', headShape: 'flat' },
  { labels: 'note', totals: 'zero' },
  { order: 'total-first', labels: 'bare', zeros: 'slash', zeroShare: 'some' },
] as const)(
  'names of 表四 broken in narrow columns on several lines come in the order of their columns: %o',
  async (odd) => {
    const total = emptyScore()
    for (let seed = 40; seed < 46; seed++) {
      const random = seeded(seed)
      const wanted = { ...usual, medium: 'narrow', ...odd } as const
      add(
        total,
        await scoreOf(layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random)),
      )
    }
    expect(total.right).toBe(total.expected)
    expect(total).toMatchObject({ wrong: [], wrongButMarked: [], silent: [] })
  },
)

test('a row of two cells with one bar between belongs to the rows around it: a head without its total leaves nothing in doubt', async () => {
  const random = seeded(5)
  const wanted = { ...usual, medium: 'pipes-inside', columns: 'no-total', covered: 'dropped' } as const
  const score = await scoreOf(
    layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), wanted, random),
  )
  expect(score.right).toBe(score.expected)
  expect(score).toMatchObject({ wrong: [], silent: [], needless: 0 })
})
