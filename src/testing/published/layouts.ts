import type { Address, TableSpec } from '../../format/types'
import { drifting } from './drift'
import type { Random } from './random'
import { type PrintedCell, type PublishedReport, printedRows, tablesOf2021 } from './report'

/** A report as it might reach a clerk, and the figures that are in it. */
export interface Layout {
  content: string
  /** Figures as printed; where a blank stands for a zero there is none. */
  figures: Map<Address, string>
  /** Whether headings and paragraphs can be told apart at all. */
  prose: boolean
}
type Build = (report: PublishedReport, random: Random) => Layout

const numerals = ['一', '二', '三', '四', '五', '六']
const headings = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
]
const headings2019 = [
  '总体情况',
  '行政机关主动公开政府信息情况',
  '行政机关收到和处理政府信息公开申请情况',
  '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '政府信息公开工作存在的主要问题及改进情况',
  '其他需要报告的事项',
]
const parts: [Address, string[]][] = [
  ['overview.proactive', ['（一）主动公开情况', '（一）主动公开方面', '(一)主动公开']],
  ['overview.onRequest', ['（二）依申请公开情况', '（二）依申请公开办理情况', '(二)依申请公开']],
  ['overview.management', ['（三）政府信息管理情况', '（三）政府信息管理', '(三)政府信息资源管理情况']],
  ['overview.platform', ['（四）政府信息公开平台建设情况', '（四）平台建设', '(四)公开平台建设情况']],
  ['overview.oversight', ['（五）监督保障情况', '（五）监督保障方面', '(五)监督保障']],
]

interface Frame {
  line(text: string): string
  heading(text: string): string
  table(rows: PrintedCell[][], table: TableSpec): string
}
interface Options {
  older?: boolean
  unnumbered?: boolean
  /** Tables behind all prose. */
  tablesLast?: boolean
  title?: (report: PublishedReport) => string[]
}

/** The parts of a report in their order, drawn by a frame. */
function compose(
  report: PublishedReport,
  random: Random,
  frame: Frame,
  rowsOf: (table: TableSpec) => PrintedCell[][],
  options: Options = {},
): string {
  const style = random.whole(0, 2)
  const names = options.older ? headings2019 : headings
  const heading = (at: number) =>
    frame.heading(options.unnumbered ? (names[at] ?? '') : `${numerals[at]}、${names[at]}`)
  const paragraphs = (address: Address) => (report.texts.get(address) ?? []).map((text) => frame.line(text))
  const [two, three, four] = tablesOf2021.map((table) => frame.table(rowsOf(table), table))
  const title = options.title?.(report) ?? [`${report.organ}${report.year}年政府信息公开工作年度报告`]
  const last = options.tablesLast
  return [
    ...title.map((text) => frame.line(text)),
    ...paragraphs('overview.introduction'),
    heading(0),
    ...parts.flatMap(([address, wordings]) => [frame.line(wordings[style] ?? ''), ...paragraphs(address)]),
    heading(1),
    ...(last ? [] : [two]),
    heading(2),
    ...(last ? [] : [three]),
    heading(3),
    ...(last ? [] : [four]),
    heading(4),
    ...paragraphs('problems'),
    heading(5),
    ...paragraphs('other'),
    ...(last ? [frame.line('附件'), two, three, four] : []),
  ].join('')
}

const textFrame = (table: Frame['table']): Frame => ({
  line: (text) => `${text}\n\n`,
  heading: (text) => `${text}\n\n`,
  table: (rows, spec) => `${table(rows, spec)}\n\n`,
})
const htmlFrame = (table: Frame['table']): Frame => ({
  line: (text) => `<p>${escaped(text)}</p>`,
  heading: (text) => `<p><strong>${escaped(text)}</strong></p>`,
  table,
})
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Rows with every merged cell spread over its columns and rows: its text first, then nothing. */
export function spread(rows: PrintedCell[][], fill = false): (PrintedCell | undefined)[][] {
  const grid: (PrintedCell | undefined)[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of row) {
      const line = grid[at] ?? []
      while (column in line) column++
      for (let down = 0; down < cell.rows; down++)
        for (let right = 0; right < cell.columns; right++) {
          const target = grid[at + down]
          const first = down === 0 && right === 0
          if (target) target[column + right] = first || (fill && cell.label) ? cell : undefined
        }
      column += cell.columns
    }
  }
  return grid.map((line) => Array.from(line, (cell) => cell))
}
const textOf = (cell: PrintedCell | undefined) => cell?.text ?? ''

