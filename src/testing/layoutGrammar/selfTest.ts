import { edition2021 } from '../../format/edition2021/edition'
import {
  type Axes,
  type Axis,
  axes,
  drawAxes,
  type Layout,
  layoutWith,
  normalised,
  pairedAxes,
  singleAxes,
} from './grammar'
import { formOf } from './model'
import { randomFigures, seeded, sizes } from './random'

/** The texts of a source that could be cells, by the means of its medium. */
function tokensOf({ kind, content, axes: a }: Layout): string[] {
  if (kind === 'html')
    return [...content.matchAll(/<t[dh][^>]*>((?:(?!<t[dhr]|<\/t[dh]>).)*)<\/t[dh]>/gs)].map(
      ([, inside = '']) => inside.replace(/&nbsp;|<\/?p[^>]*>|<\/?span[^>]*>/g, '').trim(),
    )
  if (kind === 'csv') return csvCells(content).flat()
  const part = a.medium?.startsWith('spaces') || a.medium === 'narrow' ? /\n|\s{2,}/ : /[\t\n|]/
  return content.split(part).map((text) => text.trim())
}

function csvCells(content: string): string[][] {
  return content
    .split('\r\n')
    .filter(Boolean)
    .map((line) =>
      [...`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) =>
        cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
      ),
    )
}

/** Spans of innermost tables, counted without the grammar's own grid. */
function uncovered(content: string): string[] {
  const faults: string[] = []
  for (const [table] of content.matchAll(/<table(?:(?!<table).)*?<\/table>/gs)) {
    const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row)
    const taken: boolean[][] = rows.map(() => [])
    for (const [at, row] of rows.entries()) {
      let column = 0
      for (const [, spans = ''] of row.matchAll(/<t[dh]([^>]*)>/g)) {
        while (taken[at]?.[column]) column++
        const across = Number(/colspan="(\d+)"/.exec(spans)?.[1] ?? 1)
        const down = Number(/rowspan="(\d+)"/.exec(spans)?.[1] ?? 1)
        for (let y = at; y < at + down; y++)
          for (let x = column; x < column + across; x++) {
            const line = taken[y]
            if (!line) faults.push('a span reaches below the table')
            else if (line[x]) faults.push(`square ${y},${x} twice`)
            else line[x] = true
          }
      }
    }
    const widths = taken.map((line) => line.filter(Boolean).length)
    if (new Set(widths).size > 1) faults.push(`rows of ${[...new Set(widths)].join(', ')} squares`)
    if (taken.some((line) => Array.from(line).some((square) => !square))) faults.push('a hole in the table')
  }
  return faults
}

const cells = new Map(
  formOf(edition2021).tables.flatMap((table) => table.cells.map((cell) => [cell.address, cell])),
)

export function faultsOf(layout: Layout): string[] {
  const faults: string[] = []
  const fault = (text: string) => faults.push(text)
  const tokens = new Map<string, number>()
  for (const token of tokensOf(layout)) tokens.set(token, (tokens.get(token) ?? 0) + 1)
  const wanted = new Map<string, number>()
  const add = (printed: string) => {
    if (printed) wanted.set(printed, (wanted.get(printed) ?? 0) + 1)
  }
  for (const { printed } of layout.expected) add(printed)
  for (const { printed } of layout.alsoListed) add(printed)
  // A row printed twice: its figures stand once more than they are expected.
  for (const [printed, count] of wanted) {
    const found = tokens.get(printed) ?? 0
    const more = layout.axes.twice !== 'none' ? found - count : 0
    if (found !== count && !(more > 0 && more <= 7)) fault(`“${printed}” stands ${found} times, not ${count}`)
  }
  // With zero rows left out there may be no row to print twice.
  const doubles = layout.expected.some(({ address }) => address.includes('.requests.outcome.'))
  if (layout.axes.twice === 'different' && layout.axes.rows !== 'undivided' && doubles) {
    const differing = layout.alsoListed.length
    if (differing !== (layout.expected.some(({ address }) => address.endsWith('received.total')) ? 2 : 1))
      fault(`${differing} figures of the second printing differ`)
  }
  const addresses = layout.expected.map(({ address }) => address)
  if (new Set(addresses).size !== addresses.length) fault('an address twice')
  for (const { address, printed, value, certainty, free } of layout.expected) {
    const where = `${address} “${printed}”`
    if (!cells.has(address)) fault(`${where}: no such cell`)
    if (certainty === 'listed' && value !== null) fault(`${where}: listed with a value`)
    const simple = printed
      .replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .replace(/(?:件|万元)$/, '')
    const read = /^\d+(\.\d+)?$/.test(simple) ? Number(simple) : null
    if (certainty === 'certain' && !free && read !== value) fault(`${where}: certain as ${value}`)
    if (free && !layout.unsettled) fault(`${where}: free, and no reason given`)
  }
  if (layout.unsettled && !layout.expected.some(({ free }) => free)) fault('unsettled, and nothing is free')
  if (layout.kind === 'html') for (const text of uncovered(layout.content)) fault(text)
  if (layout.kind === 'csv') {
    const widths = new Set(csvCells(layout.content).map((row) => row.length))
    if (widths.size > 1) fault(`csv rows of ${[...widths].join(', ')}`)
  }
  if (/undefined|NaN|\[object/.test(layout.content)) fault('a value that is none')
  return faults
}

const counts = { layouts: 0, figures: 0, certain: 0, marked: 0, listed: 0, free: 0, unsettled: 0, faults: 0 }
const byMedium: Record<string, number> = {}
const seenValues = new Set<string>()
function check(title: string, layout: Layout): void {
  counts.layouts++
  counts.figures += layout.expected.length
  for (const { certainty, free } of layout.expected) {
    if (free) counts.free++
    else counts[certainty]++
  }
  if (layout.unsettled) counts.unsettled++
  byMedium[layout.axes.medium ?? ''] = (byMedium[layout.axes.medium ?? ''] ?? 0) + 1
  for (const [axis, value] of Object.entries(layout.axes)) seenValues.add(`${axis}=${value}`)
  const faults = faultsOf(layout)
  counts.faults += faults.length
  if (faults.length && counts.faults < 60)
    console.log(`${title} ${layout.name}\n  ${faults.slice(0, 4).join('\n  ')}`)
}

for (const size of sizes)
  for (let seed = 0; seed < 50; seed++) {
    const figures = randomFigures(edition2021, seeded(seed), size)
    for (const { spec, columns } of formOf(edition2021).tables)
      for (const { left, right } of spec.identities ?? [])
        for (const column of columns) {
          const side = (rows: string[]) =>
            rows.reduce((sum, row) => sum + (figures[`tables.${spec.key}.${row}.${column.path}`] ?? 0), 0)
          if (side(left) !== side(right)) throw new Error(`seed ${seed}: ${column.path} does not add up`)
        }
  }

const drawn = Number(process.argv[2] ?? 2000)
for (let seed = 1; seed <= drawn; seed++) {
  const random = seeded(seed)
  const figures = randomFigures(edition2021, random)
  check(`seed ${seed}`, layoutWith(edition2021, figures, drawAxes(random), random))
}
for (const medium of axes.medium)
  for (const [at, layout] of singleAxes(medium).entries()) {
    const random = seeded(at + 1)
    check(
      `single ${at}`,
      layoutWith(edition2021, randomFigures(edition2021, random, 'usual'), layout, random),
    )
  }
const paired = pairedAxes(seeded(1))
for (const [at, layout] of paired.entries()) {
  const random = seeded(at + 1)
  check(`pair ${at}`, layoutWith(edition2021, randomFigures(edition2021, random), layout, random))
}
for (const axis of Object.keys(axes) as Axis[])
  for (const value of axes[axis])
    if (!seenValues.has(`${axis}=${value}`)) console.log(`never seen: ${axis}=${value}`)
for (let seed = 1; seed < 500; seed++) {
  const layout: Axes = drawAxes(seeded(seed))
  if (JSON.stringify(normalised(layout)) !== JSON.stringify(layout))
    throw new Error(`seed ${seed}: not settled`)
}
console.log(byMedium)
console.log(`${paired.length} paired; ${JSON.stringify(counts)}`)
if (counts.faults) process.exitCode = 1
