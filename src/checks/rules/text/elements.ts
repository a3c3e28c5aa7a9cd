import { sectionOf } from '../../../format/names'
import { organKindOf } from '../../../format/organKinds'
import type { Address, TextSpec } from '../../../format/types'
import { sentencesOf } from '../../prose/quantities'
import type { Fix, Given, Outcome, Rule } from '../../types'
import { holdsAt, inSection, writtenTexts } from '../texts'

export const OVERVIEW = 'overview'

const PROBLEMS = 'problems'

export const ARTICLE = '条例第五十条'

/** What is to be written, as a starter says it: （请写明…）. */
const TO_COMPLETE = /（请[^）]*）/

/** A sentence that the clerk completes; it states nothing that the report does not know. */
export function starter(given: Given, address: Address, sentence: string): Fix[] {
  const text = given.text(address).trimEnd()
  return [
    {
      label: '插入示范句',
      changes: [{ address, after: text ? `${text}\n${sentence}` : sentence }],
      toComplete: TO_COMPLETE.exec(sentence)?.[0],
    },
  ]
}

export const fails = (address: Address, message: string, fixes?: Fix[]): Outcome => ({
  target: address,
  operands: [address],
  state: 'fails',
  message,
  fixes,
})

export const textsIn = (given: Given, key: string): TextSpec[] =>
  given.edition.sections.find((section) => section.key === key)?.texts ?? []

/** Only governments must report these three (条例第五十条第一款第四项). */
const isRequired = (given: Given) =>
  organKindOf(given.edition, given.text('organ.kind'))?.assessmentRequired ?? false

/** Matters that are surveyed, assessed and pursued in their own right: that says nothing about disclosure work. */
const OTHER_MATTER =
  /农民|(?:农户|村民|居民)(?!代表|[^。,;]{0,8}评议)|学生|家长|教师|患者|企业|商户|经营者|污染|排污|环保|环境|安全生产|事故|食品|药品|消防|交通|工程|施工|执法|刑事|民事|法律责任|赔偿|违约|侵权|河道|扶贫|招生|招聘|疫情|税收|医保|社保/
const DISCLOSURE = /公开|政务|年报|政府信息|社会评议|答复/

/** Whether what a sentence tells of is disclosure work or its staff, as far as its words say. */
const isAboutDisclosure = (sentence: string): boolean =>
  DISCLOSURE.test(sentence) || !OTHER_MATTER.test(sentence)

/** What they speak of in so many words, and what has its own assessments and satisfied callers. */
const DISCLOSURE_WORK = /(?:政务|信息)公开|公开(?:工作|情况|质量|不)|年报|条例|信息更新|更新不|栏目|答复/
const SERVICE = /热线|12345|工单|来电|办件|政务服务|营商|双公示|信用/

/** The place for what governments must tell of their own work. */
const HOME = 'overview.oversight'

/** What tells of an element that governments must have. */
interface Evidence {
  /** One of them in a sentence is enough, wherever it stands. */
  words: RegExp[]
  /** So is one of these where the sentence speaks of disclosure, or stands under 监督保障. */
  wide: RegExp
  /** These may tell of it and may not; where nothing else does, only a person can say whether it is missing. */
  maybe: RegExp
}

/** An element that governments must have in section one or five; the place for it is 监督保障. */
export function governmentElement(
  { words, wide, maybe }: Evidence,
  message: string,
  sentence: string,
): Rule['check'] {
  const isOfWork = (text: string, address: Address) =>
    (address === HOME || DISCLOSURE_WORK.test(text)) && !SERVICE.test(text)
  const tells = (text: string, address: Address) =>
    words.some((one) => one.test(text)) || (isOfWork(text, address) && wide.test(text))
  const mayTell = (text: string, address: Address) => isOfWork(text, address) && maybe.test(text)
  return (given) => {
    // Some tell it in section six.
    const texts = writtenTexts(given)
    const own = inSection(given, texts, OVERVIEW, PROBLEMS)
    if (!isRequired(given) || !own.length || !sectionOf(given.edition, HOME)) return []
    const isToldBy = (telling: typeof tells) =>
      texts.some(({ prose, address }) =>
        sentencesOf(prose.text).some(({ text }) => isAboutDisclosure(text) && telling(text, address)),
      )
    if (isToldBy(tells)) return [holdsAt(HOME)]
    const missing = fails(HOME, message, starter(given, HOME, sentence))
    return [isToldBy(mayTell) ? { ...missing, severity: 'note' } : missing]
  }
}

export const ITEM_FOUR = '条例第五十条第一款第四项'

export const PROBLEM_WORDS =
  /问题|不足|差距|距离|短板|弱项|薄弱|有待|还需|不够|不强|不高|不深|不全|不多|不熟|不均|不平衡|不到位|不及时|不规范|不统一|参差|单一|单调|偏[少低慢弱]|较[少低慢弱]|更新慢|滞后|欠缺|缺乏|缺少|困难|水平差|质量差|散落|没人|看不懂|看不清|不好找|找不到|不知道|毛病|(?:口径|标准|质量|尺度|程度)[^。,;]{0,3}不一|顾不过来|[差慢难弱缺]在|太[长慢少粗旧]|[懂会]的人少/

const NOTHING = /^(?:无|没有|暂无|无。|\/|-)$/

/** Section five as one text; blank or 无 is another rule's business. */
export function judgeProblems(given: Given, judge: (text: string) => string | undefined): Outcome[] {
  return textsIn(given, PROBLEMS).flatMap(({ address }): Outcome[] => {
    const written = writtenTexts(given).find((text) => text.address === address)
    if (!written || NOTHING.test(written.prose.text.replace(/[。.\s]/g, ''))) return []
    const message = judge(written.prose.text)
    return [message === undefined ? holdsAt(address) : fails(address, message)]
  })
}
