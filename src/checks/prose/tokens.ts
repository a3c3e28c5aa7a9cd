import { type Concept, lexiconOf, type Word } from './lexicon'
import type { Quantity } from './quantities'

/** A word of the lexicon in a sentence. */
export interface Token {
  concept: Concept
  start: number
  end: number
  word: Word
}

/** What stands in the place of numbers and of words that were taken out. */
const NUMBER = '#'
const TAKEN = '\ue000'
const QUOTE = '\ue001'

const blanked = (text: string, start: number, end: number, by: string) =>
  text.slice(0, start) + by.repeat(end - start) + text.slice(end)

/** An office that writes for its organ: 管委会办公室, 管委会（办公室）, and of a township 镇政府办公室. */
const OFFICE = '\\(?(?:党政|综合)*办(?:公室)?(?![结理毕完复件])\\)?'

const TOWN = /(?:[镇乡]|苏木)(?:人民)?政府$|街道(?:办事处)?$/
/** 河口镇党政综合办公室, 新区管理委员会办公室: the office that reports for all of its place. */
const placeOf = (organ: string): string => {
  const place = organ.replace(/(?:党政|党建|人大|综合|政务|行政|和|及)*(?:办公室|办)$/, '')
  return place !== organ &&
    /(?:[镇乡]|苏木|街道)(?:(?:人民)?政府|办事处)?$|(?:区|园|城)(?:管理委员会|管委会)?$/.test(place)
    ? place.replace(/((?:[镇乡]|苏木))$/, '$1人民政府').replace(/((?:区|园|城))$/, '$1管理委员会')
    : organ
}
/** What an organ calls itself by its kind alone, by the end of its name; a number stands for the rank in the name. */
const KINDS: [end: RegExp, kind: string][] = [
  [/街道(?:办事处)?$/, '街道(?:办事处|本级)?|办事处'],
  [/办事处$/, '办事处'],
  [/(?:学院|大学|学校|中学|小学)$/, '学校|学院|大学'],
  [/公司$/, '集团(?:公司)?|公司'],
  [/(?:管理委员会|管委会)$/, '管委会'],
  [/海关$/, '关区|海关'],
  [/办公[室厅]$/, '办公[室厅]'],
  [/(?:[镇乡]|苏木)(?:人民)?政府$/, '(?:[镇乡]|苏木)(?:上|里|本级|(?:人民)?政府)?'],
  [
    /(中心|分局|(?:管理|专卖|监督|稽查|监察|检验|监管)局|总局|总署|支队|大队|总队|产业园|(?:管理|开发|园|新|景)区)$/,
    '$1',
  ],
  [/(产业园|工业园|科技园|[经新园]区)(?:管理委员会|管委会)$/, '$1'],
  [/([省市县区旗州盟])(?:[^省市县区旗州盟]*)(?:局|厅)$/, '$1[局厅](?:机关)?|[局厅]机关|[局厅]里'],
  [/分局$/, '[省市县区旗]分局'],
]
/** Where such a word is the subject, or who was asked: 街道收到, 向街道提出; not 街道各社区, 街道和乡镇. */
const asSubject = (kind: string) =>
  `(?<=^|[,;:(\ue000]|年|年度|年内|本|我)(?:${kind})(?![、和及与各的]|内|所属|下属|直属|系统|部门|企业|单位)|(?<=向)(?:${kind})(?=提|申请|递交)|(?<=以)(?:${kind})(?=名义)|(?<=[对就])(?:${kind})(?=而言|来说)`

