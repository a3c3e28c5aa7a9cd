/** As many texts as a long report has cells; with more, the memory of a page would grow with what it reads. */
const MOST = 4000

/**
 * The same function of a text, which answers from memory where it was asked before: some forty readers look at each cell
 * of a table, and half of the time of an import went into telling its words again.
 */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    if (known.has(text)) return known.get(text) as Result
    if (known.size >= MOST) known.clear()
    const result = read(text)
    known.set(text, result)
    return result
  }
}
