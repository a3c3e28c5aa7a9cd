import { LINE_CHARACTERS } from '../../report/together'
import type { Place } from '../source'
import type { Line } from '../tables/lines'
import { isOrgan, withPlainDates } from './contacts'
import { isChrome } from './headings'

interface Signed {
  text: string
  places: Place[]
  doubt?: string
}
export interface SignOff {
  /** The lines without those of the 落款. */
  rest: Line[]
  found: { phrase?: Signed; organ?: Signed; date?: Signed }
}

const PHRASE = /^特此(?:报告|公告|公布|公开|说明)[。.]?$/
/** 2022年1月20日, 2022-1-20; with whatever stands before it on the line. */
const DATE = /^(.*?)(20\d\d)\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?$/
/** Where only the month is given. */
const MONTH = /^(20\d\d)年\s*\d{1,2}月$/
const SEAL = /[（(]\s*(?:公章|盖章|印章|章|签章|代章)\s*[)）]/g

/** What a line says: a row of a sheet goes on with empty cells. */
const filled = ({ atoms }: Line) => atoms.filter(({ kind }) => kind !== 'empty')
const placesOf = (line: Line): Place[] => filled(line).map(({ place }) => place)
const joined = (text: string): string => text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')

/** Organ and date at the end of the last section, with 特此报告 before them. `titled` is the organ of the title. */
export function takeSignOff(area: Line[], titled: string | undefined): SignOff {
  const found: SignOff['found'] = {}
  let end = area.length
  const skip = () => {
    while (end > 0 && isEmpty(area[end - 1])) end--
  }
  const textOf = (line: Line) => withPlainDates(line.text).replace(SEAL, '').trim()
  skip()
  const [last, kept] = [area[end - 1], end]
  if (!last || filled(last).length > 12) return { rest: area, found }
  const dated = DATE.exec(textOf(last))
  const beside = joined(dated?.[1]?.replace(/^(?:日期|时间)[：:]/, '').trim() ?? '')
  if (dated && (!beside || isOrgan(beside))) {
    const [, , year, month = '', day = ''] = dated
    found.date = { text: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, places: placesOf(last) }
    if (beside) found.organ = { text: beside, places: placesOf(last) }
    end--
  } else if (MONTH.test(textOf(last))) {
    found.date = { text: textOf(last), places: placesOf(last), doubt: '落款日期没有写到日' }
    end--
  }
  skip()
  // Without a date only the very organ of the report signs.
  const signs = (text: string) => text === titled || (found.date !== undefined && isName(text))
  const above = area.slice(0, end).map((line) => joined(textOf(line)))
  const signers = found.organ ? [] : namedBy(above, signs, titled)
  if (signers.length) {
    const own = area.slice(end - signers.length, end)
    found.organ = { text: signers.join(''), places: own.flatMap(placesOf) }
    end -= signers.length
  }
  if (!found.organ && !found.date) return { rest: area, found: {} }
  // A bare date may be the site's.
  if (!found.organ && end === 0) return { rest: area, found: {} }
  skip()
  const phrase = area[end - 1]
  if (phrase && PHRASE.test(phrase.text.trim())) {
    found.phrase = { text: phrase.text.trim(), places: placesOf(phrase) }
    end--
  }
  return { rest: [...area.slice(0, end), ...area.slice(kept)], found }
}

const isEmpty = (line: Line | undefined): boolean =>
  line !== undefined && (line.text.trim() === '' || isChrome(line.text))

/** Lines that the name of an organ is broken over. */
const MOST_LINES = 4

/** The last lines that are the name of one organ: several only where no line could hold it. */
function namedBy(lines: string[], signs: (text: string) => boolean, titled?: string): string[] {
  const counts = Array.from({ length: Math.min(MOST_LINES, lines.length) }, (_, more) => more + 1)
  const names = counts.map((count) => lines.slice(-count)).filter((own) => signs(own.join('')))
  const whole = (own: string[]) =>
    own.length === 1 ||
    (own.join('').length > LINE_CHARACTERS && (own.join('') === titled || own.every(isName)))
  return names.filter(whole).at(-1) ?? []
}

/** The name of an organ, alone on its line. */
const isName = (text: string): boolean =>
  text.length <= MOST_NAME && !/[，。；：、]/.test(text) && isOrgan(text)
const MOST_NAME = 80
