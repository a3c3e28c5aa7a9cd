/** The figures of one report by address (contract §3), computed totals included. */
export interface Figures {
  get(address: string): number
}

export interface Random {
  /** A whole number, both ends included. */
  int(min: number, max: number): number
  pick<T>(list: readonly T[]): T
  chance(probability: number): boolean
  shuffle<T>(list: readonly T[]): T[]
}

/**
 * How a number is written, where it is not plain digits:
 * torn 20⏎5 · chinese 十二 · grouped 1,541 · wide １５ · percent 28.3 (the sign follows) · tenThousand 1.2 (万 follows)
 * · hundredMillion 9.62 (亿 follows) · decimal 96.1716 · atLeast 300 (余 follows)
 */
export type Style =
  | 'torn'
  | 'chinese'
  | 'grouped'
  | 'wide'
  | 'percent'
  | 'tenThousand'
  | 'hundredMillion'
  | 'decimal'
  | 'atLeast'

export interface DrawnNumber {
  /** Offset in the text. */
  at: number
  text: string
  /** Changed alone, a fair auditor is certain that exactly this number is wrong. */
  accusable: boolean
  /** The cells whose sum it states, if it states exactly one sum. */
  cells?: string[]
  style?: Style
  note?: string
}

export interface Drawn {
  text: string
  /** Every quantity in the text, in order; years, dates, list marks and numbers of documents are none. */
  numbers: DrawnNumber[]
}

export interface Structure {
  id: string
  title: string
  /** The address of the text in which such a sentence stands. */
  where: string
  /** A true sentence, or undefined where the report lacks the figures that this structure needs. */
  draw(f: Figures, r: Random, year: number): Drawn | undefined
}
