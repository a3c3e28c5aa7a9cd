import { yearOf } from '../../../report/deadline'
import type { Rule } from '../../types'

/** The edition says from which year on (and to which) its form applies; a report is written after its year has begun. */
export const yearRange: Rule = {
  id: 'year.range',
  title: '年度在格式适用的范围内',
  severity: 'block',
  due: 'onLeave',
  source: '国办公开办函〔2021〕30号；条例第四十九条',
  explanation: '报告的是哪一年就填哪一年，四位数字，不晚于今年。更早的年度适用以前的格式。',
  check: ({ edition, report, text, today }) => {
    const place = { target: 'year', operands: ['year'] }
    const typed = text('year').trim()
    if (typed === '') return [{ ...place, state: 'notAssessable' }]
    const { from, to = Number.POSITIVE_INFINITY } = edition.years
    const thisYear = Number(today.slice(0, 4))
    const year = yearOf(report.entries)
    if (year !== undefined && year >= from && year <= Math.min(to, thisYear))
      return [{ ...place, state: 'holds' }]
    if (!/^\d{4}$/.test(typed.normalize('NFKC')))
      return [{ ...place, state: 'fails', message: `年度请填四位数，如 ${thisYear - 1}。` }]
    const until = to < thisYear ? ` ${to} 年` : '今年'
    return [{ ...place, state: 'fails', message: `年度“${typed}”不在 ${from} 年至${until}之间。` }]
  },
  examples: [
    { title: '早于本格式', entries: { year: '2020' }, messages: ['年度“2020”不在 2021 年至今年之间。'] },
    {
      title: '不是年份',
      entries: { year: '二〇二三' },
      messages: ['年度请填四位数，如 2023。'],
    },
    { title: '全角数字', entries: { year: '２０２３' }, messages: [] },
  ],
}
