import { cellAt } from '../format/cells'
import type { Edition, TableSpec } from '../format/types'
import { isStrange } from './captions'
import type { Figure } from './proposal'
import { candidatesIn, isChrome } from './prose/headings'
import { isRowless } from './tables/elsewhere'
import type { Line } from './tables/lines'
import { captionOfYear, headOfYear } from './tables/otherYears'
import { isValue } from './tables/runs'
import { VALID } from './tables/tells'

/** What is said beside a table stands within so many lines of it, and is no longer than this. */
const MAX_ABOVE = 30
const MAX_BELOW = 2
const MAX_NEXT = 24
const MAX_LENGTH = 60
/** Figures that are not those of the office for its year, or count no more. */
const OTHERS = new RegExp(
  [
    '下属|直属|所属(?:单位|机构|部门)|二级单位|不计入|非本(?:单位|机关|局)',
    '平均|示例|样[例表]|预测|计划数|[上下]半年|季度|供(?:参考|对照|对比)',
    '[往历前]年\\D*$|截[至止](?!\\D*(?:20\\d\\d年)?12月31日).{0,6}月|[本此上前]表已?(?:作废|废止|停用)',
  ].join('|'),
)
const TITLE = /20\d\d年.{0,20}年度报告/
/** A sentence with figures of its own tells what they are of. */
const TELLS_FIGURES = /\d\s*[件宗条].*\d\s*[件宗条]/
/** 填报日期：2024年1月9日: the day on which a table was written. */
const WRITTEN_ON = /(?:日期|时间)[：:]\s*20\d\d年\d{1,2}月\d{1,2}日(?!\s*[至到—-])/g
const COMPARED = /[比较与同]|以来/
const ORGAN =
  '(?:局|委|委员会|办|办公室|厅|处|所|站|中心|院|队|政府|街道|办事处|镇|乡|公司|学校|全[市县区省])'
/** A caption that begins with the name of an office. */
const CAPTION = new RegExp(
  `^(?:附[件表]?\\d*[：:、\\s]*|表\\s*[\\d一二三四]+[\\s：:、]*)?([\\p{Script=Han}]{2,20}?${ORGAN})(?:20\\d\\d年度?)?(?:政府信息公开|收到|主动公开|行政复议|$)`,
  'u',
)

/**
 * The figures with those of a table in doubt that the words beside it, its sheet or its row give to another year or another
 * office: where it is the only one of its form, nothing else takes its place.
 */
