import { useEffect, useId } from 'react'
import type { Address } from '../../format/types'
import { Button } from '../parts/Button'
import { focusById } from '../parts/focusById'
import styles from './TextSection.module.css'

/**
 * The question before a text that is there already is replaced; `by` says what comes in its place. The focus goes to the
 * answer that changes nothing, which Escape gives too, and from there back to the text.
 */
export function Replacing({
  address,
  by,
  onReplace,
  onKeep,
}: {
  address: Address
  by: string
  onReplace(): void
  onKeep(): void
}) {
  const id = useId()
  useEffect(() => document.getElementById(id)?.focus({ preventScroll: true }), [id])
  const keep = () => {
    onKeep()
    focusById(address)
  }
  return (
    <p
      className={styles.starter}
      role="alert"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        keep()
      }}
    >
      现有内容将被{by}替换。
      <Button small onClick={onReplace}>
        替换
      </Button>
      <Button small look="text" id={id} onClick={keep}>
        保留现有内容
      </Button>
    </p>
  )
}
