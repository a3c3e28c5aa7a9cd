import type { Unplaced } from '../proposal'
import { plainText, readLabel, withoutBrackets } from './labels'
import type { Line } from './lines'
import { captionOfYear, ofOtherTable, type Whose } from './otherYears'
import type { Mine } from './qualifiers'

/** What is said of a table is no longer than this. */
const MAX_TELL = 40
const MAX_WORDS = 3
const ABOVE = /以上|上表|上述|上面|上列|前表/
const BELOW = /以下|下表|下述|下面|下列|如下|后表/
const VOID =
  /作废|无效|[更订修]正前|修[改订]前|调整前|原(?:表|数据|始数据)|旧表|有误|错误的?(?:表|数据|填报)|填[报写]错误/
export const VALID =
  /[更订修]正后|修[改订]后|调整后|更新后|正确的?(?:表|数据)|为准|[更订修]正如下|现[更订]正|重新填报/

/** Of the tables of a government: all its organs together, and its own office among them. */
const WHOLE = /全[省市州县区旗盟镇乡].{0,6}(?:汇总|合计)|汇总(?:数据?|情况|表)?\)?$/
const PART = /(?:本机关|机关本[部级]|办公[厅室](?:本级)?|其中.*本级)(?:数据?|情况|表)*\)?$/
const GOVERNMENT = /政府$|管委会$|管理委员会$/

const TITLE = /年度?报告?(?:$|[（(])/

/** What some words say of a table: whether it is the one of the report, and on which side of them it stands. */
export interface Tell {
  whose: Whose
  side?: 'above' | 'below'
  why: 'year' | 'void' | 'part'
}
/** One of several tables, or groups of tables, of the same form: its first line and the last one with figures. */
export interface Printing {
  first: number
  last: number
}

/** The words that say of tables which of them counts, clause by clause. */
export function tellsIn(line: Line, names: ReadonlySet<string>, { year, organ = '' }: Mine): Tell[] {
  const words = line.atoms.filter(({ kind }) => kind !== 'empty')
  const isYear = ({ kind, text }: Line['atoms'][number]) => kind === 'label' || /^20\d\d$/.test(text)
  const text = line.grid ? words.map((atom) => atom.written ?? atom.text).join('') : line.text
  if (!words.length || text.length > MAX_TELL || (line.grid && words.length > MAX_WORDS)) return []
  if (!words.every(isYear) || words.some((atom) => names.has(withoutBrackets(readLabel(atom.text).text))))
    return []
  let side: Tell['side']
  const clauses = text.split(/[，。；,;]/).filter((clause) => clause.trim())
  return clauses.flatMap((clause): Tell[] => {
    side = ABOVE.test(clause) ? 'above' : BELOW.test(clause) ? 'below' : side
    const own = side && { side }
    if (VALID.test(clause)) return [{ whose: 'own', why: 'void', ...own }]
    if (VOID.test(clause)) return [{ whose: 'other', why: 'void', ...own }]
    // The report of a government is of all its organs.
    if (GOVERNMENT.test(organ)) {
      const plain = plainText(clause)
      if (WHOLE.test(plain)) return [{ whose: 'own', why: 'part', ...own }]
      if (PART.test(plain)) return [{ whose: 'other', why: 'part', ...own }]
    }
    // The title of a report and a sentence that begins with a year tell of no table.
    const whose =
      side || (clauses.length < 2 && !TITLE.test(clause)) ? captionOfYear(clause, year) : undefined
    return whose ? [{ whose, why: 'year', ...own }] : []
  })
}

const WHY = {
  year: '别的年份的表，没有读取',
  void: '来文说明作废或更正前的表，没有读取',
  part: '汇总之外另列的本机关的表，没有读取',
}

/**
 * Lines with several printings of the same tables, parted between them, and which of them the words nearest to each leave
 * out: captions above it, notes and feet below it, words between two that name the side. Undefined where nothing tells.
 */
export function toldApart(
  lines: Line[],
  tells: Tell[][],
  printings: Printing[],
): { parts: Line[][]; gone: Set<number>; left: Unplaced[] } | undefined {
  const told = printings.map(() => [] as Tell[])
  /** Which printing each telling line is of. */
  const owners = new Map<number, number>()
  const blockAt = (at: number | undefined) => (at === undefined ? undefined : lines[at]?.block)
  const isOpen = (at: number, order: number) =>
    at > (printings[order - 1]?.last ?? -1) && at < (printings[order]?.first ?? lines.length)
  const withoutSide = (order: number) =>
    tells.some((own, at) => isOpen(at, order) && own.some(({ side }) => !side))
  const hasCaptions = withoutSide(0)
  const hasFeet = !hasCaptions && withoutSide(printings.length)
  // A single word of voidness between two tables may be of either.
  const isUntold = ({ whose, side, why }: Tell, at: number) =>
    whose === 'other' &&
    why === 'void' &&
    !side &&
    !hasCaptions &&
    !hasFeet &&
    !/[:：]\s*$/.test(lines[at]?.text ?? '')
  for (const [at, own] of tells.entries()) {
    const below = [...printings.keys(), printings.length].find((order) => isOpen(at, order))
    if (below === undefined) continue
    const above = below - 1
    const [block, before, behind] = [at, printings[above]?.last, printings[below]?.first].map(blockAt)
    const isIn = lines[at]?.grid && before !== behind && (block === before || block === behind)
    for (const tell of own) {
      if (isUntold(tell, at)) continue
      const isOfAbove = tell.side
        ? tell.side === 'above'
        : !hasCaptions && (isIn ? block === before : hasFeet)
      const owner = isOfAbove ? above : below
      if (!told[owner]) continue
      told[owner].push(tell)
      owners.set(at, Math.max(owner, owners.get(at) ?? 0))
    }
  }
  const verdicts = told.map((own): Whose | 'both' | undefined => {
    const [only, more] = new Set(own.map(({ whose }) => whose))
    return more ? 'both' : only
  })
  // That a table is of the report's year says nothing of one beside it that no words are said of.
  const isOnly =
    verdicts.filter((each) => each === 'own').length === 1 &&
    told.flat().some(({ whose, why }) => why === 'void' || whose === 'other')
  const gone = new Set(
    verdicts.flatMap((each, order) => (each === 'other' || (!each && isOnly) ? [order] : [])),
  )
  if (!gone.size || gone.size === printings.length) return undefined
  const ends = printings.map(({ last }, order) => {
    const next = printings[order + 1]
    let end = next ? last + 1 : lines.length
    while (next && end < next.first && owners.get(end) === order) end++
    return end
  })
  const parts = ends.map((end, order) => lines.slice(ends[order - 1] ?? 0, end))
  const reasons = new Set(told.flat().map((tell) => tell.why))
  const why = reasons.has('void') ? WHY.void : reasons.has('part') ? WHY.part : WHY.year
  return { parts, gone, left: [...gone].map((order) => ({ ...ofOtherTable(parts[order] ?? []), why })) }
}
