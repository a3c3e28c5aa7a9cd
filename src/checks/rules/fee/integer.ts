import { WAN } from '../../../report/value'
import type { Rule } from '../../types'
import { FEE, FEE_FORM, inWan, inYuan, overFees } from './fees'

export const feeInteger: Rule = {
  id: 'fee.integer',
  title: '收费金额是整数',
  severity: 'note',
  due: 'whenAnswered',
  source: FEE_FORM,
  explanation: '按万元计的收费很少正好是整数。请确认不是按“元”填写的。',
  check: (given) =>
    overFees(given, ({ amount, name }) =>
      amount > 0n && amount % WAN === 0n
        ? `${name}填 ${inWan(amount)}，即 ${inWan(amount)}×10000＝${inYuan(amount)} 元。请确认单位为万元。`
        : undefined,
    ),
  examples: [
    {
      title: '鼓楼区 2021 年',
      entries: { [FEE]: '882' },
      messages: ['行政事业性收费填 882，即 882×10000＝8820000 元。请确认单位为万元。'],
    },
    { title: '带小数', entries: { [FEE]: '59237.2449' }, messages: [] },
  ],
}
