/** Set-up of all tests that have a document (`*.test.tsx`). They share one, so each leaves it as it was found. */
import './drawn'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

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
