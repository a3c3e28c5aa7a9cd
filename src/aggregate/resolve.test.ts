import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Choice, resolve } from './resolve'

interface Version {
  code: string
  base: string | null
}
const version = (code: string, base: string | null = null): Version => ({ code, base })
const codes = (found: ReturnType<typeof resolve<Version>>) =>
  found && ('current' in found ? found.current.code : found.conflict.map(({ code }) => code))

test('the last of a chain of corrections counts, also where it came before what it corrects', () => {
  const chain = [version('a'), version('b', 'a'), version('c', 'b'), version('d', 'c'), version('e', 'd')]
  expect(codes(resolve(chain))).toBe('e')
  expect(codes(resolve([...chain].reverse()))).toBe('e')
})
test('two corrections of one version, and two first versions, are a conflict until a person chooses', () => {
  const fork = [version('a'), version('b', 'a'), version('c', 'a')]
  expect(codes(resolve(fork))).toEqual(['b', 'c'])
  expect(codes(resolve([version('a'), version('b')]))).toEqual(['a', 'b'])
  const choice: Choice = { chosen: 'c', over: ['b'] }
  expect(codes(resolve(fork, [choice]))).toBe('c')
  // What was chosen is corrected in its turn.
  expect(codes(resolve([...fork, version('d', 'c')], [choice]))).toBe('d')
  // What was not chosen is corrected: that is new, and asked again.
  expect(codes(resolve([...fork, version('d', 'b')], [choice]))).toEqual(['c', 'd'])
  expect(codes(resolve(fork, [choice, { chosen: 'b', over: ['c'] }]))).toEqual(['b', 'c'])
})
test('a correction of a version that nobody has counts like a first version', () => {
  expect(codes(resolve([version('b', 'lost')]))).toBe('b')
  expect(codes(resolve([version('b', 'lost'), version('c')]))).toEqual(['b', 'c'])
})
test('versions that name each other in a ring are a conflict, and one that names itself is a first version', () => {
  expect(codes(resolve([version('a', 'b'), version('b', 'a')]))).toEqual(['a', 'b'])
  expect(codes(resolve([version('a', 'a')]))).toBe('a')
  expect(resolve([])).toBeUndefined()
})

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const versions = fc.uniqueArray(
  fc.record({ code: name, base: fc.option(fc.oneof(name, fc.constant('lost'))) }),
  { selector: ({ code }) => code, minLength: 1 },
)
const choices = fc.array(fc.record({ chosen: name, over: fc.array(name) }), { maxLength: 3 })
const mixed = versions.chain((set) =>
  fc.record({
    set: fc.constant(set),
    again: fc
      .array(fc.constantFrom(...set))
      .chain((more) => fc.shuffledSubarray([...set, ...more], { minLength: set.length + more.length })),
    choices,
  }),
)
const RUNS = Number(process.env.SUM_RUNS ?? 1000)

test('order, repetition and file decide nothing', () => {
  fc.assert(
    fc.property(mixed, ({ set, again, choices }) => {
      expect(codes(resolve(again, [...choices].reverse()))).toEqual(codes(resolve(set, choices)))
    }),
    { numRuns: RUNS },
  )
})
test('there is never more than one that counts, and never one that another corrects while a last one is there', () => {
  fc.assert(
    fc.property(versions, (set) => {
      const found = resolve(set)
      const last = set.filter(({ code }) => !set.some(({ code: by, base }) => base === code && by !== code))
      if (found && 'current' in found) expect(last.length ? last : set).toContain(found.current)
      else expect(last).not.toHaveLength(1)
    }),
    { numRuns: RUNS },
  )
})

test('the recognised text of a report is the same document as its own file, also where that has been corrected since', () => {
  const version = (code: string, base: string | null, figure: number, recognised = false) => ({
    code,
    base,
    recognised,
    figures: [figure],
    prints: [7],
    organ: { name: '教育局', code: recognised ? '' : '1', region: '', address: '' },
  })
  const own = version('own', null, 1)
  const word = version('a-word', null, 1, true)
  const pdf = version('pdf', null, 1, true)
  const later = version('later', 'own', 2)
  const current = (...all: (typeof own)[]) => {
    const found = resolve(all)
    expect(resolve([...all].reverse())).toEqual(found)
    return found && 'current' in found ? found.current.code : found?.conflict.map(({ code }) => code)
  }
  expect(current(own, word, pdf)).toBe('own')
  expect(current(word, pdf)).toBe('a-word')
  expect(current(own, word, later)).toBe('later')
  expect(current(own, { ...word, prints: [8] })).toEqual(['a-word', 'own'])
  expect(current(own, { ...own, code: 'other' })).toEqual(['other', 'own'])
})
