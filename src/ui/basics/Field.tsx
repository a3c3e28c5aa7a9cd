import type { ReactNode } from 'react'
import type { FieldSpec } from '../../format/types'
import { useFindingsAt } from '../form/findings'
import { currentText, useSession } from '../form/session'
import styles from './BasicSection.module.css'
import { FieldFindings } from './FieldFindings'
import { useProposed } from './useProposals'

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** One field of 基本信息: uncontrolled, with its hint and what the rules say about it under it. */
export function Field({ field, hint = field.hint }: { field: FieldSpec; hint?: ReactNode }) {
  const session = useSession()
  const { address, label, control, required, options } = field
  const findings = useFindingsAt(address)
  const proposed = useProposed(address)
  const hintId = `${address}.hint`
  const findingsId = `${address}.findings`
  const describedBy = [hint && hintId, findings.length > 0 && findingsId].filter(Boolean).join(' ')
  const shared = {
    ...session.form.register(address, { onChange: session.onFieldChange }),
    id: address,
    'aria-required': required,
    'aria-invalid': findings.some((finding) => finding.severity === 'block') || undefined,
    'aria-describedby': describedBy || undefined,
  }
  return (
    <div className={styles.field} data-wide={required && control === 'text' ? '' : undefined}>
      <label htmlFor={address}>
        {label}
        {required && <span className={styles.required}>必填</span>}
        {proposed && <span className={styles.proposed}>{proposed}</span>}
      </label>
      {options ? (
        <select {...shared}>
          {!field.initial && <option value="">请选择</option>}
          {options.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={inputType(control, currentText(session, address))}
          inputMode={control === 'year' ? 'numeric' : undefined}
          autoComplete="off"
          spellCheck={false}
          data-control={control}
        />
      )}
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      <FieldFindings findings={findings} id={findingsId} />
    </div>
  )
}

/** A date picker shows nothing of a text that is no date, so an opened file with such a text keeps a plain field. */
const inputType = (control: FieldSpec['control'], text: string) =>
  control === 'date' && (text === '' || ISO_DATE.test(text)) ? 'date' : 'text'
