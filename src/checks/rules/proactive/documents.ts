import { cellAt } from '../../../format/cells'
import { rowName } from '../../../format/names'
import type { Address, Edition } from '../../../format/types'
import { FORM } from '../sources'

/** Rows whose 现行有效 rolls forward from year to year. */
export const DOCUMENT_ROWS = ['regulations', 'normativeDocuments']

export const documentCells = (row: string): [issued: Address, repealed: Address, inForce: Address] => [
  `tables.proactiveDisclosure.${row}.issued`,
  `tables.proactiveDisclosure.${row}.repealed`,
  `tables.proactiveDisclosure.${row}.inForce`,
]

export const rowNameAt = (edition: Edition, address: Address): string => {
  const cell = cellAt(edition, address)
  return cell ? rowName(cell.row) : address
}

export const DOCUMENTS_SOURCE = `${FORM} 表二第二十条第（一）项`
