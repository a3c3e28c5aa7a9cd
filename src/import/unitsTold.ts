import { cellAt } from '../format/cells'
import type { Edition, Section } from '../format/types'
import { namedBy, withDoubts } from './corrections'
import type { Figure } from './proposal'
import type { Line } from './tables/lines'
import { isValue } from './tables/runs'

/** How a note tells the unit of money: 金额单位为元, 以“元”为单位, 按千元计. */
const MONEY =
  /(?:单位(?:均|应|实)?(?:为|是)?\s*[:：]?\s*(?:人民币)?|[以按]\s*(?:人民币)?)\s*[“"‘]?([十百千万亿]{0,3}元)[”"’]?(?:角分|\s*(?:为单位|计|填)|\s*[。，,；;）)]|\s*$)/u
/** Counts by the hundred and more: （单位：万件）, 千件. */
const COUNT = /(?:^|[\s（(【[［:：、，/为以按是])([十百千万亿]{1,3}件)(?=$|[\s）)】\]］、，。,；;为计])/u
/** Yuan by another name: 收费金额 RMB. */
const CURRENCY = /([十百千万亿]{0,3})(?:CNY|RMB|圆)(?![^（()）]*元)/iu
/** Other parts of a report speak of the fees of the table by its name alone. */
const OF_FEES = /表二|收费金额|行政事业性收费/
const ALONE = /^[十百千万亿]{0,3}元$/u
const MAX_LENGTH = 60

/**
 * The figures with those in doubt that words beside their table tell in another unit than the form has: a note below it that says
 * 元, a head or a caption that counts by 万件.
 */
export function withUnitsTold(
  figures: Figure[],
  areas: ReadonlyMap<Section | undefined, Line[]>,
  edition: Edition,
): Figure[] {
  const doubts = new Map<string, string>()
  for (const [section, lines] of areas)
    for (const line of lines) {
      const { text } = line
      if (text.length > MAX_LENGTH || !(section?.table || OF_FEES.test(text))) continue
      for (const unit of unitsIn(line)) {
        if (!unit || unit === '万元') continue
        const isOf = ({ address }: Figure) =>
          (cellAt(edition, address)?.unit === '万元') === unit.endsWith('元')
        const { named, all } = namedBy(text, figures, section, edition)
        const own = named.filter(isOf).length ? named : all
        for (const { address } of own.filter(isOf))
          doubts.set(address, `来文写“${text.trim()}”，与本栏单位不同，请换算`)
      }
    }
  return withDoubts(figures, doubts)
}

function unitsIn({ atoms, text }: Line): (string | undefined)[] {
  const currency = CURRENCY.exec(text)
  // A cell of a row that holds a unit alone.
  const cell = atoms.some(isValue) ? atoms.find((atom) => ALONE.test(atom.text.trim())) : undefined
  return [
    MONEY.exec(text)?.[1],
    COUNT.exec(text)?.[1],
    currency ? `${currency[1]}元` : undefined,
    cell?.text.trim(),
  ]
}
