import { basicRequired, sectionBlank, yearRange } from './basics'
import { cellBlank, cellNegative, cellNotInteger, feeDecimals, feeMalformed } from './cells'
import { requestsBalance } from './identities'
import {
  carriedOverVsLastYear,
  impliedLastYear,
  inForceImpossible,
  inForceVsLastYear,
  pendingVsLastYear,
  sameAsLastYear,
  yearFeeUnit,
  yearJump,
} from './lastYear'
import { cellMagnitude, feeHigh, feeInteger, feeSmall } from './magnitude'
import {
  afterReviewHigh,
  carriedForwardHigh,
  directSince2024,
  moreThanRequests,
  otherShare,
  proactiveAllZero,
  regulationsOrgan,
} from './plausibility'
import { requestsSourceTotal, reviewSourceTotal } from './sourceTotals'
import type { Rule } from './types'

/** Every rule, in printed order: the index to the files beside this one. */
export const catalogue: Rule[] = [
  basicRequired,
  yearRange,
  cellBlank,
  cellNegative,
  cellNotInteger,
  cellMagnitude,
  feeMalformed,
  feeDecimals,
  feeInteger,
  feeHigh,
  feeSmall,
  regulationsOrgan,
  inForceVsLastYear,
  impliedLastYear,
  inForceImpossible,
  proactiveAllZero,
  requestsBalance,
  requestsSourceTotal,
  carriedOverVsLastYear,
  otherShare,
  carriedForwardHigh,
  reviewSourceTotal,
  pendingVsLastYear,
  afterReviewHigh,
  moreThanRequests,
  directSince2024,
  yearFeeUnit,
  yearJump,
  sameAsLastYear,
  sectionBlank,
]
