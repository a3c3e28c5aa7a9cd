import Papa from 'papaparse'
import { dateInWords } from '../report/localDate'
import { foldFullWidth } from '../report/value'

/** A unit that has to report, or is excused with a reason. */
export interface Unit {
  /** Its code, else its name (with the unit above where several without a code bear one name): how the list, decisions and results call it. */
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
  /** YYYY-MM-DD: its first day, and the day on which it ended or went over into another. Absent where the list says none. */
  from?: string
  to?: string
  /** Id of the unit that it was merged into or renamed to. */
  successor?: string
}

/** A list that was read, and the lines that could not be, in words. */
export interface Roster {
  units: Unit[]
  problems: string[]
}

type Column = Exclude<keyof Unit, 'id'>
/** The columns of 单位名单 by their heads; the template that can be downloaded has the first of each. */
const HEADS: Record<Column, string[]> = {
  code: ['代码', '统一社会信用代码', '单位代码', '机构代码'],
  name: ['名称', '单位名称', '单位', '机关名称', '单位全称'],
  aliases: ['别名', '简称', '曾用名', '别名（曾用名）'],
  parent: ['上级', '上级单位', '主管部门', '所属'],
  kind: ['类型', '机关类型', '单位类型'],
  due: ['期限', '截止日期', '报送期限'],
  exempt: ['不需报', '不需报原因', '免报'],
  from: ['设立日期', '成立日期', '启用日期'],
  to: ['撤销日期', '停用日期', '合并日期', '更名日期'],
  successor: ['并入或更名为', '并入', '更名为', '承接单位'],
}
export const ROSTER_HEAD: string[] = Object.values(HEADS).map(([head]) => head as string)

const columnOf = new Map(
  Object.entries(HEADS).flatMap(([column, heads]) => heads.map((head) => [head, column as Column] as const)),
)
/** The row of the template that shows how it is done; left in, it is nobody's. */
export const EXAMPLE = '例：'
const EXAMPLE_ROW = /^例[：:]/
const NO = new Set(['', '否', '不', '无', '需报', '0', '×', 'X', 'N', 'NO', '-', '—', '——'])
const clean = (text: string | undefined) => foldFullWidth(text ?? '').trim()

/** A date as lists write it, 2025年1月31日 or 2025/1/31, as YYYY-MM-DD; "" where it is none. */
function dateOf(text: string): string {
  // A sheet keeps a date as the number of days since the end of 1899.
  if (/^[3-6]\d{4}$/.test(text))
    return new Date(Date.UTC(1899, 11, 30 + Number(text))).toISOString().slice(0, 10)
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : ''
}

