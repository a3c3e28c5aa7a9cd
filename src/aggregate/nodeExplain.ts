import { enteredCellsOf } from '../format/cells'
import {
  isOfficeOf,
  type NodePart,
  partsOf,
  type SummaryScope,
  sumAt,
  summaryReportOf,
  type Tree,
} from './nodeParts'
import { inRange } from './range'
import { editionOf, type Figure, type Received } from './received'
import { isSummed, type Overview, type Standing } from './task'

export type Cause =
  | 'leftOut'
  | 'twice'
  | 'sumAmongParts'
  | 'officeTwice'
  | 'oldVersion'
  /** The 汇总 of a node below is not the sum of its own units; said there. */
  | 'nodeBelow'
  /** What is there is 本级 alone, or the head's own report; nothing below was added. */
  | 'levelOnly'
  | 'headOnly'
  | 'notReceived'
  /** It handed in different reports, and nobody has chosen. */
  | 'notChosen'
  /** One of these explains it. */
  | 'candidate'
  /** Its figure cannot be used, and may be in the sum of the node all the same. */
  | 'unusable'
  | 'figureLeftOut'
  | 'figureTwice'

/** Whose figures explain the differences; how many of them. */
export interface Explanation {
  unit: string
  cause: Cause
  explained: number
  /** It explains every difference, and claims none that is not there. */
  whole: boolean
  /** What else its words need: the reports to choose from, and the file of the one that explains it. */
  versions?: number
  file?: string
}

interface Candidate {
  unit: string
  figures: readonly Figure[]
  /** Why a sum would be too small by these figures, and why too large; undefined where it cannot be. */
  less?: Cause
  more?: Cause
  /** Subtracted first: an earlier version in place of the present one. */
  instead?: readonly Figure[]
  /** It says something only where it explains everything. */
  wholly?: boolean
  versions?: number
  file?: string
}
export type Weighed = Omit<Explanation, 'explained'> & { cells: Set<number> }

/** Everybody whose figures could have been left out or counted again. */
export function* candidatesOf(
  overview: Pick<Overview, 'standings'>,
  node: Standing,
  scope: SummaryScope,
  report: Received,
  parts: readonly NodePart[],
  tree: Tree,
): Generator<Candidate> {
  const government = node.unit?.name ?? ''
  const editionAt = editionOf(report)
  const within = inRange(overview, { kind: scope === 'all' ? 'whole' : 'level', node: node.id })
  const names = new Map(within.map(({ id, unit }) => [id, unit?.name ?? '']))
  for (const standing of within) {
    const { id, current, unit, reports, conflict } = standing
    for (const { figures, file } of conflict)
      yield { unit: id, figures, more: 'candidate', versions: conflict.length, file }
    if (!isSummed(standing) || !current) continue
    const { parent = '' } = unit ?? {}
    const over = parent === node.id ? government : (names.get(parent) ?? '')
    const office = isOfficeOf(unit?.name ?? '', over)
    yield {
      unit: id,
      figures: current.figures,
      less: office ? 'officeTwice' : 'leftOut',
      more: office ? 'officeTwice' : 'twice',
    }
    for (const earlier of reports)
      if (earlier !== current && earlier.scope === current.scope && earlier.code !== current.code)
        yield { unit: id, figures: earlier.figures, instead: current.figures, more: 'oldVersion' }
  }
  for (const part of parts)
    if (part.summary) yield { unit: part.id, figures: part.figures, less: 'leftOut', more: 'sumAmongParts' }
  for (const child of within) {
    if (child.id === node.id || !tree.children.has(child.id)) continue
    const { parts: own } = partsOf(child, 'all', tree)
    const figures = enteredCellsOf(editionAt).map((_, n) => sumAt(own, n))
    yield { unit: child.id, figures, less: 'leftOut', more: 'sumAmongParts' }
    const said = parts.find(({ id, summary }) => summary && id === child.id)
    if (said) yield { unit: child.id, figures, instead: said.figures, more: 'nodeBelow' }
  }
  const sums = enteredCellsOf(editionAt).map((_, n) => sumAt(parts, n))
  const without = (some: readonly NodePart[]) => sums.map((sum, n) => sum - sumAt(some, n))
  if (scope === 'all') {
    const { parts: direct } = partsOf(node, 'level', tree)
    yield { unit: node.id, figures: without(direct), less: 'levelOnly', wholly: true }
  }
  const head = parts.filter(({ id, summary }) => id === node.id && !summary)
  if (head.length) yield { unit: node.id, figures: without(head), less: 'headOnly', wholly: true }
  const level = scope === 'all' && summaryReportOf(node, 'level', tree.choices)
  if (level) yield { unit: node.id, figures: level.figures, more: 'sumAmongParts' }
}

