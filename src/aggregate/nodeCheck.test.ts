import { expect, test } from 'vitest'
import { enteredCellsOf } from '../format/cells'
import { currentEdition } from '../format/editions'
import { FAULT_KINDS, plant } from '../testing/plantedFaults'
import { randomOf } from '../testing/randomReport'
import { checkNodes, officesAsGovernment } from './nodeCheck'
import { withNodeRemarks } from './nodeWords'
import type { Received } from './received'
import type { Unit } from './roster'
import { overviewOf } from './task'

test('sets that reconcile are reported without a difference', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const checks = checkNodes(overviewOf(plant(randomOf(seed)).task))
    expect(checks).toHaveLength(6)
    expect(checks.flatMap(({ differences }) => differences)).toEqual([])
  }
})

test('of a thousand mistakes of five kinds the right unit is among those named first, and few are named', () => {
  const right = new Map<string, number>()
  let named = 0
  const elsewhere: string[] = []
  for (let seed = 0; seed < 1000; seed++) {
    const kind = FAULT_KINDS[seed % FAULT_KINDS.length]
    const { task, node, unit } = plant(randomOf(10_000 + seed), kind)
    const checks = checkNodes(overviewOf(task))
    const wrong = checks.find((check) => check.node === node)
    const first = wrong?.explanations.slice(0, wrong.first).map((one) => one.unit) ?? []
    if (first.includes(unit)) right.set(kind ?? '', (right.get(kind ?? '') ?? 0) + 1)
    named += first.length
    // The node over a wrong one adds up what that one says: there, it alone is named.
    for (const other of checks)
      if (other.differences.length && other.node !== node)
        elsewhere.push(
          ...other.explanations.slice(0, other.first).map((one) => `${one.unit === node} ${one.cause}`),
        )
  }
  for (const kind of FAULT_KINDS) expect.soft(right.get(kind), kind).toBeGreaterThanOrEqual(190)
  expect(named / 1000).toBeLessThan(1.5)
  expect(new Set(elsewhere)).toEqual(new Set(['true nodeBelow']))
})

const CELLS = enteredCellsOf(currentEdition)
const at = (address: string) => CELLS.findIndex((cell) => cell.address === address)
const person = 'tables.requests.received.naturalPerson'
const granted = 'tables.requests.outcome.granted.naturalPerson'
const unitNamed = (name: string, parent = ''): Unit => ({
  id: name,
  code: '',
  name,
  aliases: [],
  parent,
  kind: '',
  due: '',
  exempt: '',
})
const GOVERNMENT = '临江区人民政府'
const LIST = [
  unitNamed(GOVERNMENT),
  unitNamed(`${GOVERNMENT}办公室`, GOVERNMENT),
  unitNamed('教育局', GOVERNMENT),
  unitNamed('审计局', GOVERNMENT),
]
const handedIn = (name: string, figures: Record<string, number>, more: Partial<Received> = {}): Received => ({
  file: `${name}.json`,
  code: `${name} ${JSON.stringify(figures)} ${more.scope ?? ''}`,
  base: null,
  edition: currentEdition.key,
  year: 2024,
  scope: 'organ',
  organ: { code: '', region: '', name, address: '' },
  figures: CELLS.map(({ unit }, n) => {
    const [, figure = 0] = Object.entries(figures).find(([address]) => at(address) === n) ?? []
    return unit === '件' ? figure : BigInt(figure)
  }),
  unequalTotals: [],
  recognised: false,
  ...more,
})
const firstOf = (reports: Received[]) => {
  const overview = overviewOf({ year: 2024, units: LIST, reports, decisions: [] })
  const [check] = checkNodes(overview)
  return check?.explanations.slice(0, check.first).map(({ unit, cause }) => `${unit} ${cause}`)
}

