import { describe, expect, test } from 'vitest'
import { comparison } from './report.mjs'

/** A run in which only the main-thread time of a key was measured, a figure a round; the goal is 0.8 of the other page. */
const missedWith = (project: number[], tuned = [10, 10, 10]) =>
  comparison([
    { name: 'tuned', figures: { cpu: tuned.map((ms) => [ms]) } },
    { name: 'project', figures: { cpu: project.map((ms) => [ms]) } },
  ])

describe('a goal', () => {
  test('that is missed in every round is named', () => {
    const { text, missed } = missedWith([8.8, 8.9, 9])
    expect(missed).toEqual(['main thread per key'])
    expect(text).toMatch(/main thread per key.* 0\.89 .*ratio ≤ 0\.8 .*\| +missed \|/)
  })
  test('that is missed by less than the rounds differ is not', () => {
    const { text, missed } = missedWith([7.5, 8.2, 8.7])
    expect(missed).toEqual([])
    expect(text).toContain('missed within noise')
  })
  test('is compared with the other page round by round: a busy machine slows down both', () => {
    expect(missedWith([8.8, 17.6, 26.4], [10, 20, 30]).missed).toEqual(['main thread per key'])
  })
  test('of last year’s figures is what they add to the project', () => {
    const of = (name: string, ms: number) => ({ name, figures: { cpu: [[ms], [ms]] } })
    const { text, missed } = comparison([of('tuned', 10), of('project', 7), of('lastYear', 7.7)])
    expect(missed).toEqual(['the same beside last year’s figures'])
    expect(text).toMatch(/the same beside last year’s figures.* 1\.10 .*ratio ≤ 1\.05 .*\| +missed \|/)
    expect(comparison([of('tuned', 10), of('project', 7)]).missed).toEqual([])
  })
  test('of a figure that is measured once has no noise', () => {
    const heap = (megabytes: number) => comparison([{ name: 'project', figures: { heap: [[megabytes]] } }])
    expect(heap(6.6).missed).toEqual(['heap after 500 edits'])
    expect(heap(6.5).missed).toEqual([])
  })
})
