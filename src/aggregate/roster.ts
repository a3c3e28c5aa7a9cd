import Papa from 'papaparse'
import { foldFullWidth } from '../report/value'

/** A unit that has to report, or is excused with a reason. */
export interface Unit {
  /** Its code, else its name (with a number where two without a code bear one name): how the list, decisions and results call it. */
  id: string
  /** 统一社会信用代码, or "". */
  code: string
  name: string
  /** Former names, abbreviations, and names that were given as an answer. */
  aliases: string[]
  /** Id of the unit above, or "". */
  parent: string
  kind: string
  /** YYYY-MM-DD, or "": by when its report is due. */
  due: string
  /** Why it need not report; "" where it must. */
  exempt: string
}

/** A list that was read, and the lines that could not be, in words. */
export interface Roster {
  units: Unit[]
  problems: string[]
}

type Column = 'code' | 'name' | 'aliases' | 'parent' | 'kind' | 'due' | 'exempt'
/** The columns of 单位名单 by their heads; the template that can be downloaded has the first of each. */
const HEADS: Record<Column, string[]> = {
  code: ['代码', '统一社会信用代码', '单位代码', '机构代码'],
  name: ['名称', '单位名称', '单位', '机关名称', '单位全称'],
  aliases: ['别名', '简称', '曾用名', '别名（曾用名）'],
  parent: ['上级', '上级单位', '主管部门', '所属'],
  kind: ['类型', '机关类型', '单位类型'],
  due: ['期限', '截止日期', '报送期限'],
  exempt: ['不需报', '不需报原因', '免报'],
}
export const ROSTER_HEAD: string[] = Object.values(HEADS).map(([head]) => head as string)

const columnOf = new Map(
  Object.entries(HEADS).flatMap(([column, heads]) => heads.map((head) => [head, column as Column] as const)),
)
const NO = new Set(['', '否', '无', '需报', '0'])
const clean = (text: string | undefined) => foldFullWidth(text ?? '').trim()

/** A date as lists write it, 2025年1月31日 or 2025/1/31, as YYYY-MM-DD; "" where it is none. */
function dateOf(text: string): string {
  // A sheet keeps a date as the number of days since the end of 1899.
  if (/^[3-6]\d{4}$/.test(text))
    return new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10)
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : ''
}

/** A sheet may say what it is before its head. */
const TITLE_ROWS = 5

/**
 * 单位名单 from rows of texts, as pasted or as a sheet has them: one name a row, or columns under a head. A parent that is not in the
 * list, a name twice without codes and a row without a name are said, the others are read. A pure function of the rows.
 */
export function rosterOf(rows: readonly (readonly string[])[]): Roster {
  const filled = rows.map((row) => row.map(clean)).filter((row) => row.some((text) => text !== ''))
  const heads = filled.slice(0, TITLE_ROWS).map((row) => row.map((text) => columnOf.get(text)))
  const headAt = heads.findIndex((head) => head.includes('name') || head.includes('code'))
  const columns = heads[headAt] ?? (['name'] as (Column | undefined)[])
  const problems: string[] = []
  const taken = new Map<string, number>()
  const units: Unit[] = []
  const parents: string[] = []
  for (const [n, row] of filled.slice(headAt + 1).entries()) {
    const at = (column: Column) => row[columns.indexOf(column)] ?? ''
    const name = at('name')
    const written = at('code').toUpperCase()
    const rounded = /^\d(\.\d+)?E\+?\d+$/.test(written)
    if (rounded)
      problems.push(
        `“${name}”的代码成了“${written}”（Excel 把长数字改写了），没有采用。请把这一列设为文本后重填。`,
      )
    const code = rounded ? '' : written
    if (!name) {
      problems.push(`第 ${n + 1} 行没有名称，没有列入。`)
      continue
    }
    const wanted = code || name
    const before = taken.get(wanted) ?? 0
    taken.set(wanted, before + 1)
    if (before && code) {
      problems.push(`代码 ${code} 写了两次，“${name}”没有列入。`)
      continue
    }
    const parent = at('parent')
    if (before && units.some((unit, at) => unit.name === name && !unit.code && parents[at] === parent)) {
      problems.push(`“${name}”写了两次，只列入一次。`)
      continue
    }
    const due = at('due')
    const date = dateOf(due)
    if (due && !date) problems.push(`“${name}”的期限“${due}”不是日期，请写成 2025-01-31。`)
    const exempt = at('exempt')
    units.push({
      id: before ? `${name}（${parent || before + 1}）` : wanted,
      code,
      name,
      aliases: at('aliases')
        .split(/[、,，;；|/]+/)
        .map(clean)
        .filter(Boolean),
      parent: '',
      kind: at('kind'),
      due: date,
      exempt: NO.has(exempt) ? '' : exempt,
    })
    parents.push(parent)
  }
  const byText = new Map<string, Unit>()
  for (const unit of units)
    for (const text of [unit.name, unit.code, unit.id]) if (text) byText.set(text, unit)
  for (const [n, unit] of units.entries()) {
    const text = parents[n] ?? ''
    const over = text ? byText.get(text) : undefined
    if (text && !over) problems.push(`“${unit.name}”的上级“${text}”不在名单里。`)
    if (over && over !== unit) unit.parent = over.id
  }
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const unit of units)
    if (ancestorsOf(unit, byId).some(({ id }) => id === unit.id)) {
      problems.push(`“${unit.name}”的上级绕了一圈，按没有上级处理。`)
      unit.parent = ''
    }
  return { units, problems }
}

/** 单位名单 as pasted or in a CSV file: one name a line, or columns with a head, between tabs, commas or semicolons. */
export const rosterOfText = (text: string): Roster =>
  rosterOf(Papa.parse<string[]>(text.replace(/^\ufeff/, '').trim()).data)

/** The units above, the nearest first. Ends where the list goes round in a ring. */
export function ancestorsOf(unit: Unit, byId: ReadonlyMap<string, Unit>): Unit[] {
  const above: Unit[] = []
  for (let over = byId.get(unit.parent); over && !above.includes(over); over = byId.get(over.parent))
    above.push(over)
  return above
}
