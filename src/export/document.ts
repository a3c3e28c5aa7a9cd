import { pointerTo, TABLES_LAST, tableNumber } from '../format/attachments'
import { cellAt } from '../format/cells'
import { fieldAt, sectionLabel } from '../format/names'
import { standsBefore } from '../format/place'
import type { Address, Edition, TextSpec } from '../format/types'
import { yearOf } from '../report/deadline'
import { dateInWords } from '../report/localDate'
import { type Entries, type Report, textAt, valuesOf } from '../report/report'
import { totalOf, totalText } from '../report/totals'
import { printedCell } from '../report/value'
import { brokenSigner, brokenTitle } from './nameLines'
import { type DocumentTable, tableOf } from './table'

/** What is printed, built once from report and edition; paper, Word, web page and Excel only lay it out. */
export interface ReportDocument {
  /** The title as printed: organ, then year and name of the document. */
  titleLines: string[]
  organ: string
  year: string
  /** Every page carries the mark 草稿. */
  draft: boolean
  /** Content code in full, for the metadata of the files. */
  code: string
  tablesLast?: boolean
  /** What a site asks for beside the text: 索引号, 发布机构, 发文日期; on the web page alone. */
  page?: { label: string; text: string }[]
  parts: DocumentPart[]
}

export type DocumentPart =
  | DocumentHeading
  | DocumentParagraph
  | DocumentTable
  | DocumentAttachment
  | DocumentNote
  | DocumentSignOff

/** Level 1 is 一、总体情况, level 2 （一）主动公开情况. */
export interface DocumentHeading {
  kind: 'heading'
  level: 1 | 2
  text: string
}
export interface DocumentParagraph {
  kind: 'paragraph'
  text: string
  /** A line of its own that reads as a heading of level 2, as clerks type it inside a longer text. */
  subheading: boolean
}
/** Title of an attachment; it begins a page. */
export interface DocumentAttachment {
  kind: 'attachment'
  text: string
}
/** A small line at the end. */
export interface DocumentNote {
  kind: 'note'
  text: string
}

/** A line of the 落款, flush right under the last text. */
export interface DocumentSignOff {
  kind: 'signOff'
  /** A name that is too long for a line has line feeds behind the names in it. */
  text: string
  /** The line that the others must not be parted from. */
  first: boolean
}

/** What a copy carries beside the report itself. */
export interface CopyOptions {
  draft: boolean
  code: string
  /** The three tables stand behind the text as 附表, as whole regions have them. */
  tablesLast?: boolean
  /** After the last section: attachments, the line with the content code. */
  closing?: DocumentPart[]
}

/** Stands in the title until organ or year are known. */
const OPEN = '＿＿＿＿'

/** A line like （一）主要问题: numbered, short, without a closing mark. */
const SUBHEADING = /^（[一二三四五六七八九十]+）[^。；！？]{1,30}$/

/**
 * The document of a report. Figures print as entered after reading, a total with a missing part as “—” (as nothing where
 * none of its parts is filled in, so that an empty form can be filled by hand). Pure; any report gives a document.
 */
export function documentOf(
  { entries }: Report,
  edition: Edition,
  { draft, code, tablesLast, closing = [] }: CopyOptions,
): ReportDocument {
  const organ = printable(textAt(entries, 'organ.name')).trim()
  const year = String(yearOf(entries) ?? printable(textAt(entries, 'year')).trim())
  const figure = figureReader(edition, entries)
  const parts: DocumentPart[] = []
  const behind: DocumentPart[] = []
  const addText = (address: Address) => {
    for (const text of paragraphsOf(textAt(entries, address)))
      parts.push({ kind: 'paragraph', text, subheading: SUBHEADING.test(text) })
  }
  const isBefore = (text: TextSpec) => standsBefore(text, (address) => textAt(entries, address))
  for (const section of edition.sections)
    for (const text of section.texts ?? []) if (isBefore(text)) addText(text.address)
  for (const section of edition.sections) {
    parts.push({ kind: 'heading', level: 1, text: sectionLabel(section) })
    const under = (section.texts ?? []).filter((text) => !isBefore(text))
    // A section that is written as a whole, under an outline of its own, has no use for headings without text.
    const written = under.filter(({ address }) => textAt(entries, address).trim() !== '')
    const undivided = written.length > 0 && written.every(({ heading }) => !heading)
    for (const text of under) {
      if (text.heading && !undivided) parts.push({ kind: 'heading', level: 2, text: text.heading })
      addText(text.address)
    }
    if (!section.table) continue
    const table = tableOf(section.table, `${section.table.name} ${section.heading}`, figure)
    if (!tablesLast) {
      parts.push(table)
      continue
    }
    const number = behind.filter(({ kind }) => kind === 'table').length + 1
    parts.push({ kind: 'paragraph', text: pointerTo(number), subheading: false })
    behind.push({ kind: 'heading', level: 1, text: `${tableNumber(number)} ${section.heading}` }, table)
  }
  if (edition.signOff) {
    const { phrase, organ: signedBy, date } = edition.signOff
    addText(phrase)
    const lines = [
      ...paragraphsOf(textAt(entries, signedBy)).map((name) => brokenSigner(name).join('\n')),
      ...paragraphsOf(dateInWords(textAt(entries, date))),
    ]
    for (const [index, text] of lines.entries()) parts.push({ kind: 'signOff', text, first: index === 0 })
  }
  const page = Object.values(edition.webPage ?? {}).flatMap((address) => {
    const text = printable(textAt(entries, address)).trim()
    return text ? [{ label: fieldAt(edition, address)?.label ?? '', text }] : []
  })
  const titleLines = titleLinesOf(edition.title, { organ, year })
  if (behind.length) behind.unshift({ kind: 'attachment', text: TABLES_LAST })
  return { titleLines, organ, year, draft, code, tablesLast, page, parts: [...parts, ...behind, ...closing] }
}

/** The title as the form has it, the organ on a line of its own. */
const titleLinesOf = (title: string, values: { organ: string; year: string }): string[] =>
  title
    .replace('{organ}', '{organ}\n')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/\{(organ|year)\}/, (_, key: 'organ' | 'year') => values[key] || OPEN))
    .flatMap(brokenTitle)

/** Without what no file format can hold: control characters and halves of characters. */
export const printable = (text: string): string =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be removed
    /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '',
  )

/** The paragraphs of a typed text: every line break begins one, blank lines and indents typed with spaces go. */
export const paragraphsOf = (text: string): string[] =>
  printable(text)
    .split(/\r\n|[\r\n\v\f\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The printed text of every figure, entered or computed. */
export function figureReader(edition: Edition, entries: Entries): (address: Address) => string {
  const value = valuesOf(edition, entries)
  const open = (address: Address) => value(address).kind === 'blank'
  return (address) => {
    const cell = cellAt(edition, address)
    if (!cell?.parts) return printable(printedCell(textAt(entries, address), cell?.unit ?? '件'))
    return cell.parts.every(open) ? '' : totalText(edition, address, totalOf(edition, address, value))
  }
}

/** All figures of the document in printed order, each with its address. */
export const figuresOf = (document: ReportDocument): { address: Address; text: string }[] =>
  document.parts.flatMap((part) =>
    part.kind === 'table'
      ? part.rows.flatMap(({ cells }) =>
          cells.flatMap(({ address, text }) => (address === undefined ? [] : [{ address, text }])),
        )
      : [],
  )
