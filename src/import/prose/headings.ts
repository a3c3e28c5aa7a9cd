import type { Edition, Section } from '../../format/types'
import { almostEqual, readLabel, spellingsOf } from '../tables/labels'
import type { Line } from '../tables/lines'
import { isPageNumber } from '../tables/pageNumbers'

/** How the headings of the six sections are worded beyond the edition's variants. By the section's key. */
const wordings: Record<string, RegExp> = {
  overview:
    /^(?:20\d\d年度?)?.{0,14}(?:总体情况|总体概况|整体情况|基本情况|工作概况|工作概述|情况概述|概述)$/,
  proactive:
    /^.{0,16}主动公开(?:政府)?信息(?:工作)?(?:的)?(?:有关|具体)?情况$|^.{0,10}主动公开(?:工作)?(?:的)?情况$/,
  requests:
    /^.{0,16}(?:收到|受理|接收|处理|办理|答复).{0,8}(?:政府)?信息公开申请.{0,6}情况$|^.{0,8}依申请公开.{0,8}情况$/,
  review: /^.{0,24}复议.{0,16}诉讼.{0,6}情况$|^.{0,24}复议.{0,6}诉讼$/,
  problems:
    /^.{0,18}(?:问题|不足|困难|薄弱环节).{0,8}(?:改进|整改|措施|下一步|打算|努力方向|工作安排|工作计划).{0,8}$|^.{0,18}存在的?(?:主要)?(?:问题|不足)$/,
  other:
    /^.{0,6}(?:其他|其它)(?:有关)?(?:需要|应当|须|需|应)?(?:报告|说明|公开)?(?:的)?(?:其他)?(?:事项|情况)$/,
}
/** Wordings that say little by themselves: they count where the number is the section's own. */
const withOwnNumber: Record<string, RegExp> = {
  overview:
    /^.{0,20}(?:(?:工作|公开)?(?:开展|推进|落实|进展|完成|实施)(?:的)?情况|主要(?:工作|做法)(?:情况)?|(?:政府信息|政务)公开(?:工作)?(?:的)?情况|工作总结)$/,
}
/** Wordings that no other text has as a line of its own: they count without a number as well. */
const unnumbered: Record<string, RegExp> = {
  review: /^(?:被申请)?行政复议[和及与]?(?:提起)?行政诉讼情况$/,
}
/** Whether a text is how the heading of a section is worded, with or without its number. */
export const isSectionName = (text: string): boolean =>
  Object.values(wordings).some((wording) => wording.test(readLabel(text).text))

const SECTION_NUMBER = /^\s*(?:第?\s*([一二三四五六])\s*(?:部分|章)?\s*[、.．,，:：]?|([1-6])\s*[、.．])\s*/
const TRAILING = /[.…·\s]*\d*\s*$/
/** No heading of the form, with everything sites put around it, is longer. */
const MAX_LENGTH = 48

export interface Heading {
  section: Section
  /** Index of its first and of its last line. */
  first: number
  last: number
  /** Text that follows on the same line. */
  rest: string
}

/** What reads as the heading of a section, with the section's place in the form. */
export interface Candidate extends Heading {
  order: number
  /** How far its number is that of its section: 二、 more than 2., none at all where it is another one. */
  own: number
}

/** The headings of the sections in the order of the form, among the lines of a source. */
export const findHeadings = (lines: Line[], edition: Edition): Heading[] =>
  inOrder(candidatesIn(lines, edition))

/** Whatever reads as the heading of a section, but for tables of contents. */
export function candidatesIn(lines: Line[], edition: Edition): Candidate[] {
  const candidates: Candidate[] = []
  for (const [index, line] of lines.entries()) {
    if (line.atoms.some(({ kind }) => kind === 'number') && line.grid) continue
    const found = headingOf(line.text, edition) ?? joinedHeading(lines, index, edition)
    if (found)
      candidates.push({
        ...found,
        first: index,
        last: index + found.more,
        order: edition.sections.indexOf(found.section),
      })
  }
  return withoutContents(candidates)
}

