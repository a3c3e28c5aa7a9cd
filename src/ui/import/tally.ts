import { currentEdition } from '../../format/editions'
import { textSpecAt } from '../../format/names'
import type { ImportProposal } from '../../import/proposal'

/** What a preview says of a proposal in numbers. */
export function tallyOf({ figures, texts, unplaced }: ImportProposal) {
  const prose = texts.filter(({ address }) => textSpecAt(currentEdition, address))
  return {
    figures: figures.length,
    doubtful: [...figures, ...texts].filter(({ doubt }) => doubt).length,
    unplaced: unplaced.length,
    paragraphs: prose.reduce((sum, { text }) => sum + text.split('\n').length, 0),
  }
}

/** Only the beginning of the source was read: it is far longer than any report. */
export const isShortened = ({ remarks }: ImportProposal): boolean =>
  remarks.some(({ rule }) => rule === 'import.too-long')

/** The source holds more reports than the one that was read. */
export const isOneOfSeveral = ({ remarks }: ImportProposal): boolean =>
  remarks.some(({ rule }) => rule === 'import.another-report')
