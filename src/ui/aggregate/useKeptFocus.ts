import { useEffect } from 'react'

const FOCUSABLE =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]'
const focusable = (within: Element): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => !one.closest('[hidden], [aria-hidden="true"]'),
  )

/**
 * What has the focus often goes with what it does: a form that is sent, a question that is answered, 取消. The focus goes on where that
 * stood: to what has come in its place, else to what stands before it, and never to the top of the page.
 */
export function useKeptFocus() {
  useEffect(() => {
    let last: Element | null = null
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null
    }
    const observer = new MutationObserver((records) => {
      if (!last || last.isConnected || document.activeElement !== document.body) return
      const gone = last
      const removal = records.find(({ removedNodes }) =>
        [...removedNodes].some((node) => node.contains(gone)),
      )
      if (!removal) return
      last = null
      const { target, previousSibling: before } = removal
      for (
        let place = target instanceof Element ? target : null;
        place?.isConnected;
        place = place.parentElement
      ) {
        const there = focusable(place)
        const isAfter = (one: Element) =>
          !before || (before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
        const next = there.find(isAfter) ?? there.at(-1)
        if (next) return next.focus({ preventScroll: true })
      }
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
    }
  }, [])
}
