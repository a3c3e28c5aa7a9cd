import { memo, useSyncExternalStore } from 'react'
import type { Address } from '../../format/types'
import { markZero } from '../form/createSession'
import { useFindingsAt } from '../form/findings'
import { useSession } from '../form/session'
import { Icon } from '../parts/Icon'
import styles from './StatutoryTable.module.css'

export const errorId = (address: Address) => `error.${address}`

/** Place of an address among the outlined operands, from 1; 0 when it is none. */
export function useOperandNumber(address: Address): number {
  const { operands } = useSession()
  return useSyncExternalStore(
    operands.subscribe,
    () => (operands.get()?.addresses.indexOf(address) ?? -1) + 1,
  )
}
export function OperandDisc({ number }: { number: number }) {
  const { operands } = useSession()
  return (
    <span className={styles.disc} data-severity={operands.get()?.severity} aria-hidden="true">
      {number}
    </span>
  )
}

/**
 * One cell to fill. The input is uncontrolled: a key reaches the form and the live totals, and React draws nothing.
 * It draws again only when a finding of its own appears or goes.
 */
export const CellInput = memo(function CellInput({
  address,
  name,
  form,
}: {
  address: Address
  name: string
  form: string
}) {
  const session = useSession()
  const errors = useFindingsAt(address).filter((finding) => finding.due === 'onLeave')
  const operand = useOperandNumber(address)
  const field = session.form.register(address, { onChange: session.onFieldChange })
  return (
    <>
      <input
        {...field}
        ref={(input) => {
          field.ref(input)
          if (input) markZero(input)
        }}
        id={address}
        form={form}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder=" "
        aria-label={name}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={errors.length > 0 ? errorId(address) : undefined}
        data-operand={operand ? session.operands.get()?.severity : undefined}
        className={styles.input}
      />
      {errors.length > 0 && (
        <span className={styles.mark}>
          <Icon name="block" size={14} />
          <span className="visually-hidden" id={errorId(address)}>
            {errors.map(({ message }) => message).join(' ')}
          </span>
        </span>
      )}
      {operand > 0 && <OperandDisc number={operand} />}
    </>
  )
})
