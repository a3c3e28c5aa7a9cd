import { enteredCellsOf } from '../../../format/cells'
import { placeOf } from '../../../format/names'
import type { Outcome, Rule } from '../../types'
import { FORM } from '../sources'
import { RECEIVED } from './filledCells'

/** A blank is a status, not an error; it forbids only the final copy. */
export const cellBlank: Rule = {
  id: 'cell.blank',
  title: '每一格都要填写',
  severity: 'blank',
  due: 'atReview',
  source: FORM,
  explanation: '表格中没有发生的项目填 0，不留空。留空不影响保存，只是不能定稿。',
  check: (given) =>
    enteredCellsOf(given.edition).map(({ address }): Outcome => {
      const place = { target: address, operands: [address] }
      return given.value(address).kind === 'blank'
        ? { ...place, state: 'fails', message: `${placeOf(given.edition, address)}：没有填写。没有请填 0。` }
        : { ...place, state: 'holds' }
    }),
  examples: [
    {
      title: '一格留空',
      entries: { [RECEIVED]: '' },
      messages: ['表三·本年新收·自然人：没有填写。没有请填 0。'],
    },
    { title: '没有发生的填 0', entries: { [RECEIVED]: '0' }, messages: [] },
  ],
}
