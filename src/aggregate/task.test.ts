import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsOf, enteredCellsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import type { Address } from '../format/types'
import { blankReport, valuesOf, withTexts } from '../report/report'
import { totalOf } from '../report/totals'
import { formatAmount, readCell, WAN } from '../report/value'
import { withdrawals } from './inForce'
import { ndjsonOf } from './ndjson'
import { partsOfSum } from './range'
import { type Received, receivedOf } from './received'
import { rosterOf } from './roster'
import { type Decision, overviewOf, summaryOf, sumsOf, type Task } from './task'

const cells = enteredCellsOf(edition)
const received = (name: string, texts: Record<Address, string>, file = `${name}.json`): Received => {
  const report = blankReport(edition)
  report.entries = withTexts(report.entries, Object.entries({ year: '2024', 'organ.name': name, ...texts }))
  return receivedOf(report, edition, file)
}
const filled = (text: string) => Object.fromEntries(cells.map(({ address }) => [address, text]))
const task = (reports: Received[], more: Partial<Task> = {}): Task => ({
  year: 2024,
  units: [],
  reports,
  decisions: [],
  ...more,
})
const listOf = (...names: string[]) => rosterOf(names.map((name) => [name])).units
const received1 = 'tables.requests.received.naturalPerson'
const fees = cells.find(({ unit }) => unit === '万元')?.address as Address

const amount = fc.oneof(fc.bigInt(0n, 999n), fc.bigInt(0n, 999_999_999_999_999n))
/** Amounts of one whole report, with the parts that it is cut into. */
const cut = fc.record({
  amounts: fc.array(amount, { minLength: cells.length, maxLength: cells.length }),
  parts: fc.integer({ min: 1, max: 7 }),
  seed: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 20 }),
})

/** A report cut into parts at random, put together again: in any order, with any repeats, and with one part left out. */
function cutAndSummed({ amounts, parts, seed }: { amounts: bigint[]; parts: number; seed: number[] }) {
  const pieces = Array.from({ length: parts }, () => ({}) as Record<Address, string>)
  const whole: Record<Address, string> = {}
  for (const [n, { address, unit }] of cells.entries()) {
    // Fees to the millionth of a 万元, counts as whole numbers.
    const step = unit === '万元' ? WAN / 1_000_000n : 1n
    const cap = unit === '万元' ? 999_999_999n : 999_999_999_999_999n
    let left = (amounts[n] ?? 0n) > cap ? cap : (amounts[n] ?? 0n)
    whole[address] = formatAmount(left * step, unit)
    for (const [k, piece] of pieces.entries()) {
      const share = k === parts - 1 ? left : (left * BigInt(seed[(n + k) % seed.length] ?? 0)) / 7n
      piece[address] = formatAmount(share * step, unit)
      left -= share
    }
  }
  const reports = pieces.map((texts, k) => received(`第${k}局`, texts))
  const again = [...reports].reverse().concat(reports.filter((_, k) => seed[k % seed.length] === 1))
  const sums = sumsOf(overviewOf(task(again)))
  expect([...sums.keys()]).toEqual(cellsOf(edition).map(({ address }) => address))
  const value = (texts: Record<Address, string>) => (address: Address) =>
    readCell(texts[address] ?? '', cells.find((cell) => cell.address === address)?.unit ?? '件')
  const amountAt = (texts: Record<Address, string>, address: Address) => {
    const total = totalOf(edition, address, value(texts))
    return 'value' in total ? total.value : -1n
  }
  for (const { address, unit } of cellsOf(edition))
    expect(sums.get(address)).toEqual({ value: formatAmount(amountAt(whole, address), unit), missing: 0 })
  expect(summaryOf(task(again))).toEqual(summaryOf(task(reports)))
  // One file is left out: its unit is named, and each figure is less by what it has there, and says that one is missing.
  const lost = (seed[0] ?? 0) % parts
  const units = listOf(...reports.map((_, k) => `第${k}局`))
  const overview = overviewOf(
    task(
      again.filter(({ file }) => file !== reports[lost]?.file),
      { units },
    ),
  )
  expect(overview.standings.flatMap(({ id, state }) => (state === 'missing' ? [id] : []))).toEqual([
    `第${lost}局`,
  ])
  const short = sumsOf(overview)
  for (const { address, unit } of cellsOf(edition)) {
    const rest = amountAt(whole, address) - amountAt(pieces[lost] as Record<Address, string>, address)
    expect(short.get(address)).toEqual({ value: formatAmount(rest, unit), missing: 1 })
  }
}

