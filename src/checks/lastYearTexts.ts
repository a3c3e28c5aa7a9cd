import { textsOf } from '../format/names'
import type { Address } from '../format/types'
import { lastYearOf } from './figures'
import { type Prose, proseOf } from './prose/normalise'
import { sentencesOf } from './prose/quantities'
import { holdsAt, type Written, writtenTexts } from './texts'
import type { Outcome, Rule } from './types'

/** Shorter sentences are alike by chance. */
const LEAST_SENTENCE = 12
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

const PROBLEMS: Address = 'problems'
const NEXT_STEPS = /下一步|今后|改进措施|改进情况|针对(?:上述|以上|存在)/
const GRAM = 3
/** With less than this in common an item was not taken up; wording differs, so the bound is low. */
const TAKEN_UP = 0.1

const gramsOf = (text: string): Set<string> => {
  const han = text.replace(/[^\u4e00-\u9fa5]/g, '')
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= han.length; at++) grams.add(han.slice(at, at + GRAM))
  return grams
}

/** What last year's section five promised, item by item. */
function itemsOf(text: string): string[] {
  const from = text.search(NEXT_STEPS)
  if (from < 0) return []
  return text
    .slice(from)
    .split(/[。;\n]/)
    .map((item) => item.replace(/^.*?[一二三四五六]是|^(?:下一步|今后)[,:]?/, '').trim())
    .filter((item) => item.length >= LEAST_SENTENCE)
}

const share = (item: string, texts: Written[]): number => {
  const grams = gramsOf(item)
  const all = texts.map(({ prose }) => prose.text).join('')
  return [...grams].filter((gram) => all.includes(gram)).length / Math.max(1, grams.size)
}

const SHOWN = 16

export const followUp: Rule = {
  id: 'text.follow-up',
  title: '上年改进措施的落实',
  severity: 'note',
  due: 'atReview',
  source: '条例第五十条第一款第五项',
  explanation: '上年第五部分提出的改进措施，本年没有一项提到。',
  needsLastYear: true,
  check: (given): Outcome[] => {
    const lastYear = lastYearOf(given)
    const texts = writtenTexts(given).filter(({ spec }) => !spec.beforeSections)
    if (!lastYear || !texts.some(({ address }) => address === PROBLEMS)) return []
    const items = itemsOf(proseOf(lastYear.text(PROBLEMS)).text)
    const [first] = items
    if (first === undefined) return []
    if (items.some((item) => share(item, texts) >= TAKEN_UP)) return [holdsAt(PROBLEMS)]
    const excerpt = first.length > SHOWN ? `${first.slice(0, SHOWN)}…` : first
    return [
      {
        target: PROBLEMS,
        operands: [PROBLEMS],
        state: 'fails',
        message: `上年提出的改进措施（${excerpt}）本年未见落实情况。`,
        evidence: { [`lastYear.${PROBLEMS}`]: excerpt },
      },
    ]
  },
  examples: [
    {
      title: '上年要建的查阅点没有下文',
      entries: {},
      lastYear: { problems: '存在的问题是场所不足。下一步，在各社区增设信息查阅点并配备专人。' },
      messages: ['上年提出的改进措施（在各社区增设信息查阅点并配备专人）本年未见落实情况。'],
    },
    {
      title: '有下文',
      entries: { 'overview.platform': '已在六个社区增设信息查阅点。' },
      lastYear: { problems: '存在的问题是场所不足。下一步，在各社区增设信息查阅点并配备专人。' },
      messages: [],
    },
  ],
}
