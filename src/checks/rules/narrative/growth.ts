import { amountOf, type Figure, figureOf } from '../../prose/figures'
import { has, isLeftOver } from '../../prose/listParts'
import { quoted } from '../../prose/normalise'
import type { Judged } from '../../prose/reading'
import type { Failure, Given, Outcome } from '../../types'
import { givenOfLastYear, lastYearOf } from '../figures'
import { HUNDRED, leadOf, near, placesOf, plain } from './arithmetic'
import { isCount, isShare, isTimes } from './wholes'

interface Change {
  change: Judged
  lead: string
}
/** Numbers of one clause after another: this year's figures, last year's where it is told, and what they differ by. */
interface Story {
  nows: Judged[]
  past?: Judged
  changes: Change[]
}
/** A figure of this year, as it is told or, where only its name is, as the table has it. */
export interface Now {
  value: number
  figures: Figure[]
  told?: Judged
}

const YEAR_BEFORE = /同比|上年|去年|上一年|前一年/
const LAST_YEAR = /(?:上年|去年|上一年|20\d\d年)[^,;]{0,8}$/
const CHANGE =
  /(?<!新)(?:增加|增长|减少|下降|上升|上涨|提高|提升|多|少|增|减|降)(?:了|幅度?|率)?(?:约)?(?:为|达|是)?(?:约)?$/
const LESS = /减|降|少/
/** 是上年的1.2倍, 是上年3件的2.3倍. */
const TIMES = /(?:[为是达]|相当于)[^,;]{0,4}(?:上年|去年|上一年)[^,;\d]{0,8}的$|^的$/
const DEALT = /分别|依次/
/** A change that names what has changed is none of the figure before it. */
const ANOTHER: readonly string[] = ['among', 'aside', 'none', 'column', 'case', 'result', 'document', 'act']
/** Words that make the name of a figure the name of a part of it. */
const APART: readonly string[] = ['aside', 'none', 'channel', 'body', 'partYear', 'years', 'twice', 'share']
const isRough = ({ item }: Judged) => item.quantity?.rough ?? false

const named = ({ item: { window } }: Judged, from: number, to: number) =>
  window.some(
    ({ concept, start }) => (concept === 'row' || concept === 'request') && start >= from && start < to,
  )

function storiesOf(own: Judged[]): Story[] {
  const stories: Story[] = []
  let story: Story = { nows: [], changes: [] }
  const next = (nows: Judged[] = []) => {
    stories.push(story)
    story = { nows, changes: [] }
  }
  own.forEach((one, at) => {
    const lead = leadOf(own, at)
    const from = own[at - 1]?.item.quantity?.end ?? 0
    const to = from + (CHANGE.exec(lead)?.index ?? 0)
    const another = one.item.window.some(
      ({ concept, start }) => start >= from && start < to && ANOTHER.includes(concept),
    )
    // 收到96件；比上年增长20%: what has no word of its own goes on.
    const apart = own[at - 1] && own[at - 1]?.item.segment !== one.item.segment
    if (apart && !/^[;,]+(?:同?比|较|与|同)/.test(lead)) next()
    const last = story.changes.at(-1)
    // 同比分别增长20%、19%: the same is said of the next.
    const goesOn = last && last.change === own[at - 1] && DEALT.test(last.lead) && /^[、,和及与]+$/.test(lead)
    // 比上年增加16件，其中网络增加10件: of something else.
    if (CHANGE.test(lead) && another && story.nows.length) next()
    else if (CHANGE.test(lead) || (isTimes(one) && TIMES.test(lead))) {
      // 收到数增长20%，办结数增长19%: each of its own.
      if (story.changes.length && named(one, from, to)) next()
      story.changes.push({ change: one, lead })
    } else if (goesOn) story.changes.push({ change: one, lead: last.lead })
    else if (isShare(one) || isTimes(one)) next()
    // 同比增长46.4%，上年结转42件: what was left of last year, not what was counted in it.
    else if (!isCount(one) || isLeftOver(one)) return
    else if (!has(one, 'wholeYear') && (LAST_YEAR.test(lead) || has(one, 'otherYear'))) {
      if (story.past) next(story.nows)
      story.past = one
    } else {
      if (story.changes.length) next(story.nows)
      story.nows.push(one)
    }
  })
  stories.push(story)
  return stories.flatMap(dealt)
}

/** 收到96件、办结94件，同比分别增长20%、19%: a story of each. */
function dealt(story: Story): Story[] {
  const { nows, changes, past } = story
  if (!changes.some(({ lead }) => DEALT.test(lead))) return [story]
  if (past || (nows.length && nows.length < changes.length)) return []
  const each = nows.slice(-changes.length)
  return changes.map((change, i) => ({ nows: each.slice(i, i + 1), changes: [change] }))
}

/** What the change between two figures is, in the way in which it is told: as a share, as so much more, as so much less. */
function changeOf({ change, lead }: Change, now: number, then: number): number {
  if (isTimes(change)) return (CHANGE.test(lead) ? now - then : now) / then
  return (LESS.test(lead) ? then - now : now - then) * (isShare(change) ? HUNDRED / then : 1)
}
const holds = (told: Change, now: number, then: number): boolean =>
  isCount(told.change)
    ? changeOf(told, now, then) === told.change.item.value
    : near(told.change.item.value, changeOf(told, now, then), placesOf(told.change))

