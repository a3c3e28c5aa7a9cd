import type { Address } from '../../format/types'
import { markText } from '../form/createSession'
import type { ReportSession } from '../form/session'
import { Icon } from '../parts/Icon'
import type { CellMark } from './marks'
import styles from './StatutoryTable.module.css'

const errorId = (address: Address) => `error.${address}`

export function OperandDisc({ operand, severity }: Pick<CellMark, 'operand' | 'severity'>) {
  return (
    <span className={styles.disc} data-severity={severity} aria-hidden="true">
      {operand}
    </span>
  )
}

/**
 * One cell to fill, drawn with its row. The input is uncontrolled: a key reaches the form and the live totals, and React
 * draws nothing. Marks stand before the input: without an offset they lie at its left edge.
 */
export function cellInput(
  session: ReportSession,
  address: Address,
  name: string,
  form: string,
  { error, operand, severity }: CellMark,
) {
  const { name: field, ref, onChange } = session.form.register(address, { onChange: session.onFieldChange })
  return (
    <>
      {error && (
        <span className={styles.mark}>
          {!operand && <Icon name="block" size={14} />}
          <span className="visually-hidden" id={errorId(address)}>
            {error}
          </span>
        </span>
      )}
      {operand && <OperandDisc operand={operand} severity={severity} />}
      <input
        name={field}
        onChange={onChange}
        ref={(input) => {
          ref(input)
          if (input) markText(input)
        }}
        id={address}
        form={form}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId(address) : undefined}
        data-operand={severity}
        className={styles.input}
      />
    </>
  )
}
