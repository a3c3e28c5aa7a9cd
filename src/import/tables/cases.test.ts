import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { pageOf } from '../../testing/drawnTables'
import { readPlain } from '../files/plain'
import { recognise } from '../recognise'

/** Kinds of case in the order of the form, and what they come to. */
const KINDS = {
  review: '行政复议',
  direct: '未经复议直接起诉',
  after: '复议后起诉',
} as const
type Kind = keyof typeof KINDS
const PATHS: Record<Kind, string> = {
  review: 'administrativeReview',
  direct: 'litigationDirect',
  after: 'litigationAfterReview',
}
const RESULTS = {
  upheld: '结果维持',
  corrected: '结果纠正',
  otherResult: '其他结果',
  pending: '尚未审结',
  total: '总计',
} as const
type Result = keyof typeof RESULTS
const FIGURES: Record<Kind, Record<Result, number>> = {
  review: { upheld: 31, corrected: 4, otherResult: 6, pending: 2, total: 43 },
  direct: { upheld: 12, corrected: 7, otherResult: 1, pending: 9, total: 29 },
  after: { upheld: 5, corrected: 3, otherResult: 8, pending: 11, total: 27 },
}

interface Cell {
  text: string
  columns: number
  rows: number
}
const cell = (text: string | number, columns = 1, rows = 1): Cell => ({ text: String(text), columns, rows })
type Part = string | Cell[][]
interface Order {
  kinds: Kind[]
  results: Result[]
}
const names = ({ results }: Order) => results.map((result) => cell(RESULTS[result]))
const figures = ({ kinds, results }: Order) =>
  kinds.flatMap((kind) => results.map((result) => cell(FIGURES[kind][result])))
const isReview = (kind: Kind | undefined) => kind === 'review'
const litigation = ({ kinds }: Order) => kinds.filter((kind) => !isReview(kind))
const outer = (order: Order, rows: number) => {
  const heads = [cell('行政复议', 5, rows), cell('行政诉讼', 10)]
  return isReview(order.kinds[0]) ? heads : heads.reverse()
}
const inner = (order: Order) => litigation(order).map((kind) => cell(KINDS[kind], 5))

/** How the table is drawn; the kinds of litigation stand side by side in those with a head over both. */
const shapes: Record<string, (order: Order) => Part[]> = {
  'all results in one row': (order) => [
    [outer(order, 2), inner(order), order.kinds.flatMap(() => names(order)), figures(order)],
  ],
  'results of 行政复议 beside the kinds of litigation': (order) => {
    const own = order.results.map((result) => cell(RESULTS[result], 1, 2))
    const second = isReview(order.kinds[0]) ? [...own, ...inner(order)] : [...inner(order), ...own]
    return [[outer(order, 1), second, litigation(order).flatMap(() => names(order)), figures(order)]]
  },
  'kinds in one row': (order) => [
    [
      order.kinds.map((kind) => cell(KINDS[kind], 5)),
      order.kinds.flatMap(() => names(order)),
      figures(order),
    ],
  ],
  'a table for each kind, named in it': (order) =>
    order.kinds.map((kind) => [[cell(KINDS[kind], 5)], names(order), figures({ ...order, kinds: [kind] })]),
  'a table for each kind below its name': (order) =>
    order.kinds.flatMap((kind): Part[] => [
      KINDS[kind],
      [names(order), figures({ ...order, kinds: [kind] })],
    ]),
  'a table for litigation and one for 行政复议': (order) => {
    const both = { ...order, kinds: litigation(order) }
    const tables: Part[][] = [
      [[names(order), figures({ ...order, kinds: ['review'] })]],
      [[inner(order), both.kinds.flatMap(() => names(order)), figures(both)]],
    ]
    const parts = tables.map((table, at): Part[] => [at ? '行政诉讼' : '行政复议', ...table])
    return (isReview(order.kinds[0]) ? parts : parts.reverse()).flat()
  },
  'results down': (order) => [
    [
      [cell('结果'), ...order.kinds.map((kind) => cell(KINDS[kind]))],
      ...order.results.map((result) => [
        cell(RESULTS[result]),
        ...figures({ kinds: order.kinds, results: [result] }),
      ]),
    ],
  ],
  'kinds down': (order) => [
    [
      [cell('类别'), ...names(order)],
      ...order.kinds.map((kind) => [cell(KINDS[kind]), ...figures({ ...order, kinds: [kind] })]),
    ],
  ],
}
const splitsLitigation = new Set(['kinds in one row', 'results down', 'kinds down'])

/** Each row with the cells that a merged one covers left empty. */
function unmerged(rows: Cell[][]): Cell[][] {
  const covered = rows.map(() => new Set<number>())
  return rows.map((row, at) => {
    const out: Cell[] = []
    for (const { text, columns, rows: height } of row) {
      while (covered[at]?.has(out.length)) out.push(cell(''))
      for (let below = 1; below < height; below++)
        for (let each = 0; each < columns; each++) covered[at + below]?.add(out.length + each)
      out.push(cell(text), ...Array.from({ length: columns - 1 }, () => cell('')))
    }
    return out
  })
}
const page = (table: (rows: Cell[][]) => Cell[][]) => (parts: Part[]) =>
  pageOf(parts.map((part) => (typeof part === 'string' ? part : table(part))))
const text =
  (row: (cells: Cell[]) => string, table = (rows: Cell[][]) => rows) =>
  (parts: Part[]) =>
    readPlain(
      parts.map((part) => (typeof part === 'string' ? part : table(part).map(row).join('\n'))).join('\n'),
      '',
    )
