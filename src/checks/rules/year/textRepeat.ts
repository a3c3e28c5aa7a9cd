import { textsOf } from '../../../format/names'
import { type Prose, proseOf } from '../../prose/normalise'
import { sentencesOf } from '../../prose/quantities'
import type { Rule } from '../../types'
import { lastYearOf } from '../figures'
import { LEAST_SENTENCE } from '../sameWording'
import { holdsAt, writtenTexts } from '../texts'

/** More than this share is copying; 宿迁 takes points off for it. */
const COPIED_PERCENT = 50

/** What every report says in the same words. */
const BOILERPLATE = /根据《|依据《|按照《|统计(?:期限|时限|期间)|联系|电话|查阅|下载|本报告|信息处理费|收费/

const sentencesToCompare = (prose: Prose): string[] =>
  sentencesOf(prose.text)
    .map(({ text }) => text.trim())
    .filter((sentence) => sentence.length >= LEAST_SENTENCE && !BOILERPLATE.test(sentence))

export const textRepeat: Rule = {
  id: 'year.text-repeat',
  title: '与上年报告雷同',
  severity: 'note',
  due: 'atReview',
  source: '国办公开办函〔2021〕30号；各地审核细则',
  explanation: '正文有一半以上的句子与上年一字不差。依据、期限、联系方式、收费的句子不算。',
  needsLastYear: true,
  check: (given) => {
    const lastYear = lastYearOf(given)
    if (!lastYear) return []
    const before = new Set(
      textsOf(given.edition).flatMap(({ address }) => sentencesToCompare(proseOf(lastYear.text(address)))),
    )
    const counted = writtenTexts(given)
      .filter(({ spec }) => !spec.beforeSections)
      .map(({ address, prose }) => {
        const sentences = sentencesToCompare(prose)
        return { address, sentences, same: sentences.filter((sentence) => before.has(sentence)) }
      })
    const home = counted[0]?.address
    if (home === undefined || !before.size) return []
    const all = counted.reduce((sum, { sentences }) => sum + sentences.length, 0)
    const same = counted.reduce((sum, text) => sum + text.same.length, 0)
    const operands = counted.filter((text) => text.same.length).map(({ address }) => address)
    const target = operands[0]
    if (target === undefined || same * 100 <= all * COPIED_PERCENT) return [holdsAt(home)]
    return [
      {
        target,
        operands,
        state: 'fails',
        message: `与上年报告相同的句子占 ${Math.round((same * 100) / all)}%（${same}/${all} 句），主管部门可能按雷同处理。`,
      },
    ]
  },
  examples: [
    {
      title: '三句里有两句没有改',
      entries: {
        'overview.proactive': '围绕重点领域公开信息，方便群众查阅资料。健全公开目录，及时更新各个栏目内容。',
        'overview.onRequest': '规范办理流程，按时答复每一件申请事项。',
        'overview.management': '',
        'overview.platform': '',
        'overview.oversight': '',
        problems: '',
      },
      lastYear: {
        'overview.proactive': '健全公开目录，及时更新各个栏目内容。',
        'overview.onRequest': '规范办理流程，按时答复每一件申请事项。',
      },
      messages: ['与上年报告相同的句子占 100%（2/2 句），主管部门可能按雷同处理。'],
    },
    {
      title: '文字是新写的',
      entries: {
        'overview.proactive': '新设两个专栏，公开惠企政策和办事指南。',
        'overview.onRequest': '',
        'overview.management': '',
        'overview.platform': '',
        'overview.oversight': '',
        problems: '存在的问题是解读形式单一。下一步将制作图解。',
      },
      lastYear: { 'overview.proactive': '健全公开目录，及时更新各个栏目内容。' },
      messages: [],
    },
  ],
}
