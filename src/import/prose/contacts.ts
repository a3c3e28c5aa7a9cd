import type { Address } from '../../format/types'

export interface FoundField {
  address: Address
  text: string
  doubt?: string
}

const CHINESE_DIGITS = '〇一二三四五六七八九'
/** 二〇二一年, 二○二一年 and ２０２１年 as 2021年. */
export const withPlainYears = (text: string): string =>
  text
    .replace(/[○Ｏ零]/g, '〇')
    .replace(/二〇[〇一二三四五六七八九]{2}(?=年)/g, (year) =>
      [...year].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(''),
    )
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))

const MONTH_OR_DAY = /[一二三四五六七八九十]{1,3}(?=[月日])/g
/** 十月二十日 as 10月20日, with plain years. */
export const withPlainDates = (text: string): string =>
  withPlainYears(text).replace(MONTH_OR_DAY, (number) => {
    const [tens = '', ones = ''] = number.includes('十') ? number.split('十') : ['零', number]
    const digit = (sign: string, absent: number) =>
      sign ? Math.max(0, CHINESE_DIGITS.indexOf(sign)) : absent
    return String(digit(tens, 1) * 10 + digit(ones, 0))
  })

const REPORT = '(?:政府)?信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报|年度报告)'
const YEAR = '(20\\d\\d)\\s*年?\\s*(?:度)?'
const ORGAN_FIRST = new RegExp(`^(.{2,40}?)(?:关于)?${YEAR}(?:年度)?(?:的)?(?:本级)?${REPORT}`)
const YEAR_FIRST = new RegExp(`^(?:关于)?${YEAR}(.{2,40}?)(?:的)?${REPORT}`)
/** Lines that a title is broken over. */
const MOST_LINES = 4
const ORGAN_ALONE = new RegExp(`^(.{2,40}?)${REPORT}`)
const IN_BRACKETS = `[（(]?${YEAR}[）)]?`
const TITLE_ALONE = new RegExp(`^${REPORT}(?:${IN_BRACKETS})?$`)
const YEAR_ALONE = new RegExp(`^${IN_BRACKETS}$`)

/**
 * Organ and year from the title lines of a report; the title may be broken over lines. `goesOn` tells of a line
 * that it is of one paragraph with the line before: of such lines none is left out, or a long name would be read from its
 * second line on.
 */
