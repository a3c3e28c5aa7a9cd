import { expect } from 'vitest'
import { blamed, findingsIn, plainly, shiftsOf } from './blamed'

export type Of = [organ: string, kind: string]

/** Silent when true; each number in braces is blamed, alone, when it is changed. */
export function holds(sentence: string, ...of: [] | Of) {
  expect(blamed(plainly(sentence), ...of), sentence).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence)) {
    const found = findingsIn(text, ...of)
    expect(found.length, text).toBe(1)
    expect(`${found[0]?.message} ${Object.values(found[0]?.evidence ?? {})}`, text).toContain(wrong)
  }
}
