import type { TableSpec } from '../../format/types'
import type { Figure, Unplaced } from '../proposal'
import { isRowless } from './elsewhere'
import { readLabel, spellingsOf, withoutBrackets } from './labels'
import type { Line } from './lines'
import { COMMON, columnsOf, findLabels, piecesOf, targetsOf } from './occurrences'
import { captionOfYear, ofOtherTable, type Whose } from './otherYears'
import { isValue } from './runs'

/** What is said of a table is no longer than this. */
const MAX_TELL = 40
const MAX_WORDS = 3
const ABOVE = /以上|上表|上述|上面|上列|前表/
const BELOW = /以下|下表|下述|下面|下列|如下|后表/
const VOID =
  /作废|无效|[更订修]正前|修[改订]前|调整前|原(?:表|数据|始数据)|旧表|有误|错误的?(?:表|数据|填报)|填[报写]错误/
const VALID =
  /[更订修]正后|修[改订]后|调整后|更新后|正确的?(?:表|数据)|为准|[更订修]正如下|现[更订]正|重新填报/

/** What some words say of a table: whether it is the one of the report, and on which side of them it stands. */
interface Tell {
  whose: Whose
  side?: 'above' | 'below'
  why: 'year' | 'void'
}

/** The words that say of tables which of them counts, clause by clause. */
function tellsIn(line: Line, names: ReadonlySet<string>, year: string | undefined): Tell[] {
  const words = line.atoms.filter(({ kind }) => kind !== 'empty')
  const isYear = ({ kind, text }: Line['atoms'][number]) => kind === 'label' || /^20\d\d$/.test(text)
  const text = line.grid ? words.map((atom) => atom.written ?? atom.text).join('') : line.text
  if (!words.length || text.length > MAX_TELL || (line.grid && words.length > MAX_WORDS)) return []
  if (!words.every(isYear) || words.some((atom) => names.has(withoutBrackets(readLabel(atom.text).text))))
    return []
  let side: Tell['side']
  return text.split(/[，。；、,;]/).flatMap((clause): Tell[] => {
    side = ABOVE.test(clause) ? 'above' : BELOW.test(clause) ? 'below' : side
    const own = side && { side }
    if (VALID.test(clause)) return [{ whose: 'own', why: 'void', ...own }]
    if (VOID.test(clause)) return [{ whose: 'other', why: 'void', ...own }]
    const whose = captionOfYear(clause, year)
    return whose ? [{ whose, why: 'year', ...own }] : []
  })
}

/** One of several tables of the same form: where its labels and figures stand among the lines. */
interface Printing {
  first: number
  last: number
}

/** Where the rows of a table come anew, or the head of a table without labels. */
function printingsIn(lines: Line[], table: TableSpec, isTell: (at: number) => boolean): Printing[] {
  const starts: number[] = []
  if (isRowless(table)) {
    const names = new Set(table.blocks.flatMap((block) => columnsOf(block).flatMap(spellingsOf)))
    let isBehind = true
    for (const [at, { atoms }] of lines.entries()) {
      const isHead = atoms.some(
        ({ kind, text }) => kind === 'label' && names.has(withoutBrackets(readLabel(text).text)),
      )
      if (isHead && isBehind && !atoms.some(isValue)) starts.push(at)
      if (atoms.some(isValue) && !isTell(at)) isBehind = true
      else if (isHead) isBehind = false
    }
  } else {
    let seen = new Set<unknown>()
    for (const { target, firstLine, exact } of findLabels(piecesOf(lines), targetsOf(table))) {
      if (!exact || !target.row || COMMON.has(target.spellings[0] ?? '')) continue
      if (!starts.length || seen.has(target)) {
        starts.push(firstLine)
        seen = new Set()
      }
      seen.add(target)
    }
  }
  return starts.map((first, order) => {
    const end = starts[order + 1] ?? lines.length
    let last = first
    for (let at = first; at < end; at++) if (lines[at]?.atoms.some(isValue) && !isTell(at)) last = at
    return { first, last }
  })
}

const WHY = {
  year: '别的年份的表，没有读取',
  void: '来文说明作废或更正前的表，没有读取',
}

