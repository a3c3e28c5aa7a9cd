import type { Edition } from '../format/types'
import { fileText } from '../report/file'
import { type Report, textAt } from '../report/report'
import type { ReadFile } from '../report/schema'
import { type Comparison, compareDocument, compareParagraphs, compareTables, merged } from './compare'
import { documentOf, figuresOf, type ReportDocument } from './document'
import { FILE_TYPES } from './fileTypes'

export type OutputKind = 'json' | 'docx' | 'html' | 'xlsx'

/** A finished file and what reading it again has shown. It is offered only where nothing differs. */
export interface Output {
  content: Uint8Array<ArrayBuffer> | string
  type: string
  comparison: Comparison
}
export interface OutputSource {
  report: Report
  edition: Edition
  document: ReportDocument
}

/** Writers and readers of each kind; their libraries are loaded with the first use, or before it by `loadOutput`. */
const makers: Record<OutputKind, () => Promise<(source: OutputSource) => Promise<Omit<Output, 'type'>>>> = {
  async json() {
    const { readFileText } = await import('../report/schema')
    return async (source) => {
      const content = fileText(source.report, source.edition, source.document.draft ? 'draft' : 'final')
      return { content, comparison: compareJson(source, readFileText(content)) }
    }
  },
  async docx() {
    const [{ toDocx }, { readDocx }] = await Promise.all([import('./docx'), import('./readDocx')])
    return async ({ document }) => {
      const content = await toDocx(document)
      return { content, comparison: compareDocument(document, readDocx(content)) }
    }
  },
  async html() {
    const [{ toHtml }, { readHtml }] = await Promise.all([import('./html'), import('./readHtml')])
    return async ({ document }) => {
      const content = toHtml(document)
      const read = readHtml(content)
      const page = (document.page ?? []).flatMap(({ label, text }) => [label, text])
      const comparison = merged([compareDocument(document, read), compareParagraphs(page, read.page ?? [])])
      return { content, comparison }
    }
  },
  async xlsx() {
    const [{ toXlsx, statutoryTables, ROWS_ABOVE }, { readXlsx }] = await Promise.all([
      import('./xlsx'),
      import('./readXlsx'),
    ])
    return async ({ document }) => {
      const content = toXlsx(document)
      const tables = statutoryTables(document)
      const sheets = readXlsx(content).map(({ cells }, index) => {
        const rows = tables[index]?.rows.length ?? 0
        return cells
          .map((cell) => ({ ...cell, row: cell.row - ROWS_ABOVE }))
          .filter(({ row }) => row >= 0 && row < rows)
      })
      return { content, comparison: compareTables(tables, sheets) }
    }
  },
}

/** Starts loading what an output needs, e.g. when its button gets the pointer or the focus. */
export const loadOutput = (kind: OutputKind): Promise<unknown> => makers[kind]()

/** Makes a file, reads it again and compares it with the document. */
export async function makeOutput(kind: OutputKind, source: OutputSource): Promise<Output> {
  const make = await makers[kind]()
  return { ...(await make(source)), type: FILE_TYPES[kind] }
}

/** A JSON file is good when the report read from it makes the same document and the same file again. */
function compareJson({ report, edition, document }: OutputSource, read: ReadFile): Comparison {
  if ('problem' in read) return { figures: 0, labels: 0, paragraphs: 0, differences: [read.problem] }
  const own = documentOf(report, edition, document)
  const again = documentOf(read.report, edition, document)
  const texts = (of: ReportDocument) => [
    of.titleLines.join('\n'),
    ...of.parts.flatMap((part) => (part.kind === 'table' ? [] : [part.text])),
  ]
  // What not every document shows: 更正说明, the metadata of the web page.
  const later = ({ entries }: Report) =>
    (edition.optionalFields ?? []).flatMap(({ address }) => textAt(entries, address).trim() || [])
  const figures = figuresOf(own)
  const figuresAgain = new Map(figuresOf(again).map(({ address, text }) => [address, text]))
  const amount = (text: string | undefined) => text?.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
  return merged([
    compareParagraphs(texts(own), texts(again)),
    compareParagraphs(later(report), later(read.report)),
    {
      figures: figures.length,
      labels: 0,
      paragraphs: 0,
      differences: figures
        .filter(({ address, text }) => amount(text) !== amount(figuresAgain.get(address)))
        .map(
          ({ address, text }) => `${address} 应为“${text}”，文件里是“${figuresAgain.get(address) ?? ''}”。`,
        ),
    },
  ])
}
