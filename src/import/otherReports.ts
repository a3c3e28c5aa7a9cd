import type { Edition } from '../format/types'
import type { ImportProposal } from './proposal'
import { readTitle } from './prose/contacts'
import { type Candidate, candidatesIn } from './prose/headings'
import type { Line } from './tables/lines'

/** So many sections in the order of the form make a report; the headings of its three tables alone do not. */
const FEWEST_SECTIONS = 4
/** Fewer do under a title of their own, where the report above has its figures already. */
const FEWEST_UNDER_TITLE = 2
/** Rows with figures that make the table of a section. */
const FEWEST_ROWS = 2
/** A title stands within so many lines above the first heading. */
const MAX_PREFACE = 40

/**
 * The first report of a source, and those behind it: where the sections of the form begin anew. What is there twice word for
 * word counts once.
 */
export function firstReport(all: Line[], edition: Edition): { lines: Line[]; others: Line[][] } {
  const starts = startsOf(all, edition)
  const lines = all.slice(0, starts[0])
  const known = new Set(lines.map(({ text }) => text))
  const others = starts.map((from, at) => all.slice(from, starts[at + 1]))
  return { lines, others: others.filter((part) => part.some(({ text }) => !known.has(text))) }
}

/** Says which reports of the source were not read, and that it is to be confirmed which one was. */
export function nameOthers(proposal: ImportProposal, others: Line[][]) {
  if (!others.length) return
  const named = others.map((part) => {
    const { used } = readTitle(part.slice(0, MAX_PREFACE).map(({ text }) => text))
    const own = used.length ? used.flatMap((at) => part[at] ?? []) : part.slice(0, 1)
    return {
      text: own.map(({ text }) => text.trim()).join(''),
      places: own.flatMap(({ atoms }) => atoms.map(({ place }) => place)),
    }
  })
  const why = '来文里的另一份年报，没有读取；需要的请单独导入'
  proposal.unplaced.push(...named.map((each) => ({ ...each, why })))
  proposal.remarks.unshift({
    rule: 'import.another-report',
    message: `来文里有 ${others.length + 1} 份年报，只读取了第一份，没有读取：${named.map(({ text }) => `“${text}”`).join('、')}。`,
    places: named.flatMap(({ places }) => places),
  })
  for (const text of proposal.texts)
    if (text.address === 'year' || text.address === 'organ.name')
      text.doubt ??= '来文里不止一份年报，这里读的是第一份，请核对'
}

/** Where the second report begins, and each further one: at its title, else at its first heading. */
function startsOf(lines: Line[], edition: Edition): number[] {
  const starts: number[] = []
  let open = candidatesIn(lines, edition)
  for (;;) {
    const next = restartIn(open, (at) => isAppended(lines, open, at))
    const heading = open[next]
    if (!heading) return starts
    const from = Math.max((open[next - 1]?.last ?? -1) + 1, heading.first - MAX_PREFACE)
    const { used } = readTitle(lines.slice(from, heading.first).map(({ text }) => text))
    starts.push(used.length ? from + Math.min(...used) : heading.first)
    open = open.slice(next)
  }
}

/**
 * Whether the heading of a table stands right below the title of a report, while the table stands above it already: the
 * tables alone of another body, appended to a report. Tables of the report itself may be appended under its title too.
 */
function isAppended(lines: Line[], headings: Candidate[], at: number): boolean {
  const heading = headings[at]
  const before = headings[at - 1]
  if (!heading?.section.table || !before) return false
  const between = lines.slice(Math.max(before.last + 1, heading.first - MAX_PREFACE), heading.first)
  const { used } = readTitle(between.map(({ text }) => text))
  if (!used.length) return false
  return headings.slice(0, at).some((earlier, index) => {
    const own = lines.slice(earlier.last + 1, headings[index + 1]?.first)
    return earlier.section === heading.section && own.filter(hasFigures).length >= FEWEST_ROWS
  })
}
const hasFigures = ({ atoms }: Line) => atoms.some(({ kind }) => kind === 'number')

/** The heading that begins the longest report behind another one; −1 where there is one report. */
function restartIn(headings: Candidate[], isTitled: (at: number) => boolean): number {
  const longest = (lengths: Map<number, number>, is: (order: number) => boolean) =>
    Math.max(0, ...[...lengths].flatMap(([order, length]) => (is(order) ? [length] : [])))
  const behind = new Map<number, number>()
  const lengths = [...headings].reverse().map(({ order }) => {
    const length = 1 + longest(behind, (later) => later > order)
    behind.set(order, Math.max(length, behind.get(order) ?? 0))
    return length
  })
  lengths.reverse()
  const before = new Map<number, number>()
  let best = -1
  for (const [at, { order }] of headings.entries()) {
    const length = lengths[at] ?? 0
    const isBehindOne = longest(before, () => true) >= FEWEST_SECTIONS
    // 1．主动公开情况 … 6．复议诉讼情况 in section one are no sections: what they stand in goes on with its second.
    const isWhole = order === 0 && length >= FEWEST_SECTIONS
    const isNew = isBehindOne && (isWhole || (length >= FEWEST_UNDER_TITLE && isTitled(at)))
    if (isNew && length > (lengths[best] ?? 0)) best = at
    const own = 1 + longest(before, (earlier) => earlier < order)
    before.set(order, Math.max(own, before.get(order) ?? 0))
  }
  return best
}
