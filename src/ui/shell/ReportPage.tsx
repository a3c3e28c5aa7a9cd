import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { Draft } from '../../drafts/draft'
import { editionByKey } from '../../format/editions'
import { sectionLabel } from '../../format/names'
import { addressesOf } from '../../report/report'
import { Boundary } from '../drafts/Boundary'
import { useDraftStore } from '../drafts/store'
import { sectionKeyOf } from '../form/findings'
import { useKeptWaiting } from '../form/keptWaiting'
import { type ReportSession, SessionProvider, useSession } from '../form/session'
import { TabBanner } from '../form/TabBanner'
import { useHold } from '../form/useHold'
import { type PanelName, useReportKeys } from '../form/useReportKeys'
import { useReportSession } from '../form/useReportSession'
import { findingNote, hintNote } from '../notes/late'
import { latePage } from '../parts/latePage'
import { useObservable } from '../parts/observable'
import { Page, useTitle } from '../parts/Page'
import { BASIC, CHECK, EXPORT, HISTORY } from '../routes'
import { TableSection } from '../tables/TableSection'
import { PageBar } from './PageBar'
import { Printing } from './Printing'
import styles from './ReportPage.module.css'
import { TaskList } from './TaskList'
import { TopBar } from './TopBar'

const basicSection = latePage(async () => (await import('../basics/BasicSection')).BasicSection)
const textSection = latePage(async () => (await import('../text/TextSection')).TextSection)
// Few reports have figures from a 汇总.
const { Page: SumChanges } = latePage(async () => (await import('../aggregate/SumMarks')).SumChanges)
const CheckPage = lazy(() => import('../checks/CheckPage'))
const ExportPage = lazy(() => import('../export/ExportPage'))
const askPublished = () => import('../form/PublishedQuestion')
const PublishedQuestion = lazy(askPublished)
const SidePanel = lazy(() => import('./SidePanel'))
const HistoryPage = lazy(() => import('../history/HistoryPage'))

/** The pages that are no sections. */
const names = new Map([
  [CHECK, '核对'],
  [EXPORT, '导出'],
  [HISTORY, '历史版本'],
])

export function ReportPage({ id, section }: { id: string; section: string }) {
  const store = useDraftStore()
  // Only whether it is there: a draft restored meanwhile opens, and a save draws nothing.
  const found = useSyncExternalStore(store.subscribe, () => (store.get(id) ? 'here' : store.isOpen()))
  const draft = store.get(id)
  // The journal may have it still.
  if (found === false) return null
  if (!draft)
    return (
      <Page title="没有这份年报">
        <p>
          这台电脑的这个浏览器里没有这份年报：可能已删除，或保存在另一台电脑上。
          <Link href="/">回到我的年报</Link>
        </p>
      </Page>
    )
  if (!editionByKey(draft.report.edition))
    return (
      <Page title="打不开这份年报">
        <p>这份年报采用的格式“{draft.report.edition}”本程序不认识，请换用新版本打开。内容没有改动。</p>
      </Page>
    )
  return <OpenReport key={draft.id} opened={draft} section={section} />
}

/** Whether a 汇总 that figures were taken from has changed. It alone follows the notes: the page is not drawn again for each. */
function ChangedSums() {
  const { sources } = useObservable(useSession().notes)
  return (
    sources && (
      <Suspense fallback={null}>
        <SumChanges />
      </Suspense>
    )
  )
}

