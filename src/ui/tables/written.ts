import { useLayoutEffect, useRef } from 'react'

/**
 * For texts that change on every key: `write` puts them into the element itself whenever the subscription tells, and no
 * component is drawn. A drawing writes the same texts, so the two agree in whatever order they come.
 */
export function useWritten<E extends Element>(
  subscribe: (listener: () => void) => () => void,
  write: (element: E) => void,
) {
  const element = useRef<E>(null)
  const latest = useRef(write)
  latest.current = write
  useLayoutEffect(() => subscribe(() => element.current && latest.current(element.current)), [subscribe])
  return element
}

/** Changes the text of an element whose only child is a text, as React does. */
export function setText(element: Element | null, text: string) {
  if (element?.firstChild) element.firstChild.nodeValue = text
}