function text(
  table: Frame['table'],
  options: Options & {
    change?: Change
    prose?: boolean
    mutate?: (text: string, random: Random) => string
  } = {},
): Build {
  return (report, random) => {
    const { rowsOf, figures } = changed(report, random, options.change)
    const content = compose(report, random, textFrame(table), rowsOf, options)
    return {
      content: options.mutate?.(content, random) ?? content,
      figures,
      prose: options.prose ?? true,
    }
  }
}
function html(
  table: Frame['table'],
  options: Options & {
    change?: Change
    prose?: boolean
    wrap?: (content: string) => string
    frame?: (table: Frame['table']) => Frame
  } = {},
): Build {
  return (report, random) => {
    const { rowsOf, figures } = changed(report, random, options.change)
    const content = compose(report, random, (options.frame ?? htmlFrame)(table), rowsOf, options)
    return {
      content: options.wrap?.(content) ?? content,
      figures,
      prose: options.prose ?? true,
    }
  }
}

/** A change of the printed rows: how zeros or digits are written, rows in another order, one row instead of three. */
type Change = (
  rows: PrintedCell[][],
  table: TableSpec,
  random: Random,
  figures: Map<Address, string>,
) => PrintedCell[][]

function changed(report: PublishedReport, random: Random, change?: Change) {
  const figures = new Map(report.figures)
  const drift = drifting(random)
  const rowsOf = (table: TableSpec) => {
    const rows = printedRows(table, report.figures).map((row) =>
      row.map((cell) => (cell.label ? { ...cell, text: drift(cell.text) } : cell)),
    )
    return change?.(rows, table, random, figures) ?? rows
  }
  return { rowsOf, figures }
}
const eachFigure =
  (write: (text: string, random: Random) => string | undefined): Change =>
  (rows, _, random, figures) =>
    rows.map((row) =>
      row.map((cell) => {
        if (!cell.address) return cell
        const written = write(cell.text, random)
        if (written === undefined) return cell
        if (written === '' || /^[-—无]+$/.test(written)) figures.delete(cell.address)
        if (written === '/') figures.set(cell.address, '/')
        return { ...cell, text: written }
      }),
    )
const zerosAs = (mark: string): Change => eachFigure((figure) => (figure === '0' ? mark : undefined))
const fullWidthDigits = eachFigure((figure) =>
  figure.replace(/[\d.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
)
const thousands = eachFigure((figure) =>
  figure.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ',')),
)

/** （六）其他处理 as one row, as before 2021 and still in some places. */
const undivided: Change = (rows, table, _, figures) => {
  if (table.key !== 'requests') return rows
  const at = rows.findIndex((row) => row.some(({ text: label }) => /^[（(]六[)）]/.test(label)))
  const three = rows.slice(at, at + 3)
  const sums = three[0]?.flatMap((cell) => (cell.address ? [cell.address] : [])) ?? []
  for (const row of three) for (const { address } of row) if (address) figures.delete(address)
  const cells = sums.map((address, column) => {
    const total = three.reduce(
      (sum, row) => sum + Number(row.filter((cell) => cell.address)[column]?.text ?? 0),
      0,
    )
    return { text: String(total), columns: 1, rows: 1, label: false, address }
  })
  const group = three[0]?.[0]
  const own = { text: group?.text ?? '', columns: 2, rows: 1, label: true }
  const outcome = rows.findIndex((row) => row.some(({ rows: span }) => span > 15))
  return rows.flatMap((row, index) => {
    if (index === at) return [[own, ...cells]]
    if (index === at + 1 || index === at + 2) return []
    return [
      index === outcome ? row.map((cell) => (cell.rows > 15 ? { ...cell, rows: cell.rows - 2 } : cell)) : row,
    ]
  })
}
/** Rows of table three in any order; every label stands on its own row. */
const shuffledRows: Change = (rows, table, random) => {
  if (table.key !== 'requests') return rows
  const head = rows.filter((row) => !row.some(({ address }) => address))
  const body = rows.filter((row) => row.some(({ address }) => address))
  let group = ''
  const whole = body.map((row) => {
    const labels = row.filter(({ label }) => label)
    if (labels.length > 1) group = labels.filter(({ rows: span }) => span > 1).at(-1)?.text ?? group
    const leaf = labels.at(-1)
    const label = leaf && /其他$/.test(leaf.text) ? `${group}${leaf.text}` : leaf?.text
    return [{ text: label ?? '', columns: 3, rows: 1, label: true }, ...row.filter(({ address }) => address)]
  })
  return [...head, ...random.shuffled(whole)]
}
/** A merged cell left a zero behind: eight figures in a row of seven columns. */
const surplusZero: Change = (rows, table) =>
  table.key !== 'requests'
    ? rows
    : rows.map((row) => {
        const figures = row.filter(({ address }) => address)
        const isTotal = row.some(({ text: label }) => /总计$|继续办理$/.test(label)) && figures.length > 0
        return isTotal ? [...row.slice(0, -1), { text: '0', columns: 1, rows: 1 }, ...row.slice(-1)] : row
      })

