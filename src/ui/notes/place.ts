import { proseName } from '../../checks/rules/texts'
import type { Finding } from '../../checks/types'
import { placeOf, textSpecAt } from '../../format/names'
import type { Address, Edition } from '../../format/types'

type Placed = Pick<Finding, 'target' | 'operands' | 'message'>

/** 表三·本年新收·自然人, 正文（二）, 机关名称. */
const shortPlace = (edition: Edition, address: Address): string =>
  textSpecAt(edition, address) ? proseName(edition, address) : placeOf(edition, address)

const parts = (edition: Edition, address: Address) => shortPlace(edition, address).split('·')

/** What all places have in common: 表三, 商业企业 for the cells of one column. */
function commonParts(edition: Edition, addresses: Address[]): string[] {
  const [first = [], ...others] = addresses.map((address) => parts(edition, address))
  return first.filter((part) => others.every((other) => other.includes(part)))
}

/** Where a finding stands: what its operands have in common where that is more than a table, else its target. */
export function whereOf(edition: Edition, { target, operands, message }: Placed): string {
  const place = shortPlace(edition, target)
  if (operands.length < 2 || message.startsWith(`${place}：`)) return place
  const common = commonParts(edition, operands)
  return common.length > 1 ? common.join('·') : place
}

/** The message without the place it begins with, for beside a heading that says it. */
export const withoutPlace = (where: string, message: string): string =>
  message.startsWith(`${where}：`) ? message.slice(where.length + 1) : message

/** Each operand by what tells it from the others: 本年新收, 上年结转 within one column. */
export function operandNames(edition: Edition, operands: Address[]): string[] {
  const common = operands.length > 1 ? commonParts(edition, operands) : []
  return operands.map((address) => {
    const own = parts(edition, address).filter((part) => !common.includes(part))
    return own.length ? own.join('·') : shortPlace(edition, address)
  })
}

/** The addresses of a finding as `data-cells` has them: first the one that it leads to. */
export const cellsOfFinding = ({ target, operands }: Pick<Finding, 'target' | 'operands'>): string =>
  [...new Set([target, ...operands])].join(' ')
