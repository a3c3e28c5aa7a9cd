import { Suspense } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { DraftStore } from '../drafts/store'
import type { Tabs } from '../drafts/tabGuard'
import { useKeepOnDisk } from '../ui/backup/useKeepOnDisk'
import { Boundary } from '../ui/drafts/Boundary'
import { ReopenBar } from '../ui/drafts/Reopen'
import { DraftStoreProvider, TabsProvider } from '../ui/drafts/store'
import { latePage } from '../ui/parts/latePage'
import { isReportHash } from '../ui/routes'

// A page each: whoever opens a report directly does not wait for the register, and the other way round.
const home = latePage(async () => (await import('../ui/home/HomePage')).default)
const report = latePage(async () => (await import('../ui/shell/ReportPage')).ReportPage)
const { Page: ReportPage } = report
const { Page: ImportPage } = latePage(async () => (await import('../ui/import/ImportPage')).default)
const { Page: HelpPage } = latePage(async () => (await import('../ui/help/HelpPage')).default)
const { Page: RulesPage } = latePage(async () => (await import('../ui/rules/RulesPage')).default)
const { Page: AboutPage } = latePage(async () => (await import('../ui/about/AboutPage')).default)
const { Page: ArchivePage } = latePage(async () => (await import('../ui/archive/ArchivePage')).default)
const { Page: AggregatePage } = latePage(async () => (await import('../ui/aggregate/AggregatePage')).default)
const { Page: SumTaskPage } = latePage(async () => (await import('../ui/aggregate/TaskPage')).default)
const { Page: TrashPage } = latePage(async () => (await import('../ui/trash/TrashPage')).default)

/** Fetches the page that the address names, so that the first picture is the whole page. */
export const loadFirstPage = (hash: string) =>
  (isReportHash(hash) ? report : home).load().catch(() => undefined)

export function App({ store, tabs }: { store: DraftStore; tabs: Tabs }) {
  const [path] = useHashLocation()
  useKeepOnDisk(store)
  return (
    <DraftStoreProvider value={store}>
      <TabsProvider value={tabs}>
        <Router hook={useHashLocation}>
          <Boundary what="这一页" resetOn={path}>
            <Suspense fallback={null}>
              <Switch>
                <Route path="/" component={home.Page} />
                <Route path="/import" component={ImportPage} />
                <Route path="/help" component={HelpPage} />
                <Route path="/rules" component={RulesPage} />
                <Route path="/about" component={AboutPage} />
                <Route path="/archive" component={ArchivePage} />
                <Route path="/trash" component={TrashPage} />
                <Route path="/aggregate" component={AggregatePage} />
                <Route path="/aggregate/:id/:page">
                  {({ id, page }) => <SumTaskPage key={id} id={id} page={page} />}
                </Route>
                <Route path="/report/:id/:section">
                  {({ id, section }) => <ReportPage key={id} id={id} section={section} />}
                </Route>
                <Route>
                  <Redirect to="/" />
                </Route>
              </Switch>
            </Suspense>
          </Boundary>
          <ReopenBar />
        </Router>
      </TabsProvider>
    </DraftStoreProvider>
  )
}
