/** More than any report has; each key that is not known costs time and room in every copy of it. */
const MOST_VALUES = 20_000
/** Deeper than this nothing is meant; the browser's own functions give up at some thousands. */
const MOST_LEVELS = 100

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const OPEN = new Set([0x5b, 0x7b])
const CLOSE = new Set([0x5d, 0x7d])

/**
 * Why a JSON text cannot be a report by its sheer shape, in a sentence; undefined where it may be one. Looked at before it
 * is parsed: half a million keys hold up the page for seconds, and what is nested too deeply cannot be saved again.
 */
export function unlikeReport(json: string): string | undefined {
  let values = 1
  let level = 0
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === QUOTE) {
      at = endOfString(json, at)
    } else if (code === COMMA) values++
    else if (OPEN.has(code)) {
      values++
      if (++level > MOST_LEVELS)
        return `文件里的内容嵌套超过 ${MOST_LEVELS} 层，没有导入。年报文件只有几层，请确认选对了文件。`
    } else if (CLOSE.has(code)) level--
    if (values > MOST_VALUES)
      return `文件里的内容超过 ${MOST_VALUES / 10_000} 万项，没有导入。一份年报只有几百项，请确认选对了文件。`
  }
  return undefined
}

/** The closing quotation mark of the string that opens at `from`; the end of the text where there is none. */
function endOfString(json: string, from: number): number {
  for (let at = from + 1; ; at++) {
    at = json.indexOf('"', at)
    if (at < 0) return json.length
    let slashes = 0
    while (json.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return at
  }
}