/** Which differences a candidate's figures equal, once as too small and once as too large. */
export function weighed(
  { unit, figures, instead, less, more, wholly, versions, file }: Candidate,
  off: ReadonlyMap<number, bigint>,
): Weighed[] {
  const value = (n: number) => BigInt(figures[n] ?? 0) - BigInt(instead?.[n] ?? 0)
  const lower = new Set<number>()
  const higher = new Set<number>()
  for (const [n, by] of off) {
    const own = value(n)
    if (own === 0n) continue
    if (own === by) higher.add(n)
    if (own === -by) lower.add(n)
  }
  if (!lower.size && !higher.size) return []
  let claims = 0
  for (let n = 0; n < figures.length; n++)
    if (instead ? value(n) !== 0n : Number(figures[n] ?? 0) !== 0) claims++
  return (
    [
      [lower, less, 'figureLeftOut'],
      [higher, more, 'figureTwice'],
    ] as const
  ).flatMap(([cells, cause, single]): Weighed[] => {
    if (!cells.size || !cause) return []
    const whole = cells.size === off.size && cells.size === claims
    if (wholly && !whole) return []
    return [
      {
        unit,
        cause: whole || cells.size > 1 || cause === 'candidate' ? cause : single,
        cells,
        whole,
        versions,
        file,
      },
    ]
  })
}

/** Of so many differences a cause explains at least one. */
const LEAST_SHARE = 10

/**
 * What explains most stands first. Of those that explain as much, one that claims nothing else is better, unless all that differs is
 * one figure: then whoever has that figure is as likely. A mistake that is known of a node below is not looked for again.
 * What explains next to nothing is no cause. Who has not reported could explain any excess, and would have to be 0 wherever the sums
 * agree: a reported unit that explains all is the better cause.
 */
export function rankedOf(
  found: Weighed[],
  lacking: readonly { id: string; versions: number }[],
  parts: readonly NodePart[],
  off: ReadonlyMap<number, bigint>,
): { explanations: Weighed[]; first: number } {
  const rank = ({ cells, whole, cause }: Weighed) =>
    cells.size * 3 + (whole && cause === 'nodeBelow' ? 2 : whole && off.size > 1 ? 1 : 0)
  const ranked = found
    .filter(({ cells }) => cells.size * LEAST_SHARE >= off.size)
    .sort((a, b) => rank(b) - rank(a))
  const best = ranked[0]
  // Whose figures nobody knows may be in the sum of the node: who has not reported, or has no usable figure wherever it differs.
  const places = [...off.keys()]
  const allMore = [...off.values()].every((by) => by > 0n)
  const gaps = parts.filter(({ figures }) => places.every((n) => (figures[n] ?? null) === null))
  const unknown = (units: readonly string[], cause: Cause): Weighed[] =>
    off.size && allMore && !best?.whole
      ? units.map((unit) => ({ unit, cause, cells: new Set(places), whole: false }))
      : []
  const notReceived = lacking.flatMap(({ id, versions }) =>
    unknown([id], versions ? 'notChosen' : 'notReceived').map((one) => ({ ...one, versions })),
  )
  const explained = best?.cells.size === off.size
  const untold = [
    ...(explained ? [] : notReceived),
    ...unknown(
      gaps.map(({ id }) => id),
      'unusable',
    ),
  ]
  const explanations = onePerUnit([...untold, ...ranked, ...(explained ? notReceived : [])])
  const first = untold.length || onePerUnit(ranked).filter((one) => best && rank(one) === rank(best)).length
  return { explanations, first }
}

/** The best explanation of each unit, in their order. */
function onePerUnit(ranked: Weighed[]): Weighed[] {
  const seen = new Set<string>()
  return ranked.filter(({ unit }) => !seen.has(unit) && seen.add(unit))
}
