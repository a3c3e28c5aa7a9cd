import { hanNumber } from '../../report/hanNumber'
import type { Prose } from './normalise'

/** A number with its unit, as it stands in a text. */
export interface Quantity {
  /** From the first digit to the end of the unit, in the read text. */
  start: number
  end: number
  /** End of the digits. */
  digitsEnd: number
  /** What the number says; 2万 is 20000. */
  value: number
  /** As far as it may be from the value by the way it was written: 1.2万 may be 11500 or 12999. */
  spread: number
  /** Empty for 0 without a unit, % for shares. */
  unit: string
  /** 万 or 亿 stands behind the digits. */
  wan: boolean
  /** 余, 多, 约, 近: a bound or a rough figure, never to be compared exactly. */
  rough: boolean
  /** 近 is a little less, 不足 may be any less; both end at the number. */
  under?: 'near' | 'any' | undefined
  /** In Chinese numerals, or torn by the end of a line: what to put in its place is not plain. */
  spelt: boolean
}

const UNITS =
  '件次|人次|家次|场次|条次|万元|件|份|宗|起|例|条|个|次|项|桩|笔|篇|期|场|册|家|户|名|位|人|元|部|批|类|幅|张|则|封|本|套|倍|百分点|%'
/** What such a number says is how two others stand to each other. */
export const isRatio = (unit: string | undefined) => unit === '%' || unit === '倍' || unit === '百分点'
/** Not a number of things: 第3条, 2024-1件, 3.5版, document numbers. A number torn by a line end stands together again. */
const NUMBER = new RegExp(
  `(?:(?<![\\d.A-Za-z第〔\\[-])|(?<=EMS|APP|QQ))(\\d+(?:\\u2028\\d+)?(?:\\.\\d+)?)(万|亿)?(余|多|几)?(个)?(${UNITS})?`,
  'g',
)
/** 个月, 个工作日, 人民, 次日 … name another thing than the unit alone. */
const OTHER_UNIT =
  /^(?:个(?:分局|科室|处室|机关|街道|乡镇|镇街|县区|区县|市州|社区|村|网站|平台|申请人|自然人|企业|月|工作日|小时|自然日|多月|季度|年度|方面|栏目|部门|单位)|项制度化|人民|部门|条例|家庭|本级|本机关|本年|起(?:至|到)|次(?:日|年))/
const ROUGH_BEFORE = /(?:约|近|逾|超过|超|大约|不少于|不低于|至少|将近|突破|以上|达到?|不[足到满]|不超过)$/
const ROUGH_AFTER = /^(?:左右|以上|以[内下]|余|多(?![\d了出于收办发制印]))/
const NEAR = /近$/
const ANY_LESS = /(?:不[足到满]|不超过)$/
/** How a number that stands between these words is meant: 近100件, 100件以内. */
const meant = (before: string, after: string, more?: string): Pick<Quantity, 'rough' | 'under'> => ({
  rough: more !== undefined || ROUGH_BEFORE.test(before) || ROUGH_AFTER.test(after),
  under: ANY_LESS.test(before) || /^以[内下]/.test(after) ? 'any' : NEAR.test(before) ? 'near' : undefined,
})
/** 约9.43亿, 约5160件: with three digits and more it is as near as its last one says. */
export const isPrecise = ({ value, spread }: Pick<Quantity, 'value' | 'spread'>): boolean =>
  spread > 0 && value >= spread * 100
const lastDigit = (value: number): number => {
  let step = 1
  while (value % (step * 10) === 0 && step < value) step *= 10
  return value % 1 ? 0.01 : step
}
const COUNTED = /^(?:件|宗|份|起|)$/
const FACTOR: Record<string, number> = { 万: 10_000, 亿: 100_000_000 }

const HAN = '[一二两三四五六七八九十百千零]'
const IN_WORDS = new RegExp(
  `(?<![第每数几${HAN.slice(1, -1)}])(${HAN}{1,7})(余|多|几)?(件|宗|份|起|例)(?!事|又|外|行(?!政)|如)`,
  'g',
)
/** 一件 is a manner of speaking, unless other numbers of the sentence are in words, or it is said to be all. */
const ALONE = /(?:[共计,]|申请|诉讼|复议)$/
/** 申请一件建一个卷宗: each of them. */
const ONE_EACH = /^[^,;。、和并]{0,4}一[个件份卷本套次]/

