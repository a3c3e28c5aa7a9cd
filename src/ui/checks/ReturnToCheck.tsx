import { Link } from 'wouter'
import { useSession } from '../form/session'
import { buttonClass } from '../parts/Button'
import { useCell } from '../parts/cell'
import { Icon } from '../parts/Icon'
import { CHECK, reportPath } from '../routes'
import { returnToPlace } from './listPlace'

/** 返回核对, in the head of a section that a finding led to: back to its place in the list. */
export function ReturnToCheck() {
  const session = useSession()
  const jumped = useCell(session.operands)
  if (!jumped) return null
  return (
    <Link
      href={reportPath(session.draft.id, CHECK)}
      className={buttonClass('outlined', true)}
      onClick={() => returnToPlace(session, jumped.key)}
    >
      <Icon name="previous" size={14} />
      返回核对
    </Link>
  )
}
