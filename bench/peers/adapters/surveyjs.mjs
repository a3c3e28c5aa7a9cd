import { tableContender } from '../../adapters/byId.mjs'

/** @param {number} row */
const line = (row) => `.sd-table tbody tr:nth-child(${row + 1})`

export default tableContender('surveyjs', {
  scales: false,
  cell: (row, column) => `${line(row)} td:nth-child(${column + 2}) input`,
  rowTotal: (row) => `${line(row)} td:nth-child(8) .sd-expression`,
  columnTotal: (column) =>
    `.sd-table tfoot td:nth-child(${column + 2}) :is(.sd-expression, .sd-question__content)`,
})
