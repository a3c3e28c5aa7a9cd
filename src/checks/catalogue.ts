import { basicRequired, sectionBlank, yearRange } from './basics'
import { cellBlank, cellNegative, cellNotInteger, feeDecimals, feeMalformed } from './cells'
import { documentNumber, editionCited, lawSuperseded, lawTitle } from './citations'
import { contact, contactFormat, organCodeFormat } from './contact'
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
import { followUp, textRepeat } from './lastYearTexts'
import { cellMagnitude, feeHigh, feeInteger, feeSmall } from './magnitude'
import { foreignOrgan, organName } from './organNames'
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
import { feeSum, innerConflict, partsSum, percentRule, unitWan } from './textArithmetic'
import {
  access,
  accountability,
  assessment,
  feeStatement,
  fiveParts,
  improvements,
  placeholder,
  problems,
  socialReview,
} from './textElements'
import {
  feeOverdueStatement,
  narrativeBalance,
  narrativeClaim,
  narrativeClaimNone,
  zeroDefect,
} from './textFigures'
import type { Rule } from './types'
import { grammar, pageBreak, punctuation, term } from './wording'
import { textLength, textPeriod, yearPeriod, yearStray } from './years'

/** Every rule, in printed order: the index to the files beside this one. */
export const catalogue: Rule[] = [
  basicRequired,
  yearRange,
  contactFormat,
  organCodeFormat,
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
  zeroDefect,
  feeOverdueStatement,
  narrativeClaim,
  narrativeClaimNone,
  narrativeBalance,
  partsSum,
  percentRule,
  unitWan,
  innerConflict,
  feeSum,
  sectionBlank,
  fiveParts,
  assessment,
  socialReview,
  accountability,
  problems,
  improvements,
  feeStatement,
  textPeriod,
  access,
  contact,
  followUp,
  textLength,
  placeholder,
  yearPeriod,
  yearStray,
  textRepeat,
  editionCited,
  lawSuperseded,
  documentNumber,
  lawTitle,
  term,
  pageBreak,
  grammar,
  punctuation,
  foreignOrgan,
  organName,
]
