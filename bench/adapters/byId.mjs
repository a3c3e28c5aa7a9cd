import { COLUMNS, cellId, editableRows } from '../table/spec.mjs'

/**
 * How the bench finds its way in a contender's table. Row 0–23 are the rows to fill, column 0–5 the columns to fill.
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} folder built page, under the folder of all built pages
 * @property {string} [scaledFolder] where the page with ten times the rows is another one
 * @property {boolean} [scales] understands `?scale=10`
 * @property {(row: number, column: number, scale?: number) => string} cell selector
 * @property {(row: number, scale?: number) => string} rowTotal selector
 * @property {(column: number) => string} columnTotal selector; 6 is the grand total
 * @property {string} [commit] the key that commits a value
 * @property {(page: import('playwright-core').Page, row: number, column: number) => Promise<void>} [next] goes to the next cell; Tab where absent
 * @property {(page: import('playwright-core').Page, row: number, column: number) => Promise<void>} [focus]
 * @property {(page: import('playwright-core').Page) => Promise<string>} [setUp] clicks from the first screen to the table; the address's hash
 */

/** @param {string} id */
export const byId = (id) => `[id="${id}"]`

/**
 * A contender whose cells and outputs carry the ids of table/spec.mjs.
 * @param {string} name
 * @param {Partial<Contender>} [more]
 * @returns {Contender}
 */
export const tableContender = (name, more = {}) => ({
  name,
  folder: name,
  scales: true,
  cell: (row, column, scale) => byId(cellId(editableRows(scale)[row]?.key ?? '', COLUMNS[column]?.[0] ?? '')),
  rowTotal: (row, scale) => byId(cellId(editableRows(scale)[row]?.key ?? '', 'total')),
  columnTotal: (column) => byId(cellId('total', COLUMNS[column]?.[0] ?? 'total')),
  ...more,
})
