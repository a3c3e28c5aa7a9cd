import type { LeafColumn } from '../../format/types'
import type { Atom, Line } from './lines'
import { isValue, type Run } from './runs'

/** How a head, a label or a line of its own tells the unit of an amount: 单位：元, （千元）, 金额/元. */
const TOLD =
  /(?:单位(?:为|是)?\s*[:：]?\s*(?:件、|人民币)?|[（(【[]\s*(?:人民币)?|[/／]\s*)([十百千万亿]{0,3}元)/gu
/** A sentence that happens to name a unit is none. */
const MAX_LENGTH = 60
const MAX_BELOW = 2

const toldIn = ({ text }: Line): string[] =>
  text.length > MAX_LENGTH ? [] : [...text.matchAll(TOLD)].map(([, unit = '']) => unit)

/**
 * Why an amount may be of another unit than 万元: the nearest text at or above it that tells a unit tells another one, or
 * the lines right below it do. Undefined where the form asks no amount, where the amount has its own unit behind it, and
 * where nothing else is told.
 */
export function unitDoubt(run: Run, atom: Atom, column: LeafColumn, lines: Line[]): string | undefined {
  if (column.unit !== '万元' || atom.suffix) return undefined
  const below = lines.slice(run.last + 1, run.last + 1 + MAX_BELOW)
  const end = below.findIndex(({ atoms }) => atoms.some(isValue))
  const above = lines.slice(0, run.last + 1).reverse()
  const near = [above.find((line) => toldIn(line).length), ...below.slice(0, end < 0 ? undefined : end)]
  const other = near.find((line) => line && toldIn(line).some((unit) => unit !== '万元'))
  return other && `来文写“${other.text.trim()}”，本栏单位是万元，请换算`
}