test('a report cut into parts comes together again in all 200 figures, in any order and with any repeats; where one part is left out, its unit is named and its figures are missing', () => {
  fc.assert(fc.property(cut, cutAndSummed), { numRuns: 20 })
  // And once into many: as many as a province has where there is time for it.
  const parts = process.env.SUM_RUNS ? 3000 : 150
  const many = cut.map((one) => ({ ...one, parts }))
  fc.assert(fc.property(many, cutAndSummed), { numRuns: 1 })
})

test('sums stay exact beyond fifteen digits', () => {
  const reports = Array.from({ length: 30 }, (_, n) => received(`第${n}局`, filled('999999999999999')))
  const sums = sumsOf(overviewOf(task(reports)))
  expect(sums.get(received1)?.value).toBe('29999999999999970')
  expect(sums.get('tables.requests.received.total')?.value).toBe('179999999999999820')
  const thirds = ['0.1', '0.2', '4166.241619'].map((fee, n) => received(`第${n}局`, { [fees]: fee }))
  expect(sumsOf(overviewOf(task(thirds))).get(fees)?.value).toBe('4166.541619')
})

test('a blank, a stroke and a text are no figure: the unit is counted as missing there, and in the totals over it', () => {
  const reports = ['3', '', '/', '无'].map((text, n) =>
    received(`第${n}局`, { ...filled('1'), [received1]: text }),
  )
  const sums = sumsOf(overviewOf(task(reports)))
  expect(sums.get(received1)).toEqual({ value: '3', missing: 3 })
  expect(sums.get('tables.requests.received.total')).toEqual({ value: '23', missing: 3 })
  expect(sums.get('tables.requests.carriedOver.naturalPerson')).toEqual({ value: '4', missing: 0 })
})

test('a unit of the list that has not reported is named and missing in every figure; one that need not is not', () => {
  const { units } = rosterOf([
    ['名称', '不需报'],
    ['教育局', ''],
    ['审计局', ''],
    ['史志办', '与档案馆合署'],
  ])
  const overview = overviewOf(task([received('教育局', filled('2'))], { units }))
  expect(overview.standings.map(({ id, state }) => [id, state])).toEqual([
    ['教育局', 'received'],
    ['审计局', 'missing'],
    ['史志办', 'exempt'],
  ])
  expect([...sumsOf(overview).values()].every(({ missing }) => missing === 1)).toBe(true)
})

test('two versions that do not follow each other are in no sum until one is chosen; the correction of a version replaces it', () => {
  const units = listOf('教育局')
  const first = received('教育局', filled('1'))
  const other = received('教育局', filled('2'), '另一份.json')
  const open = overviewOf(task([first, other], { units }))
  expect(open.standings[0]?.state).toBe('conflict')
  expect(sumsOf(open).get(received1)).toEqual({ value: '0', missing: 1 })
  const decisions: Task['decisions'] = [{ kind: 'choose', chosen: other.code, over: [first.code] }]
  expect(sumsOf(overviewOf(task([first, other], { units, decisions }))).get(received1)?.value).toBe('2')
  const corrected = { ...other, base: first.code }
  expect(sumsOf(overviewOf(task([corrected, first], { units }))).get(received1)?.value).toBe('2')
})

