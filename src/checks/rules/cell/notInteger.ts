import { placeOf } from '../../../format/names'
import type { Address } from '../../../format/types'
import type { Rule } from '../../types'
import { FORM } from '../sources'
import { fillZero, isFee, overFilledCells, RECEIVED, tooLong } from './filledCells'

const LICENSES: Address = 'tables.proactiveDisclosure.administrativeLicenses.decisions'

export const cellNotInteger: Rule = {
  id: 'cell.not-integer',
  title: '件数是整数',
  severity: 'block',
  due: 'onLeave',
  source: FORM,
  explanation: '除收费金额外，各格都填整数。全角数字、千位分隔符会自动识别；“/”“-”“无”请改填 0。',
  check: (given) =>
    overFilledCells(
      given,
      (cell) => !isFee(cell),
      ({ address }, value, text) => {
        const place = placeOf(given.edition, address)
        if (value.kind === 'malformed' && value.problem === 'tooLong') return tooLong(place, text)
        return value.kind === 'number' || (value.kind === 'malformed' && value.problem === 'negative')
          ? undefined
          : { message: `${place}：“${text}”不是整数，请填 0 或正整数。`, fixes: fillZero(address, text) }
      },
    ),
  examples: [
    {
      title: '数字后面带字母',
      entries: { [RECEIVED]: '12a' },
      messages: ['表三·本年新收·自然人：“12a”不是整数，请填 0 或正整数。'],
    },
    {
      title: '件数带小数',
      entries: { [LICENSES]: '3.5' },
      messages: ['表二·行政许可：“3.5”不是整数，请填 0 或正整数。'],
    },
    {
      title: '用斜线表示没有',
      entries: { [RECEIVED]: '/' },
      messages: ['表三·本年新收·自然人：“/”不是整数，请填 0 或正整数。'],
    },
    {
      title: '位数过多',
      entries: { [RECEIVED]: '1234567890123456' },
      messages: ['表三·本年新收·自然人：“1234567890123456”超过 15 位，请核对是否多输了位数。'],
    },
    { title: '全角数字和千位分隔符', entries: { [RECEIVED]: '１,２３０' }, messages: [] },
  ],
}
