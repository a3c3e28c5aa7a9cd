import { partsOf } from '../../format/cells'
import { sectionOf } from '../../format/names'
import type { Address, Edition } from '../../format/types'
import { BASIC } from '../routes'
import type { Review } from './createFindings'

export interface TaskState {
  key: string
  numeral: string
  name: string
  filled: number
  total: number
  next?: Address
  /** `filled`: nothing is blank, but the rules have not looked yet; `complete`: they have, and found nothing to correct or explain. */
  status: 'untouched' | 'partial' | 'filled' | 'complete' | 'problems'
  /** Open findings: the same that 核对 lists and 我的年报 counts. */
  problems: { block: number; verify: number }
}

/** 已完成: which of the statutory parts bear the tick. The rail and 我的年报 count the same, and 帮助 says what. */
export const completedOf = (states: TaskState[]): string[] =>
  states.filter(({ key, status }) => key !== BASIC && status === 'complete').map(({ key }) => key)

/** The state of each part of the report, 基本信息 first, then in printed order. */
export const reviewState = (
  edition: Edition,
  review: Pick<Review, 'progress' | 'findings' | 'verdict'>,
): TaskState[] =>
  review.progress.map(({ key, filled, total, next }) => {
    const section = edition.sections.find((candidate) => candidate.key === key)
    const own = review.findings.filter(
      (finding) =>
        finding.status === 'open' &&
        (sectionOf(edition, partsOf(edition, finding.target)[0] ?? finding.target)?.key ?? BASIC) === key,
    )
    const problems = {
      block: own.filter((finding) => finding.severity === 'block').length,
      verify: own.filter((finding) => finding.severity === 'verify').length,
    }
    const answered = filled === 0 ? 'untouched' : filled < total ? 'partial' : 'filled'
    return {
      key,
      numeral: section?.numeral ?? '',
      name: section?.heading ?? '基本信息',
      filled,
      total,
      next,
      status:
        problems.block || problems.verify
          ? 'problems'
          : answered === 'filled' && review.verdict
            ? 'complete'
            : answered,
      problems,
    }
  })