const tsv = (rows: PrintedCell[][]) =>
  spread(rows)
    .map((row) => row.map(textOf).join('\t'))
    .join('\n')
const tsvCollapsed = (rows: PrintedCell[][]) =>
  rows.map((row) => row.map(({ text: cell }) => cell).join('\t')).join('\n')
/** As the text of some pages: an empty cell behind each label, rows shifted by their stubs. */
const tsvShifted = (rows: PrintedCell[][]) =>
  rows
    .map((row) => {
      const labels = row.filter(({ label }) => label).map(({ text: cell }) => cell)
      const rest = row.filter(({ label }) => !label).map(({ text: cell }) => cell)
      return rest.length ? [...labels, '', ...rest, ''].join('\t') : `${labels.join('\t')}\t\t`
    })
    .join('\n')
const pipes = (rows: PrintedCell[][]) => {
  const lines = spread(rows).map((row) => `| ${row.map(textOf).join(' | ')} |`)
  const width = (lines[0]?.match(/\|/g)?.length ?? 1) - 1
  return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n')
}
const boxed = (rows: PrintedCell[][]) =>
  rows.map((row) => `│${row.map(({ text: cell }) => cell).join('│')}│`).join('\n')
const onePerLine = (rows: PrintedCell[][]) =>
  rows.flatMap((row) => row.map(({ text: cell }) => cell)).join('\n')
const blankBetween = (rows: PrintedCell[][]) =>
  rows.map((row) => row.map(({ text: cell }) => cell).join('\n\n\t\n\n')).join('\n\n')
const singleSpaces = (rows: PrintedCell[][]) =>
  rows.map((row) => row.map(({ text: cell }) => cell).join(' ')).join('\n')
const inOneLine = (rows: PrintedCell[][]) =>
  rows.flatMap((row) => row.map(({ text: cell }) => cell)).join(' ')
const figuresBelow = (rows: PrintedCell[][]) =>
  rows
    .map((row) => {
      const labels = row.filter(({ label }) => label).map(({ text: cell }) => cell)
      const rest = row.filter(({ label }) => !label).map(({ text: cell }) => cell)
      return [labels.join(' '), rest.join(' ')].filter(Boolean).join('\n')
    })
    .join('\n')
const brokenLabels = (rows: PrintedCell[][]) =>
  rows
    .flatMap((row) =>
      row.map(({ text: cell, label }) =>
        label && cell.length > 9 ? cell.match(/.{1,9}/gu)?.join('\n') : cell,
      ),
    )
    .join('\n')

