import { sharesName } from '../../prose/listKinds'
import { has, isLeftOver, JOINED, upTo, wasBefore } from '../../prose/listParts'
import type { Judged } from '../../prose/reading'
import { leadOf, placesOf } from './arithmetic'
import { placesAmong, SAME } from './inOrder'
import { isCount, isShare } from './wholes'

export interface Change {
  change: Judged
  lead: string
}
/** Numbers of one clause after another: this year's figures, last year's where it is told, and what they differ by. */
export interface Story {
  nows: Judged[]
  past?: Judged
  changes: Change[]
}

export const BEFORE = '[上去]一?个?年|前一年'
/** 多制发4件, 少收到3件: more or less of what the verb names. */
const DEED =
  '(?:新?[收办接]到?|出|发生|受理|办[理结]|答复|制[发定]|印发|出台|废止|公开|新增|作出|处罚|结转|发布)'
export const CHANGE = new RegExp(
  `(?<!新)(?:增加|增长|增多|递增|净增|减少|缩减|递减|净减|下降|下滑|下跌|回落|降低|上升|上涨|上扬|上浮|攀升|提高|提升|高出|[多少]${DEED}?|增|减|降|升|涨)(?:了|幅度?|率|量)?约?(?:为|达到?|是)?约?$`,
)
export const LESS = /减|降|少|落|下/
/** 是上年的1.2倍: so many times last year's, not more by so much. */
const MULTIPLE = /[为是达到于](?![^,;]*[增升涨])[^,;]*的$/
/** Set against something else. */
export const ELSE =
  /占|环比|平均|年均|计划|目标|[两二三四五几]年[间来内]|(?:比|高于|低于)(?:全|其他|同)|[番倍][还又]?[多少]|^[还又][多少]/
/** 去年又比前年少4件: of years before this one. */
const EARLIER = /[比较]前年/
export const IN_TURN = /分别|依次/
/** A change that names what has changed is none of the figure before it. */
const ANOTHER: readonly string[] = ['among', 'aside', 'none', 'column', 'case', 'result', 'document', 'act']
/** 增幅达20% is meant as it stands. */
export const isRough = (one: Judged) => {
  const {
    item: { quantity },
    sentence,
  } = one
  return (
    (quantity?.rough ?? false) &&
    // 约25.5%: as near as its last digit says.
    !(quantity?.unit === '%' && placesOf(one)) &&
    !/达到?$/.test(sentence.text.slice(0, quantity?.start))
  )
}
export const unitOf = (one: Judged | undefined) => one?.item.quantity?.unit

/** Without one of these words no number is of a year of its own. */
const YEARS = new RegExp(`20\\d\\d|[近过]去?[两三四五]年|${BEFORE}`)
const YEAR_BEFORE = new RegExp(
  `(?<!结转)(?:${BEFORE})(?!度?的?结?转[^,;]{0,4}(?:[外后共总]|在内))[^,;]{0,8}$`,
)

/** The numbers that go on with one that is dealt out in turn. */
export function inTurn(own: Judged[], at: number): Judged[] {
  const goesOn = (n: number) => JOINED.test(leadOf(own, n).replace(CHANGE, '').replace(SAME, ''))
  const isAlike = (one: Judged, n: number) => unitOf(one) === unitOf(own[at]) && goesOn(at + 1 + n)
  return [own[at] as Judged, ...upTo(own.slice(at + 1), (one, n) => !isAlike(one, n))]
}

/** 2021、2022、2023年分别为75件、80件、96件, 近三年依次为…, 2022年收到80件: the years that the words give to numbers. */
export function yearsIn(own: Judged[], now: number | undefined): Map<Judged, number> {
  const years = new Map<Judged, number>()
  if (now === undefined || !YEARS.test(own[0]?.sentence.text ?? '')) return years
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
      // 541件（2022年）、687件（2023年）.
      const behind = /^\((20\d\d)年度?\)/.exec(one.sentence.text.slice(one.item.quantity?.end))?.[1]
      if (behind) years.set(one, Number(behind))
      else if (last && /20\d\d年度?[^,;]{0,8}$/.test(lead)) years.set(one, last)
      else if (YEAR_BEFORE.test(lead)) years.set(one, now - 1)
    }
  })
  return years
}

