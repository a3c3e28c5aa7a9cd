import { makesBySlip } from './addsUp'
import { isOutcomeRow } from './items'
import { asComplete, behindEach } from './listKinds'
import { dividedOf, leadBefore, unitOf, upTo } from './listParts'
import { BELONGS, BELONGS_NOT, NEGATED, NOT_ALL, OPPOSED } from './listWords'
import { same, TOTAL } from './meanings'
import { listOf, type PartList } from './partList'
import type { Judged } from './reading'

/* Lists whose parts are what each other is not, ended and not, or stand in cells of their own. */

const GIVEN_OR_NOT = /^outcome\.(?:granted|partiallyGranted|denied)/
/** 征集意见35条，采纳28条，未采纳7条; 受理诉求520件，办结500件，20件正在办理: one part is what the other is not. */
export function opposedIn(level: Judged[], own: Judged[]): PartList[] {
  const ours = ({ item }: Judged) =>
    item.scope !== 'none' && (item.family === 'requests' || item.family === 'cases')
  return behindEach(level).flatMap(([total, following, i]) => {
    const parts = following.slice(0, 2)
    // 5件属于本委职责，9件不属于: numbers before what is said of them.
    const before = /^.?,?(?:其中)?,?$/.test(leadBefore(level, i + 1))
    const [first = '', second = ''] = parts.map((one, n) => {
      const behind = one.sentence.text.slice(one.item.quantity?.end)
      return (
        (before ? '' : leadBefore(level, i + 1 + n)) +
        (n || before ? (/^[^,;、。(]*/.exec(behind)?.[0] ?? '') : '')
      )
    })
    const [, not = ''] = NEGATED.exec(second) ?? []
    // 5件属本办职责，9件非本办职责、不掌握: what is none of the organ's may be called as a row is.
    const belongs = BELONGS.test(first) && BELONGS_NOT.test(second)
    const opposed =
      (not && first.includes(not) && !NEGATED.test(first) && !leadBefore(level, i).includes(not)) ||
      belongs ||
      OPPOSED.some(([is, isNot]) => is?.test(first) && isNot?.test(second) && !isNot.test(first))
    if (
      !opposed ||
      // 不掌握3件，转送办理2件，在办1件: nor are rows divided into what has ended and what waits.
      (!belongs && isOutcomeRow(total.item)) ||
      // 延期答复21件，补正告知32件，逾期不补正5件: a step is no part of another.
      parts.some((one) => one.item.first?.flat().some((key) => key.startsWith('outcome.other.'))) ||
      (ours(total) && !belongs && !parts.every(({ item }) => item.loose || item.scope === 'none')) ||
      // 延期答复12件，其中予以公开5件、不予公开2件: there are other rows.
      (!belongs && parts.some(({ state }) => state === 'agrees')) ||
      parts.every(({ item: { first } }) => first?.flat().some((key) => GIVEN_OR_NOT.test(key))) ||
      NOT_ALL.test(total.sentence.text)
    )
      return []
    const said = level.slice(0, i + 1).filter((before) => unitOf(before) === unitOf(total))
    return listOf(dividedOf(said, parts) ?? total, parts, false, own).map(asComplete)
  })
}

/** How, and what was done so. */
const ANSWERED = /^,(?:其中,?)?([^,;()\d]{2,4}?)(?:已|予以)?([答回]复|办[结理复]|处理|反馈)[了的]?$/
const ENDED = /^,办[结理]$/
const NOT_TAKEN = /^,[不未]予?受理[的了]?$/
const TAKEN = /收到|受理|接[收到]|收[件集]/
/** When something was answered, or how many were, and not how. */
const WHEN = /[按及准限逾超已均全经共累年]/
/** 收到来信85件，网上答复51件，电话答复34件; 办结60件，不予受理25件: what became of all that another channel took in, but for a slip. */
export function answeredIn(level: Judged[], own: Judged[]): PartList[] {
  return behindEach(level).flatMap(([total, following, i]) => {
    if (total.item.scope !== 'none' || !TAKEN.test(leadBefore(level, i))) return []
    const leads = following.map((_, n) => leadBefore(level, i + 1 + n))
    const ways = leads.map((lead) => ANSWERED.exec(lead) ?? [])
    const told = upTo(ways, ([, how, verb]) => !how || WHEN.test(how) || verb !== ways[0]?.[2])
    const refused = ENDED.test(leads[0] ?? '') && NOT_TAKEN.test(leads[1] ?? '')
    const parts = following.slice(0, refused ? 2 : told.length)
    const values = parts.map(({ item }) => item.value)
    return makesBySlip(values, total.item.value)
      ? listOf(total, parts, false, own).map((list) => ({ ...list, tight: true, complete: true }))
      : []
  })
}

/** 行政争议20件，复议13件、诉讼7件; 不予处理8件，包括信访6件、重复2件: the cells of the parts are those of the total, or all that count. */
export function cellsIn(level: Judged[], own: Judged[]): PartList[] {
  return behindEach(level).flatMap(([total, following]) =>
    total.meanings.flatMap(({ figure: { cells }, first, second: of, amount: whole }) => {
      const left = new Set(cells)
      const parts: Judged[] = []
      let sum = 0
      for (const one of following) {
        const part = one.meanings.find(
          ({ figure, first: kind, second }) =>
            (figure.cells.length < cells.length && figure.cells.every((cell) => left.has(cell))) ||
            // 复议5件，2件被纠正，3件尚未审结: results, of all such cases.
            (one.item.family === 'cases' && same(of, TOTAL) && same(kind, first) && !same(second, of)),
        )
        if (!part) break
        for (const cell of part.figure.cells) left.delete(cell)
        parts.push(one)
        sum += part.amount ?? Number.NaN
      }
      return !left.size || (sum > 0 && sum === whole) ? listOf(total, parts, false, own).map(asComplete) : []
    }),
  )
}
