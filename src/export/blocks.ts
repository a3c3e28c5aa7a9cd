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
  /** Never on a page without the end of the text before it. */
  closes?: boolean
}

/** A heading that was typed inside a text is not parted from what is under it either. */
const isTypedHeading = (part: DocumentPart) => part.kind === 'paragraph' && part.subheading

/** The lines of a 落款 stay together as a heading does with what is under it. */
function kindOf(part: DocumentPart): PaperBlock['kind'] {
  if (part.kind === 'attachment') return 'title'
  if (part.kind === 'note') return 'paragraph'
  return part.kind === 'signOff' || isTypedHeading(part) ? 'heading' : part.kind
}
function levelOf(part: DocumentPart): number | undefined {
  if (part.kind === 'heading') return part.level
  if (part.kind === 'signOff') return part.first ? 1 : 2
  return isTypedHeading(part) ? 2 : undefined
}

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
      closes: part.kind === 'signOff' && part.first,
    }),
  ),
]
