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
  expect(total.right / total.expected).toBeGreaterThan(0.97)
})

test.each(axes.medium.filter((medium) => !medium.startsWith('narrow')))(
  'the form as it is usually printed is read whole: %s',
  async (medium) => {
    const random = seeded(3)
    const score = await scoreOf(
      layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), { ...usual, medium }, random),
    )
    expect(score).toMatchObject({ expected: 200, right: 200, wrong: [], silent: [] })
  },
)
