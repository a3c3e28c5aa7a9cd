import { amountOf } from '../../prose/figures'
import { has, isLeftOver } from '../../prose/listParts'
import { quoted } from '../../prose/normalise'
import type { Judged } from '../../prose/reading'
import type { Failure, Given, Outcome } from '../../types'
import { givenOfLastYear, lastYearOf } from '../figures'
import { HUNDRED, leadOf, near, placesOf, plain } from './arithmetic'
import { isCount, isShare } from './wholes'

/** Numbers of one clause after another: this year's figures, last year's where it is told, and what they differ by. */
interface Story {
  nows: Judged[]
  past?: Judged
  changes: { change: Judged; lead: string }[]
}

const YEAR_BEFORE = /同比|上年|去年|上一年|前一年/
const LAST_YEAR = /(?:上年|去年|上一年|20\d\d年)[^,;]{0,8}$/
const CHANGE =
  /(?<!新)(?:增加|增长|减少|下降|上升|上涨|提高|提升|多|少|增|减|降)(?:了|幅度?|率)?(?:约)?(?:为|达|是)?(?:约)?$/
const LESS = /减|降|少/
/** A change that names what has changed is none of the figure before it. */
const ANOTHER: readonly string[] = ['among', 'aside', 'none', 'column', 'case', 'result', 'document', 'act']
const isRough = ({ item }: Judged) => item.quantity?.rough ?? false

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
    if (own[at - 1] && own[at - 1]?.item.segment !== one.item.segment) next()
    // 比上年增加16件，其中网络增加10件: of something else.
    if (CHANGE.test(lead) && another) next()
    else if (CHANGE.test(lead)) story.changes.push({ change: one, lead })
    else if (isShare(one)) next()
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
  return stories
}

/** What the change between two figures is, in the way in which it is told: as a share, as so much more, as so much less. */
const changeOf = ({ change, lead }: Story['changes'][number], now: number, then: number): number =>
  (LESS.test(lead) ? then - now : now - then) * (isShare(change) ? HUNDRED / then : 1)
const holds = (told: Story['changes'][number], now: number, then: number): boolean =>
  isShare(told.change)
    ? near(told.change.item.value, changeOf(told, now, then), placesOf(told.change))
    : changeOf(told, now, then) === told.change.item.value

/**
 * 收到60件，比上年的52件增加8件，增长15.4%: held against last year's figure in the sentence, else in last year's report, else
 * against the difference that the sentence tells too.
 */
export function growthOf(given: Given, own: Judged[]): Outcome[] {
  if (!own.some((_, at) => CHANGE.test(leadOf(own, at)))) return []
  const lastYear = givenOfLastYear(given)
  return storiesOf(own).flatMap(({ nows, past, changes }): Outcome[] => {
    const [first] = changes
    const unit = past?.item.quantity?.unit ?? nows.at(-1)?.item.quantity?.unit
    const counted = nows.filter(({ item }) => item.quantity?.unit === unit)
    const now = counted.at(-1)
    const told = changes.filter(({ change }) => isShare(change) || change.item.quantity?.unit === unit)
    if (!first || !now || told.some(({ lead }) => /分别|依次|占/.test(lead))) return []
    if ([now, ...(past ? [past] : []), ...told.map(({ change }) => change)].some(isRough)) return []
    if ([now, past].some((one) => one?.state === 'differs')) return []
    if (!past && !YEAR_BEFORE.test(first.lead)) return []
    const { value } = now.item
    const known =
      lastYear && now.state === 'agrees'
        ? now.meanings.flatMap(({ figure }) => {
            const amount = amountOf(lastYear, figure.cells)
            return amount ? [{ amount, evidence: lastYearOf(given)?.evidence(figure.cells) }] : []
          })
        : []
    const difference = told.length > 1 ? told.find(({ change }) => isCount(change)) : undefined
    const implied = (one: number) =>
      difference ? one + (LESS.test(difference.lead) ? 1 : -1) * difference.change.item.value : 0
    const befores = (one: number): { amount: number; evidence?: Failure['evidence'] }[] =>
      past ? [{ amount: past.item.value }] : known.length ? known : [{ amount: implied(one) }]
    const [before] = befores(value)
    if (!before || !told.length || before.amount <= 0) return []
    const place = { target: now.written.address, operands: [now.written.address] }
    // 收到96件，其中网络60件，同比增长20%: which of them has grown is the author's.
    const fits = ({ item: { value: one } }: Judged) =>
      befores(one).some(({ amount }) => told.every((change) => holds(change, one, amount)))
    if (counted.some(fits)) return [{ ...place, state: 'holds' }]
    const all = [now, ...(past ? [past] : []), ...told.map(({ change }) => change)]
    const wrong = told.find((change) => !holds(change, value, before.amount)) ?? first
    const { change, lead } = wrong
    const mark = isShare(change) ? '%' : ''
    const exact = changeOf(wrong, value, before.amount)
    const said = CHANGE.exec(lead)?.[0] ?? ''
    const amount = Math.abs(exact)
    const should = `${mark ? amount.toFixed(Math.max(2, placesOf(change))) : plain(amount)}${mark}`
    const written = `${plain(change.item.value)}${mark}`
    // Not 下降应为 -20%, but the other way.
    const words =
      exact < 0
        ? `应为${LESS.test(lead) ? '增长' : '下降'} ${should}，写作${said} ${written}`
        : `${said}应为 ${should}，写作 ${written}`
    const start = now.sentence.start + Math.min(...all.map(({ item }) => item.start))
    const end = now.sentence.start + Math.max(...all.map(({ item }) => item.quantity?.end ?? 0))
    return [
      {
        ...place,
        state: 'fails',
        message: `正文：${plain(value)} 比上年 ${plain(before.amount)} ${words}。`,
        evidence: {
          [now.written.address]: quoted(now.written.prose, start, end),
          ...before.evidence,
        },
      },
    ]
  })
}