/**
 * The lines of a section with one of several tables of the same form, as the words nearest to each tell: captions above it,
 * notes and feet below it, words between two tables that name the side. What is told to be of another year, or void, is left
 * out and listed. Where nothing tells, all stay: what differs between them is in doubt then.
 */
export function withoutOtherPrintings(
  lines: Line[],
  table: TableSpec,
  year: string | undefined,
  read: (lines: Line[]) => { figures: Pick<Figure, 'address'>[] },
): { lines: Line[]; left: Unplaced[] } {
  const whole = { lines, left: [] }
  const names = new Set([
    ...table.blocks.flatMap((block) => columnsOf(block).flatMap(spellingsOf)),
    ...targetsOf(table).flatMap(({ spellings }) => spellings),
  ])
  const tells = lines.map((line) => tellsIn(line, names, year))
  if (!tells.some((own) => own.length)) return whole
  const printings = printingsIn(lines, table, (at) => (tells[at]?.length ?? 0) > 0)
  if (printings.length < 2) return whole
  const told = printings.map(() => [] as Tell[])
  /** Which table each telling line is of. */
  const owners = new Map<number, number>()
  const blockAt = (at: number | undefined) => (at === undefined ? undefined : lines[at]?.block)
  const isOpen = (at: number, order: number) =>
    at > (printings[order - 1]?.last ?? -1) && at < (printings[order]?.first ?? lines.length)
  const bareTells = (order: number) =>
    tells.flatMap((own, at) => (isOpen(at, order) ? own.filter(({ side }) => !side) : []))
  // A single word of voidness between two tables may be of either.
  const isUntold = ({ whose, side, why }: Tell, at: number) =>
    whose === 'other' &&
    why === 'void' &&
    !side &&
    !bareTells(0).length &&
    !hasFeet &&
    !/[:：]\s*$/.test(lines[at]?.text ?? '')
  const hasFeet = !bareTells(0).length && bareTells(printings.length).length > 0
  for (const [at, own] of tells.entries()) {
    const order = [...printings.keys(), printings.length].find((each) => isOpen(at, each))
    if (order === undefined) continue
    const [above, below] = [order - 1, order]
    const block = blockAt(at)
    const isFoot = block === blockAt(printings[above]?.last) && block !== blockAt(printings[below]?.first)
    const isCaption = block === blockAt(printings[below]?.first) && block !== blockAt(printings[above]?.last)
    for (const tell of own) {
      if (isUntold(tell, at)) continue
      const isOfAbove = tell.side
        ? tell.side === 'above'
        : lines[at]?.grid && (isFoot || isCaption)
          ? isFoot
          : hasFeet
      const owner = isOfAbove ? above : below
      told[owner]?.push(tell)
      if (told[owner]) owners.set(at, Math.max(owner, owners.get(at) ?? 0))
    }
  }
  const verdicts = told.map((own): Whose | 'both' | undefined => {
    const [only, more] = new Set(own.map(({ whose }) => whose))
    return more ? 'both' : only
  })
  const isOther = (order: number) =>
    verdicts[order] === 'other' ||
    (verdicts[order] === undefined && verdicts.filter((each) => each === 'own').length === 1)
  const gone = [...printings.keys()].filter(isOther)
  if (!gone.length || gone.length === printings.length) return whole
  const ends = printings.map((_, order) => {
    const next = printings[order + 1]
    if (!next) return lines.length
    let end = (printings[order]?.last ?? 0) + 1
    while (end < next.first && owners.get(end) === order) end++
    return end
  })
  const stretch = (order: number) => lines.slice(ends[order - 1] ?? 0, ends[order])
  const parts = [...printings.keys()].map(stretch)
  const addresses = parts.map((part) => new Set(read(part).figures.map(({ address }) => address)))
  const isAlike = addresses.every((own) => {
    const [first = own] = addresses
    const both = [...own].filter((address) => first.has(address)).length
    return both * 2 > Math.max(own.size, first.size)
  })
  if (!isAlike) return whole
  return {
    lines: parts.flatMap((part, order) => (gone.includes(order) ? [] : part)),
    left: gone.map((order) => ({
      ...ofOtherTable(parts[order] ?? []),
      why: WHY[
        told[order]?.some(({ why }) => why === 'void')
          ? 'void'
          : told.flat().some(({ why }) => why === 'void')
            ? 'void'
            : 'year'
      ],
    })),
  }
}
