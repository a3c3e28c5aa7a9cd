import { Link } from 'wouter'
import { sectionLabel } from '../../format/names'
import { buttonClass } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { BASIC, CHECK, reportPath } from '../routes'
import { useSession } from './session'

/** Leads on in printed order; after the last section to 核对. */
export function NextSection({ current }: { current: string }) {
  const { edition, draft } = useSession()
  const at = current === BASIC ? -1 : edition.sections.findIndex(({ key }) => key === current)
  const next = edition.sections[at + 1]
  return (
    <Link href={reportPath(draft.id, next?.key ?? CHECK)} className={buttonClass()}>
      下一部分：{next ? sectionLabel(next) : '核对'}
      <Icon name="next" size={14} />
    </Link>
  )
}