const NOT_ONE =
  /^(?:[^,;。\d]{0,12}[也都](?:没|未|无|不)|没(?:有?[收发引拖误漏落丢少]|出|压)|[未不](?:漏|拖|误|落|超|延|压|少))/
const NO = /(?:[没无]有?|未(?:收到|接到|受理|发生|出现|发现|引发|产生|办理)过?[^,;。\d]{0,10})$/

function quantitiesInWords(text: string): Quantity[] {
  const found = [...text.matchAll(IN_WORDS)]
  return found.flatMap((match): Quantity[] => {
    const [whole, words = '', more, unit = ''] = match
    const before = text.slice(Math.max(0, match.index - 3), match.index)
    const end = match.index + whole.length
    const sentence = (at: number) =>
      /[。\n]/.test(text.slice(Math.min(at, match.index), Math.max(at, match.index)))
    const others = found.some(({ 1: other = '', index }) => other !== '一' && !sentence(index))
    const alone = ALONE.test(text.slice(0, match.index).slice(-2)) && !ONE_EACH.test(text.slice(end, end + 6))
    if (words === '一' && !others && !alone) return []
    // 一件也没有收到, 没有一件超期, 一件没拖: a denial, and no number.
    const none = NOT_ONE.test(text.slice(end, end + 16)) || NO.test(text.slice(0, match.index).slice(-18))
    if (words === '一' && none) return []
    return [
      {
        start: match.index,
        end,
        digitsEnd: match.index + words.length,
        value: hanNumber(words),
        spread: 0,
        unit,
        wan: false,
        // 上百件: a hundred and more.
        ...meant(before, text.slice(end, end + 2), more ?? (/上$/.test(before) ? '上' : undefined)),
        spelt: true,
      },
    ]
  })
}

/** 均为零, 为0: none, without a unit. */
const ZERO = /(?<=[为是])(?:0|零)(?=[,;。)、\n]|$)/g

const QUOTE = '[“”‘’「」『』"]?'
/** What stands between two numbers of a list. */
const NAMED_NEXT = new RegExp(`^\\)?[、,:和(;]*${QUOTE}[\\u4e00-\\u9fa5]{2,14}${QUOTE}$`)
const LISTED_END = /^(?:[、,;。()\n]|$)/
/** 收到12，办结11; 申请数量为12: what is counted is said, and goes on without a unit. */
const FLOWS =
  /(?:新?收到?|受理|收件|办结|答复|申请)(?:数量?|总?量)?(?:[为是共计:]*)$|(?:公开|提供|处理|掌握|明确|制作|保存|结转)的[为是有]?$|(?:结果|类型|情况)[为是:]+(?:予以|同意|部分|不予?)?公开$|(?:数量|件数|总数|总量)(?:分别)?[为是:]$/
/** 部分公开12，占12.8%: what has a share is counted, in the unit of what is listed before it. */
const SHARED = /^,(?:所)?占(?:比|[^,;。\d]{0,6})?\d[\d.]*%/
/** 本年新收：96, alone on its line: the label says what is counted. */
const isLabelled = (text: string, start: number, end: number): boolean =>
  /(?:^|\n)[^\n\d,;。]{2,20}:$/.test(text.slice(Math.max(0, start - 24), start)) &&
  /^(?:\n|$)/.test(text.slice(end))
/** “予以公开”3、“部分公开”2、“不予公开”1件: the unit stands behind the last number. A year is none of them. */
const UNIT_LAST = new RegExp(
  `^(?:、${QUOTE}[\\u4e00-\\u9fa5]{2,14}${QUOTE}\\d+)+(?:,(?:一?共|[合共总]计)\\d+)?[件宗份起]`,
)
/** 分别收到31、45、52件: dealt out in turn. */
const DEALT_LAST = /^(?:[、,和及与]\d+)+[件宗份起条次篇期项]/
const DEALT = /(?:分别|依次)[^,;。\d]{0,14}(?:\d+[、,和及与])*$/
const unitBehind = (text: string, start: number, end: number, digits: string): string | undefined => {
  const dealt =
    DEALT.test(text.slice(Math.max(0, start - 40), start)) && DEALT_LAST.exec(text.slice(end, end + 40))
  const named =
    digits.length < 4 &&
    /[\u4e00-\u9fa5”]/.test(text.charAt(start - 1)) &&
    UNIT_LAST.exec(text.slice(end, end + 160))
  return (dealt || named || undefined)?.[0].at(-1)
}