test('零报告 is what a person has marked, and only while every figure is 0', () => {
  const units = listOf('教育局')
  const zero = received('教育局', filled('0'))
  const marked = (report: Received): Task =>
    task([report], {
      units,
      decisions: [{ kind: 'zero', code: report.code, by: '王芳', reason: '已电话核实' }],
    })
  expect(overviewOf(task([zero], { units })).standings[0]?.state).toBe('received')
  expect(overviewOf(marked(zero)).standings[0]?.state).toBe('zero')
  expect(overviewOf(marked(received('教育局', filled('1')))).standings[0]?.state).toBe('received')
})

test('a report that went back is in no sum, nor is the version before it; the next one takes its place, and it counts again where that is taken back', () => {
  const units = listOf('教育局', '审计局')
  const [first, other] = [received('教育局', { [received1]: '7' }), received('审计局', { [received1]: '1' })]
  const second = { ...received('教育局', { [received1]: '8' }), base: first.code }
  const third = received('教育局', { [received1]: '9' })
  const back: Decision = { kind: 'returned', code: second.code, reason: '表三不平' }
  const after = (reports: Received[], decisions: Decision[]) => {
    const overview = overviewOf(task([other, ...reports], { units, decisions }))
    return [overview.standings[0]?.state, sumsOf(overview).get(received1)]
  }
  expect(after([first, second], [back])).toEqual(['returned', { value: '1', missing: 1 }])
  expect(after([first, second, { ...third, base: second.code }], [back])).toEqual([
    'received',
    { value: '10', missing: 0 },
  ])
  // What is sent again without naming what it corrects is no second version beside the one that went back.
  expect(after([third, second], [back])).toEqual(['received', { value: '10', missing: 0 }])
  // Nor does one come back that a person has put aside for it.
  const chosen: Decision = { kind: 'choose', chosen: third.code, over: [first.code] }
  const sent: Decision = { ...back, code: third.code }
  expect(after([first, third], [chosen, sent])).toEqual(['returned', { value: '1', missing: 1 }])
  expect(after([first, second], [back, ...withdrawals([back])])).toEqual([
    'received',
    { value: '9', missing: 0 },
  ])
})

test('of a unit with others below it its own report is summed, not the one that already sums these up', () => {
  const { units } = rosterOf([
    ['名称', '上级'],
    ['临江区人民政府', ''],
    ['临江区财政局', '临江区人民政府'],
  ])
  const own = received('临江区人民政府', filled('1'))
  const whole = received('临江区人民政府', { ...filled('3'), scope: 'all' })
  const below = received('临江区财政局', filled('2'))
  expect(sumsOf(overviewOf(task([whole, below, own], { units }))).get(received1)).toEqual({
    value: '3',
    missing: 0,
  })
  expect(sumsOf(overviewOf(task([whole, below], { units }))).get(received1)).toEqual({
    value: '2',
    missing: 1,
  })
})

test('reports of another year and organs outside the list are said, and in no sum', () => {
  const units = listOf('教育局')
  const overview = overviewOf(
    task([received('教育局', { ...filled('1'), year: '2023' }), received('水务局', filled('5'))], { units }),
  )
  expect(overview.open).toMatchObject([{ problem: '是 2023 年度的年报' }])
  expect(overview.standings.map(({ id, state }) => [id, state])).toEqual([
    ['教育局', 'missing'],
    ['水务局', 'outside'],
  ])
  expect(sumsOf(overview).get(received1)).toEqual({ value: '0', missing: 1 })
})

test('units that no list names stand in one order, in whichever the files came', () => {
  const reports = ['财政局', '水务局', '审计局'].map((name) => received(name, filled('1')))
  for (const units of [[], listOf('教育局')]) {
    const order = (all: Received[]) => overviewOf(task(all, { units })).standings.map(({ id }) => id)
    expect(order([...reports].reverse())).toEqual(order(reports))
  }
})

