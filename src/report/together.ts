/**
 * What a line keeps together, in all that is printed or written: a year with its number, a date, a telephone number, a code,
 * an address. Screen, paper, web page, Word and the reader of broken lines go by this one rule.
 */

/** Characters of the text (16 pt) on a line of the type area (156 mm, GB/T 9704): 27 whole ones. */
export const LINE_CHARACTERS = 27

export interface Piece {
  text: string
  /**
   * `whole`: no line ends inside it, `endless`: longer than some line, which may end anywhere in it; `plain`: as the language
   * has it.
   */
  kind: 'plain' | 'whole' | 'endless'
}

const DATE = String.raw`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日`
/** What may not begin a line. */
const MARKS = '，。、；：？！）》」』】〕”’…'
/** Letters, digits and their marks without a space, dates among them, and a mark behind them. */
const WORD = new RegExp(`((?:${DATE}|[!-~])+[${MARKS}]?)`)
/** Half-width characters that fit on the narrowest line: a telephone of 390 pixels. */
const LONGEST = 36
/** As far as an endless word is kept whole: scheme and host of an address. */
const BEGINNING = /^(?:[a-z]+:\/\/)?[!-.0-~]{1,20}/i
const ENDING = /.{4}[^!-~]?$/u
/** In half-width characters. */
const LONG = 9

/** How wide a text is, in half-width characters. */
const widthOf = (text: string): number => text.length + text.replace(/[ -~]/g, '').length
const withoutMark = (text: string): string => (MARKS.includes(text.slice(-1)) ? text.slice(0, -1) : text)

/** A text as the pieces that a line may end behind; joined they are the text. */
export const piecesOf = (text: string): Piece[] =>
  text.split(WORD).flatMap((piece, index): Piece[] => {
    if (piece === '') return []
    if (index % 2 === 0) return [{ text: piece, kind: 'plain' }]
    if (widthOf(piece) < LONGEST) {
      // What the language itself keeps together needs no mark.
      const single = /^[0-9A-Za-z]*$/.test(withoutMark(piece))
      return [{ text: piece, kind: single ? 'plain' : 'whole' }]
    }
    const from = BEGINNING.exec(piece)?.[0].length ?? 0
    const to = piece.length - (ENDING.exec(piece)?.[0].length ?? 0)
    return [
      { text: piece.slice(0, from), kind: 'whole' },
      { text: piece.slice(from, to), kind: 'endless' },
      { text: piece.slice(to), kind: 'whole' },
    ]
  })

/**
 * Whether a text has a word long enough to leave a hole where it goes to the next line: the line before it would be
 * stretched widely if it were justified.
 */
export const hasLongWord = (text: string): boolean =>
  text.split(WORD).some((piece, index) => index % 2 === 1 && widthOf(withoutMark(piece)) >= LONG)

/** How much of the beginning of a text goes to the next line together, in half-width characters. */
export const firstWord = (text: string): number => {
  const [first] = piecesOf(text)
  return first?.kind === 'whole' ? widthOf(first.text) : 0
}
