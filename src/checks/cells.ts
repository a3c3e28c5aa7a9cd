import { type Cell, enteredCellsOf } from '../format/cells'
import { placeOf } from '../format/names'
import type { Address } from '../format/types'
import { type CellValue, formatAmount, MAX_DIGITS } from '../report/value'
import { feeName } from './figures'
import type { Failure, Fix, Given, Outcome, Rule } from './types'

/** 国办公开办函〔2021〕30号 附件: the form asks for a figure in every cell. */
const FORM = '国办公开办函〔2021〕30号 附件'
const FEE_FORM = `${FORM} 表二（单位：万元）`

/** What clerks type where the form wants a 0. */
const NOTHING_WORDS = new Set(['-', '/', '无', '—', '没有', '−', '–', '——', '--'])

/** Addresses of the worked examples only; the rules themselves take their cells from the edition. */
const FEE: Address = 'tables.proactiveDisclosure.administrativeFees.amount'
const LICENSES: Address = 'tables.proactiveDisclosure.administrativeLicenses.decisions'
const RECEIVED: Address = 'tables.requests.received.naturalPerson'

/** As the message quotes it: full-width characters read, the rest as typed. */
const readable = (text: string): string => text.normalize('NFKC').trim()

const isFee = (cell: Cell): boolean => cell.unit === '万元'

/** Judges each filled cell on its own; a blank cell is another rule's business. */
function overFilledCells(
  given: Given,
  concerns: (cell: Cell) => boolean,
  judge: (cell: Cell, value: CellValue, text: string) => Failure | undefined,
): Outcome[] {
  return enteredCellsOf(given.edition).flatMap((cell): Outcome[] => {
    const value = given.value(cell.address)
    if (!concerns(cell) || value.kind === 'blank') return []
    const failure = judge(cell, value, readable(given.text(cell.address)))
    const place = { target: cell.address, operands: [cell.address] }
    return [failure ? { ...place, state: 'fails', ...failure } : { ...place, state: 'holds' }]
  })
}

const fillZero = (address: Address, text: string): Fix[] | undefined =>
  NOTHING_WORDS.has(text) ? [{ label: '填 0', changes: [{ address, after: '0' }] }] : undefined

const tooLong = (place: string, text: string): Failure => ({
  message: `${place}：“${text}”超过 ${MAX_DIGITS} 位，请核对是否多输了位数。`,
})

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
  ],
}

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
    { title: '小数点后还没有数字', entries: { [FEE]: '882.' }, messages: [] },
  ],
}

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
