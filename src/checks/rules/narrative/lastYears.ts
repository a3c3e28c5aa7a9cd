import { yearOf } from '../../../report/deadline'
import { amountOf, type Figure, figureOf } from '../../prose/figures'
import { has, isLeftOver, wasBefore } from '../../prose/listParts'
import type { Judged } from '../../prose/reading'
import type { Given, Outcome } from '../../types'
import { givenOfLastYear, lastYearOf } from '../figures'
import { failsIn, holdsIn, leadOf, plain } from './arithmetic'
import { BEFORE, isSameFigure } from './growthStories'
import { namedBy } from './namedFigures'
import { isCount } from './wholes'

/** What may stand between 上年 and its figure, and says no other thing. */
const PLAIN =
  '(?:[(]|同期|年报|全年|的|为|是|有|共|新?收到?|受理|办结|答复|新?收?(?:政府)?(?:信息)?(?:公开)?申请量?)*'
/** 上年的80件, 2022年收到80件; not 上年结转5件, 比上年增加16件. */
const ofLastYear = (lead: string, year: number | undefined): boolean =>
  new RegExp(`(?:上一?年度?|去年${year ? `|${year - 1}年度?` : ''})[末底]?${PLAIN}$`).test(lead)

/** Last year's figure in the text, held against last year's report: that of the number beside it, or of its own words. */
export function pastsOf(given: Given, own: Judged[]): Outcome[] {
  const lastYear = givenOfLastYear(given)
  const year = yearOf(given.report.entries)
  if (!lastYear) return []
  return own.flatMap((past, at): Outcome[] => {
    const { item } = past
    const lead = leadOf(own, at)
    // 与上年相比，予以公开由28件增至35件: what it was is last year's.
    const was =
      (wasBefore(own, past) || /^[至到]$/.test(leadOf(own, at + 1))) &&
      new RegExp(`(?:[比较与]|对比|相[较比]于?)(?:${BEFORE}|${(year ?? 0) - 1}年)`).test(
        past.sentence.text.slice(0, item.quantity?.start),
      )
    // 应办101件，含上年的5件: what last year has left.
    const isLeft = isLeftOver(past) || /[含加]|包括|连同/.test(lead)
    if (!isCount(past) || item.quantity?.rough || !(was || (ofLastYear(lead, year) && !isLeft))) return []
    // 办理456件（含上年结转24件），较去年380件: what stands in brackets of its own is passed over; 61件，上升22%（上年50件）: so is
    // what it has grown by.
    const outside = own
      .slice(0, at)
      .filter((one) => one.item.bracket === item.bracket || one.item.bracket === item.outer?.bracket)
      // 7件，占应办101件的6.9%，比上年同期5件: nor is the whole of a share what it was set against.
      .filter((one) => isCount(one) && !has(one, 'compare') && !/占/.test(leadOf(own, own.indexOf(one))))
    const next = own[at + 1]
    const beside = [outside.at(-1), next?.item.bracket === item.bracket ? next : undefined].flatMap((one) =>
      one?.state === 'agrees' &&
      one.item.quantity?.unit === item.quantity?.unit &&
      (one.item.segment === item.segment || /^;(?:[上去]年|上年)/.test(leadOf(own, at))) &&
      (!(item.first || item.second) || isSameFigure(one, past))
        ? [one]
        : [],
    )
    // 较上年末的89件下降: what was in force, or waited, at its end.
    const atEnd = /[末底]/.test(lead)
    const figures: Figure[] = [
      ...beside.flatMap((one) => one.meanings.map(({ figure }) => figure)),
      ...[...(was ? [] : [past]), ...beside].flatMap((one) => namedBy(given, one)),
    ].filter(({ cells }) => !atEnd || cells.some((cell) => /inForce|carriedForward/.test(cell)))
    const both = figures.some(({ cells }) => cells.some((cell) => cell.includes('.requests.received.')))
      ? figureOf(given.edition, { family: 'requests', first: ['received', 'carriedOver'], second: ['total'] })
      : undefined
    const [figure] = figures
    const amounts = [...figures, ...(both ? [both] : [])].flatMap(
      ({ cells }) => amountOf(lastYear, cells) ?? [],
    )
    if (!figure || !amounts.length) return []
    if (amounts.includes(item.value)) return [holdsIn(past)]
    const span: [number, number | undefined] = [own[at - 1]?.item.quantity?.end ?? 0, item.quantity?.end]
    const message = `正文写上年 ${plain(item.value)}，上年年报中${figure.spoken}为 ${amounts[0]}。`
    return [failsIn(past, span, message, lastYearOf(given)?.evidence(figure.cells))]
  })
}
