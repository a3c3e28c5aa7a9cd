import type { Section, TextSpec } from '../format/types'
import { yearOf } from '../report/deadline'
import type { Outcome, Rule } from './types'

/** 年度、机关名称、机关类型: what title, deadline and half of the rules depend on. */
export const basicRequired: Rule = {
  id: 'basic.required',
  title: '基本信息要填全',
  severity: 'blank',
  due: 'atReview',
  source: '条例第四十九条、第五十条',
  explanation: '机关名称、年度写进标题，机关类型决定要核对的事项和公布期限。',
  check: ({ edition, text }) =>
    edition.fields
      .filter((field) => field.required)
      .map(({ address, label, options }): Outcome => {
        const place = { target: address, operands: [address] }
        const value = text(address).trim()
        // A choice that the form does not offer (an old or foreign file) shows as none.
        const answered = options ? options.some((option) => option.value === value) : value !== ''
        return answered
          ? { ...place, state: 'holds' }
          : { ...place, state: 'fails', message: `填写${label}。` }
      }),
  examples: [
    { title: '没有机关名称', entries: { 'organ.name': '' }, messages: ['填写机关名称。'] },
    {
      title: '年度、机关类型都没有',
      entries: { year: ' ', 'organ.kind': '' },
      messages: ['填写年度。', '填写机关类型。'],
    },
  ],
}

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
    const until = to < thisYear ? ` ${to} 年` : '今年'
    return [{ ...place, state: 'fails', message: `年度“${typed}”不在 ${from} 年至${until}之间。` }]
  },
  examples: [
    { title: '早于本格式', entries: { year: '2020' }, messages: ['年度“2020”不在 2021 年至今年之间。'] },
    {
      title: '不是年份',
      entries: { year: '二〇二三' },
      messages: ['年度“二〇二三”不在 2021 年至今年之间。'],
    },
    { title: '全角数字', entries: { year: '２０２３' }, messages: [] },
  ],
}

/** The texts that a section must have: an introduction before the sections is custom, not statute. */
const requiredTexts = (section: Section): TextSpec[] =>
  (section.texts ?? []).filter((text) => !text.beforeSections)

/** 无 is an answer to 其他需要报告的事项, not to 存在的主要问题及改进情况. */
const NOTHING_ONLY = /^(?:无|没有|暂无)[。.]?$/

export const sectionBlank: Rule = {
  id: 'text.section-blank',
  title: '各部分都要有内容',
  severity: 'blank',
  due: 'atReview',
  source: '条例第五十条；国办公开办函〔2021〕30号',
  explanation:
    '总体情况、存在的主要问题及改进情况、其他需要报告的事项都要写，引言不算。总体情况只缺某个方面的，另有一条核对。',
  check: ({ edition, text }) =>
    edition.sections.flatMap((section): Outcome[] => {
      const operands = requiredTexts(section).map(({ address }) => address)
      const [target] = operands
      if (target === undefined) return []
      const place = { target, operands }
      const written = operands.map((address) => text(address).trim()).filter(Boolean)
      if (section.key === 'problems' && NOTHING_ONLY.test(written.join('')))
        return [
          {
            ...place,
            state: 'fails',
            severity: 'verify',
            message: `第${section.numeral}部分应写主要问题和改进情况，不能只写“无”。`,
          },
        ]
      if (written.length) return [{ ...place, state: 'holds' }]
      return [{ ...place, state: 'fails', message: `第${section.numeral}部分没有内容。` }]
    }),
  examples: [
    {
      title: '总体情况的五个方面都没有写',
      entries: Object.fromEntries(
        ['proactive', 'onRequest', 'management', 'platform', 'oversight'].map((part) => [
          `overview.${part}`,
          '',
        ]),
      ),
      messages: ['第一部分没有内容。'],
    },
    { title: '只缺一个方面', entries: { 'overview.proactive': '' }, messages: [] },
    { title: '第五部分空白', entries: { problems: '\n ' }, messages: ['第五部分没有内容。'] },
    {
      title: '第五部分只有“无”',
      entries: { problems: '无。' },
      messages: ['第五部分应写主要问题和改进情况，不能只写“无”。'],
    },
    { title: '引言可以不写', entries: { 'overview.introduction': '' }, messages: [] },
  ],
}