test('a 汇总 made with the version before the correction names the unit that corrected', () => {
  const before = handedIn('教育局', { [person]: 8, [granted]: 5 })
  expect(
    firstOf([
      handedIn(GOVERNMENT, { [person]: 1 }),
      before,
      handedIn('教育局', { [person]: 9, [granted]: 7 }, { base: before.code }),
      handedIn('审计局', { [person]: 1 }),
      handedIn(GOVERNMENT, { [person]: 10, [granted]: 5 }, { scope: 'all' }),
    ]),
  ).toEqual(['教育局 oldVersion'])
})

test('who has not reported may be in the 汇总 of the node; a node does not follow from a blank', () => {
  expect(
    firstOf([
      handedIn(GOVERNMENT, { [person]: 1 }),
      handedIn(`${GOVERNMENT}办公室`, {}),
      handedIn('教育局', { [person]: 4 }),
      handedIn(GOVERNMENT, { [person]: 25, [granted]: 3 }, { scope: 'all' }),
    ]),
  ).toEqual(['审计局 notReceived'])
})

test('who has no usable figure at a place may be in the 汇总 there, which does not go back to its node before that is known', () => {
  const blank = handedIn('审计局', { [granted]: 1 })
  blank.figures[at(person)] = null
  const reports = [
    handedIn(GOVERNMENT, { [person]: 1 }),
    handedIn(`${GOVERNMENT}办公室`, { [granted]: 2 }),
    // As it happens, this one's figure is what the 汇总 has too much.
    handedIn('教育局', { [person]: 4, [granted]: 1 }),
    blank,
    handedIn(GOVERNMENT, { [person]: 9, [granted]: 4 }, { scope: 'all' }),
  ]
  expect(firstOf(reports)).toEqual(['审计局 unusable'])
  const overview = overviewOf({ year: 2024, units: LIST, reports, decisions: [] })
  expect(withNodeRemarks([], checkNodes(overview), (id) => id)).toEqual([])
})

test('本级 is checked against the units right below alone, and a blank of the 汇总 explains nobody', () => {
  const level = handedIn(GOVERNMENT, { [person]: 5 }, { scope: 'level' })
  level.figures[at(granted)] = null
  const overview = overviewOf({
    year: 2024,
    units: LIST,
    reports: [handedIn(GOVERNMENT, { [person]: 1 }), handedIn('教育局', { [person]: 4 }), level],
    decisions: [],
  })
  const [check] = checkNodes(overview)
  expect(check?.scope).toBe('level')
  expect(check?.differences.map(({ address, right, suspects }) => [address, right, suspects])).toContainEqual(
    [granted, null, []],
  )
  expect(check?.differences.some(({ address }) => address === person)).toBe(false)
})

test('an office that reports what its government reports is named, whether or not a 汇总 came in', () => {
  const figures = { [person]: 3, [granted]: 2, 'tables.requests.carriedForward.naturalPerson': 1 }
  const overview = overviewOf({
    year: 2024,
    units: LIST,
    reports: [handedIn(GOVERNMENT, figures), handedIn(`${GOVERNMENT}办公室`, figures)],
    decisions: [],
  })
  expect(officesAsGovernment(overview)).toEqual([{ office: `${GOVERNMENT}办公室`, government: GOVERNMENT }])
})

test('what differs goes back to the node with the unit to look at first, once a figure, and not while units are lacking', () => {
  const reports = [
    handedIn(GOVERNMENT, { [person]: 1 }),
    handedIn(`${GOVERNMENT}办公室`, { [granted]: 1 }),
    handedIn('教育局', { [person]: 4, [granted]: 2 }),
    handedIn(GOVERNMENT, { [person]: 6, [granted]: 1 }, { scope: 'all' }),
  ]
  const remarksOf = (more: Received[]) => {
    const overview = overviewOf({ year: 2024, units: LIST, reports: [...reports, ...more], decisions: [] })
    return withNodeRemarks([], checkNodes(overview), (id) => id)
  }
  expect(remarksOf([])).toEqual([])
  const [sheet, ...others] = remarksOf([handedIn('审计局', { [person]: 5 })])
  expect(others).toEqual([])
  expect(sheet?.unit).toBe(GOVERNMENT)
  expect(sheet?.remarks.map(({ message, place, todo }) => [message, place, todo])).toEqual([
    [
      '全辖汇总与所属各单位之和不符：各单位合计 10，报 6，少 4。',
      '表三·本年新收·自然人',
      '请查：可能是教育局的数没有加进去。改正后重报。',
    ],
    [
      '全辖汇总与所属各单位之和不符：各单位合计 3，报 1，少 2。',
      '表三·予以公开·自然人',
      '请查：可能是教育局的数没有加进去。改正后重报。',
    ],
  ])
})

