import { POINTS_BACK, SHARE_IN_WORDS } from './listWords'
import type { Item } from './sentence'
import type { Verdict } from './sums'

/* The organ of a report, and the circles of organs that it stands in. */

/** The words of some concepts in the window of an item. */
export const tokenText = (item: Item, text: string, concepts: readonly string[]) =>
  item.window
    .filter(({ concept }) => concepts.includes(concept))
    .map(({ start, end }) => text.slice(start, end))
/** A circle of more than one organ. */
export const WIDER = /^(?:全|各级)/
/** 全市, 各级机关, or 本市, 我县: all of it, and none of its organs. */
export const isCircle = (word: string): boolean => WIDER.test(word) || /^[本我][省市县区州盟旗]$/.test(word)
/** 我局, 本机关, or a bureau by its name; 市政府 may be all of the city. */
export const ITSELF = /本级$|^[我本](?![省市县区州盟旗]$)|^[^我本全各](?!.*政府).{2,}$/
/** 全区收到412件，其中我局承办96件: the organ tells its own part of a wider circle, whose figure no table has. */
export function inWider(
  item: Item,
  numbers: { other: Item; i: number }[],
  verdicts: Verdict[],
  text: string,
  next?: { text: string; items: Item[] },
): boolean {
  // 全市收到412件，办结400件: the circle is said once.
  const circle = [...numbers.map(({ other }) => other).filter(({ start }) => start < item.start), item]
    .filter(({ segment }) => segment === item.segment)
    .flatMap((one) => tokenText(one, text, ['whole', 'body']))
    .at(-1)
  if (!circle || !WIDER.test(circle)) return false
  const itself = (other: Item, of: string): boolean =>
    other.quantity?.unit === item.quantity?.unit &&
    other.family === item.family &&
    other.value < item.value &&
    !other.second &&
    tokenText(other, of, ['whole']).some((word) => ITSELF.test(word))
  const [follows] = next?.items ?? []
  if (next && follows && /^其中/.test(next.text) && itself(follows, next.text)) return true
  return numbers.some(({ other, i }) => {
    if (other.start < item.start) return false
    if (itself(other, text)) return true
    // 全系统收到508件，办结500件；局机关收到96件，办结94件: whose they are is said once.
    const own = numbers
      .filter(({ other: one }) => one.segment === other.segment && one.start <= other.start)
      .flatMap(({ other: one }) => tokenText(one, text, ['whole']))
      .at(-1)
    const less =
      other.family === item.family && other.value < item.value && String(other.first) === String(item.first)
    if (other.segment !== item.segment && less && own && ITSELF.test(own) && !/本级|政府/.test(own))
      return true
    const agrees = verdicts[i]?.state === 'agrees' && other.family === item.family && !other.second
    return agrees && other.value < item.value && tokenText(other, text, ['whole', 'body']).length > 0
  })
}

/** 全区收到412件，我局收到96件: the area beside its bureau is not what the table counts, unless it agrees. */
export const besideItself = (item: Item, other: Item, text: string): boolean =>
  tokenText(item, text, ['whole']).some((word) => ITSELF.test(word)) &&
  tokenText(other, text, ['whole']).some((word) => AREA.test(word))
const AREA = /^全[省市县区州盟旗]$/

const ASKED_ONE = /向(?![本我])[^,;\d]{1,14}(?:政府|部门|办公[厅室])[^,;\d]{0,8}(?:提[出交]|递交|申请)/
const OF_CIRCLE = /(?:各级|机关|部门|[县市]区)[^,;]*[中里],[^,;]*$|直接[^,;]*$/
/** 各级收到的申请中，直接向市政府提出的14件: one of them was asked for so many. */
export const ofOneOrgan = (clause: string, said: string, circle: boolean): boolean =>
  (ASKED_ONE.test(clause) && (circle || OF_CIRCLE.test(said))) || DESK.test(clause)
/** 县政务公开办公室受理28件: a desk may tell what it had itself, and never more than all. */
const DESK = /公开(?:工作)?(?:办公室|办(?![理结件事])|专班)/

/** 近三成来自同一小区，这28件已办结: what was told as a share. */
export function ofShare(text: string, { quantity }: Item): boolean {
  const said = text.slice(0, quantity?.start)
  return POINTS_BACK.test(said) && SHARE_IN_WORDS.test(said)
}
