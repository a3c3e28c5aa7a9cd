import { WAN } from '../../../report/value'
import type { Rule } from '../../types'
import { isSummary } from '../figures'
import { FEE, FEE_FORM, inWan, overFees } from './fees'

/** Bounds by kind of organ, in 万元; larger organs have none. Assumed from published totals. */
const FEE_BOUNDS = new Map([
  ['townshipGovernment', 1_000n],
  ['department', 20_000n],
  ['countyGovernment', 200_000n],
])

/** The bound for departments holds at county level; which level a department has shows in its name alone. */
const isCountyLevel = (name: string) => /[县旗]|(?<!自治)区/.test(name)

export const feeHigh: Rule = {
  id: 'fee.high',
  title: '收费金额偏大',
  severity: 'verify',
  due: 'whenAnswered',
  source: FEE_FORM,
  explanation:
    '乡镇超过 1000 万元、县级部门超过 2 亿元、县级政府超过 20 亿元的，多半是按“元”填写了。汇总年报不看。',
  check: (given) => {
    const kind = given.text('organ.kind')
    const bound = FEE_BOUNDS.get(kind)
    if (
      bound === undefined ||
      isSummary(given) ||
      (kind === 'department' && !isCountyLevel(given.text('organ.name')))
    )
      return []
    return overFees(given, ({ amount, name, before }) =>
      amount > bound * WAN && !(before && amount <= before * 10n && before <= amount * 10n)
        ? `${name} ${inWan(amount)} 万元偏大，是否按元填写了？按元应为 ${inWan(amount / 10_000n)} 万元。`
        : undefined,
    )
  },
  examples: [
    {
      title: '一个镇填 882000',
      entries: { [FEE]: '882000', 'organ.kind': 'townshipGovernment' },
      messages: ['行政事业性收费 882000 万元偏大，是否按元填写了？按元应为 88.2 万元。'],
    },
    {
      title: '自治区的一个厅',
      entries: { [FEE]: '38642.19', 'organ.kind': 'department', 'organ.name': '示例自治区水利厅' },
      messages: [],
    },
    {
      title: '一个镇汇总所属各单位的收费',
      entries: { [FEE]: '882000', 'organ.kind': 'townshipGovernment', scope: 'all' },
      messages: [],
    },
    {
      title: '上年也是这个量级',
      entries: { [FEE]: '1200', 'organ.kind': 'townshipGovernment' },
      lastYear: { [FEE]: '1100' },
      messages: [],
    },
  ],
}
