import type { Verdict } from '../../checks/types'
import type { IconName } from './Icon'

/** How a verdict looks wherever it stands. The tick is for a report with nothing left to look at: a final copy may still have something to verify. */
export function verdictLook({ block, blank, verify }: Pick<Verdict, 'block' | 'blank' | 'verify'>): {
  tone: 'block' | 'verify' | 'ok' | 'idle'
  icon: IconName
} {
  if (block) return { tone: 'block', icon: 'block' }
  if (blank) return { tone: 'idle', icon: 'blank' }
  return verify ? { tone: 'verify', icon: 'verify' } : { tone: 'ok', icon: 'ok' }
}
