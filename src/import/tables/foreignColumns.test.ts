import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { officialApplicants } from '../../testing/officialForm'
import { randomOf } from '../../testing/published/random'
import { type PrintedCell, printedRows, publishedReport, tablesOf2021 } from '../../testing/published/report'
import { readText } from '../files/read'
import { recognise } from '../recognise'

const table = tablesOf2021.find(({ key }) => key === 'requests') as (typeof tablesOf2021)[number]
const report = publishedReport(randomOf(12))
const rows = printedRows(table, report.figures).filter((row) => row.some(({ address }) => address))
const figuresOf = (row: PrintedCell[]) => row.filter(({ address }) => address).map(({ text }) => text)
const share = (part = '', whole = '') =>
  `${Number(whole) ? ((100 * Number(part)) / Number(whole)).toFixed(2) : '0.00'}`

const NAMES = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
/** Columns that the form does not have: their head, and what stands in them. */
type Extra = { name: string; of: (figures: string[]) => string }
const kinds: Record<string, Extra[]> = {
  'a share at the end': [{ name: '占比', of: (own) => `${share(own[0], own[6])}%` }],
  'a share without its sign': [{ name: '占比（%）', of: (own) => share(own[0], own[6]) }],
  'growth, and notes': [
    { name: '同比增长', of: (own) => `${Number(own[6]) + 3}` },
    { name: '备注', of: (own) => (own[0] === '0' ? '' : '口径不变') },
  ],
  'a sum of some columns': [
    {
      name: '单位申请小计',
      of: (own) => String(own.slice(1, 6).reduce((sum, each) => sum + Number(each), 0)),
    },
  ],
}
const withExtras = (extras: Extra[], changed: Map<string, string>): string[][] => [
  ['', '', '', ...NAMES, ...extras.map(({ name }) => name)],
  ...rows.map((row) => {
    const labels = row.filter(({ label }) => label).map(({ text }) => text)
    const own = row
      .filter(({ address }) => address)
      .map(({ address, text }) => changed.get(address ?? '') ?? text)
    return [
      ...labels,
      ...Array(3 - labels.length).fill(''),
      ...own,
      ...extras.map(({ of }) => of(figuresOf(row))),
    ]
  }),
]
const media: Record<string, (cells: string[][]) => string> = {
  tabs: (cells) => cells.map((row) => row.join('\t')).join('\n'),
  'tabs, blank cells left out of the labels': (cells) =>
    cells.map((row) => [...row.slice(0, 3).filter(Boolean), ...row.slice(3)].join('\t')).join('\n'),
  'a web table': (cells) =>
    `<table>${cells.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`,
  'one cell a line': (cells) => cells.flat().filter(Boolean).join('\n'),
  spaces: (cells) => cells.map((row) => row.filter(Boolean).join('   ')).join('\n'),
}
const read = (content: string) => {
  const html = content.startsWith('<')
  const text = html ? `<p>三、${HEADING}</p>${content}` : `三、${HEADING}\n${content}`
  const found = readText({ text }, '')
  if ('problem' in found) throw new Error(found.problem)
  return recognise(found.source, edition2021)
}
const HEADING = '收到和处理政府信息公开申请情况'
const expected = rows.flatMap((row) =>
  row.flatMap(({ address, text }) => (address ? [[address, text] as const] : [])),
)

test.each(Object.keys(kinds).flatMap((kind) => Object.keys(media).map((medium) => [kind, medium] as const)))(
  '%s is left out and told, and everything else placed: %s',
  (kind, medium) => {
    const { figures, unplaced } = read(media[medium]?.(withExtras(kinds[kind] ?? [], new Map())) ?? '')
    const found = new Map(figures.map(({ address, text }) => [address, text]))
    // Notes that some rows lack leave no trace in a text.
    const isTold = kind !== 'growth, and notes' || !['one cell a line', 'spaces'].includes(medium)
    if (isTold) expect([...found]).toEqual(expect.arrayContaining(expected.map((each) => [...each])))
    for (const { address, text, doubt } of figures)
      if (!doubt) expect(`${address} ${text}`).toBe(`${address} ${new Map(expected).get(address)}`)
    const why = unplaced.filter((each) => each.why === '表中没有的列，没有读取')
    if (isTold) expect(why.length).toBeGreaterThan(0)
  },
)

