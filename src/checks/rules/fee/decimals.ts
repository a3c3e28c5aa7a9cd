import type { Rule } from '../../types'
import { FEE, FEE_FORM, inWan, overFees } from './fees'

/** 0.000001 万元 is one 分. */
const FEN_DECIMALS = 6

export const feeDecimals: Rule = {
  id: 'fee.decimals',
  title: '收费金额不足一分',
  severity: 'verify',
  due: 'onLeave',
  source: FEE_FORM,
  explanation: '单位是万元，6 位小数就到分。按填写的原样打印，不补零，也不四舍五入。',
  check: (given) =>
    overFees(given, ({ amount, name }) => {
      const figure = inWan(amount)
      const places = figure.includes('.') ? figure.length - figure.indexOf('.') - 1 : 0
      return places > FEN_DECIMALS
        ? `${name}：${figure} 有 ${places} 位小数，已不足 1 分，请核对。`
        : undefined
    }),
  examples: [
    {
      title: '七位小数',
      entries: { [FEE]: '0.0882405' },
      messages: ['行政事业性收费：0.0882405 有 7 位小数，已不足 1 分，请核对。'],
    },
    { title: '精确到分', entries: { [FEE]: '4166.241619' }, messages: [] },
  ],
}
