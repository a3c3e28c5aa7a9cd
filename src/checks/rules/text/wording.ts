import type { Address } from '../../../format/types'
import type { Given, Outcome } from '../../types'
import { type Written, writtenTexts } from '../texts'

/** A rule about all prose together: one finding, however often it occurs. */
export const overAll = (given: Given, judge: (texts: Written[], home: Address) => Outcome): Outcome[] => {
  const texts = writtenTexts(given)
  const home = texts[0]?.address
  return home === undefined ? [] : [judge(texts, home)]
}

export const HAN = '[\\u4e00-\\u9fa5]'