test.each(Object.keys(media))(
  'beside a column that the form does not have, a cell that cannot be read moves no figure without a mark: %s',
  (medium) => {
    for (const extras of Object.values(kinds))
      for (const [turn, odd] of ['待定', '####', '1,51', '12人3', '15%', ''].entries()) {
        const row = rows[(turn * 5) % rows.length] ?? []
        const cells = row.flatMap(({ address }) => address ?? [])
        const address = cells[turn % cells.length] ?? ''
        const { figures } = read(media[medium]?.(withExtras(extras, new Map([[address, odd]]))) ?? '')
        const wrong = figures.filter(
          (figure) =>
            !figure.doubt &&
            (figure.address === address || figure.text !== new Map(expected).get(figure.address)),
        )
        expect(wrong.map((figure) => `${odd} ${figure.address} ${figure.text}`)).toEqual([])
      }
  },
)

/** Rows with figures in a few columns, as they stand below a head in three lines: the label, the six applicants, the total. */
const GAPS: [string, string, string[]][] = [
  ['一、本年新收政府信息公开申请数量', 'received', ['', '14', '', '3', '0', '', '17']],
  ['二、上年结转政府信息公开申请数量', 'carriedOver', ['2', '0', '0', '0', '0', '0', '2']],
  ['（一）予以公开', 'outcome.granted', ['5', '', '6', '', '', '', '11']],
  ['（二）部分公开', 'outcome.partiallyGranted', ['0', '1', '0', '2', '0', '0', '3']],
]
const LEGAL = (own: string[]) => String(own.slice(1, 6).reduce((sum, each) => sum + Number(each), 0))
const besides: [string, number, (own: string[], row: number) => string][] = [
  ['行次', 0, (_, row) => `0${row + 1}`],
  ['计量单位', 0, () => '件'],
  ['小计', 6, LEGAL],
  ['上年总计', 7, (own) => String(Number(own[6]) + 2)],
  ['备注', 7, () => ''],
]
const PLACED = new Map<string, string>(
  GAPS.flatMap(([, path, own]) =>
    own.flatMap((text, at) =>
      text ? [[`tables.requests.${path}.${officialApplicants[at]}`, text] as const] : [],
    ),
  ),
)

test.each(besides.flatMap((beside) => ['\t', '   '].map((divider) => [beside[0], divider, beside] as const)))(
  '%s under a head in three lines, covered cells left out, moves no figure: “%s”',
  (name, divider, beside) => {
    const [, at, of] = beside
    const within = (line: number, own: string[], place: number) =>
      (at === 0 ? 0 : at === 6 ? 2 : 1) === line ? [...own.slice(0, place), name, ...own.slice(place)] : own
    const head = [
      within(0, ['项目', '申请人情况'], 1),
      within(1, ['自然人', '法人或其他组织', '总计'], 3),
      within(2, ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'], 5),
    ]
    const lines = [
      ...head,
      ...GAPS.map(([label, , own], row) => [label, ...own.slice(0, at), of(own, row), ...own.slice(at)]),
    ]
    const text = lines.map((cells) => (divider === '\t' ? cells : cells.filter(Boolean)).join(divider))
    const { figures } = read(text.join('\n'))
    const sure = figures.filter(({ doubt }) => !doubt)
    for (const { address, text: figure } of sure)
      expect(`${address} ${figure}`).toBe(`${address} ${PLACED.get(address)}`)
    // Spaces tell no blanks: only rows without them are certain.
    const certain = new Set(sure.map(({ address }) => address.split('.').slice(0, -1).join('.')))
    expect(certain.size).toBe(divider === '\t' ? 4 : 2)
  },
)
