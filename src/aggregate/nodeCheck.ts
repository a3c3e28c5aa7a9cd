import { cellsOf, enteredCellsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { finished } from '../report/finished'
import { candidatesOf, type Explanation, rankedOf, type Weighed, weighed } from './nodeExplain'
import {
  isOfficeOf,
  type NodePart,
  partsOf,
  type SummaryScope,
  sumAt,
  summaryReportOf,
  type Tree,
  treeOf,
} from './nodeParts'
import { editionOf, type Received } from './received'
import type { Choice } from './resolve'
import { isSummed, type Overview, type Standing } from './task'

/** A figure of the form that differs; amounts as in `report/value.ts`. */
export interface Difference {
  address: Address
  /** 本级＋下级, over what is there. */
  left: bigint
  /** What the node's 汇总 says; null where it says nothing that can be used. */
  right: bigint | null
  /** Units that have no usable figure here. */
  missing: number
  /** The units ranked first whose figure explains it. */
  suspects: string[]
}

/**
 * 节点检查: 本级＋下级＝全辖. What a node hands in as its 汇总 (`scope` level or all) against what its units have handed in, cell by cell.
 * A node below counts by its own 汇总 where there is one: what is wrong within it is said there, once.
 */
export interface NodeCheck {
  node: string
  scope: SummaryScope
  report: Received
  differences: Difference[]
  /** Ranked; those that are named first are as good as each other up to `first`. */
  explanations: Explanation[]
  first: number
  /** Units of which there is nothing to sum. */
  lacking: string[]
  /** It equals the sum of all its units' own reports: what differs is the 汇总 of a node below, named in `explanations`. */
  agreesBelow: boolean
}

/**
 * All nodes that hand in a 汇总 of their own, each with what differs in it. Whose figures explain it is looked for at `only` this node,
 * where one is named ("" names none): among thousands of units this takes longer than all the rest.
 */
export const checkNodes = (...given: Parameters<typeof checkingNodes>): NodeCheck[] =>
  finished(checkingNodes(...given))

/** `checkNodes` node by node, so that a page can answer in between. */
export function* checkingNodes(
  overview: Pick<Overview, 'standings'>,
  choices: readonly Choice[] = [],
  only?: string,
): Generator<void, NodeCheck[]> {
  const tree = treeOf(overview, choices)
  const checks: NodeCheck[] = []
  for (const node of overview.standings) {
    if (!tree.children.has(node.id) || (only && node.id !== only)) continue
    for (const scope of ['level', 'all'] as const) {
      const report = summaryReportOf(node, scope, choices)
      if (report) checks.push(checkNode(overview, node, scope, report, tree, only !== ''))
      yield
    }
  }
  return checks
}

function checkNode(
  overview: Pick<Overview, 'standings'>,
  node: Standing,
  scope: SummaryScope,
  report: Received,
  tree: Tree,
  explain: boolean,
): NodeCheck {
  const edition = editionOf(report)
  const { parts, lacking } = partsOf(node, scope, tree)
  const entered = enteredCellsOf(edition)
  const sums = entered.map((_, n) => sumAt(parts, n))
  const differs = entered.flatMap((_, n) => {
    const right = report.figures[n] ?? null
    return right === null || BigInt(right) !== sums[n] ? [n] : []
  })
  const base = { node: node.id, scope, report, lacking, agreesBelow: false }
  if (!differs.length) return { ...base, differences: [], explanations: [], first: 0 }
  const below = scope === 'all' ? nodesThatDiffer(parts, tree, overview, report) : []
  // Cells of which the 汇总 says nothing are named, but explain nobody.
  const usable = differs.filter((n) => (report.figures[n] ?? null) !== null)
  const off = new Map(usable.map((n) => [n, BigInt(report.figures[n] ?? 0) - (sums[n] ?? 0n)]))
  const candidates =
    explain && !below.length ? [...candidatesOf(overview, node, scope, report, parts, tree)] : []
  const found = candidates.flatMap((candidate) => weighed(candidate, off))
  const unheard = lacking.map((id) => ({
    id,
    versions: overview.standings.find((one) => one.id === id)?.conflict.length ?? 0,
  }))
  const ranked = below.length
    ? { explanations: below, first: below.length }
    : rankedOf(found, explain ? unheard : [], explain ? parts : [], off)
  const leading = ranked.explanations.slice(0, ranked.first)
  const suspectsAt = (n: number) => {
    const by = (explanations: readonly Weighed[]) => [
      ...new Set(explanations.filter(({ cells }) => cells.has(n)).map(({ unit }) => unit)),
    ]
    const first = by(leading)
    return first.length ? first : by(ranked.explanations)
  }
  const at = new Map(entered.map(({ address }, n) => [address, n]))
  return {
    ...base,
    agreesBelow: below.length > 0,
    differences: differencesOf(edition, report, sums, at, parts, lacking.length, suspectsAt),
    explanations: ranked.explanations.map(({ unit, cause, cells, whole, versions, file }) => ({
      unit,
      cause,
      explained: cells.size,
      whole,
      ...(versions && { versions, file }),
    })),
    first: ranked.first,
  }
}

/** The nodes below whose 汇总 is not the sum of its units, where the report equals the sum of all units' own reports. */
function nodesThatDiffer(
  parts: readonly NodePart[],
  tree: Tree,
  { standings }: Pick<Overview, 'standings'>,
  report: Received,
): Weighed[] {
  const byId = new Map(standings.map((standing) => [standing.id, standing]))
  const units = parts.map((part) => {
    const child = part.summary && byId.get(part.id)
    return { part, own: child ? partsOf(child, 'all', tree, true).parts : [part] }
  })
  const all = units.flatMap(({ own }) => own)
  const agrees = report.figures.every((figure, n) => figure !== null && BigInt(figure) === sumAt(all, n))
  if (!agrees) return []
  return units.flatMap(({ part, own }): Weighed[] => {
    const cells = part.figures.flatMap((figure, n) => (sumAt(own, n) === BigInt(figure ?? 0) ? [] : [n]))
    return cells.length
      ? [{ unit: part.id, cause: 'nodeBelow', cells: new Set(cells), whole: units.length === 1 }]
      : []
  })
}

/** All figures that differ, computed ones too: totals differ with their parts. */
function differencesOf(
  edition: Edition,
  report: Received,
  sums: readonly bigint[],
  at: ReadonlyMap<Address, number>,
  parts: readonly NodePart[],
  absent: number,
  suspectsAt: (n: number) => string[],
): Difference[] {
  return cellsOf(edition).flatMap(({ address, parts: addends = [address] }) => {
    const places = addends.map((addend) => at.get(addend) as number)
    const left = places.reduce((sum, n) => sum + (sums[n] ?? 0n), 0n)
    const said = places.map((n) => report.figures[n] ?? null)
    const right = said.includes(null) ? null : said.reduce((sum: bigint, one) => sum + BigInt(one ?? 0), 0n)
    if (left === right) return []
    const missing = parts.filter(({ figures }) => places.some((n) => (figures[n] ?? null) === null)).length
    const own = places.map(suspectsAt).filter((suspects) => suspects.length)
    const [firsts = []] = own
    const suspects = firsts.filter((unit) => own.every((others) => others.includes(unit)))
    return [{ address, left, right, missing: missing + absent, suspects }]
  })
}

/** Offices whose report is the government's own once more, figure by figure: both are in the sums. */
export function officesAsGovernment({
  standings,
}: Pick<Overview, 'standings'>): { office: string; government: string }[] {
  const byId = new Map(standings.map((standing) => [standing.id, standing]))
  return standings.flatMap((office) => {
    const over = byId.get(office.unit?.parent ?? '')
    const a = office.current?.figures
    const b = over?.current?.figures
    if (!over || !a || !b || !isSummed(office) || !isSummed(over)) return []
    if (!isOfficeOf(office.unit?.name ?? '', over.unit?.name ?? '')) return []
    const filled = a.filter((figure) => Number(figure ?? 0) !== 0).length
    const same = a.every((figure, n) => figure === b[n])
    return same && filled > 2 ? [{ office: office.id, government: over.id }] : []
  })
}