/** 申请量同比增长20%: the figures that the words of a change name, where no number of this year is told. */
export function namedBy(given: Given, { item: { family, first, second, unknown, window } }: Judged): Now[] {
  if (!family || !first || unknown > 1 || window.some(({ concept }) => APART.includes(concept))) return []
  const columns = second ?? [[family === 'documents' ? 'decisions' : 'total']]
  return first.flatMap((keys) =>
    columns.flatMap((column): Now[] => {
      const figure = figureOf(given.edition, { family, first: keys, second: column })
      const value = figure && amountOf(given, figure.cells)
      return figure && value !== undefined ? [{ value, figures: [figure] }] : []
    }),
  )
}

/**
 * 收到60件，比上年的52件增加8件，增长15.4%: held against last year's figure in the sentence, else in last year's report, else
 * against the difference that the sentence tells too.
 */
export function growthOf(given: Given, own: Judged[]): Outcome[] {
  const isChange = (one: Judged, at: number) => CHANGE.test(leadOf(own, at)) || isTimes(one)
  if (!own.some(isChange)) return []
  const lastYear = givenOfLastYear(given)
  return storiesOf(own).flatMap(({ nows, past, changes }): Outcome[] => {
    const [first] = changes
    const unit = (past ?? nows.at(-1) ?? changes.find(({ change }) => isCount(change))?.change)?.item.quantity
      ?.unit
    const counted = nows.filter(({ item }) => item.quantity?.unit === unit)
    const told = changes.filter(({ change }) => !isCount(change) || change.item.quantity?.unit === unit)
    if (!first || told.some(({ lead }) => /占/.test(lead))) return []
    const speaks = counted.at(-1) ?? past ?? first.change
    const all = [...counted, ...(past ? [past] : []), ...told.map(({ change }) => change)]
    if (all.slice(Math.max(0, counted.length - 1)).some(isRough)) return []
    if ([counted.at(-1), past].some((one) => one?.state === 'differs')) return []
    if (!past && !YEAR_BEFORE.test(first.lead)) return []
    const candidates: Now[] = counted.length
      ? counted.map((one) => ({
          value: one.item.value,
          figures: one.state === 'agrees' ? one.meanings.map(({ figure }) => figure) : [],
          told: one,
        }))
      : namedBy(given, past ?? first.change)
    const now = counted.length ? candidates.at(-1) : candidates[0]
    if (!now) return []
    const difference = told.length > 1 ? told.find(({ change }) => isCount(change)) : undefined
    const implied = (one: number) =>
      difference ? one + (LESS.test(difference.lead) ? 1 : -1) * difference.change.item.value : 0
    const befores = ({ value, figures }: Now): { amount: number; evidence?: Failure['evidence'] }[] => {
      if (past) return [{ amount: past.item.value }]
      const known = figures.flatMap(({ cells }) => {
        const amount = lastYear && amountOf(lastYear, cells)
        return amount ? [{ amount, evidence: lastYearOf(given)?.evidence(cells) }] : []
      })
      return known.length ? known : [{ amount: implied(value) }]
    }
    const [before] = befores(now)
    if (!before || !told.length || before.amount <= 0) return []
    const place = { target: speaks.written.address, operands: [speaks.written.address] }
    // 收到96件，其中网络60件，同比增长20%: which of them has grown is the author's.
    const fits = (one: Now) =>
      befores(one).some(({ amount }) => told.every((change) => holds(change, one.value, amount)))
    if (candidates.some(fits)) return [{ ...place, state: 'holds' }]
    const wrong = told.find((change) => !holds(change, now.value, before.amount)) ?? first
    const { change, lead } = wrong
    const mark = isCount(change) ? '' : change.item.quantity?.unit
    const exact = changeOf(wrong, now.value, before.amount)
    const said = CHANGE.exec(lead)?.[0] ?? '为'
    const amount = Math.abs(exact)
    const should = `${mark ? amount.toFixed(Math.max(2, placesOf(change))) : plain(amount)}${mark}`
    const written = `${plain(change.item.value)}${mark}`
    // Not 下降应为 -20%, but the other way.
    const words =
      exact < 0
        ? `应为${LESS.test(lead) ? '增长' : '下降'} ${should}，写作${said} ${written}`
        : `${said}应为 ${should}，写作 ${written}`
    const { prose } = speaks.written
    const shown = [...(now.told ? [now.told] : []), ...all.slice(counted.length)]
    const start = speaks.sentence.start + Math.min(...shown.map(({ item }) => item.start))
    const end = speaks.sentence.start + Math.max(...shown.map(({ item }) => item.quantity?.end ?? 0))
    return [
      {
        ...place,
        state: 'fails',
        message: `正文：${plain(now.value)} 比上年 ${plain(before.amount)} ${words}。`,
        evidence: {
          [speaks.written.address]: quoted(prose, start, end),
          ...before.evidence,
        },
      },
    ]
  })
}
