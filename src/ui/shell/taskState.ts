import { partsOf } from '../../format/cells'
import { sectionOf } from '../../format/names'
import type { Address, Edition } from '../../format/types'
import type { Review } from '../form/findings'
import { BASIC } from '../routes'

export interface TaskState {
  key: string
  numeral: string
  name: string
  filled: number
  total: number
  next?: Address
  status: 'untouched' | 'partial' | 'complete'
  /** Open findings that may be shown by now. */
  problems: { block: number; verify: number }
}

/** The state of each part of the report, 基本信息 first, then in printed order. */
export const reviewState = (edition: Edition, review: Review): TaskState[] =>
  review.progress.map(({ key, filled, total, next }) => {
    const section = edition.sections.find((candidate) => candidate.key === key)
    const own = review.due.filter(
      (finding) =>
        finding.status === 'open' &&
        (sectionOf(edition, partsOf(edition, finding.target)[0] ?? finding.target)?.key ?? BASIC) === key,
    )
    return {
      key,
      numeral: section?.numeral ?? '',
      name: section?.heading ?? '基本信息',
      filled,
      total,
      next,
      status: filled === 0 ? 'untouched' : filled < total ? 'partial' : 'complete',
      problems: {
        block: own.filter((finding) => finding.severity === 'block').length,
        verify: own.filter((finding) => finding.severity === 'verify').length,
      },
    }
  })
