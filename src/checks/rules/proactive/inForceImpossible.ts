import type { Rule } from '../../types'
import { judgeFigures, rowNameAt } from '../figures'
import { DOCUMENT_ROWS, DOCUMENTS_SOURCE, documentCells } from './documents'

export const inForceImpossible: Rule = {
  id: 'proactive.in-force-impossible',
  title: '现行有效件数不少于本年净增',
  severity: 'verify',
  due: 'whenAnswered',
  source: DOCUMENTS_SOURCE,
  explanation: '现行有效件数若少于本年制发减去本年废止，上年的现行有效件数就成了负数。',
  check: (given) =>
    DOCUMENT_ROWS.flatMap((row) => {
      const [issued, repealed, inForce] = documentCells(row)
      return judgeFigures(given, [inForce, issued, repealed], ([v = 0n, i = 0n, x = 0n]) =>
        v - i + x < 0n
          ? {
              message: `${rowNameAt(given.edition, inForce)}：现行有效 ${v} 少于本年制发 ${i} 减去本年废止 ${x}。`,
            }
          : undefined,
      )
    }),
  examples: [
    {
      title: '制发 5 件，现行有效只有 3 件',
      entries: {
        'tables.proactiveDisclosure.normativeDocuments.issued': '5',
        'tables.proactiveDisclosure.normativeDocuments.inForce': '3',
      },
      messages: ['行政规范性文件：现行有效 3 少于本年制发 5 减去本年废止 0。'],
    },
    {
      title: '制发 5 件，废止 2 件，现行有效正好 3 件',
      entries: {
        'tables.proactiveDisclosure.normativeDocuments.issued': '5',
        'tables.proactiveDisclosure.normativeDocuments.repealed': '2',
        'tables.proactiveDisclosure.normativeDocuments.inForce': '3',
      },
      messages: [],
    },
  ],
}
