import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { cpuOf } from '../testing/cpuOf'
import { filledReport } from '../testing/filledReport'
import { catalogue } from './catalogue'
import { proseOf } from './prose/normalise'
import { givenOf, runChecks } from './run'

const SENTENCE =
  '本年新收政府信息公开申请22件，上年结转1件，全部在法定期限内答复；制发行政规范性文件6件、废止13件。'
const text = (characters: number) =>
  SENTENCE.repeat(Math.ceil(characters / SENTENCE.length)).slice(0, characters)
const shapes: [string, (text: string) => string][] = [
  ['one line', (all) => all],
  ['a paragraph a sentence', (all) => all.replaceAll('。', '。\n')],
  ['lines that go on', (all) => all.replaceAll(/.{30}/g, '$&\n')],
]
const rules = catalogue.filter(({ id }) => !id.startsWith('narrative.'))

/** Least ms of the processor of three runs of each rule. */
function costs(entry: string): Map<string, number> {
  proseOf(entry)
  const given = givenOf({
    edition,
    report: filledReport({ 'overview.onRequest': entry }),
    today: '2022-01-20',
  })
  return new Map(
    rules.map((rule) => {
      const runs = [1, 2, 3].map(() => cpuOf(() => runChecks(given, [rule])))
      return [rule.id, Math.min(...runs)]
    }),
  )
}

// Four times the text is sixteen times the cost where it grows with the square; what takes a moment is not told apart.
test.each(shapes)('no rule costs the square of a text’s length: %s', (_, shape) => {
  const small = costs(shape(text(40_000)))
  const large = costs(shape(text(160_000)))
  const grown = [...large].filter(([id, ms]) => ms > 60 && ms > 9 * (small.get(id) ?? 0))
  expect(grown).toEqual([])
})
