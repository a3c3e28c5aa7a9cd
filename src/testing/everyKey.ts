import { backupText } from '../drafts/backup'
import { newDraft } from '../drafts/draft'
import { cellsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import { fileText } from '../report/file'
import { lastYearCopy, type Report } from '../report/report'
import { filledReport } from './filledReport'

const [total, other] = cellsOf(edition).filter(({ parts }) => parts)
const [figure] = cellsOf(edition).filter(({ parts }) => !parts)

const filled = filledReport({
  'signOff.organ': '示例区人民政府办公室',
  'signOff.date': '2022-01-20',
  publishedAt: '2022-01-20',
  'correction.reason': '漏计一件。',
  'correction.requestedBy': '示例市人民政府办公室',
  'correction.date': '2022-03-01',
  'page.index': '000014349/2022-00001',
  'page.publisher': '示例区人民政府办公室',
  'page.date': '2022-01-20',
})
/** A report that uses every key its file can have, unknown ones too. */
export const report: Report = {
  ...filled,
  notes: {
    ...filled.notes,
    base: '1234567890abcdef',
    sourceTotals: { [total?.address ?? '']: '99', [other?.address ?? '']: '98' },
    exceptions: [
      {
        rule: 'requests.balance',
        cells: { [figure?.address ?? '']: '6' },
        reason: '按上级要求口径填写',
        at: '2022-01-10T08:00:00.000Z',
      },
    ],
    unknown: { later: { list: [1, 'a', null], on: true } },
  },
}

/** As its file holds it, and as a backup does, with the year before beside it. */
export const reportTree: unknown = JSON.parse(fileText(report, edition, 'draft'))
export const backupTree: unknown = JSON.parse(
  backupText(
    [
      newDraft(
        { ...report, notes: { ...report.notes, lastYear: lastYearCopy(filledReport({ year: '2020' })) } },
        new Date('2022-01-10T08:00:00Z'),
        'backup000001',
      ),
    ],
    new Date('2022-01-11T08:00:00Z'),
  ),
)
