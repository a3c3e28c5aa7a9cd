// The real application: draft, checks, saving and undo included.
import { byId } from './byId.mjs'

/** Addresses in printed order, the computed row left out; the bench's rows have the same order. */
export const rows = [
  'received',
  'carriedOver',
  'outcome.granted',
  'outcome.partiallyGranted',
  ...[
    'stateSecret',
    'prohibitedByLaw',
    'endangersSecurityOrStability',
    'thirdPartyRights',
    'internalAffairs',
    'deliberativeProcess',
    'enforcementFile',
    'administrativeQuery',
  ].map((key) => `outcome.denied.${key}`),
  ...['notHeld', 'requiresCreation', 'stillUnclear'].map((key) => `outcome.unavailable.${key}`),
  ...[
    'petitionOrComplaint',
    'repeated',
    'publicationRequested',
    'excessiveRepeated',
    'confirmationRequested',
  ].map((key) => `outcome.notProcessed.${key}`),
  ...['correctionOverdue', 'feeOverdue', 'other'].map((key) => `outcome.other.${key}`),
  'carriedForward',
]
export const columns = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
]

/**
 * Path of a row to fill. The copies of app/scaledEdition.ts stand as those of table/spec.mjs do: received and carried
 * over in turn, then the results copy by copy, then all that is carried forward.
 * @param {number} row
 * @param {number} scale
 */
function rowPath(row, scale) {
  const [first, last] = [2, rows.length - 1]
  const results = last - first
  const [own, copy] =
    row < first * scale
      ? [row % first, Math.floor(row / first)]
      : row < last * scale
        ? [first + ((row - first * scale) % results), Math.floor((row - first * scale) / results)]
        : [last, row - last * scale]
  return copy ? `${rows[own]}_${copy}` : rows[own]
}

/** @param {string} [row] @param {string} [column] */
const address = (row = '', column = 'total') => byId(`tables.requests.${row}.${column}`)

/** @type {import('./byId.mjs').Contender} */
export default {
  name: 'project',
  folder: 'project',
  scaledFolder: 'scaled',
  cell: (row, column, scale = 1) => address(rowPath(row, scale), columns[column]),
  rowTotal: (row, scale = 1) => address(rowPath(row, scale)),
  columnTotal: (column) => address('outcomeTotal', columns[column]),
  async setUp(page) {
    await page.getByRole('button', { name: '新建年报' }).first().click()
    await page.waitForURL(/#\/report\/[^/]+/)
    const table = new URL(page.url()).hash.replace(/[^/]+$/, 'requests')
    await page.goto(`${page.url().split('#')[0]}${table}`)
    await page.waitForSelector(this.cell(0, 0))
    return table
  },
}