/** Columns held apart by spaces, as a PDF gives them: labels wrap, figures stand beside the middle of their label. */
const spaced =
  (labelWidth: number): ((rows: PrintedCell[][]) => string) =>
  (rows) =>
    rows
      .map((row) => {
        const labels = row.filter(({ label }) => label)
        const rest = row.filter(({ label }) => !label)
        if (!rest.length) return labels.map(({ text: cell }) => cell).join('    ')
        const leaf = labels.at(-1)?.text ?? ''
        const stubs = labels
          .slice(0, -1)
          .map(({ text: cell }) => cell)
          .join('   ')
        const lines = leaf.match(new RegExp(`.{1,${labelWidth}}`, 'gu')) ?? ['']
        const figures = rest.map(({ text: cell }) => cell.padStart(8)).join('')
        if (lines.length % 2 === 0) {
          const half = lines.length / 2
          const before = lines
            .slice(0, half)
            .map((line, at) => `${at === 0 ? stubs.padEnd(16) : ' '.repeat(16)}${line}`)
          return [
            ...before,
            ' '.repeat(40) + figures,
            ...lines.slice(half).map((line) => ' '.repeat(16) + line),
          ].join('\n')
        }
        const middle = (lines.length - 1) / 2
        return lines
          .map(
            (line, at) =>
              `${(at === 0 ? stubs : '').padEnd(16)}${at === middle ? line.padEnd(labelWidth + 4) + figures : line}`,
          )
          .join('\n')
      })
      .join('\n')

/** Table four turned round: a row for each kind of case. */
const byKind: Change = (rows, table) => {
  if (table.key !== 'reviewAndLitigation') return rows
  const figures = rows.at(-1) ?? []
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const cell = (label: string): PrintedCell => ({ text: label, columns: 1, rows: 1, label: true })
  return [
    [cell('类别'), ...results.map(cell)],
    ...['行政复议', '未经复议直接起诉', '复议后起诉'].map((kind, at) => [
      cell(kind),
      ...figures.slice(at * 5, at * 5 + 5),
    ]),
  ]
}
/** Table four with a row for each result. */
const byResult: Change = (rows, table) => {
  if (table.key !== 'reviewAndLitigation') return rows
  const figures = rows.at(-1) ?? []
  const cell = (label: string): PrintedCell => ({ text: label, columns: 1, rows: 1, label: true })
  return [
    [cell('结果'), ...['行政复议', '未经复议直接起诉', '复议后起诉'].map(cell)],
    ...['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((result, at) => [
      cell(result),
      ...[0, 1, 2].flatMap((kind) => figures[kind * 5 + at] ?? []),
    ]),
  ]
}
/** Table four as a list: a line for each figure under the name of its kind. */
const asList: Change = (rows, table) => {
  if (table.key !== 'reviewAndLitigation') return rows
  const figures = rows.at(-1) ?? []
  const cell = (label: string): PrintedCell => ({ text: label, columns: 1, rows: 1, label: true })
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  return ['行政复议', '未经复议直接起诉', '复议后起诉'].flatMap((kind, at) => [
    [cell(kind)],
    ...results.map((result, index) => [cell(result), ...figures.slice(at * 5 + index, at * 5 + index + 1)]),
  ])
}

/** Labels broken inside a row of tabs: what follows the break stands on a line of its own. */
const tsvBroken = (rows: PrintedCell[][]) =>
  rows
    .map((row) =>
      row
        .map(({ text: cell, label }) =>
          label && cell.length > 12 ? `${cell.slice(0, 10)}\n${cell.slice(10)}` : cell,
        )
        .join('\t'),
    )
    .join('\n')
/** A running number before each row. */
const numberedRows = (rows: PrintedCell[][]) => {
  let number = 0
  return rows
    .map((row) => {
      const own = row.some(({ address }) => address) ? String(++number) : ''
      return [own, ...row.map(({ text: cell }) => cell)].join('\t')
    })
    .join('\n')
}
/** The labels of the stubs and of the row in one cell. */
const joinedStubs: Change = (rows) =>
  rows.map((row) => {
    const labels = row.filter(({ label }) => label)
    if (!row.some(({ address }) => address) || labels.length < 2) return row
    const text = labels.map(({ text: cell }) => cell).join('')
    return [{ text, columns: 1, rows: 1, label: true }, ...row.filter(({ label }) => !label)]
  })
/** A merged cell whose figure was copied into each of its columns. */
const copiedFigures = (rows: PrintedCell[][]) =>
  rows
    .map((row) =>
      row
        .flatMap(({ text: cell, columns, address }) => (address ? Array(columns).fill(cell) : [cell]))
        .join('\t'),
    )
    .join('\n')
