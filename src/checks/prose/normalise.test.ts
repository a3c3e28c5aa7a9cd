import { expect, test } from 'vitest'
import { cpuOf } from '../../testing/cpuOf'
import { normalise } from './normalise'

const LINE = '全年办理申请，按期答复，'

test('ten thousand lines that go on are joined, at a cost of their number, not of its square', () => {
  const spent = cpuOf(() => {
    const { text, origin } = normalise(`${LINE}\n`.repeat(10_000))
    expect(text).toBe(LINE.normalize('NFKC').repeat(10_000))
    expect(origin).toHaveLength(text.length + 1)
  })
  expect(spent).toBeLessThan(1_000)
})
