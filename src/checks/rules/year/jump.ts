import { cellsOf, identitiesOf } from '../../../format/cells'
import { placeOf } from '../../../format/names'
import type { Address, Edition } from '../../../format/types'
import { WAN } from '../../../report/value'
import type { Rule } from '../../types'
import { feeCells, judgeAgainstLastYear, shown, times } from '../figures'
import { isUnitSlip } from './unitSlip'

const JUMP = { least: 50n, ratio: 10n }

/** All of 表二 but 现行有效, which rolls forward by a rule of its own; of the other tables the totals of the rows that balance, and of each kind of case. */
function jumpCells(edition: Edition): Address[] {
  const balanced = new Set(identitiesOf(edition).flatMap(({ left, right }) => [...left, ...right]))
  return cellsOf(edition)
    .filter((cell) =>
      cell.table.key === 'proactiveDisclosure'
        ? cell.column.path !== 'inForce'
        : cell.column.sum !== undefined &&
          (balanced.has(cell.address) || cell.table.key === 'reviewAndLitigation'),
    )
    .map((cell) => cell.address)
}

export const yearJump: Rule = {
  id: 'year.jump',
  title: '与上年相差十倍以上',
  severity: 'verify',
  due: 'whenAnswered',
  source: '与上年报告比较',
  explanation: '同一项目本年或上年达到 50，且相差十倍以上。请核对是否多输、漏输了位数，或说明原因。',
  needsLastYear: true,
  check: (given) => {
    const fees = new Set(feeCells(given.edition).map((cell) => cell.address))
    return jumpCells(given.edition).flatMap((address) =>
      judgeAgainstLastYear(given, [address], [address], ([a = 0n], [b = 0n]) => {
        const [large, small] = a > b ? [a, b] : [b, a]
        const isFee = fees.has(address)
        const least = isFee ? JUMP.least * WAN : JUMP.least
        if (large < least || large < small * JUMP.ratio || (isFee && isUnitSlip(a, b))) return undefined
        const [now, then] = [shown(given.edition, address, a), shown(given.edition, address, b)]
        const apart = small > 0n ? `相差 ${times(a, b)} 倍` : '相差很大'
        return {
          message: `${placeOf(given.edition, address)}：本年 ${now}，上年 ${then}，${apart}。请核对或说明。`,
        }
      }),
    )
  },
  examples: [
    {
      title: '行政处罚多输了两位',
      entries: { 'tables.proactiveDisclosure.administrativePenalties.decisions': '9700' },
      lastYear: { 'tables.proactiveDisclosure.administrativePenalties.decisions': '97' },
      messages: ['表二·行政处罚：本年 9700，上年 97，相差 100 倍。请核对或说明。'],
    },
    {
      title: '上年有，本年为 0',
      entries: {},
      lastYear: { 'tables.requests.received.naturalPerson': '120' },
      messages: ['表三·本年新收·总计：本年 0，上年 120，相差很大。请核对或说明。'],
    },
    {
      title: '数字小，不作比较',
      entries: { 'tables.proactiveDisclosure.administrativeCompulsion.decisions': '30' },
      lastYear: { 'tables.proactiveDisclosure.administrativeCompulsion.decisions': '1' },
      messages: [],
    },
  ],
}
