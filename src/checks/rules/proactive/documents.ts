import type { Address } from '../../../format/types'
import { FORM } from '../sources'

/** Rows whose 现行有效 rolls forward from year to year. */
export const DOCUMENT_ROWS = ['regulations', 'normativeDocuments']

export const documentCells = (row: string): [issued: Address, repealed: Address, inForce: Address] => [
  `tables.proactiveDisclosure.${row}.issued`,
  `tables.proactiveDisclosure.${row}.repealed`,
  `tables.proactiveDisclosure.${row}.inForce`,
]

export const DOCUMENTS_SOURCE = `${FORM} 表二第二十条第（一）项`
