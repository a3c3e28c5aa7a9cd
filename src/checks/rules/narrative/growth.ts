import { yearOf } from '../../../report/deadline'
import { amountOf, type Figure } from '../../prose/figures'
import { sharesName } from '../../prose/listKinds'
import { has, isLeftOver } from '../../prose/listParts'
import { quoted } from '../../prose/normalise'
import { isRatio } from '../../prose/quantities'
import type { Judged } from '../../prose/reading'
import type { Failure, Given, Outcome } from '../../types'
import { givenOfLastYear, lastYearOf } from '../figures'
import { HUNDRED, holdsIn, leadOf, near, placesOf, plain } from './arithmetic'
import { placesAmong, SAME } from './inOrder'
import { namedBy } from './namedFigures'
import { isCount, isShare, wholeFigures } from './wholes'

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

const BEFORE = '[上去]一?个?年|前一年'
const CHANGE =
  /(?<!新)(?:增加|增长|递增|净增|减少|缩减|递减|净减|下降|下滑|下跌|回落|降低|上升|上涨|上扬|上浮|攀升|提高|提升|高出|[多少][收办出]?|增|减|降|升|涨)(?:了|幅度?|率|量)?约?(?:为|达到?|是)?约?$/
const LESS = /减|降|少|落|下/
/** 是上年的1.2倍: so many times last year's, not more by so much. */
const MULTIPLE = /[为是达到于](?![^,;]*[增升涨])[^,;]*的$/
/** Set against something else. */
const ELSE = /占|环比|平均|计划|目标|(?:比|高于|低于)(?:全|其他|同)/
const IN_TURN = /分别|依次/
const GOES_ON = /^(?:[、,和及与]|以及)+$/
/** A change that names what has changed is none of the figure before it. */
const ANOTHER: readonly string[] = ['among', 'aside', 'none', 'column', 'case', 'result', 'document', 'act']
/** 增幅达20% is meant as it stands. */
const isRough = ({ item: { quantity }, sentence }: Judged) =>
  (quantity?.rough ?? false) && !/达到?$/.test(sentence.text.slice(0, quantity?.start))
const unitOf = (one: Judged | undefined) => one?.item.quantity?.unit

/** The numbers that go on with one that is dealt out in turn. */
function inTurn(own: Judged[], at: number): Judged[] {
  const rest = own.slice(at + 1)
  const end = rest.findIndex(
    (one, n) =>
      unitOf(one) !== unitOf(own[at]) ||
      !GOES_ON.test(
        leadOf(own, at + 1 + n)
          .replace(CHANGE, '')
          .replace(SAME, ''),
      ),
  )
  return [own[at] as Judged, ...(end < 0 ? rest : rest.slice(0, end))]
}

/** 2021、2022、2023年分别为75件、80件、96件, 近三年依次为…, 2022年收到80件: the years that the words give to numbers. */
function yearsIn(own: Judged[], now: number | undefined): Map<Judged, number> {
  const years = new Map<Judged, number>()
  if (now === undefined) return years
  own.forEach((one, at) => {
    const lead = leadOf(own, at)
    const said = one.sentence.text.slice(0, one.item.quantity?.start)
    const named = [...(at ? lead : said).matchAll(/20\d\d/g)].map(([digits]) => Number(digits))
    const [from = 0, to = 0] = /20\d\d年?(?:至|到|[—~-]+)20\d\d/.test(said) ? named.slice(-2) : []
    const recent = '两三四五'.indexOf(/[近过][去]?([两三四五])年/.exec(said)?.[1] ?? '〇') + 2
    const run = IN_TURN.test(lead) ? inTurn(own, at) : []
    const count = recent > 1 ? recent : to > from ? to - from + 1 : named.length
    if (run.length > 1 && run.length === count)
      run.forEach((each, n) => {
        years.set(each, recent > 1 ? now - recent + 1 + n : to > from ? from + n : (named[n] ?? 0))
      })
    else if (!years.has(one)) {
      const last = named.at(-1)
      if (last && /20\d\d年度?[^,;]{0,8}$/.test(lead)) years.set(one, last)
      else if (new RegExp(`(?:${BEFORE})[^,;]{0,8}$`).test(lead)) years.set(one, now - 1)
    }
  })
  return years
}

