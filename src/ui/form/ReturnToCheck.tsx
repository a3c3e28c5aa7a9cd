import { Link } from 'wouter'
import { useObservable } from '../parts/observable'
import { CHECK, reportPath } from '../routes'
import { returnToPlace } from './listPlace'
import { useSession } from './session'

/** 返回核对, on a page that a finding led to: back to its place in the list. */
export function ReturnToCheck() {
  const session = useSession()
  const jumped = useObservable(session.operands)
  if (!jumped) return null
  return (
    <Link href={reportPath(session.draft.id, CHECK)} onClick={() => returnToPlace(session, jumped.key)}>
      返回核对
    </Link>
  )
}
