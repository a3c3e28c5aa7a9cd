import { expect, test } from 'vitest'
import { hostileCase } from '../../testing/published/hostile'
import { readText } from './read'

test('hostile input ends in a proposal or a sentence', async () => {
  for (let seed = 100; seed < 200; seed++) {
    const { name, run } = hostileCase(seed)
    expect(['proposal', 'sentence'], `${seed} ${name}`).toContain(await run())
  }
})

test('more than 10 MB of text is refused with a sentence', () => {
  expect(readText({ text: '规章'.repeat(2_000_000) }, '')).toMatchObject({
    problem: expect.stringContaining('10 MB'),
  })
})
