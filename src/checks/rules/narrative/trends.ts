import { yearOf } from '../../../report/deadline'
import type { Judged } from '../../prose/reading'
import type { Given, Outcome } from '../../types'
import { failsIn, holdsIn, leadOf, near, placesOf, plain } from './arithmetic'
import { IN_TURN, inTurn, yearsIn } from './growthStories'
import { isCount } from './wholes'

const RISES = /逐年(?:稳步|快速|持续|大幅)?(?:上升|递增|增长|增加|攀升|上涨|增多|提高)/
const FALLS = /逐年(?:稳步|快速|持续|大幅)?(?:下降|递减|减少|回落|降低|下滑)/
const MONTHS = 12
const YEAR_BEHIND = /^\(20\d\d年度?\)/

/** 2021年、2022年、2023年分别为58件、37件、91件，逐年上升: years dealt out in turn, the first of them first. */
function yearByYear(own: Judged[], year: number | undefined): Judged[] {
  if (!IN_TURN.test(own[0]?.sentence.text ?? '')) return []
  const years = yearsIn(own, year)
  const at = own.findIndex((one, i) => years.has(one) && IN_TURN.test(leadOf(own, i)))
  const isOf = (one: Judged) => years.has(one) && isCount(one)
  const dealt = at < 0 ? [] : inTurn(own, at)
  // 分别为71件（2021年）、80件（2022年）、96件（2023年）: each with its year behind it.
  const run = (dealt.length === 1 ? own.slice(at) : dealt).filter(isOf)
  return run.sort((a, b) => (years.get(a) ?? 0) - (years.get(b) ?? 0))
}

/** What is said to rise or fall year by year, and what so many are on the average. */
export function trendsOf(given: Given, own: Judged[]): Outcome[] {
  const run = yearByYear(own, yearOf(given.report.entries))
  const [last] = run.slice(-1)
  const exact = run.every(({ item }) => !item.quantity?.rough)
  const trends = last && run.length > 2 && exact ? trendOf(run, last) : []
  return [...trends, ...own.flatMap((one, at) => averageOf(own, one, at, exact ? run : []))]
}

function trendOf(run: Judged[], last: Judged): Outcome[] {
  const values = run.map(({ item }) => item.value)
  // 信函申请逐年减少 is said of others: only what no comma parts from the numbers, or what begins with 呈.
  const ends = Math.max(...run.map(({ item }) => item.quantity?.end ?? 0))
  const starts = Math.min(...run.map(({ item }) => item.quantity?.start ?? 0))
  const { text } = last.sentence
  const [said = ''] =
    /^,?(?:总体|整体)?(?:呈现?|均?(?=逐年)|且)[^,;]*/.exec(text.slice(ends).replace(YEAR_BEHIND, '')) ?? []
  const before = /[^;]*$/.exec(text.slice(0, starts))?.[0] ?? ''
  const told = RISES.test(said) || FALLS.test(said) ? said : before
  const rises = RISES.test(told)
  if (!rises && !FALLS.test(told)) return []
  const holds = values.every(
    (value, i) => i === 0 || (rises ? value > (values[i - 1] ?? 0) : value < (values[i - 1] ?? 0)),
  )
  if (holds) return [holdsIn(last)]
  const message = `正文：各年依次为 ${values.map(plain).join('、')}，写作逐年${rises ? '上升' : '下降'}。`
  return [failsIn(last, [starts, Math.max(ends, text.indexOf(told) + told.length)], message)]
}

function averageOf(own: Judged[], one: Judged, at: number, run: Judged[]): Outcome[] {
  const [, of = ''] = /(年|月)平?均(?:约?[为是]|收到|受理|新收)?$/.exec(leadOf(own, at)) ?? []
  if (!of) return []
  const before = own[at - 1]
  const all = of === '年' ? (run.length > 1 ? run : []) : before && isCount(before) ? [before] : []
  const parts = of === '年' ? run.length : MONTHS
  const exact =
    !one.item.quantity?.rough && all.every(({ item, state }) => !item.quantity?.rough && state !== 'differs')
  const alike = all.every(
    ({ item }) => item.quantity?.unit === one.item.quantity?.unit && item.start < one.item.start,
  )
  if (!all.length || !exact || !alike || (of === '月' && before?.state !== 'agrees')) return []
  const sum = all.reduce((total, { item }) => total + item.value, 0)
  if (near(one.item.value, sum / parts, placesOf(one))) return [holdsIn(one)]
  const should = (sum / parts).toFixed(Math.max(1, placesOf(one)))
  const message = `正文：${plain(sum)} 的${of}均数应为 ${should}，写作 ${plain(one.item.value)}。`
  return [failsIn(one, [all[0]?.item.quantity?.start ?? 0, one.item.quantity?.end], message)]
}
