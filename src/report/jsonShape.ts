/** More than any report has; each key that is not known costs time and room in every copy of it. */
const MOST_VALUES = 20_000
/** Deeper than this nothing is meant; the browser's own functions give up at some thousands. */
const MOST_LEVELS = 100

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const COLON = 58
const SPACE = 32
/** Brackets and braces differ in this one bit. A set asked for each character costs more than parsing. */
const opens = (code: number) => (code | 0x20) === 0x7b
const closes = (code: number) => (code | 0x20) === 0x7d

/**
 * Why a JSON text cannot be a report by its sheer shape, in a sentence; undefined where it may be one. Looked at before it
 * is parsed: half a million keys hold up the page for seconds, and what is nested too deeply cannot be saved again.
 */
export const unlikeReport = (json: string): string | undefined => shapeOf(json).unlike

/** The same, and how many keys are written in the text: where what is parsed has as many, none of them stands twice (`keysIn`). */
export function shapeOf(json: string): { unlike?: string; keys: number } {
  let keys = 0
  let values = 1
  let level = 0
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code <= SPACE) continue
    if (code === QUOTE) {
      at = endOfString(json, at)
    } else if (code === COLON) keys++
    else if (code === COMMA) values++
    else if (opens(code)) {
      values++
      if (++level > MOST_LEVELS)
        return {
          unlike: `文件里的内容嵌套超过 ${MOST_LEVELS} 层，没有导入。年报文件只有几层，请确认选对了文件。`,
          keys,
        }
    } else if (closes(code)) level--
    if (values > MOST_VALUES)
      return {
        unlike: `文件里的内容超过 ${MOST_VALUES / 10_000} 万项，没有导入。一份年报只有几百项，请确认选对了文件。`,
        keys,
      }
  }
  return { keys }
}

/** How many keys stand in what was read from a JSON text. */
export function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const children = Object.values(value)
  let keys = Array.isArray(value) ? 0 : children.length
  for (const child of children) if (typeof child === 'object') keys += keysIn(child)
  return keys
}

/** A key that is longer is named by its beginning. */
const LONGEST_PATH = 60

/**
 * The first key that stands twice in one object of a JSON text that can be parsed, with the keys above it
 * (`tables.requests`); undefined where each stands once. `JSON.parse` keeps the last of them and does not tell.
 */
export function duplicateKey(json: string): string | undefined {
  /** The objects and lists around the place; a list has no keys. `name` is the key it is at. */
  const around: { keys?: Set<string>; name?: string }[] = []
  let string: { from: number; to: number } | undefined
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code <= SPACE) continue
    if (code === QUOTE) {
      string = { from: at, to: endOfString(json, at) }
      at = string.to
    } else if (opens(code)) around.push(json[at] === '{' ? { keys: new Set() } : {})
    else if (closes(code)) around.pop()
    else if (code === COLON) {
      const here = around.at(-1)
      if (!here?.keys || !string) continue
      const key = json.slice(string.from + 1, string.to)
      // As it is read, not as it is written: “\u0061” is an “a”.
      here.name = key.includes('\\') ? (JSON.parse(`"${key}"`) as string) : key
      if (here.keys.has(here.name)) {
        const path = around.flatMap(({ name }) => name ?? []).join('.')
        return path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path
      }
      here.keys.add(here.name)
    }
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
