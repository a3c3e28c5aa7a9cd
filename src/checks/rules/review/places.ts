import type { Address } from '../../../format/types'

export const T4 = 'tables.reviewAndLitigation.'

export const REVIEW_TOTAL: Address = `${T4}administrativeReview.total`

export const DIRECT_TOTAL: Address = `${T4}litigationDirect.total`
