import './tokens.css'
import '../export/paperFonts.css'
import './reset.css'
import { createRoot } from 'react-dom/client'
import { startDraftStore } from '../drafts/store'
import { noteError } from '../ui/drafts/diagnosis'
import { watchMissing } from '../ui/drafts/missing'
import { keepOffline } from '../ui/home/update'
import { isReportHash } from '../ui/routes'
import { App, loadFirstPage } from './App'
import { askForLastingStorage, browserPlaces, browserTabs, pageStands } from './browser'

window.addEventListener('error', ({ error, message }) => noteError(error ?? message))
window.addEventListener('unhandledrejection', ({ reason }) => noteError(reason))
watchMissing()

/** Where the database does not answer by then, a report is shown as localStorage has it, ms. */
const PATIENCE = 1000
const { store, opened } = startDraftStore(browserPlaces())
const { hash } = window.location
/** A report never shows an older state first. A list may: what the journal knows better comes a moment later. */
const answered = isReportHash(hash)
  ? Promise.race([opened, new Promise((resolve) => setTimeout(resolve, PATIENCE))])
  : undefined
// Not awaited here: the page's code imports this file's, and would wait for it in turn.
void Promise.all([pageStands(), answered, loadFirstPage(hash)]).then(() => {
  const root = document.getElementById('root')
  if (!root) throw new Error('no root element')
  createRoot(root).render(<App store={store} tabs={browserTabs()} />)
})
askForLastingStorage()
// After the first drawing: the files of the other pages are fetched then.
setTimeout(() => void keepOffline().catch(noteError), 1000)
