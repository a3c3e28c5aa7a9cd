import type { Rule } from '../../types'
import { difference, judgeAgainstLastYear, rowNameAt } from '../figures'
import { DOCUMENT_ROWS, DOCUMENTS_SOURCE, documentCells } from './documents'

export const inForceVsLastYear: Rule = {
  id: 'proactive.in-force-vs-last-year',
  title: '现行有效件数逐年衔接',
  severity: 'verify',
  due: 'whenAnswered',
  source: DOCUMENTS_SOURCE,
  explanation: '年底现行有效＝上年现行有效＋本年制发－本年废止。',
  needsLastYear: true,
  check: (given) =>
    DOCUMENT_ROWS.flatMap((row) => {
      const [issued, repealed, inForce] = documentCells(row)
      return judgeAgainstLastYear(
        given,
        [inForce, issued, repealed],
        [inForce],
        ([v = 0n, i = 0n, x = 0n], [p = 0n]) => {
          const e = p + i - x
          return e === v
            ? undefined
            : {
                message:
                  `${rowNameAt(given.edition, inForce)}：上年有效 ${p}＋本年制发 ${i}－本年废止 ${x}＝${e}，` +
                  `表中现行有效 ${v}，差 ${difference(e, v)}。`,
              }
        },
      )
    }),
  examples: [
    {
      title: '上年现行有效 50 件',
      entries: {
        'tables.proactiveDisclosure.normativeDocuments.issued': '6',
        'tables.proactiveDisclosure.normativeDocuments.repealed': '13',
        'tables.proactiveDisclosure.normativeDocuments.inForce': '44',
      },
      lastYear: { 'tables.proactiveDisclosure.normativeDocuments.inForce': '50' },
      messages: ['行政规范性文件：上年有效 50＋本年制发 6－本年废止 13＝43，表中现行有效 44，差 1。'],
    },
    {
      title: '宿迁市 2024 年：11＋2－1＝12',
      entries: {
        'tables.proactiveDisclosure.regulations.issued': '2',
        'tables.proactiveDisclosure.regulations.repealed': '1',
        'tables.proactiveDisclosure.regulations.inForce': '12',
      },
      lastYear: { 'tables.proactiveDisclosure.regulations.inForce': '11' },
      messages: [],
    },
  ],
}
