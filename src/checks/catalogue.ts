import { basicRequired, sectionBlank, yearRange } from './basics'
import { cellBlank, cellNegative, cellNotInteger, feeDecimals, feeMalformed } from './cells'
import { requestsBalance } from './identities'
import type { Rule } from './types'

/** Every rule, in printed order: the index to the files beside this one. */
export const catalogue: Rule[] = [
  basicRequired,
  yearRange,
  cellBlank,
  cellNegative,
  cellNotInteger,
  feeMalformed,
  feeDecimals,
  requestsBalance,
  sectionBlank,
]
