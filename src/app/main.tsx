import './tokens.css'
import '../export/paperFonts.css'
import './reset.css'
import { createRoot } from 'react-dom/client'
import { startDraftStore } from '../drafts/store'
import { noteError } from '../ui/drafts/diagnosis'
import { keepOffline } from '../ui/home/update'
import { App, loadFirstPage } from './App'
import { askForLastingStorage, browserPlaces, browserTabs } from './browser'

window.addEventListener('error', ({ error, message }) => noteError(error ?? message))
window.addEventListener('unhandledrejection', ({ reason }) => noteError(reason))

const root = document.getElementById('root')
if (!root) throw new Error('no root element')
const { store } = startDraftStore(browserPlaces())
await loadFirstPage(window.location.hash)
createRoot(root).render(<App store={store} tabs={browserTabs()} />)
askForLastingStorage()
// After the first drawing: the files of the other pages are fetched then.
setTimeout(() => void keepOffline().catch(noteError), 1000)
