import { enteredCellsOf } from '../../../format/cells'
import { placeOf } from '../../../format/names'
import { foldFullWidth, WAN } from '../../../report/value'
import type { Outcome, Rule } from '../../types'
import { isSummary } from '../figures'

const LICENSES = 'tables.proactiveDisclosure.administrativeLicenses.decisions'

const MANY = 10n ** 9n

/** A province counts its 处理决定 in thousands of millions. */
const MANY_DECISIONS = 10n ** 10n

export const cellMagnitude: Rule = {
  id: 'cell.magnitude',
  title: '位数过多或以 0 开头',
  severity: 'verify',
  due: 'onLeave',
  source: '国办公开办函〔2021〕30号 附件',
  explanation: '十亿以上的件数、以 0 开头的数字，多半是多输了位数。汇总年报的数可以有十亿以上。',
  check: (given) =>
    enteredCellsOf(given.edition).flatMap((cell): Outcome[] => {
      const { address } = cell
      const value = given.value(address)
      if (value.kind !== 'number') return []
      const text = foldFullWidth(given.text(address)).trim()
      const place = { target: address, operands: [address] }
      const province = given.text('organ.kind') === 'provincialGovernment' && cell.column.path === 'decisions'
      const bound = cell.unit === '万元' ? MANY * WAN : province ? MANY_DECISIONS : MANY
      return [
        (value.amount >= bound && !isSummary(given)) || /^0\d/.test(text)
          ? {
              ...place,
              state: 'fails',
              message: `${placeOf(given.edition, address)}：${text} 是否多输了位数？`,
            }
          : { ...place, state: 'holds' },
      ]
    }),
  examples: [
    {
      title: '以 0 开头',
      entries: { 'tables.requests.received.naturalPerson': '0022' },
      messages: ['表三·本年新收·自然人：0022 是否多输了位数？'],
    },
    {
      title: '十亿件以上',
      entries: { [LICENSES]: '1029200000' },
      messages: ['表二·行政许可：1029200000 是否多输了位数？'],
    },
    { title: '一个市的行政许可', entries: { [LICENSES]: '11398889' }, messages: [] },
    {
      title: '全省汇总的行政许可',
      entries: { [LICENSES]: '11029200000', scope: 'all' },
      messages: [],
    },
    {
      title: '省级的处理决定',
      entries: { [LICENSES]: '1029200000', 'organ.kind': 'provincialGovernment' },
      messages: [],
    },
  ],
}
