import { yearOf } from '../../../report/deadline'
import { isFarOff, isShareFarOff } from '../../locate/slips'
import { amountOf, type Figure, figureOf } from '../../prose/figures'
import { has, isLeftOver } from '../../prose/listParts'
import { quoted } from '../../prose/normalise'
import { isRatio } from '../../prose/quantities'
import type { Judged } from '../../prose/reading'
import type { Failure, Given, Outcome } from '../../types'
import { givenOfLastYear, lastYearOf } from '../figures'
import { failsIn, HUNDRED, holdsIn, leadOf, near, placesOf, plain } from './arithmetic'
import {
  BEFORE,
  CHANGE,
  type Change,
  ELSE,
  isRough,
  LESS,
  type Story,
  storiesOf,
  unitOf,
  yearsIn,
} from './growthStories'
import { namedBy } from './namedFigures'
import { isCount, isShare, ofNoTable, wholeFigures } from './wholes'

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

/** By so much more or less that no slip explains it. */
function isChangeFar(told: Change, now: number, then: number): boolean {
  const { value } = told.change.item
  const meant = Math.abs(changeOf(told, now, then))
  return isRatio(unitOf(told.change))
    ? isShareFarOff(value, meant, placesOf(told.change))
    : isFarOff(value, meant)
}

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
  if (!own.some((one, at) => CHANGE.test(leadOf(own, at)) || /[%倍]/.test(unitOf(one) ?? ''))) return []
  const lastYear = givenOfLastYear(given)
  const year = yearOf(given.report.entries)
  const since = `同比|(?:${BEFORE})${year === undefined ? '' : `|${year - 1}年`}`
  const inReport = (figures: Figure[]): Before[] =>
    lastYear
      ? figures.flatMap(({ cells }) => {
          const amount = amountOf(lastYear, cells)
          return amount === undefined ? [] : [{ amount, evidence: lastYearOf(given)?.evidence(cells) }]
        })
      : []
  const settledBefore = new Set<Judged>()
  const years = yearsIn(own, year)
  return storiesOf(own, earlier, year).flatMap((story): Outcome[] => {
    const [first] = story.changes
    if (!first) return wasShare(given, lastYear, story, own)
    // 全年收到申请96件。同比增长20%: of what ends the sentence before.
    const bare = first.change === own[0] && !story.nows.length && !story.past
    const nows = bare && !first.change.item.first ? earlier.filter(agrees) : story.nows
    const inPoints = unitOf(first.change) === '百分点'
    const last = nows.filter((one) => isShare(one) === inPoints).at(-1)
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
          ? counted.map((one) => {
              const [meaning] = agrees(one) ? one.meanings : []
              // 2.13万件 is the 21346 of the table.
              const value = meaning?.amount ?? one.item.value
              return subjectOf(value, meaning ? one.meanings.map(({ figure }) => figure) : [])
            })
          : nows.length
            ? []
            : namedBy(given, past ?? first.change).map((figure) =>
                subjectOf(amountOf(given, figure.cells) ?? 0, [figure]),
              )
    // 收到96件，比上年增加16件，网络58件，增加13件: what has its own change already has no other, if another number is told.
    const alone = now && counted.length > 1 && has(now, 'among')
    const settled = counted.map(
      (one) => one !== now && (alone || (now && !settledBefore.has(now) && settledBefore.has(one))),
    )
    if (changes.length) for (const one of counted) settledBefore.add(one)
    const known = subjects.filter(({ befores: [first] }, n) => first && first.amount > 0 && !settled[n])
    const subject = now ? known.at(-1) : known[0]
    const before = subject?.befores[0]
    if (!before || !changes.length) return []
    // 全省上年新收5417件，本年增长7.7%: of more than the organ that reports.
    const isFar = before.amount * FAR < subject.value
    // 比2024年的9件多5件，全县共收到88件: told of more, behind it.
    const isBehind = now && own.indexOf(now) > own.indexOf(first.change)
    if (isBehind && now.state !== 'agrees' && OF_MORE.test(leadOf(own, own.indexOf(now)))) return []
    const isLess = subject.value * FAR < before.amount
    if (!now && past && (isLess || (isFar && OF_MORE.test(past.sentence.text.slice(0, past.item.start)))))
      return []
    // 2022年80件，增长12.7%；2023年96件，增长20%: that year had grown, too, where this one has its own growth behind it.
    const behind = first.change.sentence.text.slice(first.change.item.quantity?.end)
    const grows = own.some((_, at) => at > own.indexOf(first.change) && CHANGE.test(leadOf(own, at)))
    if (!now && past && grows && new RegExp(`${year}年|[今本]年`).test(behind)) return []
    const { written } = first.change
    // 收到96件，其中网络60件，同比增长20%: which of them has grown is the author's.
    const fits = ({ value, befores }: Subject) =>
      befores.some(({ amount }) => changes.every((change) => holds(change, value, amount)))
    // 2023年96件，2022年80件，2021年73件，本年增长20%: of any other year that the sentence tells.
    const otherYears = own.filter((one) => years.has(one) && isCount(one) && unitOf(one) === unit)
    const asTold = now && otherYears.map(({ item }) => ({ amount: item.value }))
    if (asTold && fits({ value: now.item.value, befores: asTold })) return [holdsIn(first.change)]
    if (subjects.some(fits) || together(given, lastYear, counted, first, past).some(fits))
      return [holdsIn(first.change)]
    if (now && changes.every((change) => namesAnother(change, now, counted, own))) return []
    const wrong = changes.find((change) => !holds(change, subject.value, before.amount)) ?? first
    // 五县依次收到171件……95件，合计591件，增加79件: so far off it is of others, where several that no table has are told.
    const others = ofNoTable(
      own,
      shown.map(({ item }) => item.value),
    ).filter(
      (one) =>
        unitOf(one) === (unit ?? unitOf(past)) &&
        !years.has(one) &&
        // 信息3571条，比上年3000条增长50%，其中要闻1300条: what stands behind it are parts.
        one.item.start < wrong.change.item.start,
    )
    // 收到96件，比上年80件增长62.5%，其中网络41件、信函33件: the table's own is what has grown.
    const isOwn = now && agrees(now)
    if (!isOwn && others.length > 1 && isChangeFar(wrong, subject.value, before.amount)) return []
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

const SUBJECT = /^[,;:(]?(?![比较与同和跟]|[上去]年)([^,;:()]+?)(?:同比|[比较与同])/
const ANYTHING =
  /20\d\d年|[今本当全]年|[数总]?量|总[数体]|[两三四][项者]|[件数均也则并且又再还共其已略仅]|同期|分别|申请|案件|办理|幅度|累计|合计/g
/** 新办760件，续办较上年多110件: of what its clause names, where no number before it is called so. */
function namesAnother({ change, lead }: Change, now: Judged, counted: Judged[], own: Judged[]): boolean {
  const subject = (SUBJECT.exec(lead)?.[1] ?? '').replace(ANYTHING, '')
  if (subject.length < 2 || change.item.first) return false
  const said = leadOf(own, own.indexOf(now))
  return counted.length > 1 || !(said.includes(subject.slice(0, 2)) || said.includes(subject.slice(-2)))
}

/** 新收96件，上年结转5件，总量比上年增长20.2%; 许可……、处罚……，两项合计增长: of several together, and of all there was to do. */
const SUMS = /总[量数计]|合计|[两三四]项|两者|应办|连同|加上|办件|办理量|之和/
const TO_DO = [['received'], ['received', 'carriedOver']]
function together(
  given: Given,
  lastYear: Given | undefined,
  counted: Judged[],
  { change }: Change,
  past: Judged | undefined,
): Subject[] {
  const text = change.sentence.text.slice(0, change.item.quantity?.start)
  if (!lastYear || past || !SUMS.test(text)) return []
  const told = counted
    .filter(agrees)
    .map(({ item, meanings }) => ({ now: item.value, figure: meanings[0]?.figure }))
  const sums = told.slice(0, -1).map((_, from) => told.slice(from))
  const of = (cells: string[]) => amountOf(lastYear, cells) ?? Number.NaN
  const toDo = TO_DO.flatMap((first): Subject[] => {
    const figure = figureOf(given.edition, { family: 'requests', first, second: ['total'] })
    return figure
      ? [{ value: amountOf(given, figure.cells) ?? 0, befores: [{ amount: of(figure.cells) }] }]
      : []
  })
  const ofRequests = counted.some(({ item }) => item.family === 'requests')
  return [
    ...(ofRequests ? toDo : []),
    ...sums.map((some) => ({
      value: some.reduce((sum, { now }) => sum + now, 0),
      befores: [{ amount: some.reduce((sum, { figure }) => sum + of(figure?.cells ?? []), 0) }],
    })),
  ]
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
/** 公开35件，占37.2%，较上年的50%有所下降: of the same whole in last year's report. */
function wasShare(
  given: Given,
  lastYear: Given | undefined,
  { nows, past }: Story,
  own: Judged[],
): Outcome[] {
  const now = nows.find(isShare)
  if (!now || !isShare(past) || !past || isRough(past) || isRough(now)) return []
  const befores = sharesBefore(given, lastYear, now, own)
  const [before] = befores
  if (!before || befores.some(({ amount }) => near(past.item.value, amount, placesOf(past)))) return []
  const message = `正文写上年 ${plain(past.item.value)}%，按上年年报应为 ${before.amount.toFixed(2)}%。`
  return [failsIn(past, [now.item.start, past.item.quantity?.end], message, before.evidence)]
}
/** 2022年收到80件。2023年收到96件，增长20%: last year's figure in the sentence before. */
function toldBefore(now: Judged, earlier: Judged[], year: number | undefined): Judged | undefined {
  const years = yearsIn(earlier, year)
  return earlier.find(
    (one, at) =>
      years.get(one) === (year ?? 0) - 1 &&
      isCount(one) &&
      // 比上年减少22件: a change, and no figure of that year.
      !CHANGE.test(leadOf(earlier, at)) &&
      !isLeftOver(one) &&
      unitOf(one) === unitOf(now) &&
      String(one.item.first) === String(now.item.first),
  )
}
/** So many times more or less is no year's growth. */
const FAR = 4
const OF_MORE = /全(?:[省市州盟县区旗镇乡国]|系统)|各[级地部区县乡]|(?:系统|辖区|所属|下属)/
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