const names = ({ item: { window } }: Judged, from: number, to: number) =>
  window.some(
    ({ concept, start }) => (concept === 'row' || concept === 'request') && start >= from && start < to,
  )

function storiesOf(own: Judged[], earlier: Judged[], now: number | undefined): Story[] {
  const stories: Story[] = []
  let story: Story = { nows: [], changes: [] }
  const next = (nows: Judged[] = []) => {
    stories.push(story)
    story = { nows: [...nows], changes: [] }
  }
  const years = yearsIn(own, now)
  const before = now === undefined ? 0 : now - 1
  const dealt = new Set<Judged>()
  const told = new Map<number, Judged>()
  own.forEach((one, at) => {
    if (dealt.has(one)) return
    const lead = leadOf(own, at)
    const from = own[at - 1]?.item.quantity?.end ?? 0
    const to = from + (CHANGE.exec(lead)?.index ?? 0)
    const another = one.item.window.some(
      ({ concept, start }) =>
        start >= from &&
        start < to &&
        ANOTHER.includes(concept) &&
        !(concept === 'among' && /其中,?20\d\d年/.test(lead)),
    )
    const said = one.sentence.text.slice(0, one.item.quantity?.start).replace(/\([^()]*\)/g, '')
    const changes = CHANGE.test(lead) || (unitOf(one) === '倍' && MULTIPLE.test(said))
    // 收到96件；比上年增长20%: what has no word of its own goes on.
    const apart = own[at - 1] && own[at - 1]?.item.segment !== one.item.segment
    if (apart && !/^[;,]+(?:同?比|较|与|同)/.test(lead)) next()
    const year = years.get(one) ?? (has(one, 'otherYear') && !has(one, 'wholeYear') ? before : now)
    const run = changes && IN_TURN.test(lead) ? inTurn(own, at) : []
    if (run.length > 1) {
      // 收到96件、答复94件，同比分别增长20%和25.3%.
      const nows = (own[0] === one ? earlier : story.nows).filter(isCount).slice(-run.length)
      // 许可、处罚、强制分别较上年增加20件、减少3件、持平: what has not changed has its place in the order.
      const places = placesAmong(own, at, run.length)
      if (places) {
        const all = (own[0] === one ? earlier : story.nows).filter(isCount).slice(-places.slots)
        if (all.length === places.slots)
          run.forEach((change, n) => {
            const lead_ = leadOf(own, at + n)
            const place = places.of[n] ?? 0
            stories.push({
              nows: all.slice(place, place + 1),
              changes: [{ change, lead: n && CHANGE.test(lead_) ? lead_ : lead }],
            })
          })
      }
      // 新收和办结分别比上年增加16件和15件: of what their words name.
      else if (nows.length === run.length || !nows.length)
        run.forEach((change, n) => {
          stories.push({
            nows: nows.slice(n, n + 1),
            changes: [{ change, lead: n && CHANGE.test(leadOf(own, at + n)) ? leadOf(own, at + n) : lead }],
          })
        })
      for (const each of run) dealt.add(each)
      next()
    }
    // 比上年增加16件，其中网络增加10件: of something else.
    else if (changes && another) next()
    else if (changes) {
      // 2023、2022、2021年分别为96件、80件、75件，2023年比2022年增加16件.
      const named = [...lead.matchAll(/20\d\d/g)]
        .map(([digits]) => Number(digits))
        .find((each) => each !== now)
      const base = named ?? (new RegExp(`同比|${BEFORE}`).test(lead) ? before : undefined)
      if (base !== undefined && told.size) story.past = told.get(base)
      // 收到数增长20%，办结数增长19%: each of its own.
      if (story.changes.length && names(one, from, to)) next()
      // 受理72件，办结63件，受理量同比增长80%: of what it names.
      const own = names(one, from, to) ? story.nows.filter((each) => sharesName(each, one)) : []
      if (own.length) story.nows = own
      if (story.past || base === undefined || base === before) story.changes.push({ change: one, lead })
      else next()
    } else if (isShare(one)) {
      // 公开率60%，比上年的55%提高5个百分点.
      if (year !== now && story.nows.some(isShare)) story.past = one
      else next([one])
    }
    // 同比增长46.4%，上年结转42件: what was left of last year, not what was counted in it.
    else if (!isCount(one) || isLeftOver(one)) return
    else if (year === now) {
      // 较上年末的50件净增8件，现行有效58件; 比上年增加16件，总数达96件.
      const follows = !story.nows.length && (story.past || /[共总达]/.test(lead))
      if (story.changes.length && !follows) next(story.nows)
      story.nows.push(one)
    } else {
      if (story.past) next(story.nows)
      story.past = one
      if (year !== undefined) told.set(year, one)
    }
  })
  stories.push(story)
  return stories
}

