import { partsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import type { Finding } from './types'

/**
 * Whether a finding may be shown yet: no error appears while the clerk is typing. A cell's format waits until the cell
 * is left, a comparison until the focus is outside every entered cell behind it, the rest until 核对 or 导出 has been
 * opened; from then on everything shows.
 */
export function isDue(
  finding: Pick<Finding, 'due' | 'target' | 'operands'>,
  { focused, reviewed, edition }: { focused: Address | null; reviewed: boolean; edition: Edition },
): boolean {
  if (reviewed) return true
  switch (finding.due) {
    case 'onLeave':
      return focused !== finding.target
    case 'whenAnswered':
      return (
        focused === null || !finding.operands.some((operand) => partsOf(edition, operand).includes(focused))
      )
    case 'atReview':
      return false
  }
}
