import { Icon, type IconName } from '../parts/Icon'
import styles from './ExportPage.module.css'

/** One line in the ruled list of outputs. */
export function OutputButton({
  icon,
  name,
  note,
  ending = '',
  onClick,
}: {
  icon: IconName
  name: string
  note: string
  ending?: string
  onClick(): void
}) {
  return (
    <button type="button" className={styles.output} aria-label={name} onClick={onClick}>
      <Icon name={icon} size={18} />
      <span>
        <b>{name}</b>
        <small>{note}</small>
      </span>
      <span className={styles.ending}>{ending}</span>
    </button>
  )
}