test('a reported unit that explains the one wrong figure exactly comes before who has not reported', () => {
  expect(
    firstOf([
      handedIn(`${GOVERNMENT}办公室`, {}),
      handedIn('教育局', { [person]: 4, [granted]: 2 }),
      handedIn('审计局', { [person]: 3191, [granted]: 7 }),
      handedIn(GOVERNMENT, { [person]: 6386, [granted]: 9 }, { scope: 'all' }),
    ]),
  ).toEqual(['审计局 figureTwice'])
})

test('a 汇总 that holds the report of its head alone is said to, once', () => {
  expect(
    firstOf([
      handedIn(GOVERNMENT, { [person]: 5, [granted]: 2 }),
      handedIn(`${GOVERNMENT}办公室`, { [person]: 2 }),
      handedIn('教育局', { [person]: 4, [granted]: 1 }),
      handedIn('审计局', { [person]: 3, [granted]: 7 }),
      handedIn(GOVERNMENT, { [person]: 5, [granted]: 2 }, { scope: 'all' }),
    ]),
  ).toEqual([`${GOVERNMENT} headOnly`])
})

test('a unit of which no report is chosen is said to have reported, and the report that explains it is named', () => {
  const overview = overviewOf({
    year: 2024,
    units: LIST,
    reports: [
      handedIn(GOVERNMENT, { [person]: 1 }),
      handedIn(`${GOVERNMENT}办公室`, {}),
      handedIn('教育局', { [person]: 4, [granted]: 2 }),
      handedIn('审计局', { [person]: 31, [granted]: 7 }),
      handedIn('审计局', { [person]: 36, [granted]: 7 }, { file: '再报.json' }),
      handedIn(GOVERNMENT, { [person]: 41, [granted]: 9 }, { scope: 'all' }),
    ],
    decisions: [],
  })
  const [best] = checkNodes(overview)[0]?.explanations ?? []
  expect(best).toMatchObject({
    unit: '审计局',
    cause: 'candidate',
    versions: 2,
    file: '再报.json',
    whole: true,
  })
})

test('where a node equals all of its units, the 汇总 below that differ are named and no unit is', () => {
  const city = '临江市人民政府'
  const units = [unitNamed(city), ...LIST.map((unit) => ({ ...unit, parent: unit.parent || city }))]
  units.push(unitNamed('西山区人民政府', city), unitNamed('西山区民政局', '西山区人民政府'))
  const overview = overviewOf({
    year: 2024,
    units,
    reports: [
      handedIn(city, { [person]: 2 }),
      handedIn(GOVERNMENT, { [person]: 1 }),
      handedIn(`${GOVERNMENT}办公室`, {}),
      handedIn('教育局', { [person]: 4 }),
      handedIn('审计局', { [person]: 3, [granted]: 7 }),
      handedIn('西山区人民政府', { [person]: 5 }),
      handedIn('西山区民政局', { [person]: 6, [granted]: 2 }),
      handedIn(GOVERNMENT, { [person]: 11, [granted]: 14 }, { scope: 'all' }),
      handedIn('西山区人民政府', { [person]: 5 }, { scope: 'all' }),
      handedIn(city, { [person]: 21, [granted]: 9 }, { scope: 'all' }),
    ],
    decisions: [],
  })
  const check = checkNodes(overview).find(({ node }) => node === city)
  expect(check?.agreesBelow).toBe(true)
  expect(check?.explanations.map(({ unit, cause }) => `${unit} ${cause}`)).toEqual([
    `${GOVERNMENT} nodeBelow`,
    '西山区人民政府 nodeBelow',
  ])
  expect(withNodeRemarks([], checkNodes(overview), (id) => id).map(({ unit }) => unit)).not.toContain(city)
})

