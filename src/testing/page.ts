/** Set-up of all tests that have a document (`*.test.tsx`). They share one, so each leaves it as it was found. */
import './drawn'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// As generous as the limit of a test: what is waited for may be a file that comes late, on a busy machine.
configure({ asyncUtilTimeout: 10_000 })
// What jsdom lacks.
window.matchMedia ??= () => ({ matches: true, addEventListener() {}, removeEventListener() {} }) as never
Element.prototype.scrollIntoView ??= () => undefined

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})