const withUnits: Change = (rows, table, random, figures) =>
  eachFigure((figure) => `${figure}件`)(rows, table, random, figures).map((row) =>
    row.map((cell) =>
      cell.address?.endsWith('.amount') ? { ...cell, text: cell.text.replace('件', '万元') } : cell,
    ),
  )
/** 行政处罚 and 行政强制 beside one another. */
const sideBySide: Change = (rows, table) => {
  if (table.key !== 'proactiveDisclosure') return rows
  const at = rows.findIndex((row) => row.some(({ text: label }) => label === '行政处罚'))
  const [first, second] = [rows[at], rows[at + 1]]
  if (!first || !second) return rows
  const narrow = [...first, ...second].map((cell) => ({ ...cell, columns: 1 }))
  return [...rows.slice(0, at), narrow, ...rows.slice(at + 2)]
}
/** No column of totals, as in a clerk's own list. */
const withoutTotals: Change = (rows, table, _, figures) => {
  if (table.key !== 'requests') return rows
  return rows.map((row) =>
    row.filter(({ address, text: label, label: isLabel }) => {
      const total = address?.endsWith('.total') || (isLabel && label === '总计')
      if (total && address) figures.delete(address)
      return !total
    }),
  )
}
/** Totals that do not fit: published reports have such mistakes. */
const wrongTotals: Change = (rows, _, random, figures) =>
  rows.map((row) =>
    row.map((cell) => {
      if (!cell.address?.endsWith('.total') || !random.chance(0.1)) return cell
      const text = String(Number(cell.text) + random.whole(1, 3))
      figures.set(cell.address, text)
      return { ...cell, text }
    }),
  )
const barePageNumbers = (content: string): string => {
  let lines = 0
  return content
    .split('\n')
    .flatMap((line) =>
      line.trim() && ++lines % 19 === 0 ? [line, '', `${' '.repeat(30)}${lines / 19}`, ''] : [line],
    )
    .join('\n')
}
const bracketedHeadings = (content: string): string =>
  content.replace(/^([一二三四五六])、(?=\S+(?:情况|事项)$)/gm, (_, number) => `第${number}部分 `)
/** Sentences before and behind the tables, with figures that belong into no cell. */
const withNotes = (content: string): string =>
  content
    .replace(/^(三、收到.*)$/m, '$1\n\n本年度收到政府信息公开申请 1234 件，答复 1200 件，比上年增长 5.6%。')
    .replace(
      /^(四、政府信息公开行政.*|四、因.*)$/m,
      '注：1.表中数据截至12月31日。\n2.不含咨询类来件 14 件。\n\n$1',
    )
    .replace(/^(五、.*)$/m, '本年度发生行政复议案件 77 件，行政诉讼案件 66 件。\n\n$1')

const pageBreaks = (content: string, random: Random): string => {
  let lines = 0
  return content
    .split('\n')
    .flatMap((line) => {
      if (!line.trim() || ++lines % 17 !== 0) return [line]
      const page = Math.floor(lines / 17)
      return [line, '', random.pick([`- ${page} -`, `— ${page} —`, `第 ${page} 页`]), '']
    })
    .join('\n')
}
/** Prose broken into lines of a page, set in by two spaces. */
const wrapped = (content: string): string =>
  content
    .split('\n')
    .map((line) =>
      /[。]/.test(line) && line.length > 34 ? (`  ${line}`.match(/.{1,34}/gu) ?? [line]).join('\n') : line,
    )
    .join('\n')

const spans = ({ columns, rows }: PrintedCell) =>
  `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`
const tableOf = (draw: (cell: PrintedCell) => string) => (rows: PrintedCell[][]) =>
  `<table border="1"><tbody>${rows.map((row) => `<tr>${row.map(draw).join('')}</tr>`).join('\n')}</tbody></table>`