/** 河口镇, 示例街道, 开发区: the place that an organ of one place is in charge of; bare only where the subject stands. */
function placeNames(organ: string): string[] {
  const base = /^(.*)(?:管理委员会|管委会)$/.exec(organ)?.[1]
  const town = /([\u4e00-\u9fa5]+(?:[镇乡]|苏木|街道))(?:(?:人民)?政府|办事处)$/.exec(organ)?.[1]
  // 实验区管委会 for 示例综合实验区管理委员会.
  const ends = [...(base ?? '')].slice(-8, -1).map((_, at, all) => base?.slice(at - all.length - 1))
  const own = (town ?? base)?.replace(/^.*[省市县区旗州盟](?=.{1,}(?:[镇乡区]|街道)$)/, '')
  // 经开区, 高新区, 农高区: some characters of its name.
  const zone = base?.replace(/区$/, '').replace(/[^\u4e00-\u9fa5]|[省市县州]/g, '')
  const kinds = KINDS.flatMap(([end, kind]) => {
    const found = end.exec(organ)
    return found ? kind.replaceAll('$1', found[1] ?? '') : []
  })
  const bare = [...kinds, ...(zone ? [`[${zone}]{1,4}区(?:管委会)?`] : [])]
  return [
    ...(own && own.length > 2
      ? [
          `(?<![\\u4e00-\\u9fa5](?<![省市县区旗州盟年度]))${own}(?:(?:人民)?政府|办事处|管理委员会|管委会)?(?!各|内|[和及与、])`,
        ]
      : []),
    ...(ends.length ? [`(?:${ends.join('|')})(?:管理委员会|管委会)`] : []),
    ...bare.map(asSubject),
  ]
}
/** 全区收到412件，其中本级96件: a bureau beside all of its area. */
const AT_ITS_LEVEL =
  '(?<=全[省市县区州盟旗](?:(?!系统|机关|各)[^;#]){0,20}#+[^;#]{0,4})(?:[省市县区州盟旗]?[局厅委])?本级(?![和及与、])'

/** 厅机关及直属执法机构: a bureau with all that acts in its name. */
const AND_ITS_FORCES =
  '[我本省市县区旗州盟]?(?:[局厅委]|[总支]队)(?:机关)?[及和与](?:其|所属|直属|下属|辖内|派出|执法|各|检查|基层)+(?:机构|单位|[总支大]队|队伍|分局)'

/** 县政府及其部门, 区政府和区政府办公室: a government with all that belongs to it is the whole of it. */
const AND_ITS_BODIES =
  '(?:[及和与、](?:其|所属|各|组成|工作|直属|下属|政府|[省市县区]直?)*(?:部门|办公[室厅]|政府办|委办局|单位|乡镇|镇街|街道))+'

/** 全县各部门、乡镇, 全县各级政府及其部门: all of a government's area, told by its bodies. */
const BODY = '(?:其|所属|工作|组成|各|级|类|行政|执法)*(?:机关|部门|单位|乡镇|镇街|街道)'
const ALL_BODIES = `全[省市县区州盟旗](?:各级)?各(?:级|类)?(?:行政|执法|职能)*(?:机关|部门|单位|乡镇|镇街|(?:人民)?政府)(?:[、和及与]${BODY})*`

/** 住建局 for 住房和城乡建设局, 市场监管局 for 市场监督管理局: some of its characters, the first and the last among them. */
function shortened(name: string): string {
  const [, first = '', inner = '', kind = ''] = /^(.)(.{3,})(局|厅|委员会|中心)$/.exec(name) ?? []
  const end = kind === '委员会' ? '委(?:员会)?' : kind
  return first ? `|(?!${first}${end})${first}${[...inner].map((char) => `${char}?`).join('')}${end}` : ''
}

/** 河口区（临港新城）管委会, 市水务局（市河长办）: an organ without what brackets add to its name. */
const BRACKET = /\([^()]*\)/g
const plainName = (printed: string) =>
  printed
    .normalize('NFKC')
    .replace(BRACKET, '')
    .replace(/[^\u4e00-\u9fa5A-Za-z0-9]/g, '')
/** 临港新区（镇）, 示例街道（管委会）: one office under two names. */
const TWO_NAMES = '(?:\\((?:[镇乡]|街道|管委会)\\))?'
/** Its names, each with what those brackets add, or with another name of the same office in brackets. */
function withBrackets(names: string, printed: string): RegExp {
  const escaped = (text: string) => text.replace(/[^\u4e00-\u9fa5A-Za-z0-9]/g, '\\$&')
  const name = printed.normalize('NFKC')
  const added = name.match(BRACKET)?.map((one) => `(?:${escaped(one)})?`)
  return new RegExp(
    added ? `${escaped(name)}|(?:${names})${added.join('')}` : `(?:${names})${TWO_NAMES}`,
    'g',
  )
}