/** One figure more, or the other figures of the same report, in a planted set. */
const altered = (report: Received, figures: Received['figures']): Received => ({ ...report, figures })
const combined = (a: Received['figures'], b: Received['figures'], sign: 1 | -1) =>
  a.map((figure, n) => {
    const other = b[n] ?? 0
    return typeof figure === 'bigint'
      ? figure + BigInt(other) * BigInt(sign)
      : (figure ?? 0) + Number(other) * sign
  })

test('in situations of the desk what is right is among what is named first', () => {
  const right = { silentHead: 0, levelOnly: 0, noneChosen: 0, lowerWrong: 0 }
  const sets = 60
  let withUnit = 0
  for (let seed = 0; seed < sets; seed++) {
    const { task } = plant(randomOf(50_000 + seed))
    const [city, ...districts] = task.units.filter(({ id }) => task.units.some(({ parent }) => parent === id))
    const [district, other] = districts
    if (!city || !district || !other) throw new Error('a city has districts')
    const of = (id: string, scope: string) =>
      task.reports.find(({ organ, ...one }) => organ.code === id && one.scope === scope) as Received
    const all = of(district.id, 'all')
    const head = of(district.id, 'organ')
    const unit = task.units.find(
      ({ id, parent }) => parent === district.id && of(id, 'organ').figures.some((one) => Number(one) > 99),
    )
    const checked = (reports: Received[], node: string) =>
      checkNodes(overviewOf({ ...task, reports })).find((check) => check.node === node)
    const swap = (...by: [Received, Received | null][]) =>
      task.reports.flatMap((one) => {
        const found = by.find(([from]) => from === one)
        return found ? (found[1] ?? []) : [one]
      })
    const first = (check: ReturnType<typeof checked>) => check?.explanations.slice(0, check.first) ?? []
    const report = unit && of(unit.id, 'organ')
    if (unit && report) {
      withUnit++
      const cell = report.figures.findIndex((one) => Number(one) > 99)
      const one = report.figures.map((figure, n) => (n === cell ? figure : 0))
      const said = altered(all, combined(combined(all.figures, head.figures, -1), one, 1))
      const silent = first(checked(swap([head, null], [all, said]), district.id))
      if (silent.some((by) => by.unit === unit.id && by.cause === 'figureTwice')) right.silentHead++
      const again = {
        ...altered(report, combined(report.figures, one, 1)),
        code: 'again',
        file: 'again.json',
      }
      const chosen = first(checked([...task.reports, again], district.id))
      if (chosen.some((by) => by.unit === unit.id && by.file === report.file)) right.noneChosen++
      const wrong = altered(all, combined(all.figures, one, 1))
      const otherAll = of(other.id, 'all')
      const below = checked(
        swap([all, wrong], [otherAll, altered(otherAll, combined(otherAll.figures, one, 1))]),
        city.id,
      )
      const named = below?.explanations.map((by) => by.unit)
      if (below?.agreesBelow && `${named}` === `${[district.id, other.id]}`) right.lowerWrong++
    }
    const level = task.units
      .filter(
        ({ id, parent }) => id === city.id || (parent === city.id && !districts.some((one) => one.id === id)),
      )
      .map(({ id }) => of(id, 'organ').figures)
      .reduce((sum, figures) => combined(sum, figures, 1))
    const cityAll = of(city.id, 'all')
    const only = first(checked(swap([cityAll, altered(cityAll, level)]), city.id))
    if (`${only.map(({ cause }) => cause)}` === 'levelOnly') right.levelOnly++
  }
  // Not every district has a unit with a figure that is told from others.
  expect(withUnit).toBeGreaterThan(sets / 2)
  for (const [kind, count] of Object.entries(right))
    expect.soft(count, kind).toBeGreaterThanOrEqual((kind === 'levelOnly' ? sets : withUnit) * 0.95)
})
