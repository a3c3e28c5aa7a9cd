import { useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { useDraftActions } from '../drafts/useDraftActions'
import { Banner } from '../parts/Banner'
import { Button } from '../parts/Button'
import { HISTORY, reportPath } from '../routes'
import { useSession } from './session'
import type { Access } from './useHold'

/** Why the report can only be looked at here, or what another tab has done to it. */
export function TabBanner({ access, takeOver }: { access: Access; takeOver: () => void }) {
  const { autosave, draft, report } = useSession()
  const conflict = useSyncExternalStore(autosave.subscribe, () => autosave.status().conflict)
  const own = useSyncExternalStore(autosave.subscribe, () => autosave.saved().id)
  /** Since it has an id of its own; `savedAt` begins anew then. */
  const stored = useSyncExternalStore(autosave.subscribe, () => autosave.status().savedAt !== undefined)
  const { backUp } = useDraftActions()
  if (access === 'newer')
    return (
      <Banner>
        这份年报由更新版本的年报通保存，这里只能查看，看不到新版本新增的内容。请换用新版本填写；原内容没有改动。
      </Banner>
    )
  if (access === 'reader')
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
  if (own !== draft.id && !stored)
    return (
      <Banner
        actions={
          <Button small icon="down" onClick={() => backUp([{ ...autosave.saved(), report: report() }])}>
            下载备份
          </Button>
        }
      >
        这份年报在另一个标签页被清除后又恢复，或换成了别的内容，那边的没有动。这里填的还没有存下，请下载备份。
      </Banner>
    )
  if (own !== draft.id)
    return (
      <Banner actions={<Link href={reportPath(own)}>重新打开</Link>}>
        这份年报在另一个标签页被清除后又恢复，或换成了别的内容，那边的没有动。这里填的都存为单独的一份，请重新打开它继续填写。
      </Banner>
    )
  if (conflict?.unkept.length)
    return (
      <Banner
        actions={
          <Button small icon="down" onClick={() => backUp(conflict.unkept)}>
            下载那边的内容
          </Button>
        }
      >
        另一个标签页同时改过同一处。这里的文字没有动；那边的文字没能存为历史版本，请下载留底，再比较。
      </Banner>
    )
  if (conflict?.waiting)
    return <Banner>另一个标签页同时改过同一处。这里的文字没有动，正在把那边的文字存为一个历史版本。</Banner>
  if (conflict)
    return (
      <Banner actions={<Link href={reportPath(draft.id, HISTORY)}>历史版本</Link>}>
        另一个标签页同时改过这份年报。没有采用的文字存为一个历史版本，可以比较、恢复。
      </Banner>
    )
  return null
}
