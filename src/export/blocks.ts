import type { DocumentTable, ReportDocument } from './document'
import { type Element, partElement, titleElement } from './elements'

/** One thing under another on paper. */
export interface PaperBlock {
  kind: 'title' | 'heading' | 'paragraph' | 'table'
  element: Element
  /** The table behind the element, for cutting it between rows. */
  table?: DocumentTable
  startsPage?: boolean
}

/** The document as blocks, in printed order. */
export const blocksOf = (document: ReportDocument): PaperBlock[] => [
  { kind: 'title', element: titleElement(document) },
  ...document.parts.map(
    (part): PaperBlock => ({
      kind: part.kind,
      element: partElement(part),
      table: part.kind === 'table' ? part : undefined,
    }),
  ),
]