/** 各县级税务局, 各县（市、区）市场监管局: bodies below it that bear its name. */
const NOT_OF_MANY = '(?<!(?:各|下属|所属|下辖|其[他它])(?:[^,;:。#()、和及与]|\\([^()]*\\)){0,10})'
const DESK = '(?:党政|综合)+办(?:公室)?'
/** 本级, where nothing is told of what belongs to it. */
const AT_HEAD = '本级(?![^。]*(?:属|各|基层|下级|系统|[分支县区市]局)[^。]*#)'

/** The organ as its own report calls it: 示例市人民政府, 市政府; 示例县教育局, 县教育局, 教育局; 管委会（办公室）. */
function namesOf(full: string): string | undefined {
  const organ = placeOf(full)
  if (organ.length < 3) return undefined
  const desk = full === organ ? '' : `|${full.replace(/[^\u4e00-\u9fa5]/g, '')}|${DESK}`
  const core = organ
    .replace(/^.*?[省市县区旗州盟](?=.{2,})/, '')
    .replace(/^.{2,}(?:(?<!城)市(?!场)|[县区旗])(?=.{3,})/, '')
  // 示例县政府 for 示例市示例县人民政府.
  const place = organ.replace(/(?:人民)?政府.*$/, '').replace(/[省市县区旗州盟镇乡]$/, '')
  const government = `(?:${place}|${place.replace(/^.*[省市州盟]/, '')})?(?:[省市县区旗州盟镇乡]|自治[县州区])(?:本级)?(?:人民)?政府`
  const governments = `${government}(?:${AND_ITS_BODIES}|\\(含[^()]{0,6}办(?:公[室厅])?\\)(?=名义))|${government}(?:系统)?(?!办(?![理结复毕])|本级|部门|\\(含)`
  if (TOWN.test(organ))
    return `(?:[镇乡街道]{1,2}(?:综合)?(?:行政)?执法(?:队|[大中]队|办公室|办|局|所)|${organ}|${[...placeNames(organ), ''].join('|')}[镇乡](?:人民)?政府|街道办事处)(?:${OFFICE})?|(?:街道|[镇乡]|(?<=^|[,;:年]))${DESK}|${governments}${desk}`
  // 示例市制定规章2部: a government by its place, where that is the subject.
  const base = organ.replace(/(?:人民)?政府$/, '')
  const subject = `(?<=^|[,;:年度])(?:${base}|${base.replace(/^.*[省市州盟](?=..)/, '')})(?=全[年域]|共|累计|新?[收受制发]|办[理结]|废止|印发|出台|公布|因)`
  // 政府新收3件，部门新收8件: the government itself, beside its departments.
  const itself = '(?<=^|[,;:年度])政府(?=新?收|受理|办理|答复|共)'
  if (/政府$/.test(organ)) return `${organ}(?!办)|${governments}|${ALL_BODIES}|${subject}|${itself}`
  const names = [
    full,
    organ,
    AT_ITS_LEVEL,
    AND_ITS_FORCES,
    // 厅本级: the bureau that reports, unless what belongs to it is told of beside it.
    ...(/[局厅委]$|委员会$|海关$|总队$/.test(organ)
      ? [`(?<!(?:属|各|基层|系统)[^。]*)(?:本|[省市县区州旗])?(?:[局厅委关]|关区)(?:机关)?${AT_HEAD}`]
      : []),
    ...placeNames(organ),
    // 建设局 for 住房和城乡建设局.
    ...(core.length > 2
      ? [
          `(?<![各省市县区旗州])${NOT_OF_MANY}[省市县区旗州]?(?:${core}|${core.replace(/^(?:住房和?)?城乡(?=建设)/, '')}${shortened(core)})`,
        ]
      : []),
  ]
  // 区党政办公室 for 示例区党政办公室: the office that reports for a place is no other; 办公室受理3件: where it is the office that reports.
  if (full !== organ) names.push(`[省市县区旗州盟]?${DESK}`, asSubject('(?:党政|综合)*办公室'))
  // 党政办公室受理3件: the desk of a zone.
  else if (/(?:管理委员会|管委会)$/.test(organ)) names.push(asSubject(DESK))
  const office = /^(.*?)(?:党政|综合)?办公室$/.exec(core)?.[1] ?? ''
  if (office.length > 1) names.push(`(?:[\\u4e00-\\u9fa5]{0,4}区)?${office}${OFFICE}`)
  if (/行政公署/.test(organ)) names.push(`[盟地]?区?行(?:政公)?署(?:${OFFICE})?`)
  if (/政府办公[室厅]$/.test(organ)) {
    const own = '[省市县区旗州盟]?(?:人民)?政?府办(?:公[室厅])?(?!事)(?:本级)?'
    names.push(
      `${government}(?:[及和与、](?:${own}|办公[室厅])|\\(含[^()]{0,8}办(?:公[室厅])?\\))`,
      '[我本]?[省市县区旗州盟]?(?:人民)?政府本级',
      own,
      // 县政府规章, 区政府行政规范性文件: it writes them all.
      `${government}(?=规章(?!制度)|(?:行政)?规范性文件)`,
      `[省市县区旗州盟]${AT_HEAD}`,
    )
  }
  return names.join('|')
}
/** 全县, 全市 in the report of a town: a circle of which its organ is only a part. */
function widerCircles(organ: string): RegExp | undefined {
  const levels = TOWN.test(placeOf(organ))
    ? '省市州盟县区旗'
    : /[县区旗](?!$)/.test(organ.replace('自治区', ''))
      ? '省市州盟'
      : /[市州盟]/.test(organ)
        ? '省'
        : ''
  return levels ? new RegExp(`[全本我][${levels}](?![镇乡街])(?:范围内|各级(?:行政机关)?)?`, 'g') : undefined
}
/** 市场综合执法大队, 审批科, a town's service centre: what acts for the organ, and for no other. */
const ACTING = `[^年,;:#]{0,8}(?:综合|行政)+执法[总支大]?队|(?:便民|政务|行政|党群)*服务中心(?=办理|作出|共)|[局厅委]?(?:行政)?审批[科股处室]`

