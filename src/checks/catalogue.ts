import { basicRequired } from './rules/basic/required'
import { cellBlank } from './rules/cell/blank'
import { cellMagnitude } from './rules/cell/magnitude'
import { cellNegative } from './rules/cell/negative'
import { cellNotInteger } from './rules/cell/notInteger'
import { contactFormat } from './rules/contact/format'
import { correctionReason } from './rules/correction/reason'
import { correctionUnchanged } from './rules/correction/unchanged'
import { feeDecimals } from './rules/fee/decimals'
import { feeHigh } from './rules/fee/high'
import { feeInteger } from './rules/fee/integer'
import { feeMalformed } from './rules/fee/malformed'
import { feeSmall } from './rules/fee/small'
import { importDoubt } from './rules/import/doubt'
import { narrativeBalance } from './rules/narrative/balance'
import { narrativeClaim } from './rules/narrative/claim'
import { narrativeClaimNone } from './rules/narrative/claimNone'
import { feeSum } from './rules/narrative/feeSum'
import { innerConflict } from './rules/narrative/innerConflict'
import { partsSum } from './rules/narrative/partsSum'
import { percentRule } from './rules/narrative/percent'
import { unitWan } from './rules/narrative/unitWan'
import { organCodeFormat } from './rules/organ/codeFormat'
import { proactiveAllZero } from './rules/proactive/allZero'
import { impliedLastYear } from './rules/proactive/impliedLastYear'
import { inForceImpossible } from './rules/proactive/inForceImpossible'
import { inForceVsLastYear } from './rules/proactive/inForceVsLastYear'
import { regulationsOrgan } from './rules/proactive/regulationsOrgan'
import { requestsBalance } from './rules/requests/balance'
import { carriedForwardHigh } from './rules/requests/carriedForwardHigh'
import { carriedOverVsLastYear } from './rules/requests/carriedOverVsLastYear'
import { feeOverdueStatement } from './rules/requests/feeOverdueStatement'
import { otherShare } from './rules/requests/otherShare'
import { requestsSourceTotal } from './rules/requests/sourceTotal'
import { afterReviewHigh } from './rules/review/afterReviewHigh'
import { directSince2024 } from './rules/review/directSince2024'
import { moreThanRequests } from './rules/review/moreThanRequests'
import { pendingVsLastYear } from './rules/review/pendingVsLastYear'
import { reviewSourceTotal } from './rules/review/sourceTotal'
import { zeroDefect } from './rules/review/zeroDefect'
import { access } from './rules/text/access'
import { accountability } from './rules/text/accountability'
import { assessment } from './rules/text/assessment'
import { carried } from './rules/text/carried'
import { contact } from './rules/text/contact'
import { documentNumber } from './rules/text/documentNumber'
import { editionCited } from './rules/text/editionCited'
import { feeStatement } from './rules/text/feeStatement'
import { fiveParts } from './rules/text/fiveParts'
import { followUp } from './rules/text/followUp'
import { foreignOrgan } from './rules/text/foreignOrgan'
import { grammar } from './rules/text/grammar'
import { improvements } from './rules/text/improvements'
import { lawSuperseded } from './rules/text/lawSuperseded'
import { lawTitle } from './rules/text/lawTitle'
import { textLength } from './rules/text/length'
import { organName } from './rules/text/name'
import { numbering } from './rules/text/numbering'
import { ownName } from './rules/text/ownName'
import { pageBreak } from './rules/text/pageBreak'
import { textPeriod } from './rules/text/period'
import { placeholder } from './rules/text/placeholder'
import { problems } from './rules/text/problems'
import { punctuation } from './rules/text/punctuation'
import { sectionBlank } from './rules/text/sectionBlank'
import { socialReview } from './rules/text/socialReview'
import { term } from './rules/text/term'
import { yearFeeUnit } from './rules/year/feeUnit'
import { yearJump } from './rules/year/jump'
import { yearNotice } from './rules/year/notice'
import { yearPeriod } from './rules/year/period'
import { yearRange } from './rules/year/range'
import { sameAsLastYear } from './rules/year/sameAsLast'
import { yearStray } from './rules/year/stray'
import { textRepeat } from './rules/year/textRepeat'
import type { Rule } from './types'

/** Every rule, in printed order: the index to the files beside this one. */
export const catalogue: Rule[] = [
  basicRequired,
  yearRange,
  contactFormat,
  organCodeFormat,
  importDoubt,
  correctionReason,
  correctionUnchanged,
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
  carried,
  yearPeriod,
  yearStray,
  yearNotice,
  textRepeat,
  editionCited,
  lawSuperseded,
  documentNumber,
  lawTitle,
  term,
  pageBreak,
  grammar,
  numbering,
  punctuation,
  foreignOrgan,
  organName,
  ownName,
]
