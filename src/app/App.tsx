import { lazy, Suspense } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { DraftStore } from '../drafts/store'
import type { Tabs } from '../drafts/tabGuard'
import { Boundary } from '../ui/drafts/Boundary'
import { DraftStoreProvider, TabsProvider } from '../ui/drafts/store'

// A page each: whoever opens a report directly does not wait for the register, and the other way round.
const HomePage = lazy(() => import('../ui/home/HomePage'))
const ReportPage = lazy(async () => ({ default: (await import('../ui/shell/ReportPage')).ReportPage }))
const ImportPage = lazy(() => import('../ui/import/ImportPage'))
const HelpPage = lazy(() => import('../ui/help/HelpPage'))
const RulesPage = lazy(() => import('../ui/rules/RulesPage'))
const AboutPage = lazy(() => import('../ui/about/AboutPage'))
const TrashPage = lazy(() => import('../ui/trash/TrashPage'))

export function App({ store, tabs }: { store: DraftStore; tabs: Tabs }) {
  const [path] = useHashLocation()
  return (
    <DraftStoreProvider value={store}>
      <TabsProvider value={tabs}>
        <Router hook={useHashLocation}>
          <Boundary what="这一页" resetOn={path}>
            <Suspense fallback={null}>
              <Switch>
                <Route path="/" component={HomePage} />
                <Route path="/import" component={ImportPage} />
                <Route path="/help" component={HelpPage} />
                <Route path="/rules" component={RulesPage} />
                <Route path="/about" component={AboutPage} />
                <Route path="/trash" component={TrashPage} />
                <Route path="/report/:id/:section">
                  {({ id, section }) => <ReportPage key={id} id={id} section={section} />}
                </Route>
                <Route>
                  <Redirect to="/" />
                </Route>
              </Switch>
            </Suspense>
          </Boundary>
        </Router>
      </TabsProvider>
    </DraftStoreProvider>
  )
}
