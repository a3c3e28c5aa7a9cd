import type { LeafColumn } from '../../format/types'
import type { Atom, Line } from './lines'
import { isValue, type Run, shownText } from './runs'

/** How a head, a label or a line of its own tells the unit of an amount: 单位：元, （千元）, （以元计）, 金额/元, 金额，元. */
const TOLD =
  /(?:单位(?:为|是)?\s*[:：]?\s*(?:件、|人民币)?|[（(【[［][^（()）【】]{0,8}?|[/／]\s*|金额[，,、\s]*)([十百千万亿]{0,3}元)/gu
/** A sentence that happens to name a unit is none. */
const MAX_LENGTH = 60
const MAX_BELOW = 2

const toldIn = ({ text }: Line): string[] =>
  text.length > MAX_LENGTH ? [] : [...text.matchAll(TOLD)].map(([, unit = '']) => unit)

/** The nearest text at or above an amount that tells its unit, and the lines right below it that tell another. */
function telling(run: Run, lines: Line[]): Line[] {
  const below = lines.slice(run.last + 1, run.last + 1 + MAX_BELOW)
  const end = below.findIndex(({ atoms }) => atoms.some(isValue))
  const above = lines.slice(0, run.last + 1).reverse()
  const near = [above.find((line) => toldIn(line).length), ...below.slice(0, end < 0 ? undefined : end)]
  return near.flatMap((line) => (line && toldIn(line).length ? [line] : []))
}

const POWERS: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }
const powerOf = (unit: string): number =>
  [...unit].reduce((sum, character) => sum + (POWERS[character] ?? 0), 0)

/** An amount of one unit in another, exactly: only its point moves. Undefined for what is no plain amount. */
function converted(text: string, from: string, to: string): string | undefined {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? []
  if (!whole) return undefined
  const shift = powerOf(from) - powerOf(to)
  const digits = whole.padStart(1 + Math.max(0, -shift), '0') + part.padEnd(Math.max(0, shift), '0')
  const point = digits.length - Math.max(part.length, Math.max(0, shift)) + shift
  const [left, right] = [digits.slice(0, point), digits.slice(point).replace(/0+$/, '')]
  return sign + left.replace(/^0+(?=\d)/, '') + (right && `.${right}`)
}

/**
 * A figure in the unit of its column: an amount that the source tells in another unit (behind it, in its head, or near it) is
 * converted and in doubt. Where several are told nobody knows which counts, and it stays as it is, in doubt.
 */
export function inUnit(
  atom: Atom,
  column: LeafColumn,
  near?: { run: Run; lines: Line[] },
): { text: string; doubt?: string } {
  const { unit = '件' } = column
  const { text, suffix } = atom
  if (suffix && (unit === '万元') !== /元$/.test(suffix))
    return { text, doubt: `来文写的单位是${suffix}，本栏单位是${unit}，请对照原文` }
  if (unit !== '万元' || atom.kind !== 'number') return { text }
  const lines = suffix || !near ? [] : telling(near.run, near.lines)
  const other = lines.find((line) => toldIn(line).some((each) => each !== unit))
  const units = new Set(suffix ? [suffix] : lines.flatMap(toldIn))
  const [only = unit, ...more] = units
  const written = suffix ? shownText(atom) : other?.text.trim()
  if (!more.length && only === unit) return { text }
  const exact = more.length ? undefined : converted(text, only, unit)
  return exact === undefined
    ? { text, doubt: `来文写“${written}”，本栏单位是${unit}，请换算` }
    : { text: exact, doubt: `来文写“${written}”，已由 ${text} ${only}换算为${unit}，请对照原文` }
}