/** Every number with a unit, in the order of the text. Dates, numbers of documents and phones have none. */
export function quantitiesOf(prose: Prose): Quantity[] {
  let quantities = read.get(prose)
  if (!quantities) {
    quantities = readQuantities(prose.text)
    read.set(prose, quantities)
  }
  return quantities
}
/** Several rules ask for the same text. */
const read = new WeakMap<Prose, Quantity[]>()

/** 2.31件复议案件中4件被纠正, at the head of a line: the second point, and 31, since nothing is counted by halves. */
const GLUED = /(?<=^|\n)(\d{1,2})\.(?=\d+(?:[件宗份起例条项篇期场册家户名位人]|个(?!百分)))/g

function readQuantities(original: string): Quantity[] {
  const text = original.replace(GLUED, '$1、')
  const found: Quantity[] = []
  let counted = ''
  for (const match of text.matchAll(NUMBER)) {
    const [whole, digits = '', factor, more, measure = '', named] = match
    const start = match.index
    const end = start + whole.length
    const told = (named ?? measure) || (unitBehind(text, start, end, digits) ?? '')
    // 予以公开7件、部分公开2: the unit goes on from the number before.
    const before = found.at(-1)
    const goesOn =
      !told &&
      before !== undefined &&
      COUNTED.test(before.unit) &&
      NAMED_NEXT.test(text.slice(before.end, start)) &&
      LISTED_END.test(text.slice(end))
    const flows =
      !told &&
      digits.length < 6 &&
      FLOWS.test(text.slice(Math.max(0, start - 10), start)) &&
      LISTED_END.test(text.slice(end))
    const shared =
      !told && SHARED.test(text.slice(end, end + 20)) && /[\u4e00-\u9fa5]/.test(text.charAt(start - 1))
    const unit =
      told || (goesOn ? before.unit : '') || (shared ? counted : '') || (goesOn || flows ? '件' : '')
    if (!unit && !goesOn && !flows && !isLabelled(text, start, end)) continue
    if (OTHER_UNIT.test(text.slice(end - (named ?? '').length - measure.length, end + 4))) continue
    if (/\d[—~～至]$/.test(text.slice(Math.max(0, start - 2), start))) continue
    if (!isRatio(unit)) counted = unit
    const plain = digits.replace('\u2028', '')
    const scale = factor ? (FACTOR[factor] ?? 1) : 1
    const places = plain.split('.')[1]?.length ?? 0
    const how = meant(text.slice(Math.max(0, start - 3), start), text.slice(end, end + 2), more)
    const nearest = how.rough && !how.under ? lastDigit(Number(plain)) : 0
    found.push({
      start,
      end,
      digitsEnd: start + digits.length,
      value: Math.round(Number(plain) * scale * 10_000) / 10_000,
      // 1482.63万 may be a hundred more; 12.3456万 is told to the last one.
      spread: factor ? (scale * 10 ** -places > 1 ? scale * 10 ** -places : 0) : nearest,
      unit,
      wan: factor !== undefined,
      ...how,
      spelt: digits !== plain,
    })
  }
  for (const { index, 0: whole } of text.matchAll(ZERO))
    found.push({
      start: index,
      end: index + whole.length,
      digitsEnd: index + whole.length,
      value: 0,
      spread: 0,
      unit: '',
      wan: false,
      rough: false,
      spelt: whole === '零',
    })
  return [...found, ...quantitiesInWords(text)].sort((a, b) => a.start - b.start)
}

export interface Sentence {
  start: number
  end: number
  text: string
}

/** Sentences of a text, without their closing marks. */
export function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^。！？!?\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}
