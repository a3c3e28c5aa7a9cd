import type { ButtonHTMLAttributes } from 'react'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon'

type Look = 'outlined' | 'primary' | 'text'

export const buttonClass = (look: Look = 'outlined', small = false) =>
  [styles.button, look !== 'outlined' && styles[look], small && styles.small].filter(Boolean).join(' ')

/** A button: one primary per page, everything else outlined or text. */
export function Button({
  look = 'outlined',
  small = false,
  icon,
  children,
  ...rest
}: { look?: Look; small?: boolean; icon?: IconName } & Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'className'
>) {
  return (
    <button type="button" {...rest} className={buttonClass(look, small)}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </button>
  )
}
