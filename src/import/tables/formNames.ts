import { columnsUnder, leavesOf } from '../../format/cells'
import type { Column, ColumnGroup, LeafColumn, LeafRow, TableSpec } from '../../format/types'
import { isForeignName } from './headSlots'
import { bare, plainText, readLabel, spellingsOf } from './labels'
import { columnsOf, targetsOf } from './occurrences'

/** A row with the columns that its figures stand in; of a table without row labels, a kind of case. */
export interface FormRow {
  label: string
  number: string
  columns: LeafColumn[]
}
/** The names that tell where a figure stands. */
export interface Form {
  /** Whether its rows have labels; kinds of case have none. */
  isLabelled: boolean
  rows: Map<string, FormRow>
  /** Stubs with the rows under each. */
  stubs: Map<string, FormRow[]>
  columns: Set<string>
  /** All names, and words that say nothing of the place, the longest first. */
  words: string[]
}

/** Words around names that say nothing of the place. */
const SILENT = [
  '申请人情况',
  '申请人类型',
  '办理情况',
  '法人或其他组织',
  '信息内容',
  '主动公开',
  '依申请公开',
  '复议诉讼',
  '计量单位',
  '单位',
  '申请人',
  '数量',
  '件数',
  '情况',
  '其中',
  '万元',
  '件',
  '元',
]
const TABLE = /^附?表[一二三四\d]/

const forms = new WeakMap<TableSpec, Form>()
/** The names of a table. */
export function formOf(table: TableSpec): Form {
  const known = forms.get(table)
  if (known) return known
  const rows = new Map<string, FormRow>()
  const stubs = new Map<string, FormRow[]>()
  const silent = [...SILENT]
  const ofLeaf = new Map<LeafRow, FormRow>()
  for (const { row, block, label, number, spellings } of targetsOf(table)) {
    if (!row || !label) continue
    const own = { label, number, columns: columnsOf(block) }
    ofLeaf.set(row, own)
    for (const name of spellings) rows.set(name, own)
  }
  for (const { row, rows: leaves, spellings } of targetsOf(table))
    if (!row)
      for (const name of spellings)
        stubs.set(
          name,
          leaves.flatMap((leaf) => ofLeaf.get(leaf) ?? []),
        )
  const isLabelled = rows.size > 0
  if (!isLabelled)
    for (const { columns } of table.blocks)
      for (const { leaf, labels } of leavesOf<LeafColumn, ColumnGroup>(columns as Column[], columnsUnder)) {
        const [outer = '', group = outer] = labels.slice(0, -1)
        const name = readLabel(group).text
        const row = rows.get(name) ?? { label: group, number: '', columns: [] }
        row.columns.push(leaf)
        rows.set(name, row)
        const stub = readLabel(outer).text
        if (group !== outer) stubs.set(stub, [...new Set([...(stubs.get(stub) ?? []), row])])
      }
  for (const { caption = '', captionVariants = [], corner = '' } of table.blocks)
    for (const text of [caption, corner, ...captionVariants]) silent.push(readLabel(text).text, bare(text))
  const columns = new Set([...rows.values()].flatMap((row) => row.columns.flatMap(spellingsOf)))
  const words = [...rows.keys(), ...stubs.keys(), ...columns, ...silent]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
  const form = { isLabelled, rows, stubs, columns, words }
  forms.set(table, form)
  return form
}

export interface Name {
  text: string
  number: string
}
const NUMBER = /^\(?([一二三四五六七八九十]{1,2}|\d{1,2})\)?/
/** A numeral that is no number of a row. */
export const NUMERAL = /^[〇零一二三四五六七八九十百千]+$/
const BRACKET = /^\([^()]*\)/

/**
 * The names that a text consists of; undefined where it says anything else. What stands in brackets is names as well, or an
 * explanation, unless it tells of another year or a share.
 */
export function namesIn(text: string, form: Form): Name[] | undefined {
  const { rows, stubs, columns, words } = form
  let rest = bare(plainText(text).replace(TABLE, '')).replace(/[—–―\-~/>→#•●○■◆+＊]/g, ' ')
  let number = ''
  const names: Name[] = []
  while (rest) {
    const word = words.find((each) => rest.startsWith(each))
    const [skipped = ' '] = word
      ? [word]
      : (NUMBER.exec(rest) ?? BRACKET.exec(rest) ?? (/^ +/.exec(rest) || ['']))
    if (!skipped) return undefined
    if (!word && BRACKET.test(skipped) && !NUMBER.test(skipped)) {
      const inner = skipped.slice(1, -1)
      const within = namesIn(inner, form)
      if (!within && isForeignName(inner)) return undefined
      names.push(...(within ?? []))
    }
    // Behind a name and before none it stands in the place of a figure.
    const isNumber = !word && /^\d|^[〇零一二三四五六七八九十]/.test(skipped)
    const after = rest.slice(skipped.length).trimStart()
    if (isNumber && names.length && !words.some((each) => after.startsWith(each))) return undefined
    if (word && (rows.has(word) || stubs.has(word) || columns.has(word))) names.push({ text: word, number })
    number = word ? '' : (NUMBER.exec(rest)?.[1] ?? number)
    rest = rest.slice(skipped.length)
  }
  return names
}

/**
 * The row that a text names, and whether it names one of its columns as well: 行政复议-结果维持. 其他 alone is the name of a row
 * or of a column.
 */
export function rowNamed(text: string, form: Form): { row: FormRow; withColumn: boolean } | undefined {
  const names = namesIn(text, form) ?? []
  const at = names.findIndex((name) => form.rows.has(name.text))
  const row = form.rows.get(names[at]?.text ?? '')
  return row && { row, withColumn: names.some((name, order) => order !== at && form.columns.has(name.text)) }
}