const textsOf = (cells: Cell[]) => cells.flatMap((one) => one.text || [])
const aligned = (cells: Cell[]) => {
  let line = ''
  for (const [at, { text: own }] of cells.entries()) {
    const width = () => [...line].reduce((sum, each) => sum + (each > '~' ? 2 : 1), 0)
    line += ' '.repeat(Math.max(0, at * 18 - width())) + own
  }
  return line
}
const media = {
  page: page((rows) => rows),
  'page without merged cells': page(unmerged),
  tabs: text((cells) => cells.map((one) => one.text).join('\t'), unmerged),
  'tabs, merged cells once': text((cells) => cells.map((one) => one.text).join('\t')),
  'one cell a line': text((cells) => textsOf(cells).join('\n')),
  spaces: text((cells) => textsOf(cells).join(' ')),
  'aligned by spaces': text(aligned, unmerged),
}
const exact = new Set(['page', 'page without merged cells', 'tabs'])

const heading = ['山阳县林业局2023年政府信息公开工作年度报告', '四、政府信息公开行政复议、行政诉讼情况']
const ending = ['五、存在的主要问题及改进情况', '六、其他需要报告的事项']
function read(medium: keyof typeof media, parts: Part[]) {
  const { figures: found, unplaced } = recognise(
    media[medium]([...heading, ...parts, ...ending]),
    edition2021,
  )
  const address = (kind: Kind, result: Result) => `tables.reviewAndLitigation.${PATHS[kind]}.${result}`
  const kinds = Object.keys(KINDS) as Kind[]
  const expected = new Map(
    kinds.flatMap((kind) =>
      (Object.keys(RESULTS) as Result[]).map((result) => [
        address(kind, result),
        String(FIGURES[kind][result]),
      ]),
    ),
  )
  const told = unplaced.flatMap(({ text: own }) => own.split(/\D+/))
  return {
    right: found.filter(({ address: at, text: own }) => expected.get(at) === own).length,
    marked: found.filter(({ doubt }) => doubt).length,
    wrong: found
      .filter(({ address: at, text: own, doubt }) => !doubt && expected.get(at) !== own)
      .map(({ address: at, text: own }) => `${at} ${own}`),
    lost: [...expected.values()].filter(
      (own) => !told.includes(own) && !found.some(({ text: one }) => one === own),
    ),
  }
}

const officialKinds: Kind[] = ['review', 'direct', 'after']
const officialResults = Object.keys(RESULTS) as Result[]
const kindOrders: Kind[][] = [
  officialKinds,
  ['review', 'after', 'direct'],
  ['direct', 'after', 'review'],
  ['after', 'direct', 'review'],
  ['direct', 'review', 'after'],
]
const resultOrders: Result[][] = [
  officialResults,
  ['total', 'upheld', 'corrected', 'otherResult', 'pending'],
  ['corrected', 'upheld', 'otherResult', 'pending', 'total'],
]
const drawings = Object.keys(shapes).flatMap((shape) =>
  kindOrders
    .filter((kinds) => splitsLitigation.has(shape) || !isReview(kinds[1]))
    .flatMap((kinds) => resultOrders.map((results) => ({ shape, order: { kinds, results } }))),
)

test.each(Object.keys(media) as (keyof typeof media)[])(
  'each figure of 表四 goes under the heads that stand over it, in whatever order, or is in doubt: %s',
  (medium) => {
    for (const { shape, order } of drawings) {
      const name = `${shape}, ${order.kinds.join(' ')}, ${order.results.join(' ')}`
      const { right, wrong, marked, lost } = read(medium, shapes[shape]?.(order) ?? [])
      expect([name, wrong, lost]).toEqual([name, [], []])
      if (exact.has(medium)) expect([name, right, marked]).toEqual([name, 15, 0])
    }
  },
)

test.each([
  ['合计', '40'],
  ['上年', '0'],
])(
  'a row with its first figure blank and a column more at its end stays under its names: %s %s',
  (name, beside) => {
    const results = [...Array(3)].flatMap(() => Object.values(RESULTS))
    const row = ['', '2', '7', '1', '10', '6', '', '', '3', '9', '4', '', '12', '5', '21', beside]
    const text = [
      '四、政府信息公开行政复议、行政诉讼情况',
      ['行政复议', '行政诉讼', name].join('\t'),
      ['未经复议直接起诉', '复议后起诉'].join('\t'),
      results.join('\t'),
      row.join('\t'),
    ].join('\n')
    const found = recognise(readPlain(text, ''), edition2021)
    const kinds = Object.values(PATHS).flatMap((kind) =>
      Object.keys(RESULTS).map((result) => `${kind}.${result}`),
    )
    const expected = kinds.flatMap((path, at) =>
      row[at] ? [`tables.reviewAndLitigation.${path} ${row[at]}`] : [],
    )
    expect(found.figures.map(({ address, text: figure }) => `${address} ${figure}`)).toEqual(expected)
    expect(found.figures.filter(({ doubt }) => doubt)).toEqual([])
    expect(found.unplaced.map(({ text: left }) => left)).toContain(beside)
  },
)

test('where a blank may be lost beside a column that the form does not have, what the sums leave open is in doubt', () => {
  const results = [...Array(3)].flatMap(() => Object.values(RESULTS))
  const row = ['8', '1', '15', '0', '24', '0', '16', '2', '9', '27', '4', '#REF!', '0①', '0', '23']
  const text = [
    '四、政府信息公开行政复议、行政诉讼情况',
    '行政复议    行政诉讼    上年',
    '未经复议直接起诉    复议后起诉',
    results.join('    '),
    row.join('    '),
  ].join('\n')
  const { figures } = recognise(readPlain(text, ''), edition2021)
  expect(figures.length).toBeGreaterThan(0)
  expect(figures.filter(({ doubt }) => !doubt)).toEqual([])
})