/** Alone in its bracket, and no share that is set against last year's behind it. */
const inPassing = (own: Judged[], at: number): boolean => {
  const [one, next] = [own[at], own[at + 1]]
  const isPoints = own.slice(at + 1).some((each) => unitOf(each) === '百分点')
  return Boolean(one?.item.bracket && next && next.item.bracket !== one.item.bracket) && !isPoints
}

const names = ({ item: { window } }: Judged, from: number, to: number, concepts = ['row', 'request']) =>
  window.some(({ concept, start }) => concepts.includes(concept) && start >= from && start < to)
/** What a past may be told of, that is none of the number before it. */
const THINGS = ['document', 'act', 'case', 'result', 'column']
export const isSameFigure = ({ item: a }: Judged, { item: b }: Judged) =>
  a.family === b.family &&
  (!a.first || !b.first || String(a.first) === String(b.first)) &&
  String(a.second) === String(b.second)
const forward = ({ item: { first } }: Judged) => first?.some(([key]) => key === 'carriedForward') ?? false

const isDeed = ({ item: { family, second } }: Judged) =>
  family === 'documents' && !second?.flat().includes('inForce')

export function storiesOf(own: Judged[], earlier: Judged[], now: number | undefined): Story[] {
  const stories: Story[] = []
  let story: Story = { nows: [], changes: [] }
  const next = (nows: Judged[] = []) => {
    stories.push(story)
    story = { nows: [...nows], changes: [] }
  }
  const years = yearsIn(own, now)
  const before = now === undefined ? 0 : now - 1
  const dealt = new Set<Judged>()
  const told = new Map<number, { past: Judged; of: Judged | undefined }>()
  own.forEach((one, at) => {
    if (dealt.has(one)) return
    const lead = leadOf(own, at)
    // 由9400人增至12850人; 112件对104件.
    const was = wasBefore(own, one) || (/^对$/.test(lead) && unitOf(own[at - 1]) === unitOf(one))
    const from = own[at - 1]?.item.quantity?.end ?? 0
    const to = from + (CHANGE.exec(lead)?.index ?? 0)
    // 申请集中在征地领域，申请量同比下降12%: a clause that names a figure of its own owes nothing to those before it.
    const clause = from + lead.lastIndexOf(',') + 1
    // 内容主要涉及征地，申请数量比上年增长，上升16%: nor to what the clauses before its name are about.
    const amount = one.item.window.filter(
      ({ concept, start, end }) =>
        concept === 'request' && start >= from && /[数量]$/.test(one.sentence.text.slice(start, end)),
    )
    const named = Math.max(from, one.sentence.text.lastIndexOf(',', amount.at(-1)?.start ?? 0))
    const since = names(one, clause, to) ? clause : named
    const another = one.item.window.some(
      ({ concept, start }) =>
        start >= since &&
        start < to &&
        ANOTHER.includes(concept) &&
        !(concept === 'among' && /其中,?20\d\d年/.test(lead)),
    )
    const said = one.sentence.text.slice(0, one.item.quantity?.start).replace(/\([^()]*\)/g, '')
    // 由12件降为9件: what it has come to.
    const is = at > 0 && wasBefore(own, own[at - 1] as Judged)
    const changes = !is && (CHANGE.test(lead) || (unitOf(one) === '倍' && MULTIPLE.test(said)))
    // 收到96件；比上年增长20%: what has no word of its own goes on.
    const apart = own[at - 1] && own[at - 1]?.item.segment !== one.item.segment
    if (apart && !/^[;,]+(?:同?比|较|与|同)/.test(lead)) {
      next()
      told.clear()
    }
    // 同比增长17.3%；另一类由52件升至94件: a story of its own.
    if (was && story.changes.length) next()
    // 减少1件，其中1件为上年提出过的: what is said behind a number does not make it one of last year.
    const past = one.item.window.some(
      ({ concept, start }) => concept === 'otherYear' && start < (one.item.quantity?.start ?? 0),
    )
    const year = years.get(one) ?? (past && !has(one, 'wholeYear') ? before : now)
    const run = changes && IN_TURN.test(lead) ? inTurn(own, at) : []
    if (run.length > 1) {
      // 收到96件、答复94件，同比分别增长20%和25.3%.
      // 新收96件、结转下年7件，同比分别增长……: what waits is one of them.
      const before = own
        .slice(0, at)
        .filter((each) => isCount(each) && each.item.segment === one.item.segment)
      const all = before.length === run.length && before.every(({ state }) => state === 'agrees')
      const nows = all ? before : (own[0] === one ? earlier : story.nows).filter(isCount).slice(-run.length)
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
    else if (changes && another) {
      // 其中处罚较上年减少31件: of what it names itself.
      next()
      // 复议案件较上年减少31件，降幅25.2%: and so does the share behind it.
      if (/^(?:documents|cases)$/.test(one.item.family ?? '')) story.changes.push({ change: one, lead })
    } else if (changes && EARLIER.test(lead)) next(story.nows)
    else if (changes) {
      // 2023、2022、2021年分别为96件、80件、75件，2023年比2022年增加16件.
      const named = [...lead.matchAll(/20\d\d/g)]
        .map(([digits]) => Number(digits))
        .find((each) => each !== now)
      const base = named ?? (new RegExp(`同比|${BEFORE}`).test(lead) ? before : undefined)
      const past = base === undefined ? undefined : told.get(base)
      // 今年较2020年减少28件，较2021年降15.49%: of the same, set against another year.
      if (story.changes.length && past && past.past !== story.past) next(story.nows)
      const last = story.nows.at(-1)
      if (base !== undefined && told.size && (!past?.of || !last || isSameFigure(past.of, last)))
        story.past = past?.past
      // 收到数增长20%，办结数增长19%: each of its own.
      if (story.changes.length && names(one, from, to)) next()
      // 增加68件，增幅29.18%，主要来自乡镇（增加51件）: a second change of one kind is of something else.
      if (
        story.changes.some(
          ({ change }) => unitOf(change) === unitOf(one) && change.item.value !== one.item.value,
        )
      )
        next()
      // 受理72件，办结63件，受理量同比增长80%: of what it names.
      const own = names(one, from, to) ? story.nows.filter((each) => sharesName(each, one)) : []
      if (own.length) story.nows = own
      if (story.past || base === undefined || base === before) story.changes.push({ change: one, lead })
      else next()
    } else if (isShare(one)) {
      // 公开率60%，比上年的55%提高5个百分点.
      if (year !== now && story.nows.some(isShare)) story.past = one
      // 新收96件（自然人占86.5%），比上年的80件增长20%: what a bracket says beside a number has not grown.
      // 鉴定费8.4万元，占66.7%；比上年的15.75万元减少: a share among counts leaves them what they are.
      else if (!inPassing(own, at)) next([...story.nows.filter(isCount), one])
    }
    // 同比增长46.4%，上年结转42件: what was left of last year, not what was counted in it.
    else if (!isCount(one)) return
    // 办结94件，结转下年7件，较上年底的5件增加2件: what waits has grown, where that is told right behind it.
    else if (isLeftOver(one)) {
      if (year !== now && story.nows.some(forward)) story.past = one
      else if (/^,(?:结转[数量]?)?(?:同?比|较|与|同)/.test(leadOf(own, at + 1)) && forward(one)) next([one])
    } else if (year === now && !was) {
      // 较上年末的50件净增8件，现行有效58件; 比上年增加16件，总数达96件.
      const isFirst = !story.nows.length && (story.past || /[共总达]/.test(lead))
      if (story.changes.length && !isFirst) next(story.nows)
      story.nows.push(one)
    } else {
      if (year !== undefined && !was) told.set(year, { past: one, of: story.nows.at(-1) })
      // 比2022年增加21件，2021年、2022年分别为68件、74件: of the year before that.
      if (year !== undefined && year < before && story.changes.length && !/[比较与同和跟]/.test(lead)) return
      // 比去年少4件，去年那4件有1件结转: told again, of another story.
      if (story.past || (story.changes.length && (!story.nows.length || /[比较]/.test(lead))))
        next(story.nows)
      // 废止5件，规章总量比上年末的52件净减3件: the past of what it names, not of the number before it.
      const clause = Math.max(from, one.sentence.text.lastIndexOf(',', one.item.quantity?.start))
      if (names(one, clause, one.item.quantity?.start ?? 0, THINGS))
        story.nows = story.nows.filter((each) => isSameFigure(each, one))
      // 废止14件，较上年末的89件下降: of what was in force, not of what was done in the year.
      if (/年[末底]/.test(lead)) story.nows = story.nows.filter((each) => !isDeed(each))
      story.past = one
    }
  })
  stories.push(story)
  return stories
}