test('a list grows from the files: two organs of one name in two districts are two units', () => {
  const reports = [
    received('财政局', { ...filled('1'), 'organ.region': '410204' }),
    received('财政局', { ...filled('2'), 'organ.region': '410205' }),
    received('审计局', filled('3')),
  ]
  const overview = overviewOf(task(reports))
  expect(overview.standings.map(({ id }) => id)).toEqual(['审计局', '财政局（410204）', '财政局（410205）'])
  expect(sumsOf(overview).get(received1)).toEqual({ value: '6', missing: 0 })
})

test('a hostile name changes no prototype', () => {
  const summary = summaryOf(task([received('__proto__', filled('1'))])) as { units: object }
  expect(Object.keys(summary.units)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>).state).toBeUndefined()
})

test('an answer puts the files of an organ to a unit', () => {
  const units = listOf('教育局')
  const odd = received('教育体育局', filled('4'))
  const before = overviewOf(task([odd], { units }))
  expect(before.standings.map(({ state }) => state)).toEqual(['missing', 'outside'])
  const decisions: Task['decisions'] = [{ kind: 'belongs', organ: '||教育体育局', unit: '教育局' }]
  expect(overviewOf(task([odd], { units, decisions })).standings.map(({ state }) => state)).toEqual([
    'received',
  ])
})

test('the values of a report are read as everywhere', () => {
  const report = blankReport(edition)
  report.entries = withTexts(report.entries, [[received1, '１，２３０']])
  expect(valuesOf(edition, report.entries)(received1)).toEqual({ kind: 'number', amount: 1230n })
  expect(receivedOf(report, edition, 'x').figures).toContain(1230)
})

test('the report of a unit that has been merged, by its old name or code, is one of the unit that it went into', () => {
  const { units } = rosterOf([
    ['代码', '名称', '上级', '撤销日期', '并入或更名为'],
    ['', '临江区人民政府', '', '', ''],
    ['114100000000000011', '扶贫开发办公室', '临江区人民政府', '2024-06-30', '乡村振兴局'],
    ['', '乡村振兴局', '临江区人民政府', '', ''],
  ])
  const coded = received('扶贫办', { ...filled('4'), 'organ.code': '114100000000000011' })
  const named = received('扶贫开发办公室', filled('4'))
  for (const report of [coded, named]) {
    const overview = overviewOf(task([report], { units }))
    expect(overview.standings.map(({ id, state }) => [id, state])).toEqual([
      ['临江区人民政府', 'missing'],
      ['114100000000000011', 'exempt'],
      ['乡村振兴局', 'received'],
    ])
    expect(sumsOf(overview).get(received1)).toEqual({ value: '4', missing: 1 })
  }
  // Both have sent one: nobody adds them up or picks one unasked.
  const own = received('乡村振兴局', filled('5'))
  expect(overviewOf(task([coded, own], { units })).standings[2]?.state).toBe('conflict')
})

test('of the totals that a document prints those are named that its parts do not make, and no others', () => {
  const total = 'tables.requests.received.total'
  const report = blankReport(edition)
  report.entries = withTexts(report.entries, Object.entries(filled('1')))
  const value = valuesOf(edition, report.entries)
  const printed = cellsOf(edition)
    .filter(({ parts }) => parts)
    .map(({ address, unit }): [Address, string] => {
      const sum = totalOf(edition, address, value)
      return [address, 'value' in sum ? formatAmount(sum.value, unit) : '']
    })
  report.notes.sourceTotals = Object.fromEntries(printed)
  expect(receivedOf(report, edition, '').unequalTotals).toEqual([])
  report.notes.sourceTotals = { ...report.notes.sourceTotals, [total]: '7' }
  expect(receivedOf(report, edition, '').unequalTotals).toEqual([total])
})

