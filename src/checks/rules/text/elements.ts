import { sectionOf } from '../../../format/names'
import type { Address, TextSpec } from '../../../format/types'
import { sentencesOf } from '../../prose/quantities'
import type { Fix, Given, Outcome, Rule } from '../../types'
import { holdsAt, inSection, writtenTexts } from '../texts'

export const OVERVIEW = 'overview'

const PROBLEMS = 'problems'

export const ARTICLE = '条例第五十条'

/** A sentence that the clerk completes; it states nothing that the report does not know. */
export function starter(given: Given, address: Address, sentence: string): Fix[] {
  const text = given.text(address).trimEnd()
  return [
    { label: '加入待补充的句子', changes: [{ address, after: text ? `${text}\n${sentence}` : sentence }] },
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
  given.edition.organKinds.find((kind) => kind.value === given.text('organ.kind'))?.assessmentRequired ??
  false

/** An element that governments must have in section one or five; the place for it is 监督保障. */
export function governmentElement(
  found: (sentence: string) => boolean,
  message: string,
  sentence: string,
): Rule['check'] {
  const HOME = 'overview.oversight'
  return (given) => {
    const texts = inSection(given, writtenTexts(given), OVERVIEW, PROBLEMS)
    if (!isRequired(given) || !texts.length || !sectionOf(given.edition, HOME)) return []
    const isFound = texts.some(({ prose }) => sentencesOf(prose.text).some(({ text }) => found(text)))
    return [isFound ? holdsAt(HOME) : fails(HOME, message, starter(given, HOME, sentence))]
  }
}

export const ITEM_FOUR = '条例第五十条第一款第四项'

export const PROBLEM_WORDS = /问题|不足|差距|短板|薄弱|有待|还需|不够|不强|不高|不深|不及时|欠缺|困难/

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
