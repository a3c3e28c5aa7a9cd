import { expect, test } from 'vitest'
import { receivedOf } from '../../aggregate/received'
import { rosterOf } from '../../aggregate/roster'
import { isLacking, isSummed, overviewOf, summaryOf, summaryText, sumsOf } from '../../aggregate/task'
import { reviewOf } from '../../checks/review'
import { givenOf, runChecks } from '../../checks/run'
import { compareBook } from '../../export/compareBook'
import { type ReadSheet, readXlsx } from '../../export/readXlsx'
import { sumBook } from '../../export/sumBook'
import { sumDocument } from '../../export/sumDocument'
import { plainTable } from '../../export/table'
import { cellsOf, enteredCellsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { readFileText } from '../../report/schema'
import { formatAmount, WAN } from '../../report/value'
import { filledReport } from '../../testing/filledReport'
import { sumSource } from '../../testing/sumTask'
import { makeSumOutput } from './makeSumOutput'
import { factsOf } from './sumFacts'
import { sumFileName } from './sumFileName'
import { uncountedWords } from './words'

const NAMES = ['表二', '表三', '表四']
/** A decimal text as a whole number of the smallest part. */
const exact = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole || '0') * WAN + BigInt(fraction.padEnd(14, '0'))
}
const place = (name: string) => {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? []
  return {
    row: Number(digits) - 1,
    column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  }
}
const texts = new WeakMap<ReadSheet, Map<string, string>>()
/** The text of a cell of a sheet. */
function textIn(sheet: ReadSheet, row: number, column: number): string {
  const own =
    texts.get(sheet) ?? new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell.text]))
  texts.set(sheet, own)
  return own.get(`${row} ${column}`) ?? ''
}
/** The figures of A1:B2 or of A1,B2 on a sheet; texts count for nothing, as in a spreadsheet. */
function figuresIn(sheet: ReadSheet, range: string): bigint[] {
  return range.split(',').flatMap((one) => {
    const [from = '', to = from] = one.split(':')
    const [a, b] = [place(from), place(to)]
    const found: bigint[] = []
    for (let row = a.row; row <= b.row; row++)
      for (let column = a.column; column <= b.column; column++) {
        const text = textIn(sheet, row, column)
        if (/^[\d.]+$/.test(text)) found.push(exact(text))
      }
    return found
  })
}

test('every figure of the three tables is a formula that gives the sum, over columns that hold each unit once', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const source = sumSource(seed, 5 * seed)
    const { facts } = factsOf(source)
    const sheets = readXlsx(sumBook(facts))
    const units = sheets[3] as ReadSheet
    expect(compareBook(facts, sumBook(facts)).differences).toEqual([])
    let checked = 0
    for (const sheet of sheets.slice(0, 3))
      for (const [name, formula] of Object.entries(sheet.formulas)) {
        const { row, column } = place(name)
        const shown = textIn(sheet, row, column)
        const [, range = ''] = /SUM\((.*?)\)/.exec(formula) ?? []
        const [, there] = /^'单位数据'!(.*)$/.exec(range) ?? []
        const sum = figuresIn(there ? units : sheet, there ?? range).reduce((sum, one) => sum + one, 0n)
        expect(exact(shown), `${name} ${formula}`).toBe(sum)
        checked++
      }
    expect(checked).toBe(200)
  }
})

test('the cover and 汇总 say what came in and is not counted: outside the list, not yet assigned, and of units that need not report', () => {
  const units = [
    ['教育局', ''],
    ['审计局', '合署'],
  ]
  const received = (name: string) =>
    receivedOf(filledReport({ 'organ.name': name, year: '2024' }), edition, `${name}.json`)
  const overview = overviewOf({
    year: 2024,
    units: rosterOf([['名称', '不需报'], ...units]).units,
    reports: ['教育局', '审计局', '水务局', '体育教育局'].map(received),
    decisions: [],
  })
  const words = '另收到名册外 1 家、没有认定单位的 1 份、不需报的 1 家，没有计入'
  expect(uncountedWords(overview)).toBe(words)
  const standings = overview.standings.filter(({ unit }) => unit)
  const source = { ...sumSource(1, 2), standings, uncounted: words }
  const [cover] = sumDocument(factsOf(source).facts).parts
  expect(JSON.stringify(cover)).toContain(`名单内完整；${words}`)
})

test('the workbook names every unit of the range once, whatever became of it, and no name is a formula', () => {
  const source = sumSource(3, 40)
  const { facts } = factsOf(source)
  const file = sumBook(facts)
  const sheets = readXlsx(file)
  const names = sheets[3]?.cells.filter(({ row, column }) => row >= 3 && column === 2).map(({ text }) => text)
  expect(names).toEqual(source.standings.map(({ unit }) => unit?.name))
  expect(Object.keys(sheets[3]?.formulas ?? {})).toEqual([])
  const lacking = source.standings.filter(isLacking).map(({ unit }) => unit?.name)
  expect(lacking.length).toBeGreaterThan(0)
  const listed = sheets[4]?.cells
    .filter(({ row, column }) => row >= 3 && column === 1)
    .map(({ text }) => text)
  expect(listed).toEqual(lacking)
  for (const [index, sheet] of sheets.slice(0, 3).entries())
    expect(
      sheet.cells.some(({ text }) => text.includes(`不完整，缺 ${lacking.length} 家`)),
      NAMES[index],
    ).toBe(true)
})

