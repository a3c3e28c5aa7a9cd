import { type Element, textOf, textPieces } from '../../export/elements'

/** So many characters are laid out at a time: some 140 lines, a few milliseconds. */
const PORTION = 4_000
/** Where a line ends depends on the characters behind it, so the last lines of a portion are laid out again. */
const UNSURE_LINES = 2

/** The element of plain data in the page, to be measured. */
export function built({ tag, attributes = {}, style = {}, children }: Element): HTMLElement {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  for (const [name, value] of Object.entries(style)) node.style.setProperty(name, value)
  node.append(...children.map((child) => (typeof child === 'string' ? child : built(child))))
  return node
}

export const lineHeightOf = (node: HTMLElement) => Number.parseFloat(getComputedStyle(node).lineHeight)

/** How many lines a laid-out paragraph has. */
export const lineCount = (node: HTMLElement, pitch = lineHeightOf(node)): number =>
  Math.max(1, Math.round(node.getBoundingClientRect().height / pitch))

/** The texts of a paragraph, each with the position at which it begins. */
function textNodesOf(node: HTMLElement): { text: Text; from: number }[] {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  const found: { text: Text; from: number }[] = []
  let from = 0
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    found.push({ text, from })
    from += text.length
  }
  return found
}

/** The position in a laid-out paragraph at which line n (from 0) begins. */
export function lineStart(node: HTMLElement, line: number, pitch = lineHeightOf(node)): number {
  const whole = node.textContent ?? ''
  const texts = textNodesOf(node)
  const { top } = node.getBoundingClientRect()
  const range = document.createRange()
  const lineAt = (offset: number) => {
    const own = texts.filter(({ from }) => from <= offset).at(-1)
    if (!own) return 0
    range.setStart(own.text, offset - own.from)
    range.setEnd(own.text, offset - own.from + 1)
    const rect = range.getBoundingClientRect()
    return Math.floor((rect.top + rect.height / 2 - top) / pitch)
  }
  let low = 0
  let high = whole.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lineAt(middle) < line) low = middle + 1
    else high = middle
  }
  // Never between the two halves of a character beyond the basic plane.
  return /[\udc00-\udfff]/.test(whole[low] ?? '') ? low - 1 : low
}

/**
 * Where the lines of a long paragraph begin, portion by portion: the browser looks through all lines of a paragraph for
 * one of them, so a text of ten times the length would cost a hundred times as much in one piece. Yields between portions.
 */
export function* lineStartsOf(paragraph: Element, column: HTMLElement): Generator<void, number[]> {
  const text = textOf(paragraph)
  const starts = [0]
  let from = 0
  while (from < text.length) {
    const node = built({ ...paragraph, children: textPieces(text.slice(from, from + PORTION)) })
    if (from > 0) node.classList.add('paper-continued')
    column.append(node)
    const pitch = lineHeightOf(node)
    const lines = lineCount(node, pitch)
    const isLast = from + PORTION >= text.length
    // A portion without any line break would be laid out for ever: then its lines are taken as they are.
    const sure = isLast || lines <= UNSURE_LINES ? lines : lines - UNSURE_LINES
    for (let line = 1; line < sure; line++) starts.push(from + lineStart(node, line, pitch))
    const next = isLast ? text.length : sure === lines ? from + PORTION : from + lineStart(node, sure, pitch)
    if (!isLast) starts.push(next)
    from = next
    node.remove()
    yield
  }
  return starts
}
