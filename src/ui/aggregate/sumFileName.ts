import { safeFileName } from '../../report/safeFileName'

/** What a 汇总 is handed on as: `report` is the 汇总 report as JSON, `data` the sums for other programs, `lines` a line a unit, `list` 列表页, `site` 列表页 with the reports. */
export type SumOutputKind = 'docx' | 'html' | 'xlsx' | 'report' | 'data' | 'lines' | 'list' | 'site'

const ENDINGS: Record<SumOutputKind, string> = {
  docx: '.docx',
  html: '.html',
  xlsx: '.xlsx',
  report: '.json',
  data: '_数据.json',
  lines: '_单位数据.ndjson',
  list: '_列表页.html',
  site: '_列表页和年报.zip',
}

/** 临江区汇总_2024年政府信息公开工作年度报告汇总_不完整.xlsx: what is incomplete says so in its name. */
export function sumFileName(kind: SumOutputKind, { name, year, incomplete }: NameFacts): string {
  const stem = `${name.slice(0, 80)}_${year}年政府信息公开工作年度报告汇总${incomplete ? '_不完整' : ''}`
  return safeFileName(stem + ENDINGS[kind])
}
interface NameFacts {
  name: string
  year: number
  incomplete: boolean
}