export function readTitle(
  lines: string[],
  goesOn: (line: number) => boolean = () => false,
): { organ?: string; year?: string; used: number[] } {
  const texts = lines.map((line) =>
    withPlainYears(line)
      .replace(/\s+/g, '')
      .replace(/^[#*]+|[#*]+$/g, '')
      .replace(/^附件[\d一二三四五六七八九十]*[:：]/, ''),
  )
  /** The organ on the line above its title. */
  const above = (line: number) => {
    const text = texts[line - 1]
    return isOrgan(text) && text.length <= 30 ? organOf(text) : undefined
  }
  const isPart = (part: string | undefined) => !!part && part.length <= 50 && !/[。；，,]/.test(part)
  for (let length = 1; length <= MOST_LINES; length++)
    for (let from = 0; from + length <= texts.length; from++) {
      const parts = texts.slice(from, from + length)
      if (!parts.every(isPart)) continue
      if (goesOn(from) && isPart(texts[from - 1]) && parts.length < MOST_LINES) continue
      const title = parts.join('')
      const used = parts.map((_, at) => from + at)
      const organFirst = ORGAN_FIRST.exec(title)
      if (organFirst && isOrgan(organFirst[1]))
        return { organ: organOf(organFirst[1]), year: organFirst[2] ?? '', used }
      const yearFirst = YEAR_FIRST.exec(title)
      if (yearFirst && isOrgan(yearFirst[2]))
        return { year: yearFirst[1] ?? '', organ: organOf(yearFirst[2]), used }
    }
  for (const [from, title] of texts.entries()) {
    if (!title || title.length > 50 || /[。；，]/.test(title)) continue
    const onlyYear = new RegExp(`^${YEAR}${REPORT}(?:[（(](.{2,40})[）)]$)?`).exec(title)
    if (onlyYear?.[1]) {
      const [, year, behind] = onlyYear
      if (isOrgan(behind)) return { organ: organOf(behind), year, used: [from] }
      const organ = above(from)
      return organ ? { organ, year, used: [from - 1, from] } : { year, used: [from] }
    }
    const alone = ORGAN_ALONE.exec(title)
    if (alone && isOrgan(alone[1]) && /年度?报告|年报/.test(title))
      return { organ: organOf(alone[1]), used: [from] }
  }
  // Name, title and （2024年）, each on a line of its own.
  for (const [from, title] of texts.entries()) {
    const found = TITLE_ALONE.exec(title)
    const organ = found ? above(from) : undefined
    if (!found || !organ) continue
    const below = found[1] ? undefined : YEAR_ALONE.exec(texts[from + 1] ?? '')?.[1]
    const year = found[1] ?? below
    return {
      organ,
      ...(year ? { year } : {}),
      used: [from - 1, from, ...(below ? [from + 1] : [])],
    }
  }
  return { used: [] }
}
/** “某县水务局 2021年度（草稿）”: organ and year as they stand above a table. */
const ABOVE_TABLE = new RegExp(`^(.{2,40}?)\\s+${YEAR}\\s*(?:[（(]草稿[)）])?$`)
export function readAboveTable(texts: string[]): { organ: string; year: string } | undefined {
  for (const text of texts) {
    const [, organ, year = ''] = text.length < 70 ? (ABOVE_TABLE.exec(text.trim()) ?? []) : []
    if (isOrgan(organ)) return { organ, year }
  }
  return undefined
}
const ORGAN_END =
  /(?:政府|[局委厅部院署处室馆台司校队团]|海关|大学|街道|中心|公安|税务|[乡镇区县市省州旗盟]|机关|[所站会社园城]|苏木|银行|联社)$/
export const isOrgan = (text: string | undefined): text is string =>
  text !== undefined &&
  !/^(?:本级|本|我[市县区省])?(?:人民)?政府$/.test(text) &&
  ORGAN_END.test(text.replace(/[（(].*?[)）]/g, '')) &&
  !/[:：、]/.test(text)
const organOf = (text: string): string => text.replace(/^关于/, '').replace(/^[“《【]+|[”》】]+$/g, '')

const VALUE_END = '[^;；，,。)）(（\\n<>]'
const fields: { address: Address; pattern: RegExp; group?: number }[] = [
  {
    address: 'organ.address',
    pattern: new RegExp(
      `(?:通讯|通信|联系|办公|单位)?地址\\s*(?:为|是)?\\s*[:：为]?\\s*(${VALUE_END}{4,60})`,
    ),
  },
  {
    address: 'organ.postcode',
    pattern: /(?:邮\s*编|邮政编码)\s*(?:为|是)?\s*[:：]?\s*([0-9０-９]{6})(?![0-9])/,
  },
  {
    address: 'organ.phone',
    pattern:
      /(?:联系|咨询|办公|监督)?电\s*话\s*(?:号码)?\s*(?:为|是)?\s*[:：]?\s*((?:[（(]?\s*0\d{2,3}\s*[)）]?\s*[-－—–]?\s*)?\d{7,8}(?:[-－—–转]\d{1,5})?|1\d{10}|400[-－]?\d{3}[-－]?\d{4})/,
  },
  {
    address: 'organ.fax',
    pattern:
      /传\s*真\s*(?:号码|电话)?\s*(?:为|是)?\s*[:：]?\s*((?:[（(]?\s*0\d{2,3}\s*[)）]?\s*[-－—–]?\s*)?\d{7,8})/,
  },
  {
    address: 'organ.email',
    pattern: /([A-Za-z0-9._%+-]{1,40}[@＠][A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,4})/,
  },
  { address: 'organ.website', pattern: /((?:https?:\/\/|www\.)[A-Za-z0-9.\-_~:/?#%&=+]{3,120})/i },
]

/** Address, postcode, phone, fax, e-mail and web address from the sentences about contacts. */
export function readContacts(text: string): FoundField[] {
  // A text of this kind has a few hundred characters; patterns do not run over megabytes.
  const short = text.slice(0, 6000)
  return fields.flatMap(({ address, pattern }): FoundField[] => {
    const found = pattern.exec(short)?.[1]
    if (!found) return []
    const value = address === 'organ.address' ? found.trim().replace(/[”"]$/, '') : tidy(found)
    return value ? [{ address, text: value }] : []
  })
}
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[–—]/g, '-')
    .replace(/[.,;:]+$/, '')

/** The year that the period sentence names (统计期限自2021年1月1日起至…). */
export function readPeriodYear(text: string): string | undefined {
  const plain = withPlainYears(text.slice(0, 6000)).replace(/\s+/g, '')
  return (
    /(20\d\d)年1月1日起?(?:至|到|—|-|－|–|~)+(?:\d{4}年)?12月31日/.exec(plain)?.[1] ??
    /统计(?:期限|时限|期间|时间)[^。]{0,16}?(20\d\d)年/.exec(plain)?.[1]
  )
}

/** The organ that readers are asked to turn to; weaker than a title. */
export const readContactOrgan = (text: string): string | undefined => {
  const found = /(?:请|可|径|直接)?(?:与|同|向)\s*([^，。；（(]{3,30}?)(?:联系|咨询|反映)/
    .exec(text.slice(0, 6000))?.[1]
    ?.replace(/\s+/g, '')
  return found && isOrgan(found) ? found : undefined
}