function OpenReport({ opened, section: key }: { opened: Draft; section: string }) {
  const session = useReportSession(opened)
  const { access, takeOver } = useHold(session)
  useKeptWaiting(session, access === 'writer')
  const { edition } = session
  const asked = useObservable(session.asked)
  const section = edition.sections.find((candidate) => candidate.key === key)
  const [panel, setPanel] = useState<PanelName | null>(null)
  const [printed, setPrinted] = useState(0)
  const print = useCallback(() => setPrinted((times) => times + 1), [])
  useReportKeys(session, key, { onPanel: setPanel, onPrint: key === EXPORT ? undefined : print })
  const pageName = section ? sectionLabel(section) : (names.get(key) ?? '基本信息')
  useWindowTitle(session, pageName)
  // What a clerk may need next comes behind the first look of the rules: that is always in a pause, never between two keys.
  useEffect(
    () =>
      session.findings.looks.subscribe(() => {
        // What cannot be fetched says so where it is needed.
        for (const { load } of [findingNote, basicSection, textSection, hintNote])
          void load().catch(() => undefined)
      }),
    [session],
  )
  // The question is there before the key that raises it.
  useEffect(() => {
    if (session.guarded()) void askPublished().catch(() => undefined)
  }, [session])
  const isField = (target: EventTarget | null) =>
    target instanceof HTMLElement && addressesOf(edition).includes(target.id)
  // The way through the findings goes on from the page that is open.
  useEffect(() => {
    const at = session.at.get()
    const first = section && addressesOf(edition).find((address) => sectionKeyOf(session, address) === key)
    if (first && (!at || sectionKeyOf(session, at.address) !== key))
      session.at.set({ address: first, key: '' })
  }, [session, edition, section, key])
  // A field that goes away with its section tells nobody that it lost the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each section
  useEffect(() => () => session.leave(), [session, key])
  const page = section?.table ? (
    <TableSection
      key={key}
      section={section}
      table={section.table}
      besidePanel={panel !== null}
      locked={access !== 'writer'}
    />
  ) : section ? (
    <textSection.Page key={key} section={section} />
  ) : key === CHECK ? (
    <CheckPage />
  ) : key === EXPORT ? (
    <ExportPage />
  ) : key === HISTORY ? (
    <HistoryPage />
  ) : key === BASIC ? (
    <basicSection.Page />
  ) : (
    <p className={styles.unknown}>没有这一部分。请从左边的列表选择。</p>
  )
  return (
    <SessionProvider value={session}>
      {/* biome-ignore lint/a11y/useValidAnchor: a link into the page; followed by the browser it would change the route */}
      <a className={styles.skip} href="#main" onClick={focusMain}>
        跳到正文
      </a>
      <Printing asked={printed} off={key === EXPORT} />
      <div className={styles.page} data-prints={key === EXPORT || undefined}>
        <TopBar onPanel={setPanel} />
        <TabBanner access={access} takeOver={takeOver} />
        {(key === CHECK || key === EXPORT) && <ChangedSums />}
        {asked && (
          <Boundary what="公布后改动的提问">
            <Suspense fallback={null}>
              <PublishedQuestion key={asked.typing?.address} asked={asked} />
            </Suspense>
          </Boundary>
        )}
        <div className={styles.shell} data-panel={panel ?? undefined}>
          <TaskList current={key} />
          <main
            className={styles.main}
            data-scrolls
            data-table={section?.table ? '' : undefined}
            id="main"
            tabIndex={-1}
            onFocus={({ target }) => isField(target) && session.enter(target.id)}
            // From field to field entering the next one is leaving this one.
            onBlur={({ relatedTarget }) => isField(relatedTarget) || session.leave()}
          >
            <Boundary
              resetOn={key}
              what={`“${pageName}”`}
              current={() => ({ ...opened, report: session.report() })}
            >
              <Suspense fallback={null}>
                {/* Always there: a page that became a reader's, or a writer's again, would be made anew. */}
                <fieldset
                  role="presentation"
                  disabled={access !== 'writer' && key !== EXPORT && !section?.table}
                  className={styles.locked}
                >
                  {page}
                </fieldset>
              </Suspense>
            </Boundary>
            {!section?.table && <PageBar isPart={section !== undefined || key === BASIC} />}
          </main>
          {panel && (
            <Boundary resetOn={panel} what="这一栏">
              <Suspense fallback={null}>
                <SidePanel name={panel} onClose={() => setPanel(null)} />
              </Suspense>
            </Boundary>
          )}
        </div>
      </div>
    </SessionProvider>
  )
}

/** The window title names the page and the report, also after the organ has been renamed. */
function useWindowTitle({ findings }: ReportSession, page: string) {
  const named = useSyncExternalStore(
    findings.subscribe,
    () => findings.review().organ + findings.review().year,
  )
  useTitle([page, named].filter(Boolean).join(' · '))
}

function focusMain(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
