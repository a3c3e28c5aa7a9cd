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

/** What a cell of the table counts, as it is printed: 表四, 复议后起诉, 尚未审结. */
export function caseWords(edition: Edition, address: Address) {
  const cell = cellAt(edition, address)
  return {
    table: cell?.table.name ?? '',
    kind: cell?.head.at(-2) ?? address,
    result: cell?.column.label ?? '',
  }
}

/** Addresses of 结果纠正, one for each kind of case. */
export const correctedCells: Address[] = CASE_GROUPS.map(({ group }) => `${T4}${group}.corrected`)
