import { placeOf } from '../../../format/names'
import type { Rule } from '../../types'
import { FORM } from '../sources'
import { overFilledCells, RECEIVED } from './filledCells'

/** One finding per cell: a negative figure is reported here and by no other rule. */
export const cellNegative: Rule = {
  id: 'cell.negative',
  title: '数字不小于 0',
  severity: 'block',
  due: 'onLeave',
  source: FORM,
  explanation: '件数和金额都不会小于 0。',
  check: (given) =>
    overFilledCells(
      given,
      () => true,
      (cell, value, text) =>
        value.kind === 'malformed' && value.problem === 'negative'
          ? {
              message: `${placeOf(given.edition, cell.address)}：${text.replace(/^[-−–]\s*/, '-')} 小于 0，请核对。`,
            }
          : undefined,
    ),
  examples: [
    {
      title: '带负号',
      entries: { [RECEIVED]: '-1' },
      messages: ['表三·本年新收·自然人：-1 小于 0，请核对。'],
    },
    {
      title: '0 不是负数，划线也不是负号',
      entries: { [RECEIVED]: '0', 'tables.requests.received.commercialEnterprise': '—' },
      messages: [],
    },
  ],
}
