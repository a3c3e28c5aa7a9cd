import type { Written } from '../rules/texts'
import type { Meaning, Topic } from './meanings'
import type { Sentence } from './quantities'
import type { Item } from './sentence'
import type { State } from './sums'

/** A number of the prose, or a denial, as it was read. */
export interface Judged {
  written: Written
  sentence: Sentence
  item: Item
  /** Phrase with number and unit in the typed text, end exclusive. */
  start: number
  end: number
  phrase: string
  state: State
  /** What it was read as: those that agree, or the likeliest that do not. */
  meanings: Meaning[]
  /** Every word of its clause was understood, and nothing was left to guess. */
  certain: boolean
  /** What it agrees with, where its words allow no other near reading. */
  sole?: Meaning
  /** It agrees with more than one figure of the tables. */
  several?: boolean
  /** No reading makes it true, but a body that it is said of, or a word that nobody knows, leaves open what it counts. */
  aside?: boolean
}

export interface ReadSentence {
  written: Written
  sentence: Sentence
  items: Item[]
  named: Topic
}
