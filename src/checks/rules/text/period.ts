import { yearOf } from '../../../report/deadline'
import type { Rule } from '../../types'
import { OVERVIEW, WHOLE_YEAR } from '../period'
import { holdsAt, inSection, writtenTexts } from '../texts'

const NAMED = /统计(?:数据)?的?(?:期限|时限|期间|时间)/
/** 截至目前 says when the sentence was written, not which time the figures are of. */
const UNTIL = /截[至止]到?(?:20\d\d年|本年|当年)?(?:年底|年末|1[012]月|\d月)/

export const textPeriod: Rule = {
  id: 'text.period',
  title: '写明统计期限',
  severity: 'note',
  due: 'atReview',
  source: '国办公开办函〔2021〕30号',
  explanation: '引言或第一部分通常写明所列数据的统计期限。',
  check: (given) => {
    const texts = inSection(given, writtenTexts(given), OVERVIEW)
    const target = given.edition.sections.find((section) => section.key === OVERVIEW)?.texts?.[0]?.address
    if (!target || !texts.length) return []
    const found = texts.some(
      ({ prose }) => NAMED.test(prose.text) || UNTIL.test(prose.text) || WHOLE_YEAR.test(prose.text),
    )
    if (found) return [holdsAt(target)]
    const year = yearOf(given.report.entries)
    const span = year === undefined ? '' : `（${year}年1月1日至12月31日）`
    return [{ target, operands: [target], state: 'fails', message: `未写统计期限${span}。` }]
  },
  examples: [
    {
      title: '引言没有期限',
      entries: { 'overview.introduction': '示例局编制本报告，可在网站查阅。' },
      messages: ['未写统计期限（2023年1月1日至12月31日）。'],
    },
    {
      title: '“截止目前”不是期限',
      entries: { 'overview.introduction': '截止目前，示例局公开信息20条，可在网站查阅。' },
      messages: ['未写统计期限（2023年1月1日至12月31日）。'],
    },
    {
      title: '没有“统计期限”四个字，年初年末写明了',
      entries: {
        'overview.introduction': '报告反映示例局的工作，数据从2023年1月1日算起，到2023年12月31日为止。',
      },
      messages: [],
    },
    {
      title: '起止两天写明了',
      entries: {
        'overview.introduction': '报告反映示例局的工作，起止日期为2023年1月1日和2023年12月31日。',
      },
      messages: [],
    },
    {
      title: '写明截至年底',
      entries: { 'overview.introduction': '所列数据截至2023年12月31日，可在网站查阅。' },
      messages: [],
    },
  ],
}
