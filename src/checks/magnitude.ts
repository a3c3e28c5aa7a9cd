import { enteredCellsOf } from '../format/cells'
import { placeOf } from '../format/names'
import { formatAmount } from '../report/value'
import { feeCells, feeName, judgeFigures, lastYearOf } from './figures'
import type { Given, Outcome, Rule } from './types'

const FEE_FORM = '国办公开办函〔2021〕30号 附件 表二（单位：万元）'
const FEE = 'tables.proactiveDisclosure.administrativeFees.amount'
const LICENSES = 'tables.proactiveDisclosure.administrativeLicenses.decisions'

/** 1 万元 in the smallest unit, 元. */
const WAN = 10_000n

const MANY = 10n ** 9n
/** A province counts its 处理决定 in thousands of millions. */
const MANY_DECISIONS = 10n ** 10n

export const cellMagnitude: Rule = {
  id: 'cell.magnitude',
  title: '位数过多或以 0 开头',
  severity: 'verify',
  due: 'onLeave',
  source: '国办公开办函〔2021〕30号 附件',
  explanation: '十亿以上的件数、以 0 开头的数字，多半是多输了位数。',
  check: (given) =>
    enteredCellsOf(given.edition).flatMap((cell): Outcome[] => {
      const { address } = cell
      const value = given.value(address)
      if (value.kind !== 'number') return []
      const text = given.text(address).normalize('NFKC').trim()
      const place = { target: address, operands: [address] }
      const province = given.text('organ.kind') === 'provincialGovernment' && cell.column.path === 'decisions'
      const bound = cell.unit === '万元' ? MANY * WAN : province ? MANY_DECISIONS : MANY
      return [
        value.amount >= bound || /^0\d/.test(text)
          ? {
              ...place,
              state: 'fails',
              message: `${placeOf(given.edition, address)}：${text} 是否多输了位数？`,
            }
          : { ...place, state: 'holds' },
      ]
    }),
  examples: [
    {
      title: '以 0 开头',
      entries: { 'tables.requests.received.naturalPerson': '0022' },
      messages: ['表三·本年新收·自然人：0022 是否多输了位数？'],
    },
    {
      title: '十亿件以上',
      entries: { [LICENSES]: '1029200000' },
      messages: ['表二·行政许可：1029200000 是否多输了位数？'],
    },
    { title: '一个市的行政许可', entries: { [LICENSES]: '11398889' }, messages: [] },
    {
      title: '省级的处理决定',
      entries: { [LICENSES]: '1029200000', 'organ.kind': 'provincialGovernment' },
      messages: [],
    },
  ],
}

/** The fee of the form, 行政事业性收费, with its name and the amount in 万元 as it is shown. */
function overFees(
  given: Given,
  judge: (fee: { amount: bigint; name: string; before: bigint | undefined }) => string | undefined,
): Outcome[] {
  const lastYear = lastYearOf(given)
  return feeCells(given.edition).flatMap(({ address }) =>
    judgeFigures(given, [address], ([amount = 0n]) => {
      const message = judge({
        amount,
        name: feeName(given.edition, address),
        before: lastYear?.has(address) ? lastYear.amount(address) : undefined,
      })
      return message === undefined ? undefined : { message }
    }),
  )
}
const inWan = (amount: bigint) => formatAmount(amount, '万元')

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
        ? `${name}填 ${inWan(amount)}，即 ${inWan(amount)}×10000＝${amount} 元。请确认单位为万元。`
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

/** Bounds by kind of organ, in 万元; larger organs have none. Assumed from published totals. */
const FEE_BOUNDS: Record<string, bigint> = {
  townshipGovernment: 1_000n,
  department: 20_000n,
  countyGovernment: 200_000n,
}

/** The bound is one of county departments: the name shows the level, the kind does not. */
const isCountyLevel = (name: string) => /[县区旗]/.test(name)

export const feeHigh: Rule = {
  id: 'fee.high',
  title: '收费金额偏大',
  severity: 'verify',
  due: 'whenAnswered',
  source: FEE_FORM,
  explanation: '乡镇超过 1000 万元、县级部门超过 2 亿元、县级政府超过 20 亿元的，多半是按“元”填写了。',
  check: (given) => {
    const kind = given.text('organ.kind')
    const bound = FEE_BOUNDS[kind]
    if (bound === undefined || (kind === 'department' && !isCountyLevel(given.text('organ.name')))) return []
    return overFees(given, ({ amount, name, before }) =>
      amount > bound * WAN && !(before && amount <= before * 10n && before <= amount * 10n)
        ? `${name} ${inWan(amount)} 万元偏大，是否按元填写了？按元应为 ${inWan((amount + WAN / 2n) / WAN)} 万元。`
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
      title: '上年也是这个量级',
      entries: { [FEE]: '1200', 'organ.kind': 'townshipGovernment' },
      lastYear: { [FEE]: '1100' },
      messages: [],
    },
  ],
}

const SMALL_FEE = 100n

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
        ? `${inWan(amount)} 万元＝${amount} 元，请确认。`
        : undefined,
    ),
  examples: [
    { title: '0.0088 万元', entries: { [FEE]: '0.0088' }, messages: ['0.0088 万元＝88 元，请确认。'] },
    { title: '没有收费', entries: { [FEE]: '0' }, messages: [] },
  ],
}
