import { formatAmount } from '../../../report/value'
import type { Rule } from '../../types'
import { isFee, overFilledCells } from '../cell/filledCells'
import { feeName } from '../figures'
import { FEE, FEE_FORM } from './fees'

const FEE_DECIMALS = 4

/** A decimal text rounded half up, in 元 (ten-thousandths of 万元). */
function roundedAmount(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.')
  const kept = BigInt(whole + fraction.slice(0, FEE_DECIMALS).padEnd(FEE_DECIMALS, '0'))
  return kept + (fraction.charAt(FEE_DECIMALS) >= '5' ? 1n : 0n)
}

export const feeDecimals: Rule = {
  id: 'fee.decimals',
  title: '收费金额最多 4 位小数',
  severity: 'block',
  due: 'onLeave',
  source: FEE_FORM,
  explanation: '单位是万元，4 位小数就到元。按填写的原样打印，不补零。',
  check: (given) =>
    overFilledCells(given, isFee, (cell, value, text) => {
      if (value.kind !== 'malformed' || value.problem !== 'decimals') return undefined
      const figure = text.replace(/[,\s]/g, '')
      const places = figure.length - figure.indexOf('.') - 1
      const rounded = formatAmount(roundedAmount(figure), '万元')
      return {
        message: `${feeName(given.edition, cell.address)}：${figure} 有 ${places} 位小数，最多 ${FEE_DECIMALS} 位。请四舍五入到 ${FEE_DECIMALS} 位（${rounded}）。`,
        fixes: [{ label: `改为 ${rounded}`, changes: [{ address: cell.address, after: rounded }] }],
      }
    }),
  examples: [
    {
      title: '五位小数',
      entries: { [FEE]: '0.08824' },
      messages: ['行政事业性收费：0.08824 有 5 位小数，最多 4 位。请四舍五入到 4 位（0.0882）。'],
    },
    { title: '一元', entries: { [FEE]: '0.0001' }, messages: [] },
  ],
}