test('a sum of more digits than a spreadsheet holds stands as exact text, with a sentence and without a formula', () => {
  const source = sumSource(5, 60, { long: true })
  const sums = sumsOf(source)
  const long = cellsOf(edition).filter(({ address }) => (sums.get(address)?.value.length ?? 0) > 15)
  expect(long.length).toBeGreaterThan(10)
  const [, requests] = readXlsx(sumBook(factsOf(source).facts))
  const texts = new Set(requests?.cells.map(({ text }) => text))
  for (const { address, table } of long)
    if (table.key === 'requests') expect(texts).toContain(sums.get(address)?.value)
  for (const name of Object.keys(requests?.formulas ?? {})) {
    const { row, column } = place(name)
    const shown = requests?.cells.find((cell) => cell.row === row && cell.column === column)?.text
    expect(shown?.length).toBeLessThanOrEqual(15)
  }
  expect([...texts].join()).toContain('超过 15 位的数写成文本')
})

test('sums beyond fifteen digits are whole in the report, totals too, and nothing of them is 阻断', async () => {
  const source = sumSource(5, 60, { long: true })
  const sums = sumsOf(source)
  const { content, comparison } = await makeSumOutput('report', source)
  expect(comparison.differences).toEqual([])
  const { tables } = JSON.parse(String(content))
  const at = (address: string) =>
    address
      .split('.')
      .slice(1)
      .reduce((node: unknown, key) => (node as Record<string, unknown>)[key], tables)
  for (const { address } of cellsOf(edition)) {
    const { value = '' } = sums.get(address) ?? {}
    expect(at(address), address).toBe(value.length > 15 ? value : Number(value))
  }
  const read = readFileText(String(content))
  if ('problem' in read) throw new Error(read.problem)
  // Handed in to the next level, it is summed there without a loss.
  const { figures } = receivedOf(read.report, edition, '汇总.json')
  for (const [n, { address, unit }] of enteredCellsOf(edition).entries())
    expect(formatAmount(BigInt(figures[n] ?? -1), unit)).toBe(sums.get(address)?.value)
  const outcomes = runChecks(givenOf({ edition, report: read.report, today: '2025-02-10' }))
  const { findings } = reviewOf(outcomes, edition, read.report)
  const broken = findings.filter(({ severity }) => severity === 'block').map(({ message }) => message)
  expect(broken.filter((message) => message.includes('位'))).toEqual([])
})

test('the print job names who is lacking with the date, who need not report with the reason, and each part with its code', () => {
  const source = sumSource(3, 40)
  const { facts } = factsOf(source)
  const annex = plainTable('reasons', '户数变动', [50, 50], ['单位', '原因'], [['某局', '撤并']])
  const { parts } = sumDocument({ ...facts, annexes: [{ kind: 'attachment', text: '户数变动' }, annex] })
  const tables = parts.filter((part) => part.kind === 'table')
  const rowsOf = (key: string) =>
    tables
      .find((table) => table.key === key)
      ?.rows.slice(1)
      .map(({ cells }) => cells.map(({ text }) => text)) ?? []
  const count = (is: (typeof facts.units)[number]['kind']) =>
    facts.units.filter(({ kind }) => kind === is).length
  expect(rowsOf('parts')).toHaveLength(source.standings.filter(isSummed).length)
  expect(rowsOf('parts').every(([, , code]) => /^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/.test(code ?? ''))).toBe(true)
  expect(rowsOf('lacking')).toHaveLength(count('lacking'))
  expect(rowsOf('lacking').flat()).toContain('2025年1月31日，逾期')
  expect(rowsOf('exempt')).toHaveLength(count('exempt'))
  expect(rowsOf('exempt').flat()).toContain('与党史办合署')
  expect(rowsOf('cover').flat()).toContain(`${count('summed')}/${count('summed') + count('lacking')}`)
  expect(rowsOf('reasons')).toEqual([['某局', '撤并']])
  const [, , , ...behind] = readXlsx(sumBook({ ...facts, annexes: [annex] }))
  expect(behind.at(-1)?.cells.map(({ text }) => text)).toContain('撤并')
})

test('Word, web page and report are read again without a difference, and the report says what it was made of', async () => {
  const source = sumSource(2, 12)
  for (const kind of ['docx', 'html', 'report'] as const) {
    const { comparison } = await makeSumOutput(kind, source)
    expect(comparison.differences, kind).toEqual([])
    expect(comparison.figures, kind).toBe(200)
  }
  const { content } = await makeSumOutput('report', source)
  const read = readFileText(String(content))
  if ('problem' in read) throw new Error(read.problem)
  const { aggregate } = read.report.notes.unknown as { aggregate: { parts: unknown[]; lacking: string[] } }
  expect(aggregate.parts).toHaveLength(source.standings.filter(isSummed).length)
  expect(aggregate.lacking).toEqual(source.standings.filter(isLacking).map(({ id }) => id))
})

test('the same sums give the same bytes, and the page and the command write the same data', async () => {
  const source = sumSource(4, 9)
  const { facts } = factsOf(source)
  expect(sumBook(facts)).toEqual(sumBook(factsOf(sumSource(4, 9)).facts))
  const task = {
    year: 2024,
    units: source.standings.flatMap(({ unit }) => unit ?? []),
    reports: source.standings.flatMap(({ current }) => current ?? []),
    decisions: [],
  }
  const { content } = await makeSumOutput('data', source)
  expect(content).toBe(summaryText(summaryOf(task)))
  expect(overviewOf(task).standings).toHaveLength(source.standings.length)
})

test('files of a 汇总 say in their names whose they are and that they are incomplete, as file systems take it', () => {
  const of = { name: '两局/合计', year: 2024, incomplete: true }
  expect(sumFileName('xlsx', of)).toBe('两局_合计_2024年政府信息公开工作年度报告汇总_不完整.xlsx')
  expect(sumFileName('lines', { ...of, incomplete: false })).toBe(
    '两局_合计_2024年政府信息公开工作年度报告汇总_单位数据.ndjson',
  )
})
