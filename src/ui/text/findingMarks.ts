import type { CheckedFigure } from '../../checks/marks'
import { firstOfOverlapping } from '../../checks/overlaps'
import type { Finding } from '../../checks/types'
import type { Address } from '../../format/types'
import type { TextMark } from './marks'

/**
 * What is drawn behind a text: the figures that were checked, and what the findings quote from it, each in the tone of
 * its finding; the one that was followed has its number, as the cells have theirs. A doubtful figure whose finding may not be shown yet, because it is still being typed, has no mark.
 */
export function marksToDraw(
  address: Address,
  text: string,
  figures: CheckedFigure[],
  findings: Finding[],
  followed?: string,
): TextMark[] {
  const toneOf = (finding: Finding) => (finding.status === 'accepted' ? 'checked' : finding.severity)
  const numberOf = ({ key, operands }: Finding) =>
    key === followed && operands.length > 1 ? operands.indexOf(address) + 1 || undefined : undefined
  const marked = (finding: Finding, start: number, end: number): TextMark => ({
    start,
    end,
    tone: toneOf(finding),
    number: numberOf(finding),
    finding: finding.key,
  })
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) {
    const own = byRule.get(finding.rule)
    if (own) own.push(finding)
    else byRule.set(finding.rule, [finding])
  }
  const drawn = figures.flatMap(({ start, end, state, rule }): TextMark[] => {
    if (state === 'checked') return [{ start, end, tone: 'checked' }]
    const own = byRule.get(rule) ?? []
    const phrase = text.slice(start, end)
    const finding = own.find(({ evidence }) => evidence?.[address] === phrase) ?? own[0]
    return finding ? [marked(finding, start, end)] : []
  })
  const known = new Set(drawn.map(({ finding }) => finding))
  const quoted = findings.flatMap((finding): TextMark[] => {
    const phrase = finding.evidence?.[address]
    const start = phrase && !known.has(finding.key) ? text.indexOf(phrase) : -1
    return phrase && start >= 0 ? [marked(finding, start, start + phrase.length)] : []
  })
  // What a finding quotes goes before a figure that only happens to stand in it.
  return firstOfOverlapping([
    ...quoted,
    ...drawn.filter(({ finding }) => finding),
    ...drawn.filter(({ finding }) => !finding),
  ])
}
