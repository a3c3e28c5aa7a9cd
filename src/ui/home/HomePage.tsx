import { type ReactNode, Suspense, useMemo, useState, useSyncExternalStore } from 'react'
import { Link, useLocation } from 'wouter'
import { Boundary } from '../drafts/Boundary'
import { useOnDisk } from '../drafts/onDisk'
import { useDraftStore, useDrafts } from '../drafts/store'
import { useDraftActions } from '../drafts/useDraftActions'
import { useNow } from '../drafts/useNow'
import { Button } from '../parts/Button'
import { latePage } from '../parts/latePage'
import { localDate } from '../parts/localDate'
import { Page } from '../parts/Page'
import { useAfterwards } from '../parts/useAfterwards'
import { DamagedNotice } from './DamagedNotice'
import { EmptyHome } from './EmptyHome'
import styles from './HomePage.module.css'
import { type Notice, Notices, ofRemoval, ofRestoring } from './Notices'
import { Register } from './Register'
import { isKnownFinal, type Row, registerOf, rowOf, summaryOf } from './register'
import { StorageBanner } from './StorageBanner'
import { UpdateNotice } from './UpdateNotice'
import { useVerdicts } from './useVerdicts'

const { Page: Keeping } = latePage(async () => (await import('../backup/parts')).Keeping)
const { Page: BackupNotice } = latePage(async () => (await import('../backup/parts')).BackupNotice)

/** The register stands also where this part is missing. */
const Late = ({ children }: { children: ReactNode }) => (
  <Boundary what="自动备份的设置" frame={(line) => <p>{line}</p>}>
    <Suspense fallback={null}>{children}</Suspense>
  </Boundary>
)

/** 我的年报: the drafts of this browser, or how to begin. */
export default function HomePage() {
  const store = useDraftStore()
  const drafts = useDrafts()
  const trash = useSyncExternalStore(store.subscribe, store.trash)
  const actions = useDraftActions()
  const [, navigate] = useLocation()
  const now = useNow()
  const today = localDate(now)
  const onDisk = useOnDisk()
  // What stands at the foot is fetched after the first picture.
  const drawn = useAfterwards()
  const groups = useMemo(() => registerOf(drafts.map(rowOf)), [drafts])
  const inPrintedOrder = useMemo(() => groups.flatMap(({ rows }) => rows.map(({ draft }) => draft)), [groups])
  const verdictOf = useVerdicts(inPrintedOrder, today)
  const [notices, setNotices] = useState<Notice[]>([])
  const say = (notice: Notice) =>
    setNotices((before) => [...before.filter(({ id }) => id !== notice.id), notice])
  const unsay = (id: string) => setNotices((before) => before.filter((notice) => notice.id !== id))

  const isFinalRow = ({ draft }: Row) => isKnownFinal(verdictOf(draft))
  const empty = drafts.length === 0
  return (
    <Page
      title="我的年报"
      by={empty ? undefined : summaryOf(groups, today, isFinalRow)}
      banner={<StorageBanner onBackUp={empty ? undefined : () => actions.backUp(drafts)} />}
      actions={
        !empty && (
          <span className={styles.actions}>
            <Button icon="down" onClick={() => actions.backUp(drafts)}>
              下载全部备份
            </Button>
            <Button onClick={() => navigate('/import')}>导入</Button>
            <Button look="primary" icon="plus" onClick={actions.createBlank}>
              新建年报
            </Button>
          </span>
        )
      }
    >
      <UpdateNotice />
      {onDisk && (
        <Late>
          <BackupNotice />
        </Late>
      )}
      <DamagedNotice />
      <Notices
        notices={notices}
        onUndo={async (notice) => {
          const done = await actions.restore(notice.id)
          say({ ...notice, kind: ofRestoring[done] })
          if (done === 'ok') focusSoon(`more-${notice.id}`)
        }}
        onClose={unsay}
      />
      {empty ? (
        <EmptyHome
          lastYear={now.getFullYear() - 1}
          onCreate={actions.createBlank}
          onImport={() => navigate('/import')}
          onExample={actions.createExample}
        />
      ) : (
        <Register
          groups={groups}
          now={now}
          verdictOf={verdictOf}
          actions={actions}
          onCopied={(id, title, done) => say({ id, kind: done ? 'copied' : 'notCopied', title })}
          onRemoved={(id, title, done) => {
            say({ id, kind: ofRemoval[done], title })
            focusSoon(done === 'ok' ? `undo-${id}` : `more-${id}`)
          }}
        />
      )}
      <footer className={styles.foot}>
        {!empty && (
          <>
            <p>
              政府部门须在 1 月 31 日前公布上一年度报告，县级以上人民政府须在 3 月 31
              日前公布（《条例》第四十九条）。
            </p>
            <p>数据只保存在这台电脑的这个浏览器里，不随U盘；换电脑请先下载备份。</p>
          </>
        )}
        {!empty && drawn && (
          <Late>
            <Keeping />
          </Late>
        )}
        <p className={styles.links}>
          {empty ? (
            <Link href="/about">本机数据</Link>
          ) : (
            <Button look="text" small onClick={actions.createExample}>
              载入示例
            </Button>
          )}
          <Link href="/aggregate">汇总下级年报</Link>
          {trash.length > 0 && <Link href="/trash">回收站（{trash.length}）</Link>}
        </p>
      </footer>
    </Page>
  )
}

/** After the next drawing: the place is only then on the page. */
function focusSoon(id: string) {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