function joinedHeading(lines: Line[], index: number, edition: Edition) {
  const [line, next] = [lines[index], lines[index + 1]]
  if (
    !line ||
    !next ||
    line.grid ||
    next.grid ||
    line.text.length > MAX_LENGTH ||
    next.text.trim().length > 24
  )
    return undefined
  if (
    !/^\s*[一二三四五六]\s*[、.．]/.test(line.text) ||
    SECTION_NUMBER.test(next.text) ||
    /[。：；]\s*$/.test(line.text) ||
    line.atoms.some(({ kind }) => kind === 'number')
  )
    return undefined
  const found = headingOf(line.text.trim() + next.text.trim(), edition)
  return found && !found.rest ? { ...found, more: 1 } : undefined
}

/** The section that a line is the heading of, also where its text follows at once (“六、其他需要报告的事项：无。”). */
export function headingOf(
  text: string,
  edition: Edition,
): { section: Section; rest: string; more: number; own: number } | undefined {
  const trimmed = text.replace(/^[\s#*>]+|[\s*#]+$/g, '')
  if (!trimmed || /^[（(]/.test(trimmed)) return undefined
  const number = SECTION_NUMBER.exec(trimmed)
  const body = number ? trimmed.slice(number[0].length) : trimmed
  const order = number
    ? '一二三四五六'.indexOf(number[1] ?? '') >= 0
      ? '一二三四五六'.indexOf(number[1] ?? '')
      : Number(number[2]) - 1
    : -1
  const ownOf = (section: Section) => (edition.sections.indexOf(section) !== order ? 0 : number?.[1] ? 2 : 1)
  const whole = body.length <= MAX_LENGTH ? sectionOf(body.replace(TRAILING, ''), order, edition) : undefined
  if (whole) return { section: whole, rest: '', more: 0, own: ownOf(whole) }
  if (!number) return undefined
  const cut = /[。：:\s]/.exec(body.slice(0, MAX_LENGTH))
  if (!cut) return undefined
  const section = sectionOf(body.slice(0, cut.index), order, edition)
  return section && { section, rest: body.slice(cut.index + 1).trim(), more: 0, own: ownOf(section) }
}

const spellings = new WeakMap<Section, string[]>()
function spellingsOfHeading(section: Section): string[] {
  const known =
    spellings.get(section) ?? spellingsOf({ label: section.heading, variants: section.variants ?? [] })
  spellings.set(section, known)
  return known
}

function sectionOf(text: string, order: number, edition: Edition): Section | undefined {
  const bare = readLabel(text.replace(/[。：:]$/, '')).text
  if (bare.length < 2) return undefined
  const fitting = edition.sections.filter((section) => {
    return (
      spellingsOfHeading(section).some(
        (spelling) => spelling === bare || (bare.length >= 6 && almostEqual(spelling, bare)),
      ) ||
      wordings[section.key]?.test(bare) ||
      (edition.sections.indexOf(section) === order && withOwnNumber[section.key]?.test(bare))
    )
  })
  const numbered = fitting.find((section) => edition.sections.indexOf(section) === order)
  // Loose wordings count only with the number of their section; without one the official wording is needed.
  if (numbered) return numbered
  const exact = fitting.find(
    (section) => spellingsOfHeading(section).includes(bare) || unnumbered[section.key]?.test(bare),
  )
  return exact ?? (order >= 0 ? fitting[0] : undefined)
}

/** Directly below, and further on in the form. */
const isNext = (candidate: Candidate | undefined, next: Candidate): boolean =>
  candidate !== undefined && next.first - candidate.last <= 1 && next.order > candidate.order

/** A table of contents lists the headings one below the other, before they come with their text. */
function withoutContents(candidates: Candidate[]): Candidate[] {
  const sections = new Set(candidates.map(({ order }) => order))
  if (candidates.length === sections.size) return candidates
  const listed = new Set<Candidate>()
  for (let from = 0; from < candidates.length; ) {
    let to = from
    for (let next = candidates[to + 1]; next && isNext(candidates[to], next); next = candidates[to + 1]) to++
    const again = candidates.slice(to + 1).some(({ order }) => order === candidates[from]?.order)
    if (to - from >= 2 && again) for (const candidate of candidates.slice(from, to + 1)) listed.add(candidate)
    from = to + 1
  }
  return candidates.filter((candidate) => !listed.has(candidate))
}

/**
 * The longest chain in the order of the form; of equal ones that with the sections' own numbers (1.主动公开情况 under 一、 is no
 * section), then the earliest.
 */
function inOrder(candidates: Candidate[]): Heading[] {
  interface Chain {
    length: number
    own: number
    before: number
  }
  const isBetter = (one: Chain, other: Chain | undefined) =>
    one.length > (other?.length ?? 0) || (one.length === other?.length && one.own > other.own)
  const best: Chain[] = []
  for (const [index, { order, own }] of candidates.entries()) {
    let chain: Chain = { length: 1, own, before: -1 }
    for (let earlier = Math.max(0, index - 200); earlier < index; earlier++) {
      const before = best[earlier]
      if (!before || (candidates[earlier]?.order ?? 9) >= order) continue
      const longer = { length: before.length + 1, own: before.own + own, before: earlier }
      if (isBetter(longer, chain)) chain = longer
    }
    best[index] = chain
  }
  let end = -1
  for (const [index, chain] of best.entries()) if (isBetter(chain, best[end])) end = index
  const chain: Heading[] = []
  for (let at = end; at >= 0; at = best[at]?.before ?? -1) {
    const candidate = candidates[at]
    if (candidate) chain.unshift(candidate)
  }
  return chain
}

/** What sites print around a report: navigation, tools, dates of publication, the foot of the page. */
const CHROME =
  /^(?:首页|当前位置|您(?:现在|当前)?(?:的)?(?:所在)?位置|位置[:：]|打印|关闭|【[^】]*(?:打印|关闭|字|返回|分享|收藏|纠错|浏览|下载|推荐|[大中小])[^】]*】$|[[【(（]?\s*(?:打印|关闭|收藏|分享|纠错|返回)|分享(?:到|至)|扫一扫|扫码|用微信|手机(?:版|扫)|字(?:体|号)|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|次数|量)|访问(?:量|次数)|发布(?:日期|时间|单位|机构)|发文(?:日期|时间)|成文日期|公开日期|生成日期|更新(?:日期|时间)|(?:信息|文章|稿件)?来源[:：]|作者[:：]|(?:责任)?编辑[:：]|审核[:：]|校对[:：]|索\s*引\s*号|信息分类|主题(?:词|分类)|文\s*号[:：]|发文字号|有效性|上一[篇条]|下一[篇条]|相关(?:链接|文章|新闻|附件|信息)|版权所有|主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持|网站(?:标识码|地图|声明)|公网安备|.{0,6}ICP备|关于我们|联系我们|返回顶部|TOP$|无障碍|繁体|目\s*录$|附件(?:下载)?[:：]?\s*$|(?:草\s*稿|送\s*审\s*稿|征求意见稿|讨论稿)\s*$|内容码\s*[A-Z2-7]{4}(?:\s*-\s*[A-Z2-7]{4}){3}\s*$)/i
/** From here on only the foot of the page follows. */
const FOOT =
  /^(?:[[【(（]?\s*(?:打印|关闭|返回顶部)|分享(?:到|至)|扫一扫|上一[篇条]|下一[篇条]|相关(?:链接|文章|新闻)|版权所有|主办(?:单位)?[:：]|网站(?:标识码|地图)|关于我们|(?:责任)?编辑[:：])/

export const isChrome = (text: string): boolean => {
  const trimmed = text.trim()
  return (
    isPageNumber(trimmed) ||
    (trimmed.length <= 60 && CHROME.test(trimmed) && !/。$/.test(trimmed)) ||
    /^[-=_*·—\s.]+$/.test(trimmed)
  )
}
export const isFoot = (text: string): boolean => text.trim().length <= 60 && FOOT.test(text.trim())
