import { type Cell, cellAt, cellsOf } from '../format/cells'
import type { Edition, Section } from '../format/types'
import type { Figure } from './proposal'
import { bare, plainText, readLabel, spellingsOf, withoutBrackets } from './tables/labels'
import type { Line } from './tables/lines'
import { COMMON } from './tables/occurrences'
import { isValue } from './tables/runs'

const DIGIT = '[“"‘]?\\s*\\d'
/** What is said of a figure that is printed wrong, with the right one or without it. */
const CORRECTS = new RegExp(
  [
    `(?:应当?(?:该|是|为|改为|更正为)|(?:[更修订改]正|[修核]?[改定订]|调整|核实)(?:为|成)|实(?:际)?(?:应)?(?:为|是)|[正准]确(?:的)?(?:数|数字|数据|数值)?(?:应)?(?:为|是))${DIGIT}`,
    `${DIGIT}.{0,8}为准|按${DIGIT}\\d*.{0,3}(?:掌握|理解|使用)|口径.{0,6}${DIGIT}`,
    '误(?:为|写|填|作|录)|之误|(?:填报?|录入|统计|数据|数字|\\d)(?:有误|错误)',
    '[填印排装][反错]|对[调换]|颠倒|互换|倒置|错[行位列格栏]',
    '(?:多|少|漏)(?:计|报|统计|填).{0,6}\\d|(?:勘误|更正|订正|补正)[：:].*\\d',
  ].join('|'),
)
/** In a table, words of a correction, with a figure that its row does not have, and words that have such a character and correct nothing. */
const HINTS = /[误更订修调改增补扣减应实核准错勘←→]/
const HARMLESS =
  /实[施行现名]|[落真事其]实|实[事行]|准[予时]|[标批核]准|准确率|改[革善进造建]|修[改订](?!为|成)|增[长设强]|新增|[增减]幅|增加值|调[解查研取阅]|应[诉急当对办公]|[响适回供相反]应|纠[正错]|扣[押留]|核发|审核|减[免少轻]|不补|补[正充助贴偿]|更[加好新]|变更|依申请/g
/** A sentence that compares has figures of another year. */
const COMPARES = /较|比|上年|去年|20\d\d年(?!度?数)/
/** Digits that are no figure of a cell: numbering, dates, articles. */
const DATES = /(?:^|\s)\d{1,2}[.．、](?!\d)|20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|第\d+/g
/** Sentences of the text speak of the tables only where they say so; 更正网站差错46处, 不一致的2件，已更正, 标注有误的68件 are work of the year. */
const OF_TABLES =
  /[上下本附]表|表[一二三四]|第[二三四]部分|勘误|(?:更正|有误)[^。；]*(?:应|实|正确的?)(?:该|际)?[为是]|更正(?=[:：]|说明|如下|后?[为是])|填反|(?:数据|数字|统计|填报?|录入|\d)有误|误(?:为|填|写)/
/** The heads of a list of errata: what was printed, and what is right. */
const WAS = /^误$|^错|有误|[前误]$|^原|错误/
const IS = /^[正现]|正确|后$|应[为是]/
/** Of whole tables, of which another one counts. */
const VOID = /作废|[上下此本]表为准/
const MAX_LENGTH = 200
const MAX_FIGURES = 3
const MIN_NAME = 3

const nameOf = (label: string) => withoutBrackets(readLabel(label).text)
const namesOf = (node: { label: string; variants?: string[] | undefined }) =>
  spellingsOf(node)
    .map(withoutBrackets)
    .filter((name) => name.length >= MIN_NAME && !COMMON.has(name))

/** What a sentence names of a table: undefined where nothing of it. */
function meant(
  sentence: string,
  { table, section, row, column, head, stub }: Cell,
  own: Section | undefined,
) {
  const numeral = /表([二三四])|第([二三四])部分/.exec(sentence)
  if (numeral ? !numeral.includes(section.numeral ?? '') : own?.table && own !== section) return undefined
  const has = (names: string[]) => names.some((name) => sentence.includes(name))
  const groups = head
    .slice(0, -1)
    .map(nameOf)
    .filter((name) => name.length >= MIN_NAME)
  return {
    table,
    row:
      has(namesOf(row)) ||
      has(
        stub
          .slice(0, -1)
          .map(nameOf)
          .filter((name) => name.length >= MIN_NAME),
      ),
    column: has(namesOf(column)),
    group: has(groups.slice(-1)),
  }
}

/**
 * The figures with those in doubt that the source itself corrects: by a note below a table, a remark or a comment on a row, a
 * list of errata. It names rows and columns, or stands beside them; where it names none, all figures of its table are in doubt.
 */
