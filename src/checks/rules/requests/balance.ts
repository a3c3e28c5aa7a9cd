import { type ColumnIdentity, cellAt, identitiesOf } from '../../../format/cells'
import { columnName } from '../../../format/names'
import type { Address, Edition } from '../../../format/types'
import { formatAmount } from '../../../report/value'
import { columnShift, doubleCount, type UnbalancedColumn } from '../../locate/hints'
import type { Given, Outcome, Rule } from '../../types'

/** Both sides of an identity in one column; undefined while a cell behind it is blank or malformed. */
export function sidesOf(
  given: Given,
  { left, right }: ColumnIdentity,
): { left: bigint; right: bigint } | undefined {
  const side = (addresses: Address[]): bigint | undefined =>
    addresses.reduce<bigint | undefined>((sum, address) => {
      const total = given.total(address)
      return sum !== undefined && 'value' in total ? sum + total.value : undefined
    }, 0n)
  const [a, b] = [side(left), side(right)]
  return a === undefined || b === undefined ? undefined : { left: a, right: b }
}

/** 表三·商业企业: the whole column is meant, whichever row the target is in. */
const columnPlace = (edition: Edition, { table, left }: ColumnIdentity): string =>
  `${table.name}·${columnName(edition, left[0] ?? '')}`

/** The operands are the cells as printed, so a computed （七）总计 is one of them. */
const placeOfColumn = ({ left, right }: ColumnIdentity): { target: Address; operands: Address[] } => ({
  target: left[0] ?? '',
  operands: [...left, ...right],
})

function balanceMessage(
  given: Given,
  column: ColumnIdentity,
  sides: { left: bigint; right: bigint },
): string {
  const { leftWords, rightWords } = column.identity
  const shown = (amount: bigint) => formatAmount(amount, column.column.unit ?? '件')
  const difference = sides.left > sides.right ? sides.left - sides.right : sides.right - sides.left
  return (
    `${columnPlace(given.edition, column)}：${leftWords}＝${shown(sides.left)}，` +
    `${rightWords}＝${shown(sides.right)}，差 ${shown(difference)}。请核对该列办理结果或结转数。`
  )
}

const unbalancedOf = (
  given: Given,
  column: ColumnIdentity,
  sides: { left: bigint; right: bigint },
): UnbalancedColumn => ({
  name: columnName(given.edition, column.left[0] ?? ''),
  excess: sides.left - sides.right,
  outcomeTotal: column.right.find((address) => cellAt(given.edition, address)?.row.sum),
  others: column.right.filter((address) => !cellAt(given.edition, address)?.row.sum),
})

/** Every identity of the edition that names this rule, column by column; the total column only when it alone fails. */
function checkIdentities(given: Given, rule: string): Outcome[] {
  const columns = identitiesOf(given.edition).filter(({ identity }) => identity.rule === rule)
  const judged = columns.map((column) => ({ column, sides: sidesOf(given, column) }))
  const explained = new Set(
    judged
      .filter(({ column, sides }) => !column.column.sum && sides && sides.left !== sides.right)
      .map(({ column }) => column.identity),
  )
  const unbalanced = new Map(
    judged.flatMap(({ column, sides }): [ColumnIdentity, UnbalancedColumn][] =>
      sides && sides.left !== sides.right && !column.column.sum
        ? [[column, unbalancedOf(given, column, sides)]]
        : [],
    ),
  )
  const shift = columnShift([...unbalanced.values()])
  return judged.flatMap(({ column, sides }): Outcome[] => {
    const place = placeOfColumn(column)
    if (!sides) return [{ ...place, state: 'notAssessable' }]
    if (sides.left === sides.right) return [{ ...place, state: 'holds' }]
    if (column.column.sum && explained.has(column.identity)) return []
    const own = unbalanced.get(column)
    const guess = own ? (shift ?? doubleCount(given, own)) : undefined
    return [{ ...place, state: 'fails', message: balanceMessage(given, column, sides) + (guess ?? '') }]
  })
}

const ID = 'requests.balance'

/** 本列数据的勾稽关系: 第一项加第二项之和，等于第三项加第四项之和. 国办公开办函〔2021〕30号 附件 表三 */
export const requestsBalance: Rule = {
  id: ID,
  title: '表三勾稽关系',
  severity: 'block',
  due: 'whenAnswered',
  source: '国办公开办函〔2021〕30号 附件 表三表头',
  explanation:
    '每一列都应符合：第一项“本年新收”加第二项“上年结转”，等于第三项“办理结果”总计加第四项“结转下年度”。',
  check: (given) => checkIdentities(given, ID),
  examples: [
    {
      title: '办理结果少一件',
      entries: {
        'tables.requests.received.commercialEnterprise': '10',
        'tables.requests.carriedOver.commercialEnterprise': '2',
        'tables.requests.outcome.granted.commercialEnterprise': '11',
      },
      messages: ['表三·商业企业：第一项＋第二项＝12，第三项＋第四项＝11，差 1。请核对该列办理结果或结转数。'],
    },
    {
      title: '一件填错了列',
      entries: {
        'tables.requests.received.commercialEnterprise': '3',
        'tables.requests.outcome.granted.researchInstitution': '3',
      },
      messages: [
        '表三·商业企业：第一项＋第二项＝3，第三项＋第四项＝0，差 3。请核对该列办理结果或结转数。商业企业多 3、科研机构少 3，可能有 3 件填错了列。',
        '表三·科研机构：第一项＋第二项＝0，第三项＋第四项＝3，差 3。请核对该列办理结果或结转数。商业企业多 3、科研机构少 3，可能有 3 件填错了列。',
      ],
    },
    {
      title: '一件重复计入',
      entries: {
        'tables.requests.received.naturalPerson': '10',
        'tables.requests.outcome.granted.naturalPerson': '10',
        'tables.requests.outcome.notProcessed.repeated.naturalPerson': '2',
      },
      messages: [
        '表三·自然人：第一项＋第二项＝10，第三项＋第四项＝12，差 2。请核对该列办理结果或结转数。自然人多出 2 件，与“重复申请”相同。是否同一件重复计入？',
      ],
    },
    {
      title: '办结的又写作结转',
      entries: {
        'tables.requests.received.naturalPerson': '10',
        'tables.requests.outcome.granted.naturalPerson': '8',
        'tables.requests.outcome.partiallyGranted.naturalPerson': '2',
        'tables.requests.carriedForward.naturalPerson': '2',
      },
      messages: [
        '表三·自然人：第一项＋第二项＝10，第三项＋第四项＝12，差 2。请核对该列办理结果或结转数。自然人多出 2 件，与“部分公开”、“结转下年度”相同。是否同一件重复计入？',
      ],
    },
    {
      title: '鼓楼区 2021 年自然人一列：22＋1＝23＋0',
      entries: {
        'tables.requests.received.naturalPerson': '22',
        'tables.requests.carriedOver.naturalPerson': '1',
        'tables.requests.outcome.granted.naturalPerson': '12',
        'tables.requests.outcome.partiallyGranted.naturalPerson': '2',
        'tables.requests.outcome.unavailable.notHeld.naturalPerson': '3',
        'tables.requests.outcome.unavailable.requiresCreation.naturalPerson': '5',
        'tables.requests.outcome.other.other.naturalPerson': '1',
      },
      messages: [],
    },
    {
      title: '一列里还有空格，未能核对',
      entries: {
        'tables.requests.received.naturalPerson': '1',
        'tables.requests.carriedForward.naturalPerson': '',
      },
      messages: [],
    },
  ],
}
