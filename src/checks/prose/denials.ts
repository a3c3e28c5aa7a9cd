import { foreignSubject } from './bodies'
import type { RawClaim, ReadingPlace } from './recognise'
import { PART_OF_YEAR } from './vocabulary'

/** 未发生, 没有收到, 无: what follows up to the next mark is denied. 无法, 无正当 and 未经 deny nothing of the kind. */
const DENIAL =
  /(?:未|没有|均无|(?<=^|[,;:、()年度内关位局镇乡办])无|不存在|零(?=复议|诉讼|申请|行政复议|行政诉讼))(?!法|正当|理由|偿|关|论|效|需|须|经|按|能|及时)((?:再|曾|有|因|发生|收到|接到|接收|受理|产生|出现|涉及|引发|引起|提起|被|收|过|接)*)/g
/** 申请数为0, 复议、诉讼均为零, 申请零受理: none, said by the number. */
const ZERO =
  /([^,;:。()\n]{2,40}?)(?:(?:均|都|数量|件数)*(?:为|是)(?:0|零)(?![\d.件起宗例个%])|零受理|零发生)/g
const OPENING = /^(?:20\d\d年度?|全年|本年度?|今年|我[镇乡局委办区县市]|本(?:机关|单位|局|镇))*/
const NOUN_PHRASE_END = /[,;:。()\n]/

/** These narrow what is denied to something that no total counts. */
const NARROWED =
  /败诉|纠错|纠正|撤销|违法|不当|逾期|超期|不规范|书面|当面|网上|网络|信函|邮件|现场|线上|传真|口头|其他|其它|重复|更正|收费|延期|第三方|不予|涉密|除|未/
const REVIEW_REQUEST = /(?:行政)?(?:复议|诉讼)(?:申请|请求)|申请(?:行政)?复议|被?申请人/g
const ANYONE = /公民[、,和及]?法人(?:和|或|及|、|与)(?:者)?其[他它]组织|法人(?:和|或|及|、|与)其[他它]组织/g
const REQUEST_HEAD = /申请(?:件|事项|案件|数)?的?(?:情况|情形)?(?=$|[、和及与或])/
const ON_REQUEST_HEAD = /^(?:的)?(?:政府信息)?依申请公开(?:件|事项|案件|信息|政府信息)?的?(?:情况|情形)?$/
const DOCUMENT_HEAD =
  /^(?:新)?(?:制定|制发|印发|出台|制订)(?:过)?(?:规章(?:、|和|及|或))?(?:行政)?规范性文件(?:的情况)?$/

function headsOf(phrase: string, place: ReadingPlace): string[] {
  const { year } = place
  const carried = /结转/.test(phrase)
  if (carried) {
    if (/(?:下|次|来)一?年/.test(phrase) || (year !== undefined && phrase.includes(`${year + 1}年`)))
      return ['carriedForward']
    if (/上一?年|去年/.test(phrase) || (year !== undefined && phrase.includes(`${year - 1}年`)))
      return ['carriedOver']
    return []
  }
  if (DOCUMENT_HEAD.test(phrase)) return ['issued']
  const rest = phrase.replace(REVIEW_REQUEST, (found) => (found.includes('诉讼') ? '诉讼' : '复议'))
  const heads: string[] = []
  if (REQUEST_HEAD.test(rest) || ON_REQUEST_HEAD.test(rest)) heads.push('received')
  if (/复议(?!后)/.test(rest)) heads.push('review')
  if (/诉讼|起诉/.test(rest)) heads.push('litigation')
  return heads
}

const phraseAt = (sentence: string, from: number, ends: RegExp): { phrase: string; end: number } => {
  let end = from
  while (end < sentence.length && !ends.test(sentence.charAt(end))) end++
  return { phrase: sentence.slice(from, end), end }
}

/** Sentences that say there was none. What they deny turns on their head noun. */
export function denialsIn(sentence: { start: number; text: string }, place: ReadingPlace): RawClaim[] {
  const { text } = sentence
  if (/除[^,;]{1,30}外/.test(text)) return []
  const about = place.aboutRequests || /公开/.test(text)
  const zeros = (/[0零]/.test(text) ? [...text.matchAll(ZERO)] : []).flatMap((match): RawClaim[] => {
    const phrase = (match[1] ?? '').replace(OPENING, '')
    if (!about || NARROWED.test(phrase) || PART_OF_YEAR.test(phrase)) return []
    if (foreignSubject(text.slice(0, match.index + match[0].length), place.organ)) return []
    return headsOf(phrase.replace(/(?:数量|件数|数|量)$/, ''), place).map((head) =>
      denial(head, sentence.start + match.index, sentence.start + match.index + match[0].length),
    )
  })
  const denied = [...text.matchAll(DENIAL)].flatMap((match): RawClaim[] => {
    const word = match[0]
    const verbs = match[1] ?? ''
    const { phrase, end } = phraseAt(
      text,
      match.index + word.length,
      word.startsWith('零') ? /[、,;:。()\n]/ : NOUN_PHRASE_END,
    )
    if (word.startsWith('未') && verbs === '' && !DOCUMENT_HEAD.test(phrase)) return []
    if (NARROWED.test(phrase.replace(ANYONE, '')) || PART_OF_YEAR.test(text.slice(0, match.index))) return []
    if (foreignSubject(text.slice(0, match.index), place.organ)) return []
    return headsOf(phrase, place)
      .filter((head) => head === 'issued' || about)
      .map((head) => denial(head, sentence.start + match.index, sentence.start + end))
  })
  return [...denied, ...zeros]
}

const denial = (head: string, start: number, end: number): RawClaim => ({
  start,
  end,
  value: 0,
  unit: '件',
  keys: [head],
  rough: false,
  sure: true,
})
