import { createElement, type ReactNode } from 'react'
import type { Element } from '../../export/elements'

const reactName: Record<string, string> = { class: 'className', colspan: 'colSpan', rowspan: 'rowSpan' }

/** React elements of HTML that is plain data. */
export function draw(element: Element | string, key?: number): ReactNode {
  if (typeof element === 'string') return element
  const properties = Object.fromEntries(
    Object.entries(element.attributes ?? {}).map(([name, value]) => [reactName[name] ?? name, value]),
  )
  return createElement(
    element.tag,
    { ...properties, style: element.style, key },
    ...(element.children.length ? [element.children.map((child, index) => draw(child, index))] : []),
  )
}
