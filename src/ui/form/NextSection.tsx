import { Link } from 'wouter'
import { sectionLabel } from '../../format/names'
import { buttonClass } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { BASIC, CHECK, reportPath } from '../routes'
import { openPart } from './goTo'
import { useSession } from './session'

/** Leads on in printed order; after the last section to 核对. */
export function NextSection({ current }: { current: string }) {
  const session = useSession()
  const { edition, draft } = session
  const at = current === BASIC ? -1 : edition.sections.findIndex(({ key }) => key === current)
  const next = edition.sections[at + 1]
  return (
    <Link
      href={reportPath(draft.id, next?.key ?? CHECK)}
      className={buttonClass()}
      onClick={(event) => {
        // A new tab or window is the browser's to open.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        openPart(session, next?.key ?? CHECK)
      }}
    >
      下一部分：{next ? sectionLabel(next) : '核对'}
      <Icon name="next" size={14} />
    </Link>
  )
}
