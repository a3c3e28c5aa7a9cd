import type { Finding } from '../../checks/types'
import { textSpecAt } from '../../format/names'
import { printedOrder } from '../../format/order'
import type { Address, Edition } from '../../format/types'
import type { ReportSession } from './session'

/** The field a clerk is at, with the key of the finding that led there. */
type At = ReturnType<ReportSession['at']['get']>

const orderOf = (edition: Edition, address: Address) =>
  printedOrder(edition).get(address) ?? Number.POSITIVE_INFINITY

/** What 上一处 and 下一处 lead through, in printed order: the open findings. Blanks are a count, not findings to step through. */
export const openInOrder = (edition: Edition, findings: Finding[]): Finding[] =>
  findings
    .filter(({ status, severity }) => status === 'open' && severity !== 'blank')
    .sort((a, b) => orderOf(edition, a.target) - orderOf(edition, b.target))

/** Which of them the clerk is at, from 0; -1 elsewhere. */
export const stepAt = (findings: Finding[], at: At): number =>
  findings.findIndex(({ key, target }) => key === at?.key && target === at?.address)

/**
 * The open finding after (or before) the one that the clerk is at. If that one has been set right, the other findings of
 * the same field come first (a text or cell may have several), then those after the field. With no finding left, the blanks.
 */
export function findingAfter(edition: Edition, findings: Finding[], at: At, by: 1 | -1): Finding | undefined {
  const open = openInOrder(edition, findings)
  const list = open.length ? open : findings.filter(({ severity }) => severity === 'blank')
  const current = stepAt(list, at)
  if (current >= 0) return list[(current + by + list.length) % list.length]
  const here = at ? orderOf(edition, at.address) : by > 0 ? -1 : Number.POSITIVE_INFINITY
  const led = Boolean(at?.key)
  const withOwn = at !== null && (at.key !== undefined || textSpecAt(edition, at.address) !== undefined)
  const places = list.map((finding) => ({ finding, order: orderOf(edition, finding.target) }))
  const next =
    by > 0
      ? places.find(({ order }) => order > here || (withOwn && order === here))
      : places.reverse().find(({ order }) => order < here || (led && order === here))
  return (next ?? places[0])?.finding
}