test('a report that speaks against the only unit of its name is in no sum until a person has said whose it is', () => {
  const { units } = rosterOf([
    ['名称', '上级'],
    ['临江区人民政府', ''],
    ['财政局', '临江区人民政府'],
  ])
  const foreign = received('东海县财政局', filled('9'))
  const open = overviewOf(task([foreign], { units }))
  expect(open.open).toEqual([{ report: foreign, ask: ['财政局'] }])
  expect(open.standings.map(({ state }) => state)).toEqual(['missing', 'missing'])
  const answer = (unit: string): Task['decisions'] => [{ kind: 'belongs', organ: '||东海县财政局', unit }]
  const none = overviewOf(task([foreign], { units, decisions: answer('') }))
  expect(none.standings.map(({ id, state }) => [id, state]).at(-1)).toEqual(['东海县财政局', 'outside'])
  expect(overviewOf(task([foreign], { units, decisions: answer('财政局') })).standings[1]?.state).toBe(
    'received',
  )
})

test('a correction that names another organ, or another 口径, takes back what it corrects: nothing is counted twice', () => {
  const units = listOf('教育局', '审计局')
  const wrong = received('审计局', filled('3'))
  const right = { ...received('教育局', filled('3'), '更正.json'), base: wrong.code }
  for (const reports of [
    [wrong, right],
    [right, wrong],
  ]) {
    const { standings } = overviewOf(task(reports, { units }))
    expect(standings.map(({ state }) => state)).toEqual(['received', 'missing'])
    expect(standings[1]?.correctedBy).toEqual(right)
    expect(sumsOf({ standings }).get(received1)).toEqual({ value: '3', missing: 1 })
  }
  const own = received('教育局', filled('3'))
  const level = { ...received('教育局', { ...filled('7'), scope: 'level' }), base: own.code }
  expect(overviewOf(task([own, level], { units })).standings[0]?.current).toEqual(level)
})

test('in a list that grows from the files, one name with and without a code is a question, never two units unasked', () => {
  const coded = received('教育局', { ...filled('3'), 'organ.code': '114102040000000011' })
  const plain = received('教育局', filled('4'), '教育局.docx')
  const open = overviewOf(task([plain, coded]))
  expect(open.standings.map(({ id }) => id)).toEqual(['114102040000000011'])
  expect(open.open).toEqual([{ report: plain, ask: ['114102040000000011'] }])
  const answer = (unit: string): Task['decisions'] => [{ kind: 'belongs', organ: '||教育局', unit }]
  const one = overviewOf(task([plain, coded], { decisions: answer('114102040000000011') }))
  expect(one.standings.map(({ state }) => state)).toEqual(['conflict'])
  const two = overviewOf(task([plain, coded], { decisions: answer('') }))
  expect(two.standings.map(({ id, state }) => [id, state])).toEqual([
    ['114102040000000011', 'received'],
    ['教育局', 'received'],
  ])
  const elsewhere = received('教育局', { ...filled('4'), 'organ.region': '320722' })
  expect(overviewOf(task([elsewhere, coded])).standings).toHaveLength(2)
  const placed = received('教育局', { ...filled('3'), 'organ.region': '410204' })
  expect(overviewOf(task([placed, plain])).open).toHaveLength(1)
})

test('where a part of a total is missing, what each unit is said to add is what the sum took', () => {
  const total = 'tables.requests.received.total'
  const { standings } = overviewOf(
    task([received('教育局', filled('1')), received('审计局', { ...filled('1'), [received1]: '/' })]),
  )
  const sum = sumsOf({ standings }).get(total)
  expect(sum).toEqual({ value: '11', missing: 1 })
  const parts = partsOfSum(edition, standings, total)
  expect(parts.map(({ amount, partial }) => [amount, partial])).toEqual([
    [6n, undefined],
    [5n, true],
  ])
  const lines = ndjsonOf(edition, standings).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).figures[total]).sort()).toEqual(['5', '6'])
})