export function withCorrections(
  figures: Figure[],
  areas: ReadonlyMap<Section | undefined, Line[]>,
  edition: Edition,
): Figure[] {
  const doubts = new Map<string, string>()
  /** Rows have words of a correction in their names: 补正后申请内容仍不明确. */
  const withoutNames = (text: string) =>
    namesOfAll(edition).reduce((rest, name) => rest.replaceAll(name, '｜'), plainText(text))
  const put = (found: Figure[], text: string) => {
    const doubt = `来文另写“${text.trim().slice(0, 60)}”，请对照原文`
    for (const { address } of found) doubts.set(address, doubt)
  }
  for (const [section, lines] of areas) {
    let errata = false
    for (const line of lines) {
      errata = isErrataHead(line) || (errata && line.atoms.some(isValue))
      if (errata) put(namedBy(line.text, figures, undefined, edition).named, line.text)
      const beside = line.grid && line.atoms.some(isValue) ? inRow(line) : []
      for (const text of sentencesIn(line))
        if (!VOID.test(text) && (section?.table || beside.length || OF_TABLES.test(text)))
          put(correctedBy(text, beside, section), text)
    }
  }
  return withDoubts(figures, doubts)

  function inRow({ atoms: [at] }: Line): Figure[] {
    return figures.filter(({ places }) =>
      places.some(({ block, row }) => block === at?.place.block && row === at?.place.row),
    )
  }

  function correctedBy(text: string, beside: Figure[], section: Section | undefined): Figure[] {
    const corrects = CORRECTS.test(text)
    // 核对现行有效的103件规范性文件，勘误11处: in the text that is work of the year.
    const mayHint = section?.table || beside.length > 0
    // What it names is looked for only where it may correct something: a report has a thousand cells.
    const words = !corrects && mayHint && HINTS.test(text) && /\d/.test(text) ? withoutNames(text) : ''
    if (!corrects && !mayCorrect(words)) return []
    const { named, all } = namedBy(text, figures, section, edition)
    const meant = named.length ? named : beside
    if (!corrects) return hasAnother(words, meant) ? meant : []
    return meant.length || !(section?.table || /表[二三四]/.test(text)) ? meant : all
  }
}

const known = new WeakMap<Edition, string[]>()
/** All that the form calls its rows and columns, the longest first. */
function namesOfAll(edition: Edition): string[] {
  let names = known.get(edition)
  if (!names) {
    const all = cellsOf(edition).flatMap(({ row, column, stub, head }) => [
      ...[row, column].flatMap(spellingsOf).map(withoutBrackets),
      ...[...stub, ...head].map(nameOf),
    ])
    names = [...new Set(all)].filter(Boolean).sort((a, b) => b.length - a.length)
    known.set(edition, names)
  }
  return names
}

/** Whether a text has words of a correction. */
function mayCorrect(text: string): boolean {
  const words = text.replace(HARMLESS, '')
  return /[误扣错]/.test(words) || (HINTS.test(words) && !COMPARES.test(text))
}

/** Whether a text with words of a correction has a figure that is none of these. */
function hasAnother(text: string, figures: Figure[]): boolean {
  const numbers = text.replace(DATES, '').match(/\d+(?:\.\d+)?/g) ?? []
  // A sentence with many figures tells of the year.
  return (
    numbers.length <= MAX_FIGURES &&
    numbers.some((number) => figures.every((figure) => figure.text !== number))
  )
}

const isErrataHead = ({ atoms }: Line): boolean => {
  const names = atoms.flatMap(({ kind, text }) => (kind === 'label' ? [text.replace(/\s/g, '')] : []))
  return (
    names.length > 1 &&
    !atoms.some(isValue) &&
    names.some((name) => WAS.test(name)) &&
    names.some((name) => IS.test(name) && !WAS.test(name))
  )
}

/** The figures with what makes them doubtful by address; a doubt that one has already stays. */
export const withDoubts = (figures: Figure[], doubts: ReadonlyMap<string, string>): Figure[] =>
  figures.map((figure) => {
    const doubt = doubts.get(figure.address)
    return doubt ? { ...figure, doubt: figure.doubt ?? doubt } : figure
  })

/**
 * The figures whose rows and columns a text names, in the table where it stands or else in the others, and all of the tables
 * that it can be about.
 */
export function namedBy(
  text: string,
  figures: Figure[],
  section: Section | undefined,
  edition: Edition,
): { named: Figure[]; all: Figure[] } {
  const own = namedIn(text, figures, section, edition)
  return own.named.length || !section
    ? own
    : { ...own, named: namedIn(text, figures, undefined, edition).named }
}

function namedIn(
  text: string,
  figures: Figure[],
  section: Section | undefined,
  edition: Edition,
): { named: Figure[]; all: Figure[] } {
  const plain = bare(text)
  const cells = figures.flatMap((figure) => {
    const cell = cellAt(edition, figure.address)
    const of = cell && meant(plain, cell, section)
    return of ? [{ figure, ...of }] : []
  })
  const named = [...new Set(cells.map(({ table }) => table))].flatMap((table) => {
    const own = cells.filter((cell) => cell.table === table)
    const by = (['row', 'column', 'group'] as const).filter((key) => own.some((cell) => cell[key]))
    const found = by.length ? own.filter((cell) => by.every((key) => cell[key])) : []
    // Rows and columns that do not meet are each meant by themselves.
    return found.length || !by.length ? found : own.filter((cell) => by.some((key) => cell[key]))
  })
  return { named: named.map(({ figure }) => figure), all: cells.map(({ figure }) => figure) }
}

/** The sentences of a line: of a row with figures, those of each of its cells. */
function sentencesIn({ atoms, text, grid }: Line): string[] {
  const isRow = grid && atoms.some(isValue)
  const cells = atoms.flatMap(({ kind, whole, text: own }) =>
    whole !== undefined || kind === 'label' || kind === 'unread' ? [whole ?? own] : [],
  )
  return (isRow ? [...new Set(cells)] : [text]).flatMap((each) =>
    each.split(/[。；\n]/).filter((part) => part.length <= MAX_LENGTH),
  )
}
