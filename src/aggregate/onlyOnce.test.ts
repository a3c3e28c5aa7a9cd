import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enteredCellsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import { filledReport } from '../testing/filledReport'
import { type Received, receivedOf } from './received'
import { rosterOf } from './roster'
import { overviewOf, summaryOf, summaryText, sumsOf, type Task } from './task'

const UNITS = ['教育局', '审计局', '水务局']
const { units } = rosterOf(UNITS.map((name) => [name]))
const first = enteredCellsOf(edition)[0]?.address as string
const codeOf = (unit: number, n: number) => `${UNITS[unit]}${n}`

/** Each document adds a bit of its own, so that a sum says which of them it counts. */
const document = (unit: number, n: number, base: string | null): Received => ({
  file: `${codeOf(unit, n)}.json`,
  code: codeOf(unit, n),
  base,
  edition: edition.key,
  year: 2024,
  scope: 'organ',
  organ: { code: '', region: '', name: UNITS[unit] as string, address: '' },
  figures: enteredCellsOf(edition).map(() => 2 ** (unit * 7 + n)),
  unequalTotals: [],
  recognised: false,
})
const countedIn = (value: string) =>
  UNITS.map((_, unit) => [0, 1, 2, 3, 4, 5, 6].filter((n) => BigInt(value) & (1n << BigInt(unit * 7 + n))))

/** Seven versions of a unit: most correct another one, before or behind them, some one that nobody has, some none. */
const versions = (unit: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }).map((n) => codeOf(unit, n)) },
        fc.constantFrom('lost', null),
      ),
      { maxLength: 7 },
    )
    .map((bases) => bases.map((base, n) => document(unit, n, base)))
const received = fc.tuple(...UNITS.map((_, unit) => versions(unit))).map((all) => all.flat())
const choices = fc.array(
  fc
    .record({ unit: fc.nat(2), chosen: fc.nat(6), over: fc.array(fc.nat(6), { maxLength: 3 }) })
    .map(({ unit, chosen, over }): Task['decisions'][number] => ({
      kind: 'choose',
      chosen: codeOf(unit, chosen),
      over: over.map((n) => codeOf(unit, n)),
    })),
  { maxLength: 4 },
)
/** The same documents, each again as often as it likes, in another order, cut into parcels that are loaded one after the other. */
const parcels = received.chain((reports) =>
  fc.record({
    reports: fc.constant(reports),
    again: reports.length
      ? fc
          .array(fc.constantFrom(...reports), { maxLength: 9 })
          .chain((more) =>
            fc.shuffledSubarray([...reports, ...more], { minLength: reports.length + more.length }),
          )
      : fc.constant([]),
    cuts: fc.array(fc.nat(30), { maxLength: 4 }),
    decisions: choices,
  }),
)
const RUNS = Number(process.env.SUM_RUNS ?? 300)

test('whatever the order, the repeats and the parcels in which documents come, the 汇总 is the same, and counts each unit once at most', () => {
  fc.assert(
    fc.property(parcels, ({ reports, again, cuts, decisions }) => {
      const task: Task = { year: 2024, units, reports, decisions }
      const whole = overviewOf(task)
      const ends = [...cuts.map((cut) => Math.min(cut, again.length)), again.length].sort((a, b) => a - b)
      // A parcel brings what is not there yet, as the store keeps it.
      const kept = new Map<string, Received>()
      let from = 0
      for (const end of ends) {
        for (const report of again.slice(from, end)) if (!kept.has(report.code)) kept.set(report.code, report)
        from = end
        overviewOf({ ...task, reports: [...kept.values()] })
      }
      const other = { ...task, reports: [...kept.values()], decisions: [...decisions].reverse() }
      expect(summaryText(summaryOf(other))).toBe(summaryText(summaryOf(task)))
      for (const [unit, counted] of countedIn(sumsOf(whole).get(first)?.value ?? '0').entries()) {
        expect(counted.length).toBeLessThanOrEqual(1)
        const { state, current } = whole.standings[unit] ?? {}
        expect(counted.map((n) => codeOf(unit, n))).toEqual(state === 'received' ? [current?.code] : [])
      }
    }),
    { numRuns: RUNS },
  )
})

test('five corrections that come before what they correct, and say that they were published years before it', () => {
  let base: string | null = null
  const chain = [2031, 1999, 2024, 1970, 2099, 2001].map((year, n) => {
    const report = filledReport({
      year: '2024',
      'organ.name': '教育局',
      publishedAt: `${year}-01-20`,
      [first]: String(n),
    })
    const received = receivedOf({ ...report, notes: { ...report.notes, base } }, edition, `${n}.json`)
    base = received.code
    return received
  })
  for (const reports of [chain, [...chain].reverse(), [...chain.slice(3), ...chain.slice(0, 3)]]) {
    const overview = overviewOf({ year: 2024, units, reports, decisions: [] })
    expect(sumsOf(overview).get(first)).toEqual({ value: '5', missing: 2 })
  }
  // Which day it says it was published on makes no other document of it.
  const dated = (day: string) => receivedOf(filledReport({ publishedAt: day }), edition, 'a.json').code
  expect(dated('1970-01-01')).toBe(dated('2099-12-31'))
})
