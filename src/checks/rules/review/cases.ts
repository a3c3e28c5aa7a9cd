import { cellAt } from '../../../format/cells'
import type { Address, Edition } from '../../../format/types'
import { T4 } from './places'

/** The three kinds of case of 表四, each with its computed 总计. */
export const CASE_GROUPS = ['administrativeReview', 'litigationDirect', 'litigationAfterReview'].map(
  (group) => ({
    group,
    total: `tables.reviewAndLitigation.${group}.total`,
    pending: `tables.reviewAndLitigation.${group}.pending`,
  }),
)

export const caseName = (edition: Edition, address: Address): string =>
  cellAt(edition, address)?.head.at(-2) ?? address

/** Addresses of 结果纠正, one for each kind of case. */
export const correctedCells: Address[] = CASE_GROUPS.map(({ group }) => `${T4}${group}.corrected`)
