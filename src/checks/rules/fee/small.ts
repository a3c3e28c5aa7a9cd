import { WAN } from '../../../report/value'
import type { Rule } from '../../types'
import { FEE, FEE_FORM, inWan, inYuan, overFees } from './fees'

const SMALL_FEE = WAN / 100n

export const feeSmall: Rule = {
  id: 'fee.small',
  title: '收费金额不到一百元',
  severity: 'note',
  due: 'whenAnswered',
  source: FEE_FORM,
  explanation: '不到 0.01 万元（100 元）的金额很少见，请确认小数点的位置。',
  check: (given) =>
    overFees(given, ({ amount, before }) =>
      amount > 0n && amount < SMALL_FEE && !(before && amount <= before * 10n && before <= amount * 10n)
        ? `${inWan(amount)} 万元＝${inYuan(amount)} 元，请确认。`
        : undefined,
    ),
  examples: [
    { title: '0.0088 万元', entries: { [FEE]: '0.0088' }, messages: ['0.0088 万元＝88 元，请确认。'] },
    { title: '没有收费', entries: { [FEE]: '0' }, messages: [] },
  ],
}
