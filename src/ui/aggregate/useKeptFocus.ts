import { useEffect } from 'react'

const FOCUSABLE =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]'
const focusable = (within: Element): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => !one.closest('[hidden], [aria-hidden="true"]'),
  )

/** What had the focus last on the pages of 汇总, from one of them to the next. */
let last: Element | null = null

const isLost = () => document.activeElement === document.body || !document.activeElement

/** A page that comes in the place of another takes the focus that went with it: to its heading, from where Tab goes on into the page. */
function intoPage() {
  const heading = document.querySelector<HTMLElement>('h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

/**
 * What has the focus often goes with what it does: a form that is sent, a question that is answered, 取消; or it cannot be used while
 * that is being done. The focus goes on where that stood: to what has come in its place, else to what stands before it, to itself once
 * it can be used again, and on another page to the heading. Never to the top of the window.
 */
export function useKeptFocus() {
  useEffect(() => {
    const hasGone = () => !!last && !last.isConnected && isLost()
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null
    }
    const observer = new MutationObserver((records) => {
      // It was switched off while its work was done.
      const again = records.find(({ target, type }) => type === 'attributes' && target === last)?.target
      if (again instanceof HTMLElement && again.isConnected && isLost())
        return again.focus({ preventScroll: true })
      const gone = last
      if (!gone || !hasGone()) return
      const removal = records.find(({ removedNodes }) =>
        [...removedNodes].some((node) => node.contains(gone)),
      )
      if (!removal) return
      last = null
      const { target, removedNodes, previousSibling: before } = removal
      if ([...removedNodes].some((node) => node instanceof Element && holdsPage(node))) return intoPage()
      for (
        let place = target instanceof Element ? target : null;
        place?.isConnected;
        place = place.parentElement
      ) {
        const there = focusable(place)
        const isAfter = (one: Element) =>
          !before ||
          (!before.contains(one) &&
            (before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0)
        const next = there.find(isAfter) ?? there.at(-1)
        if (next) return next.focus({ preventScroll: true })
      }
    })
    document.addEventListener('focusin', remember)
    // The page before this one is gone already, and whoever watched over it.
    if (hasGone()) intoPage()
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
    }
  }, [])
}

const holdsPage = (node: Element) => node.matches('main') || !!node.querySelector('main')
