import { cellAt } from '../format/cells'
import type { Edition, Section } from '../format/types'
import { namedBy, withDoubts } from './corrections'
import type { Figure } from './proposal'
import type { Line } from './tables/lines'

/** How a note tells the unit of money: 金额单位为元, 以“元”为单位, 按千元计. */
const MONEY =
  /(?:单位(?:均|应)?(?:为|是)?\s*[:：]?\s*(?:人民币)?|[以按])\s*[“"‘]?([十百千万亿]{0,3}元)[”"’]?(?:\s*(?:为单位|计|填)|\s*[。，,；;）)]|\s*$)/u
/** Counts by the hundred and more: （单位：万件）, 千件. */
const COUNT = /(?:^|[\s（(【[［:：、，/为以按是])([十百千万亿]{1,3}件)(?=$|[\s）)】\]］、，。,；;为计])/u
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
    for (const { text } of section?.table ? lines : []) {
      const units = text.length > MAX_LENGTH ? [] : [MONEY.exec(text)?.[1], COUNT.exec(text)?.[1]]
      for (const unit of units) {
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
