import { useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { Role } from '../../drafts/tabGuard'
import { useSession } from '../form/session'
import { Banner } from '../parts/Banner'
import { Button } from '../parts/Button'
import { HISTORY, reportPath } from '../routes'

/** Lasting news of other tabs: they have the draft, or have changed the same value. */
export function TabBanner({ role, takeOver }: { role: Role; takeOver: () => void }) {
  const { autosave, draft } = useSession()
  const { conflict } = useSyncExternalStore(autosave.subscribe, autosave.status)
  if (role === 'reader')
    return (
      <Banner
        actions={
          <Button small onClick={takeOver}>
            在此编辑
          </Button>
        }
      >
        这份年报正在另一个标签页填写，这里只能查看，内容随那边的保存更新。
      </Banner>
    )
  if (conflict)
    return (
      <Banner actions={<Link href={reportPath(draft.id, HISTORY)}>历史版本</Link>}>
        另一个标签页同时改过同一处。这里的文字没有动，那边的文字存为一个历史版本，可以比较、恢复。
      </Banner>
    )
  return null
}
