import type { DocumentPart, ReportDocument } from './document'
import { type Element, partElement, titleElement } from './elements'
import type { DocumentTable } from './table'

/** One thing under another on paper. */
export interface PaperBlock {
  kind: 'title' | 'heading' | 'paragraph' | 'table'
  element: Element
  /** Headings only. */
  level?: number
  /** The table behind the element, for cutting it between rows. */
  table?: DocumentTable
  startsPage?: boolean
}

/** The lines of a 落款 stay together as a heading does with what is under it. */
const kindOf = ({ kind }: DocumentPart): PaperBlock['kind'] =>
  kind === 'attachment' ? 'title' : kind === 'note' ? 'paragraph' : kind === 'signOff' ? 'heading' : kind
const levelOf = (part: DocumentPart): number | undefined =>
  part.kind === 'heading' ? part.level : part.kind === 'signOff' ? (part.first ? 1 : 2) : undefined

/** The document as blocks, in printed order. */
export const blocksOf = (document: ReportDocument): PaperBlock[] => [
  { kind: 'title', element: titleElement(document) },
  ...document.parts.map(
    (part): PaperBlock => ({
      kind: kindOf(part),
      element: partElement(part),
      level: levelOf(part),
      table: part.kind === 'table' ? part : undefined,
      startsPage: part.kind === 'attachment',
    }),
  ),
]
