import type { Severity as SeverityName } from '../../checks/types'
import { Icon, type IconName } from './Icon'
import styles from './Severity.module.css'

export const severityWord: Record<SeverityName, string> = {
  block: '阻断',
  verify: '核实',
  note: '提示',
  blank: '未填',
}

/** A state in words, icon and colour. */
export function StatusTag({
  tone,
  icon,
  children,
}: {
  tone: 'block' | 'verify' | 'note' | 'ok' | 'idle'
  icon: IconName
  children: React.ReactNode
}) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  )
}

/** 阻断, 核实, 提示 or 未填 with its icon. */
export function Severity({ severity }: { severity: SeverityName }) {
  return (
    <StatusTag tone={severity === 'blank' ? 'idle' : severity} icon={severity}>
      {severityWord[severity]}
    </StatusTag>
  )
}
