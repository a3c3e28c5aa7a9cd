import type { Figure, Received } from './received'
import { type Choice, resolve } from './resolve'
import { isLacking, isSummed, type Overview, type Standing } from './task'

export type SummaryScope = 'level' | 'all'

/** One thing that a sum is made of. */
export interface NodePart {
  id: string
  figures: readonly Figure[]
  /** The 汇总 of a node below, which stands for all of its units. */
  summary: boolean
}

/** The 汇总 of a node that counts; two that do not follow each other are none until a person decides. */
export function summaryReportOf(
  { reports }: Pick<Standing, 'reports'>,
  scope: SummaryScope,
  choices: readonly Choice[],
): Received | undefined {
  const found = resolve(
    reports.filter((report) => report.scope === scope),
    choices,
  )
  return found && 'current' in found ? found.current : undefined
}

/** Whether a unit is the office of a government: 政府办公厅, whose figures are the government's own. */
export const isOfficeOf = (name: string, government: string): boolean =>
  /(政府|管委会|管理委员会)办公[厅室]$/.test(name) ||
  (/(政府|管理?委员会|管委会)$/.test(government) && /^(办公[厅室]|政府办(公[厅室])?)$/.test(name))

/** The list as a tree. */
export interface Tree {
  children: ReadonlyMap<string, Standing[]>
  choices: readonly Choice[]
}
export const treeOf = ({ standings }: Pick<Overview, 'standings'>, choices: readonly Choice[]): Tree => {
  const children = new Map<string, Standing[]>()
  for (const standing of standings) {
    const { parent } = standing.unit ?? {}
    if (!parent) continue
    const known = children.get(parent)
    if (known) known.push(standing)
    else children.set(parent, [standing])
  }
  return { children, choices }
}

/** What a node's sum is made of, and which units lack. */
export function partsOf(
  node: Standing,
  scope: SummaryScope,
  tree: Tree,
  /** Units' own reports alone, whatever 汇总 there are below. */
  unitsOnly = false,
): { parts: NodePart[]; lacking: string[] } {
  const parts: NodePart[] = []
  const lacking: string[] = []
  const own = (standing: Standing) => {
    if (isSummed(standing) && standing.current)
      parts.push({ id: standing.id, figures: standing.current.figures, summary: false })
    else if (isLacking(standing)) lacking.push(standing.id)
  }
  const seen = new Set<string>()
  const walk = (over: Standing) => {
    if (seen.has(over.id)) return
    seen.add(over.id)
    own(over)
    for (const child of tree.children.get(over.id) ?? []) {
      if (!tree.children.has(child.id)) own(child)
      else if (scope === 'all') {
        const summary = unitsOnly ? undefined : summaryReportOf(child, 'all', tree.choices)
        if (summary) parts.push({ id: child.id, figures: summary.figures, summary: true })
        else walk(child)
      }
    }
  }
  walk(node)
  return { parts, lacking }
}

/** What the parts say in one place, added up; blanks count for nothing. */
export const sumAt = (parts: readonly NodePart[], n: number): bigint => {
  let small = 0
  let large = 0n
  for (const { figures } of parts) {
    const figure = figures[n] ?? 0
    if (typeof figure === 'bigint') large += figure
    else if (Number.isSafeInteger(small + figure)) small += figure
    else large += BigInt(figure)
  }
  return large + BigInt(small)
}