const own = new Map<string, Word[]>()
/** Words of this organ's report alone. */
function ownWords(organ: string): Word[] {
  const known = own.get(organ)
  if (known) return known
  if (own.size > 16) own.clear()
  const plain = plainName(organ)
  const [wider, names] = [widerCircles(plain), namesOf(plain)]
  const words: Word[] = [
    ...(wider ? [{ concept: 'body' as const, words: wider }] : []),
    ...(names ? [{ concept: 'whole' as const, words: withBrackets(names, organ) }] : []),
    ...(/政府$/.test(plain) && !TOWN.test(plain)
      ? []
      : [{ concept: 'kind' as const, words: new RegExp(ACTING, 'g') }]),
  ]
  own.set(organ, words)
  return words
}

export interface Tokens {
  tokens: Token[]
  /** The sentence with numbers and words taken out: what is left was not understood. */
  rest: string
}

/** Words of a sentence in the order of the text. Quantities are relative to the sentence. */
export function tokensOf(
  sentence: string,
  quantities: readonly Pick<Quantity, 'start' | 'end'>[],
  year: number | undefined,
  organ: string,
): Tokens {
  let rest = sentence.replace(/[“”‘’「」『』"']/g, QUOTE).replace(/[①-⑳\s]/g, TAKEN)
  for (const { start, end } of quantities) rest = blanked(rest, start, end, NUMBER)
  const tokens: Token[] = []
  for (const word of [...ownWords(organ), ...lexiconOf(year)]) {
    const { words } = word
    words.lastIndex = 0
    const first = words.exec(rest)
    if (!first) continue
    // A match takes its span out; what follows is looked at as it stood when the word was looked for.
    const before = rest
    for (let match: RegExpExecArray | null = first; match; match = words.exec(before)) {
      const [found] = match
      if (found === '') {
        words.lastIndex++
        continue
      }
      tokens.push({ concept: word.concept, start: match.index, end: match.index + found.length, word })
      rest = blanked(rest, match.index, match.index + found.length, TAKEN)
    }
  }
  return { tokens: tokens.sort((a, b) => a.start - b.start), rest }
}
