/** A section is in the page within a few frames; after 120 of them, about two seconds, the address does not exist. */
const FRAMES = 120

/** Scrolls the element clear of the sticky heads, then focuses it: a focus first would scroll it under them. */
export function focusById(id: string, frames = FRAMES) {
  const element = document.getElementById(id)
  if (!element) {
    if (frames > 0) requestAnimationFrame(() => focusById(id, frames - 1))
    return
  }
  element.closest('details:not([open])')?.setAttribute('open', '')
  element.scrollIntoView({ block: 'center', inline: 'nearest' })
  element.focus({ preventScroll: true })
}
