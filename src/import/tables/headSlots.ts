import { columnsUnder, leavesOf } from '../../format/cells'
import type { Block, Column, ColumnGroup, LeafColumn } from '../../format/types'
import { bare, readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Line } from './lines'
import { columnsOf } from './occurrences'

/** Columns that offices print beside those of the form. */
const FOREIGN =
  /^(?:序号?|编号|(?:指标)?(?:代码|编码)|行次|栏次|(?:计量)?单位|.*(?:小计|说明|上年|去年|同期|同比|环比|增减|增长|增幅|增速|占比|比例|比重|比率|百分比|[%％‰]|[上下]半年|[一二三四]季度).*|备注|年度?)$/
/** Over a block without sums. */
const SUMS = /^[合总共]计$/
/** Those of them that number or count the rows: nothing in them is a figure. */
const OF_ROWS = /^(?:序号?|编号|(?:指标)?(?:代码|编码)|行次|栏次|(?:计量)?单位)$/
/** Those that hold words alone. */
const OF_WORDS = /^(?:(?:计量)?单位|.*说明|备注)$/
/** Whether a head names a column that the form does not have. */
export const isForeignName = (text: string): boolean =>
  FOREIGN.test(bare(text)) || FOREIGN.test(withoutBrackets(bare(text)))
/** Whether nothing but words stands below such a head. */
export const isOfWords = (name: string): boolean => OF_WORDS.test(bare(name))
/** Whether such a head stands over what numbers or counts the rows. */
export const isOfRows = (name: string): boolean => OF_ROWS.test(bare(name))

/** What a head names over one figure of each row: a column of the form, or another. */
export interface Slot {
  name: string
  column?: LeafColumn
}
interface HeadToken extends Slot {
  /** The columns under a merged head. */
  under: LeafColumn[]
  line: number
}

/** The merged heads of a block, the innermost first, with the columns under each. */
function groupsOf(block: Block): { name: string; under: LeafColumn[] }[] {
  const groups = new Map<string, LeafColumn[]>()
  for (const { leaf, labels } of leavesOf<LeafColumn, ColumnGroup>(block.columns as Column[], columnsUnder))
    for (const label of labels.slice(0, -1)) {
      const name = readLabel(label).text
      groups.set(name, [...(groups.get(name) ?? []), leaf])
    }
  return [...groups].map(([name, under]) => ({ name, under })).sort((a, b) => a.under.length - b.under.length)
}

/**
 * What stands over the figures of a row from left to right, by a head in one or several lines: what is below a merged head
 * stands in its place. What stands left of the corner (`before`) is over no figure of the row; undefined where a name is not known.
 */
export function slotsOf(
  head: Line[],
  block: Block,
): {
  slots?: Slot[]
  isOpen: boolean
  others: number
  words: boolean
  before: boolean
  named: LeafColumn[]
} {
  const groups = groupsOf(block)
  const columns = columnsOf(block)
  const order: HeadToken[] = []
  let [at, others, words, before, corner, isTold] = [0, 0, false, false, false, true]
  const put = (token: HeadToken, isAlone: boolean, isLower: boolean) => {
    const own = token.column ? [token.column] : token.under
    const over = order.findIndex(({ under }) => own.length && own.every((column) => under.includes(column)))
    const beside =
      over < 0
        ? order
        : order.slice(0, over).filter(({ column }) => column && order[over]?.under.includes(column))
    if (over >= 0) at = over
    // One name a line: what follows a merged head may stand below it or behind it.
    else if (isAlone && order[at - 1]?.under.length) isTold = false
    // Names below others whose merged head is not known.
    if (own.length && isLower && beside.some(({ line }) => line < token.line)) isTold = false
    order.splice(at++, 0, token)
  }
  for (const [line, { atoms }] of head.entries()) {
    const labels = atoms.filter(({ kind }) => kind === 'label')
    const tokens = labels.map(({ text }): HeadToken | undefined => {
      const name = readLabel(text).text
      const column = columns.find((own) =>
        spellingsOf(own).some((each) => [name, withoutBrackets(name)].includes(each)),
      )
      const group = groups.find((each) => each.name === name)
      if (column) return { name: text, column, under: [], line }
      return group
        ? { name: text, under: group.under, line }
        : isForeignName(text) || SUMS.test(name)
          ? { name: text, under: [], line }
          : undefined
    })
    const isKnown = (token: HeadToken | undefined) => token?.column || token?.under.length
    const first = tokens.findIndex(isKnown)
    const isLower = labels.length > 1
    let waiting: HeadToken[] = []
    if (tokens.length && !tokens.some(Boolean) && order.length && !order.some(isKnown)) {
      before = true
      at = 0
      order.length = 0
    }
    for (const [index, token] of tokens.entries()) {
      if (token && !isKnown(token)) {
        others++
        words ||= isOfWords(token.name)
      }
      if (!token) {
        if (first >= 0 && index > first) isTold = false
        else if (first >= 0 && !corner) {
          corner = true
          before = waiting.length > 0
          waiting = []
        }
      } else if (index < first) waiting.push(token)
      else {
        if (order.some((each) => each.column && each.column === token.column)) isTold = false
        put(token, first < 0, isLower)
        at -= 1
        order.splice(at, 0, ...waiting)
        at += waiting.length + 1
        waiting = []
      }
    }
  }
  const slots = order.filter(({ under }) => !under.length)
  const named = order.flatMap(({ column }) => column ?? [])
  const isWhole = order.every(({ under }) => !under.length || under.some((column) => named.includes(column)))
  isTold &&= isWhole && (named.length > 1 || columns.length === 1)
  return {
    ...(isTold && { slots }),
    isOpen: !isTold && isWhole && others === 1,
    others,
    words,
    before,
    named,
  }
}