/** What the change between two figures is, in the way in which it is told: as a share, so many times, so much more or less. */
function changeOf({ change, lead }: Change, now: number, then: number): number {
  const unit = unitOf(change)
  if (unit === '倍' && !CHANGE.test(lead)) return now / then
  return (
    (LESS.test(CHANGE.exec(lead)?.[0] ?? '') ? then - now : now - then) *
    (unit === '%' ? HUNDRED / then : unit === '倍' ? 1 / then : 1)
  )
}
const holds = (told: Change, now: number, then: number): boolean =>
  isRatio(unitOf(told.change))
    ? near(told.change.item.value, changeOf(told, now, then), placesOf(told.change))
    : changeOf(told, now, then) === told.change.item.value

/** A figure of this year with what it may be set against. */
interface Subject {
  value: number
  befores: Before[]
}
interface Before {
  amount: number
  evidence?: Failure['evidence']
}

/**
 * 收到60件，比上年的52件增加8件，增长15.4%: held against last year's figure in the sentence, else in last year's report, else
 * against the difference that the sentence tells too.
 */
export function growthOf(given: Given, own: Judged[], earlier: Judged[]): Outcome[] {
  if (!own.some((one, at) => CHANGE.test(leadOf(own, at)) || unitOf(one) === '倍')) return []
  const lastYear = givenOfLastYear(given)
  const year = yearOf(given.report.entries)
  const since = `同比|(?:${BEFORE})${year === undefined ? '' : `|${year - 1}年`}`
  const inReport = (figures: Figure[]): Before[] =>
    lastYear
      ? figures.flatMap(({ cells }) => {
          const amount = amountOf(lastYear, cells)
          return amount ? [{ amount, evidence: lastYearOf(given)?.evidence(cells) }] : []
        })
      : []
  return storiesOf(own, earlier, year).flatMap((story): Outcome[] => {
    const [first] = story.changes
    if (!first) return []
    // 全年收到申请96件。同比增长20%: of what ends the sentence before.
    const bare = first.change === own[0] && !story.nows.length && !story.past
    const nows = bare && !first.change.item.first ? earlier.filter(agrees) : story.nows
    const last = nows.at(-1)
    const unit = unitOf(story.past ?? last)
    const counted = nows.filter((one) => unitOf(one) === unit)
    const now = counted.at(-1)
    const past = story.past ?? (now && toldBefore(now, earlier, year))
    const changes = story.changes.filter(({ change }) =>
      isShare(now)
        ? unitOf(change) === '百分点'
        : /[%倍]/.test(unitOf(change) ?? '') || !unit || unitOf(change) === unit,
    )
    if (changes.some(({ lead }) => ELSE.test(lead))) return []
    const shown = [...(now ? [now] : []), ...(past ? [past] : []), ...changes.map(({ change }) => change)]
    if (shown.some((one) => isRough(one) || one.state === 'differs')) return []
    const told = first.change.sentence.text.slice(0, first.change.item.quantity?.start)
    if (!past && !new RegExp(since).test(bare ? first.lead : told)) return []
    const difference = changes.length > 1 ? changes.find(({ change }) => isCount(change)) : undefined
    const implied = (one: number) =>
      difference ? one + (LESS.test(difference.lead) ? 1 : -1) * difference.change.item.value : 0
    const subjectOf = (value: number, figures: Figure[]): Subject => {
      const known = past ? [{ amount: past.item.value }] : inReport(figures)
      return { value, befores: known.length ? known : [{ amount: implied(value) }] }
    }
    const subjects =
      isShare(now) && now
        ? [
            {
              value: now.item.value,
              befores: past ? [{ amount: past.item.value }] : sharesBefore(given, lastYear, now, own),
            },
          ]
        : now
          ? counted.map((one) =>
              subjectOf(one.item.value, agrees(one) ? one.meanings.map(({ figure }) => figure) : []),
            )
          : nows.length
            ? []
            : namedBy(given, past ?? first.change).map((figure) =>
                subjectOf(amountOf(given, figure.cells) ?? 0, [figure]),
              )
    const subject = now ? subjects.at(-1) : subjects[0]
    const before = subject?.befores[0]
    if (!before || !changes.length || before.amount <= 0) return []
    const { written } = first.change
    // 收到96件，其中网络60件，同比增长20%: which of them has grown is the author's.
    const fits = ({ value, befores }: Subject) =>
      befores.some(({ amount }) => changes.every((change) => holds(change, value, amount)))
    if (subjects.some(fits)) return [holdsIn(first.change)]
    const wrong = changes.find((change) => !holds(change, subject.value, before.amount)) ?? first
    const start = Math.min(...shown.map(({ item, sentence }) => sentence.start + item.start))
    const end = Math.max(...shown.map(({ item, sentence }) => sentence.start + (item.quantity?.end ?? 0)))
    return [
      {
        target: written.address,
        operands: [written.address],
        state: 'fails',
        message: messageOf(wrong, subject.value, before.amount),
        evidence: { [written.address]: quoted(written.prose, start, end), ...before.evidence },
      },
    ]
  })
}

