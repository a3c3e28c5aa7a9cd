import { addressOf, cellsOf, enteredCellsOf, identitiesOf, partsOf } from '../../format/cells'
import { edition2021 } from '../../format/edition2021/edition'
import { layoutOf } from '../../format/layout'
import type { Address, TableSpec } from '../../format/types'
import type { Random } from './random'

/** A made-up report: figures as printed (totals included) around invented prose. */
export interface PublishedReport {
  organ: string
  year: string
  figures: Map<Address, string>
  /** Paragraphs by the address of their field. */
  texts: Map<Address, string[]>
}

const places = ['云汀县', '示例区', '南禾市', '河口镇', '青石街道', '东桥经济开发区']
const bodies = ['人民政府', '司法局', '人民政府办公室', '市场监督管理局', '教育局', '卫生健康委员会']

/** Figures as reports have them: mostly zeros, some large ones, all sums right. */
export function publishedReport(random: Random): PublishedReport {
  const figures = new Map<Address, string>()
  const busy = random.pick([0.04, 0.2, 0.6])
  const size = random.pick([9, 120, 4000])
  for (const { address, unit, table } of enteredCellsOf(edition2021)) {
    const often = table.key === 'proactiveDisclosure' ? 0.8 : busy
    const first = address.endsWith('naturalPerson') ? Math.min(1, often * 3) : often
    const amount = random.chance(first) ? random.whole(1, size) : 0
    const decimals = unit === '万元' && random.chance(0.6) ? `.${random.whole(1, 9999)}` : ''
    figures.set(address, `${amount}${decimals}`)
  }
  balance(figures)
  for (const { address, parts } of cellsOf(edition2021))
    if (parts) figures.set(address, String(parts.reduce((sum, part) => sum + Number(figures.get(part)), 0)))
  const organ = `${random.pick(places)}${random.pick(bodies)}`
  const year = String(random.whole(2021, 2025))
  return { organ, year, figures, texts: proseOf(organ, year, random) }
}

/** 第一项＋第二项＝第三项＋第四项 in every column, as published reports have it: what is received follows from the rest. */
function balance(figures: Map<Address, string>) {
  const amount = (address: Address) =>
    partsOf(edition2021, address).reduce((sum, part) => sum + Number(figures.get(part)), 0)
  for (const { left, right, column } of identitiesOf(edition2021)) {
    const [received, carriedOver] = left
    if (column.sum || !received || !carriedOver) continue
    const all = right.reduce((sum, address) => sum + amount(address), 0)
    if (all < amount(carriedOver)) figures.set(carriedOver, '0')
    figures.set(received, String(all - amount(carriedOver)))
  }
}

function proseOf(organ: string, year: string, random: Random): Map<Address, string[]> {
  const count = random.whole(20, 900)
  const sentences = [
    `${year}年，本机关围绕群众关心的事项，主动公开各类信息${count}条，网站栏目按季度检查。`,
    '办事指南、收费标准和政策解读同步发布，群众可以在公开专栏里查询，也可以到服务大厅查阅纸质材料。',
    '各科室指定专人负责信息的起草、审核和发布，更新时限写入岗位职责，每月由办公室抽查一次并通报结果。',
    '对外公布的电话有人接听，来信来访当日登记，能够当场答复的当场答复，需要核实的在约定时间内回复。',
  ]
  const part = () => random.shuffled(sentences).slice(0, random.whole(1, 3)).join('')
  return new Map([
    [
      'overview.introduction',
      [
        `根据有关规定，现公布${organ}${year}年政府信息公开工作年度报告。统计期限为${year}年1月1日至${year}年12月31日。如有疑问，请与本机关联系（地址：示例路${random.whole(1, 99)}号；邮编：080000；电话：0600-55501${random.whole(10, 99)}）。`,
      ],
    ],
    ['overview.proactive', [part(), part()]],
    ['overview.onRequest', [part()]],
    ['overview.management', [part()]],
    ['overview.platform', [part(), part()]],
    ['overview.oversight', [part()]],
    [
      'problems',
      [`存在的问题：一是公开的内容还不够细。二是培训次数偏少。`, `下一步，将增加培训，并逐项补齐目录。`],
    ],
    ['other', ['本年度没有收取信息处理费。']],
  ])
}

/** One printed cell; figures have an address. */
export interface PrintedCell {
  text: string
  columns: number
  rows: number
  address?: Address
  /** For a label: the path of its row, or of its column. */
  label?: boolean
}

/** The printed rows of a table, merged cells once, with the figures of a report. */
export function printedRows(table: TableSpec, figures: Map<Address, string>): PrintedCell[][] {
  const { blocks, columns } = layoutOf(table)
  return blocks.flatMap(({ block, head, body }) => [
    ...(block.caption ? [[{ text: block.caption, columns, rows: 1, label: true }]] : []),
    ...head.map((line) =>
      line.map((cell) => ({ text: cell.label, columns: cell.colSpan, rows: cell.rowSpan, label: true })),
    ),
    ...body.map(({ row, stubs, cells }) => [
      ...stubs.map((cell) => ({ text: cell.label, columns: cell.colSpan, rows: cell.rowSpan, label: true })),
      ...cells.map(({ column, colSpan }) => {
        const address = addressOf(table, row, column)
        return { text: figures.get(address) ?? '', columns: colSpan, rows: 1, address }
      }),
    ]),
  ])
}

export const tablesOf2021 = edition2021.sections.flatMap(({ table }) => table ?? [])
