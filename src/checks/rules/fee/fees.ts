import type { Address } from '../../../format/types'
import { formatAmount } from '../../../report/value'
import type { Given, Outcome } from '../../types'
import { feeCells, feeName, judgeFigures, lastYearOf } from '../figures'
import { FORM } from '../sources'

export const FEE_FORM = `${FORM} 表二（单位：万元）`

/** Addresses of the worked examples only; the rules themselves take their cells from the edition. */
export const FEE: Address = 'tables.proactiveDisclosure.administrativeFees.amount'

/** The fee of the form, 行政事业性收费, with its name and the amount in 万元 as it is shown. */
export function overFees(
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

export const inWan = (amount: bigint) => formatAmount(amount, '万元')
export const inYuan = (amount: bigint) => inWan(amount * 10_000n)