const plainTable = tableOf((cell) => `<td${spans(cell)}>${escaped(cell.text)}</td>`)
const wordTable = tableOf(
  (cell) =>
    `<td${spans(cell)} style="width:40pt"><p class="MsoNormal" align="center"><span lang="EN-US">${escaped(cell.text) || '&nbsp;'}<o:p></o:p></span></p></td>`,
)
const unmergedTable = (rows: PrintedCell[][]) =>
  `<table>${spread(rows)
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(textOf(cell)) || '&nbsp;'}</td>`).join('')}</tr>`)
    .join('')}</table>`
const repeatedStubs = (rows: PrintedCell[][]) =>
  `<table>${spread(rows, true)
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(textOf(cell))}</td>`).join('')}</tr>`)
    .join('')}</table>`
const unclosedTable = (rows: PrintedCell[][]) =>
  `<TABLE>${rows.map((row) => `<TR>${row.map((cell) => `<TD${spans(cell)}>${escaped(cell.text)}`).join('')}`).join('')}</TABLE>`
/** Broken at a page: a second table goes on, its head once more. */
const splitTable = (rows: PrintedCell[][], spec: TableSpec) => {
  if (spec.key !== 'requests') return plainTable(rows)
  const head = rows.slice(0, 3)
  const flat = spread(rows).map((row) =>
    row.map(
      (cell): PrintedCell => (cell ? { ...cell, columns: 1, rows: 1 } : { text: '', columns: 1, rows: 1 }),
    ),
  )
  return `${plainTable(flat.slice(0, 14))}<p>- 3 -</p>${plainTable([...head, ...flat.slice(14)])}`
}
const divTable = (rows: PrintedCell[][]) =>
  `<div class="table">${rows.map((row) => `<div class="row">${row.map((cell) => `<div class="cell">${escaped(cell.text)}</div>`).join('')}</div>`).join('')}</div>`

const page = (content: string) =>
  `<!DOCTYPE html><html><head><title>年报</title><style>td{color:red}</style><script>document.write('9 9 9')</script></head><body>
<div class="nav"><a href="/">首页</a> &gt; <a>政府信息公开</a> &gt; 年度报告</div><table width="960"><tr><td width="200"><ul><li>领导之窗</li><li>公示公告 12</li></ul></td>
<td><p>发布日期：2022-01-20 来源：办公室 字体：[大 中 小] 浏览次数：1204</p>${content}<p>【打印本页】【关闭窗口】</p><p>上一篇：没有了</p></td></tr></table>
<div>版权所有 主办单位：办公室 备案号：示例ICP备00000001号</div></body></html>`

/** Everything in one table, as a whole report typed into one: prose rows over the full width. */
const oneTable: Frame = {
  line: (content) => `<tr><td colspan="10">${escaped(content)}</td></tr>`,
  heading: (content) => `<tr><td colspan="10"><b>${escaped(content)}</b></td></tr>`,
  table: (rows) =>
    rows
      .map((row) => `<tr>${row.map((cell) => `<td${spans(cell)}>${escaped(cell.text)}</td>`).join('')}</tr>`)
      .join(''),
}
const titleInTwoLines = ({ organ, year }: PublishedReport) => [organ, `${year}年政府信息公开工作年度报告`]
const yearFirst = ({ organ, year }: PublishedReport) => [`${year}年${organ}政府信息公开工作年度报告`]

/** Layouts that leave out what a figure belongs to: nobody could place all of them, and nothing may be placed wrong. */
export const openLayouts = new Set([
  'single spaces, blanks for zeros',
  'columns by spaces, blanks for zeros',
  'one cell on a line, blanks for zeros',
])