/** 公开率60%，比上年提高5个百分点: of the same whole in last year's report, whichever of them it is. */
function sharesBefore(given: Given, lastYear: Given | undefined, { item }: Judged, own: Judged[]): Before[] {
  if (!lastYear) return []
  const counts = own
    .filter((one) => isCount(one) && agrees(one))
    .map(({ meanings }) => meanings[0]?.figure.cells ?? [])
  const parts = [...counts, ...counts.slice(1).map((cells, i) => [...(counts[i] ?? []), ...cells])]
  const wholes = (['requests', 'cases'] as const).flatMap((family) => wholeFigures(given, family))
  const shareOf = (report: Given, cells: string[], whole: string[]) =>
    (HUNDRED * (amountOf(report, cells) ?? 0)) / (amountOf(report, whole) ?? 0)
  return parts.flatMap((cells) =>
    wholes.flatMap((whole) => {
      const fits = near(item.value, shareOf(given, cells, whole.cells), item.value % 1 ? 1 : 0)
      const amount = shareOf(lastYear, cells, whole.cells)
      return fits && Number.isFinite(amount)
        ? [{ amount, evidence: lastYearOf(given)?.evidence([...cells, ...whole.cells]) }]
        : []
    }),
  )
}
const agrees = ({ state }: Judged) => state === 'agrees'
/** 2022年收到80件。2023年收到96件，增长20%: last year's figure in the sentence before. */
function toldBefore(now: Judged, earlier: Judged[], year: number | undefined): Judged | undefined {
  const years = yearsIn(earlier, year)
  return earlier.find(
    (one) =>
      years.get(one) === (year ?? 0) - 1 &&
      isCount(one) &&
      !isLeftOver(one) &&
      unitOf(one) === unitOf(now) &&
      String(one.item.first) === String(now.item.first),
  )
}
const MARKS: Record<string, string> = { '%': '%', 倍: ' 倍', 百分点: ' 个百分点' }
function messageOf(told: Change, now: number, then: number): string {
  const { change, lead } = told
  const unit = unitOf(change) ?? ''
  const mark = MARKS[unit] ?? ''
  const exact = changeOf(told, now, then)
  const said = CHANGE.exec(lead)?.[0] ?? '是其'
  const amount = Math.abs(exact)
  const should = `${/[%倍]/.test(mark) ? amount.toFixed(Math.max(2, placesOf(change))) : plain(amount)}${mark}`
  const written = `${plain(change.item.value)}${mark}`
  // Not 下降应为 -20%, but the other way.
  const words =
    exact < 0
      ? `应为${LESS.test(said) ? '增长' : '下降'} ${should}，写作${said} ${written}`
      : `${said}应为 ${should}，写作 ${written}`
  return `正文：${plain(now)} 比上年 ${plain(then)} ${words}。`
}