export function withTablesOfOthers(
  figures: Figure[],
  lines: Line[],
  edition: Edition,
  { year, organ }: { year: string | undefined; organ: string | undefined },
): Figure[] {
  const own = organ ?? lines.map(({ text }) => CAPTION.exec(text.trim())?.[1]).find((name) => name)
  const at = new Map<string, number>()
  for (const [index, { atoms }] of lines.entries())
    for (const { place } of atoms) at.set(`${place.block} ${place.row ?? ''}`, index)
  const headings = new Set(candidatesIn(lines, edition).map(({ last }) => last))
  const byTable = new Map<TableSpec, Figure[]>()
  for (const figure of figures) {
    const table = cellAt(edition, figure.address)?.table
    if (table) byTable.set(table, [...(byTable.get(table) ?? []), figure])
  }
  const doubts = new Map<Figure, string>()
  for (const [table, printed] of byTable) {
    const rows = printed.flatMap(({ places }) =>
      places.flatMap(({ block, row }) => at.get(`${block} ${row ?? ''}`) ?? []),
    )
    const [first, last] = [Math.min(...rows), Math.max(...rows)]
    // Behind the title of another report all tables are of that one.
    const titles = lines.slice(0, first).flatMap(({ text }) => (isTitle(text) ? [text] : []))
    const title = titles.length > 1 && !isOfOthers(titles[0] ?? '') ? titles.slice(-1) : []
    const beside = near(first, last)
    const texts = [...title, ...beside.all, ...(isRowless(table) ? rowLabels(lines[first]) : [])]
    const found =
      texts.find(isOfOthers) ??
      beside.captions.find(
        (text) =>
          !/比|较|同期/.test(text) && !VALID.test(text) && isStrange(text, edition, { year, organ: own }),
      )
    const doubt = `来文写“${found?.trim()}”，这些数可能不是本机关本年的，请对照原文`
    for (const figure of found ? printed : []) doubts.set(figure, doubt)
  }
  return figures.map((figure) => {
    const doubt = doubts.get(figure)
    return doubt ? { ...figure, doubt: figure.doubt ?? doubt } : figure
  })

  /** The lines of words around a table, up to the heading of its section, and the name of its sheet. */
  function near(first: number, last: number): { all: string[]; captions: string[] } {
    const texts: string[] = []
    let captions: string[] = []
    for (let index = first - 1; index >= Math.max(0, first - MAX_ABOVE); index--) {
      const line = lines[index]
      if (!line) break
      // Without a heading or another table above nothing tells what is a caption.
      if (headings.has(index) || hasFigures(line)) captions = [...texts]
      if (hasFigures(line)) break
      texts.push(...textsOf(line))
      if (headings.has(index)) break
    }
    // What stands before another table is its caption.
    const next = lines.findIndex((line, index) => index > last && hasFigures(line))
    const end = next >= 0 && next - last <= MAX_NEXT ? last : last + MAX_BELOW
    for (let index = last + 1; index <= end; index++) {
      const line = lines[index]
      if (!line || headings.has(index) || hasFigures(line)) break
      texts.push(...textsOf(line))
    }
    const sheet = lines
      .slice(0, first + 1)
      .filter((line) => line.sheet !== undefined)
      .at(-1)?.sheet
    const counts = (text: string) =>
      text !== '' &&
      text.length <= MAX_LENGTH &&
      !TITLE.test(text) &&
      !TELLS_FIGURES.test(text) &&
      !isChrome(text)
    return { all: [...texts, ...(sheet ? [sheet] : [])].filter(counts), captions: captions.filter(counts) }
  }

  function isOfOthers(whole: string): boolean {
    const text = whole.replace(WRITTEN_ON, '')
    const clauses = text.split(/[，。；：,;:（(]/).filter((clause) => !COMPARED.test(clause))
    const isYear =
      clauses.some((clause) => captionOfYear(clause, year) === 'other') || headOfYear(text, year) === 'other'
    return isYear || OTHERS.test(text) || isOtherOrgan(text)
  }

  function isOtherOrgan(text: string): boolean {
    const named = CAPTION.exec(text.trim())?.[1]
    if (!named || !own || /^[各全]|[本我]/.test(named)) return false
    return !own.includes(named) && !named.includes(own)
  }
}

/** A sentence that speaks of the report is no title. */
const isTitle = (text: string): boolean =>
  TITLE.test(text) && text.length <= MAX_LENGTH && !/[。，；]/.test(text) && !isChrome(text)

/** Figures of a row; the number of a table or an annex is none. */
const hasFigures = ({ atoms, grid }: Line): boolean =>
  atoms.filter(isValue).length > (grid || atoms.length > 1 ? 1 : 0)

/** A line of words alone. Of a row of several cells, the head of a table, what its names say in brackets. */
const textsOf = ({ atoms, text }: Line): string[] =>
  new Set(atoms.flatMap(({ kind, column }) => (kind === 'empty' ? [] : [column]))).size === 1 ||
  !atoms.some(({ place }) => place.row !== undefined)
    ? [text.trim()]
    : (text.match(/(?<=[（(])[^（()）]+(?=[)）])/g) ?? [])
/** The words before the figures of the one row of a table. */
const rowLabels = (line: Line | undefined): string[] =>
  line?.atoms.some(isValue)
    ? line.atoms.flatMap(({ kind, text }) => (kind === 'label' ? [text.trim()] : [])).slice(0, 1)
    : []