/** Layouts seen on government sites and in offices, by what is special about them. */
export const layouts: Record<string, Build> = {
  'tabs, merged cells spread': text(tsv),
  'tabs, merged cells gone': text(tsvCollapsed),
  'tabs, shifted by stubs': text(tsvShifted),
  'tabs, blanks for zeros': text(tsv, { change: zerosAs('') }),
  'tabs, shifted, blanks for zeros': text(tsvShifted, { change: zerosAs('') }),
  'tabs, dashes for zeros': text(tsvCollapsed, { change: zerosAs('—') }),
  'tabs, slashes for zeros': text(tsv, { change: zerosAs('/') }),
  'tabs, a surplus zero': text(tsvCollapsed, { change: surplusZero }),
  'tabs, rows in any order': text(tsvCollapsed, { change: shuffledRows }),
  'tabs, full-width digits': text(tsv, { change: fullWidthDigits, title: titleInTwoLines }),
  'tabs, thousands separated': text(tsv, { change: thousands }),
  'tabs, 2019 headings, one row 其他处理': text(tsv, { change: undivided, older: true }),
  markdown: text(pipes),
  'box drawing': text(boxed, { title: yearFirst }),
  'one cell on a line': text(onePerLine),
  'one cell on a line, labels broken': text(brokenLabels),
  'one cell on a line, one row 其他处理': text(onePerLine, { change: undivided }),
  'copied from a browser': text(blankBetween),
  'single spaces': text(singleSpaces),
  'single spaces, rows in any order': text(singleSpaces, { change: shuffledRows }),
  'single spaces, a surplus zero': text(singleSpaces, { change: surplusZero }),
  'each table in one line': text(inOneLine),
  'figures below their labels': text(figuresBelow),
  'columns by spaces': text(spaced(40), { mutate: wrapped }),
  'columns by spaces, labels broken': text(spaced(12), { mutate: wrapped }),
  'columns by spaces, pages': text(spaced(14), {
    mutate: (content, random) => pageBreaks(wrapped(content), random),
  }),
  'one cell on a line, pages': text(onePerLine, { mutate: pageBreaks }),
  'table four by kind': text(tsv, { change: byKind }),
  'table four by result': text(tsv, { change: byResult }),
  'table four as a list': text(onePerLine, { change: asList }),
  'tables behind the text': text(tsv, { tablesLast: true }),
  'no numbers before the headings': text(tsv, { unnumbered: true }),
  'tabs, labels broken': text(tsvBroken),
  'tabs, rows numbered': text(numberedRows),
  'tabs, stubs and labels in one cell': text(tsvCollapsed, { change: joinedStubs }),
  'single spaces, stubs and labels in one cell': text(singleSpaces, { change: joinedStubs }),
  'tabs, merged figures copied': text(copiedFigures),
  'tabs, units behind the figures': text(tsvCollapsed, { change: withUnits }),
  'one cell on a line, units behind the figures': text(onePerLine, { change: withUnits }),
  'tabs, rows side by side': text(tsvCollapsed, { change: sideBySide }),
  'tabs, no totals': text(tsv, { change: withoutTotals }),
  'tabs, wrong totals': text(tsv, { change: wrongTotals }),
  'columns by spaces, wrong totals': text(spaced(40), { change: wrongTotals }),
  'one cell on a line, bare page numbers': text(onePerLine, { mutate: barePageNumbers }),
  'columns by spaces, bare page numbers': text(spaced(40), { mutate: barePageNumbers }),
  'headings as parts': text(tsv, { mutate: bracketedHeadings }),
  'notes between the tables': text(onePerLine, { mutate: withNotes }),
  'single spaces, notes between the tables': text(singleSpaces, { mutate: withNotes }),
  'single spaces, blanks for zeros': text(singleSpaces, { change: zerosAs('') }),
  'columns by spaces, blanks for zeros': text(spaced(40), { change: zerosAs('') }),
  'one cell on a line, blanks for zeros': text(onePerLine, { change: zerosAs('') }),
  'web page, wrong totals': html(plainTable, { change: wrongTotals }),
  'web page, stubs and labels in one cell': html(plainTable, { change: joinedStubs }),
  'web page': html(plainTable),
  'web page from Word': html(wordTable, { title: titleInTwoLines }),
  'web page, cells not merged': html(unmergedTable),
  'web page, stubs repeated': html(repeatedStubs),
  'web page, tags not closed': html(unclosedTable),
  'web page, table split at a page': html(splitTable),
  'web page, blanks for zeros': html(wordTable, { change: zerosAs('') }),
  'web page, laid out by tables': html(plainTable, { wrap: page }),
  'web page, one row 其他处理': html(plainTable, { change: undivided, older: true }),
  'web page without table elements': html(divTable),
  'web page, one table for all': html(oneTable.table, {
    frame: () => oneTable,
    wrap: (content) => `<table>${content}</table>`,
  }),
  'web page, table four by kind': html(plainTable, { change: byKind }),
}
