import type { Unplaced } from '../proposal'
import type { Line } from './lines'
import { isValue, runsOf, runText } from './runs'

/** Why a hidden printing of a row is not read. */
export const SHOWN_ELSEWHERE = '另一次在隐藏的行里，这里用的是看得见的'

/**
 * The lines of a table of one row, without the figures of its hidden lines where visible ones hold as many: what was not
 * seen never stands beside or instead of what was.
 */
export function withoutHiddenRows(lines: Line[], tableName: string): { lines: Line[]; left: Unplaced[] } {
  const runs = runsOf(lines)
  const figures = (hidden: boolean) =>
    runs.filter((run) => run.hidden === hidden).flatMap(({ atoms }) => atoms.filter(isValue)).length
  const unseen = figures(true)
  if (!unseen || figures(false) < unseen) return { lines, left: [] }
  return {
    lines: lines.map((line) => (line.hidden ? { ...line, atoms: [] } : line)),
    left: runs
      .filter(({ hidden }) => hidden)
      .map((run) => ({
        text: runText(run),
        places: run.atoms.filter(isValue).map(({ place }) => place),
        why: `${tableName}：${SHOWN_ELSEWHERE}`,
      })),
  }
}