/** What stands before a name in a numbered list: 1. · 2、 · （3） */
const NUMBERING = /^[(（]?\d{1,4}(?:[、)）]|\.(?!\d))\s*/
const CODE = /^[0-9A-Z]{18}$/i
const withoutSpaces = (text: string) => text.replace(/\s+/g, '')
/** What the columns are where no head says it, by the first row: a number of its own is the number of the row. */
function columnsWithoutHead(row: readonly string[] = []): (Column | undefined)[] {
  const isCode = (text: string) => CODE.test(withoutSpaces(text))
  const name = row.findIndex((text) => text !== '' && !/^\d{1,4}[.、]?$/.test(text) && !isCode(text))
  if (name < 0) return ['name']
  const code = row.findIndex(isCode)
  return row.map((_, at) => (at === name ? 'name' : at === code ? 'code' : undefined))
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
  const columns = heads[headAt] ?? columnsWithoutHead(filled[0])
  const problems: string[] = []
  const taken = new Map<string, number>()
  const units: Unit[] = []
  const parents: string[] = []
  const successors: string[] = []
  for (const [n, row] of filled.slice(headAt + 1).entries()) {
    const at = (column: Column) => row[columns.indexOf(column)] ?? ''
    const name = headAt < 0 ? at('name').replace(NUMBERING, '') : at('name')
    if (EXAMPLE_ROW.test(name)) continue
    const written = withoutSpaces(at('code')).toUpperCase()
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
    const dateAt = (column: Column, label: string) => {
      const text = at(column)
      const date = dateOf(text)
      if (text && !date) problems.push(`“${name}”的${label}“${text}”不是日期，请写成 2025-01-31。`)
      return date
    }
    const [from, to] = [dateAt('from', '设立日期'), dateAt('to', '撤销日期')]
    const exempt = at('exempt')
    units.push({
      id: wanted,
      code,
      name,
      aliases: at('aliases')
        .split(/[、,，;；|/]+/)
        .map(clean)
        .filter(Boolean),
      parent: '',
      kind: at('kind'),
      due: dateAt('due', '期限'),
      exempt: NO.has(exempt.toUpperCase()) ? '' : exempt,
      ...(from && { from }),
      ...(to && { to }),
    })
    parents.push(parent)
    successors.push(at('successor'))
  }
  // The same whatever the order of the rows: each of several of one name is called by the unit above it, too.
  const times = new Map<string, number>()
  for (const { code, name } of units) if (!code) times.set(name, (times.get(name) ?? 0) + 1)
  for (const [n, unit] of units.entries())
    if (!unit.code && (times.get(unit.name) ?? 0) > 1 && parents[n]) unit.id = `${unit.name}（${parents[n]}）`
  const byText = new Map<string, Unit>()
  const byName = new Map<string, Unit[]>()
  for (const unit of units) {
    for (const text of [unit.name, unit.code, unit.id]) if (text) byText.set(text, unit)
    byName.set(unit.name, [...(byName.get(unit.name) ?? []), unit])
  }
  const several = (text: string) => (byName.get(text)?.length ?? 0) > 1
  for (const [n, unit] of units.entries()) {
    const text = parents[n] ?? ''
    const over = text && !several(text) ? byText.get(text) : undefined
    if (several(text)) problems.push(`“${unit.name}”的上级“${text}”在名单里有几家，请改写它的代码。`)
    else if (text && !over) problems.push(`“${unit.name}”的上级“${text}”不在名单里。`)
    if (over && over !== unit) unit.parent = over.id
    const named = successors[n] ?? ''
    const successor = named ? byText.get(named) : undefined
    if (named && !successor) problems.push(`“${unit.name}”并入或更名为的“${named}”不在名单里，请把它也列入。`)
    if (successor && successor !== unit) unit.successor = successor.id
  }
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const unit of units)
    if (ancestorsOf(unit, byId).some(({ id }) => id === unit.id)) {
      problems.push(`“${unit.name}”的上级绕了一圈，按没有上级处理。`)
      unit.parent = ''
    }
  for (const unit of units)
    if (unit.successor && !lastOf(unit, (one) => byId.get(one.successor ?? ''))) {
      problems.push(`“${unit.name}”的“并入或更名为”绕了一圈，没有采用。`)
      delete unit.successor
    }
  return { units, problems }
}

/** The end of a chain; undefined where it goes round in a ring. */
function lastOf(unit: Unit, next: (unit: Unit) => Unit | undefined): Unit | undefined {
  const seen = new Set<Unit>()
  let last = unit
  for (let one = next(unit); one; one = next(one)) {
    if (seen.has(one)) return undefined
    seen.add(one)
    last = one
  }
  return last
}

/** Whether a unit was there at the end of a year. Whoever is there then reports for it; one that names its successor is not. */
const isThere = ({ from = '', to = '', successor = '' }: Unit, year: number): boolean => {
  const end = `${year}-12-31`
  return from <= end && (to ? to > end : !successor)
}

/**
 * The list as it is for a year: units that have gone by then, or are not there yet, need not report, and say why. `heirOf` is the unit to
 * which the report of another one belongs: the one it has been merged into or renamed to, itself where there is none.
 */
export function rosterOfYear(units: readonly Unit[], year: number) {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const heir = (unit: Unit) =>
    lastOf(unit, (one) => (isThere(one, year) ? undefined : byId.get(one.successor ?? '')))
  const reason = (unit: Unit): string => {
    const { from = '', to = '' } = unit
    if (isThere(unit, year)) return ''
    if (from > `${year}-12-31`) return `${dateInWords(from)}才设立`
    const last = heir(unit)
    const gone = last && last !== unit ? `已并入或更名为“${last.name}”` : '已撤销'
    return to ? `${dateInWords(to)}${gone}` : gone
  }
  return {
    units: units.map((unit) =>
      unit.exempt || isThere(unit, year) ? unit : { ...unit, exempt: reason(unit) },
    ),
    heirOf: (id: string): string => {
      const unit = byId.get(id)
      return (unit && heir(unit)?.id) ?? id
    },
  }
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
