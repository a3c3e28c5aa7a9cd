import { enteredCellsOf } from '../../../format/cells'
import type { Rule } from '../../types'
import { judgeFigures, sum } from '../figures'
import { FORM } from '../sources'

/** Governments of county level and above: a year without any document, decision or fee is unlikely there. */
const LARGE_GOVERNMENTS = new Set(['provincialGovernment', 'prefectureGovernment', 'countyGovernment'])

export const proactiveAllZero: Rule = {
  id: 'proactive.all-zero',
  title: '表二全部为 0',
  severity: 'note',
  due: 'atReview',
  source: `${FORM} 表二`,
  explanation: '县级以上政府一年没有任何规范性文件、处理决定和收费，多半是漏填。',
  check: (given) => {
    if (!LARGE_GOVERNMENTS.has(given.text('organ.kind'))) return []
    const cells = enteredCellsOf(given.edition).filter((cell) => cell.table.key === 'proactiveDisclosure')
    const addresses = cells.map((cell) => cell.address)
    return judgeFigures(given, addresses, (amounts) =>
      sum(amounts) === 0n ? { message: `${cells[0]?.table.name}全部为 0，请确认不是漏填。` } : undefined,
    )
  },
  examples: [
    {
      title: '县政府的表二全是 0',
      entries: { 'organ.kind': 'countyGovernment' },
      messages: ['表二全部为 0，请确认不是漏填。'],
    },
    { title: '部门的表二可以全是 0', entries: {}, messages: [] },
  ],
}
