import type { Rule } from '../../types'
import { fillZero, isFee, overFilledCells, tooLong } from '../cell/filledCells'
import { feeName } from '../figures'
import { FEE, FEE_FORM } from './fees'

export const feeMalformed: Rule = {
  id: 'fee.malformed',
  title: '收费金额是数字',
  severity: 'block',
  due: 'onLeave',
  source: FEE_FORM,
  explanation: '金额只填数字，不带“元”“万元”等字样。',
  check: (given) =>
    overFilledCells(given, isFee, (cell, value, text) => {
      if (value.kind === 'malformed' && value.problem === 'tooLong')
        return tooLong(feeName(given.edition, cell.address), text)
      return value.kind === 'slash' || (value.kind === 'malformed' && value.problem === 'notNumber')
        ? {
            message: `${feeName(given.edition, cell.address)}：“${text}”不是金额，请填数字，单位万元。`,
            fixes: fillZero(cell.address, text),
          }
        : undefined
    }),
  examples: [
    {
      title: '金额带单位',
      entries: { [FEE]: '882元' },
      messages: ['行政事业性收费：“882元”不是金额，请填数字，单位万元。'],
    },
    {
      title: '没有收费，写成“无”',
      entries: { [FEE]: '无' },
      messages: ['行政事业性收费：“无”不是金额，请填数字，单位万元。'],
    },
    { title: '小数点后还没有数字', entries: { [FEE]: '882.' }, messages: [] },
  ],
}
