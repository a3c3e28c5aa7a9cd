import type { Section, TextSpec } from '../../../format/types'
import type { Outcome, Rule } from '../../types'
import { writtenUnder } from '../texts'

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
    '总体情况、存在的主要问题及改进情况、其他需要报告的事项都要写；放在“一、总体情况”之前的引言不算。总体情况只缺某个方面的，另有一条核对。',
  check: ({ edition, text }) =>
    edition.sections.flatMap((section): Outcome[] => {
      const operands = requiredTexts(section).map(({ address }) => address)
      const [target] = operands
      if (target === undefined) return []
      const place = { target, operands }
      const written = writtenUnder(section, text)
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
    {
      title: '总体情况整段写在标题之下，没有分五个方面',
      entries: {
        ...Object.fromEntries(
          ['proactive', 'onRequest', 'management', 'platform', 'oversight'].map((part) => [
            `overview.${part}`,
            '',
          ]),
        ),
        'overview.introductionPlace': 'within',
      },
      messages: [],
    },
    { title: '引言可以不写', entries: { 'overview.introduction': '' }, messages: [] },
  ],
}
