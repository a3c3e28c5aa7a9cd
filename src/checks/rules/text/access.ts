import type { Rule } from '../../types'
import { holdsAt, inSection, writtenTexts } from '../texts'
import { fails, OVERVIEW, textsIn } from './elements'

export const access: Rule = {
  id: 'text.access',
  title: '报告的查阅方式',
  severity: 'note',
  due: 'atReview',
  source: '条例第四十九条；通行做法',
  explanation: '引言通常写明在哪里可以查阅、下载本报告。',
  check: (given) => {
    const texts = inSection(given, writtenTexts(given), OVERVIEW)
    const target = textsIn(given, OVERVIEW)[0]?.address
    if (!target || !texts.length) return []
    const found =
      given.text('organ.website').trim() !== '' ||
      texts.some(({ prose }) => /https?:|www\.|下载|查阅|网站/.test(prose.text))
    return [found ? holdsAt(target) : fails(target, '未写报告的查阅方式。')]
  },
  examples: [
    {
      title: '没有网址，也没有写在哪里查阅',
      entries: { 'overview.introduction': '示例局编制本报告，统计期限为2023年1月1日至12月31日。' },
      messages: ['未写报告的查阅方式。'],
    },
    {
      title: '写了在哪里查阅',
      entries: { 'overview.introduction': '示例局编制本报告。纸质文本可到示例路1号服务大厅查阅。' },
      messages: [],
    },
  ],
}
