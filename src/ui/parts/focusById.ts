/** A section is in the page within a few frames; after 120 of them, about two seconds, the address does not exist. */
const FRAMES = 120

/**
 * Scrolls the element clear of the sticky heads, then focuses it: a focus first would scroll it under them. `scroll` is
 * where its pane stood at an earlier time, px; it is followed as long as the element is to be seen there.
 */
export function focusById(id: string, scroll: { top?: number; left?: number } = {}, frames = FRAMES) {
  const element = document.getElementById(id)
  if (!element) {
    if (frames > 0) requestAnimationFrame(() => focusById(id, scroll, frames - 1))
    return
  }
  element.closest('details:not([open])')?.setAttribute('open', '')
  const pane = element.closest('[data-scrolls]')
  if (pane && scroll.top !== undefined) pane.scrollTo({ ...scroll, behavior: 'auto' })
  if (!pane || scroll.top === undefined || !isSeen(element, pane))
    element.scrollIntoView({ block: 'center', inline: 'nearest' })
  element.focus({ preventScroll: true })
}

/** Whether some of it stands in the pane, below what sticks to its upper edge. */
function isSeen(element: Element, pane: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const seen = pane.getBoundingClientRect()
  const head = Number.parseFloat(getComputedStyle(pane).scrollPaddingTop) || 0
  return bottom > seen.top + head && top < seen.bottom
}
