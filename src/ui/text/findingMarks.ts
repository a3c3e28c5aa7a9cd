import type { Finding } from '../../checks/types'
import type { Address } from '../../format/types'
import type { Mark } from './marks'

/** The phrases that findings quote from a text, each where it stands in it. */
export function marksOfFindings(address: Address, text: string, findings: Finding[]): Mark[] {
  return findings.flatMap((finding): Mark[] => {
    const phrase = finding.evidence?.[address]
    const start = phrase ? text.indexOf(phrase) : -1
    if (!phrase || start < 0 || finding.status === 'accepted') return []
    return [
      {
        start,
        end: start + phrase.length,
        tone: finding.severity,
        number: finding.operands.length > 1 ? finding.operands.indexOf(address) + 1 : undefined,
      },
    ]
  })
}
