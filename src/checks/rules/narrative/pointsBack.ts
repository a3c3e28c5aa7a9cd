import { isOutcomeRow } from '../../prose/items'
import { counts, sumOf } from '../../prose/listParts'
import { POINTS_BACK, SHARE_IN_WORDS } from '../../prose/listWords'
import type { Judged } from '../../prose/reading'
import type { Outcome } from '../../types'
import { failsIn, leadOf, plain } from './arithmetic'

/** One request is one of these, however it is counted. */
const UNIT = /^[件宗份起例条封]$/
/** 制发《考核办法》这1件规范性文件, 拆迁安置、电梯加装这两件: the thing itself is named in front, and nothing is pointed back at. */
const NAMES_ITSELF =
  /(?:[》”"）)]|[\u4e00-\u9fa5]{2}(?<![对将把就为因而但且即其在从由给向和与及了是除经针于的前底时后中里间年月日均都已]))这$/
/** 拆迁安置、电梯加装: two names. 申请96件，征地拆迁这98件 are not so many, and more than the 96; 征地拆迁这41件 may be some of those. */
const namesIn = (said: string): number =>
  said
    .slice(0, -1)
    .split(/[,;:]/)
    .at(-1)
    ?.split(/[、和及与]|》(?=《)/).length ?? 0
/** Of more numbers any may be made. */
const MOST_NUMBERS = 12

/** Numbers side by side on one level, added up; and what each of them leaves of one before it. */
function madeOf(before: Judged[]): number[] {
  const levels = [...new Set(before.map(({ item, sentence }) => `${sentence.start} ${item.bracket}`))]
  return levels.flatMap((level) => {
    const some = before.filter(({ item, sentence }) => `${sentence.start} ${item.bracket}` === level)
    return some.flatMap((one, from) =>
      some
        .slice(from)
        .flatMap((other, n) => [sumOf(some.slice(from, from + n + 1)), one.item.value - other.item.value]),
    )
  })
}

/** 收到申请5件，……。这7件申请均未引发复议: so many were not told of before. */
export function pointsBackIn(own: Judged[], earlier: Judged[], judged: Judged[]): Outcome[] {
  return own.flatMap((one, at): Outcome[] => {
    const { item, sentence } = one
    const isLike = (other: Judged) => UNIT.test(other.item.quantity?.unit ?? '') && counts(other)
    if (!isLike(one) || item.quantity?.rough || !POINTS_BACK.test(leadOf(own, at))) return []
    const before = [...earlier, ...own.slice(0, at)].filter(isLike)
    const unsure = before.some((other) => other.item.quantity?.rough || other.state === 'differs')
    // 公开信息52条。……这两件事: what is counted in another way is not pointed back to.
    const isCounted = before.some((other) => other.item.quantity?.unit === item.quantity?.unit)
    if (!isCounted || before.length > MOST_NUMBERS || unsure) return []
    if (madeOf(before).includes(item.value)) return []
    // 公开征地批文的4件 of the tables, or 约四分之一: told by another name, or as a share.
    const row = one.state === 'agrees' && isOutcomeRow(item)
    const text = `${earlier[0]?.sentence.text ?? ''}${sentence.text.slice(0, item.quantity?.start)}`
    if (row || SHARE_IN_WORDS.test(text)) return []
    // 已计入上述431条之中: what paragraphs before have told.
    const isTold = (other: Judged) => other !== one && other.item.value === item.value && isLike(other)
    if (judged.slice(0, judged.indexOf(one)).some(isTold)) return []
    const start = item.quantity?.start ?? item.start
    const said = sentence.text.slice(0, start)
    const from = start - (POINTS_BACK.exec(said)?.[0].length ?? 0)
    const most = Math.max(namesIn(said), ...before.map((other) => other.item.value))
    if (NAMES_ITSELF.test(said) && item.value <= most) return []
    const told = sentence.text.slice(from, item.quantity?.end)
    const message = `正文写“${told}”，前文没有 ${plain(item.value)}${item.quantity?.unit} 这个数。`
    return [failsIn(one, [from, item.quantity?.end], message)]
  })
}
