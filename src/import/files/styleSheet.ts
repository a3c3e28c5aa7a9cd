/** What a style says of an element, by property: the declarations that won, without `!important`. */
export type Style = ReadonlyMap<string, string>

/** An element of a page, as far as selectors ask for it. */
export interface Node {
  tag: string
  attributes: Record<string, string>
  classes: ReadonlySet<string>
  /** Its place among the children of its parent, from 1. */
  order: number
}
export const nodeOf = (tag: string, attributes: Record<string, string>, order: number): Node => ({
  tag,
  attributes,
  classes: new Set(attributes.class?.split(/\s+/).filter(Boolean)),
  order,
})

/** The properties that tell whether and how a text is seen; no other is kept. */
const PROPERTIES = new Set(
  'display visibility content-visibility opacity mso-hide mso-text-raise text-decoration text-decoration-line text-indent position left top bottom clip clip-path overflow width height max-width max-height font font-size color background background-color background-image vertical-align list-style list-style-type'.split(
    ' ',
  ),
)
interface Declaration {
  name: string
  value: string
  important: boolean
}
interface Compound {
  /** One of the things that it asks for: `#id`, else `.class`, else a tag, else `*`. */
  key: string
  tests: ((node: Node) => boolean)[]
  /** Whether the compound before it is the parent, not any element around. */
  child: boolean
}
interface Rule {
  order: number
  compounds: Compound[]
  weight: number
  declarations: Declaration[]
}
type Selector = Pick<Rule, 'compounds' | 'weight'>

/** Web pages have some thousand rules and elements; a hostile one as many as it likes. */
const MAX_RULES = 20_000
const MAX_TESTS = 5_000_000
const MAX_SELECTOR = 500
/** Pages are read as on a screen of an office. */
const SCREEN = 1366

const IDENTIFIER = String.raw`(?:[\w-]|[^\x00-\x7f]|\\.)+`
const SIMPLE = String.raw`[.#]${IDENTIFIER}|\[[^\]]*\]|:first-child|:nth-child\(\s*\d+\s*\)|:not\([^()]*\)`
const COMPOUND = new RegExp(String.raw`^(\*|${IDENTIFIER})?((?:${SIMPLE})*)$`)
const ATTRIBUTE = /^\[\s*([\w-]+)\s*(?:([~|^$*]?)=\s*["']?(.*?)["']?(?:\s+[is])?\s*)?\]$/

const declarationsOf = (text: string): Declaration[] =>
  text.split(';').flatMap((each) => {
    const colon = each.indexOf(':')
    const name = each.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (!PROPERTIES.has(name)) return []
    const [value = '', important] = each
      .slice(colon + 1)
      .toLowerCase()
      .split('!')
    return value.trim() ? [{ name, value: value.trim(), important: important !== undefined }] : []
  })

function attributeTest(selector: string): ((node: Node) => boolean) | undefined {
  const [, name = '', how, wanted = ''] = ATTRIBUTE.exec(selector) ?? []
  const key = name.toLowerCase()
  if (!key) return undefined
  const compare: Record<string, (value: string) => boolean> = {
    '': (value) => value === wanted,
    '~': (value) => value.split(/\s+/).includes(wanted),
    '|': (value) => value === wanted || value.startsWith(`${wanted}-`),
    '^': (value) => wanted !== '' && value.startsWith(wanted),
    $: (value) => wanted !== '' && value.endsWith(wanted),
    '*': (value) => wanted !== '' && value.includes(wanted),
  }
  return ({ attributes }) => {
    const value = attributes[key]
    return value !== undefined && (how === undefined || compare[how]?.(value) === true)
  }
}

/** The tests of `td.note#a[b]` and their weight; undefined where it asks for what is not known here. */
function compoundOf(text: string): (Omit<Compound, 'child'> & { weight: number }) | undefined {
  const [whole, tag = '*', rest = ''] = COMPOUND.exec(text) ?? []
  if (!whole) return undefined
  const tests: Compound['tests'] = []
  let key = tag.toLowerCase()
  let weight = 0
  if (tag !== '*') {
    const wanted = key
    tests.push((node) => node.tag === wanted)
    weight = 1
  }
  for (const [simple] of rest.matchAll(new RegExp(SIMPLE, 'g'))) {
    const name = simple.slice(1).replace(/\\(.)/g, '$1')
    const order = simple === ':first-child' ? 1 : Number(/^:nth-child\(\s*(\d+)/.exec(simple)?.[1])
    if (simple.startsWith('.')) tests.push(({ classes }) => classes.has(name))
    else if (simple.startsWith('#')) tests.push(({ attributes }) => attributes.id === name)
    else if (simple.startsWith('[')) {
      const test = attributeTest(simple)
      if (!test) return undefined
      tests.push(test)
    } else if (simple.startsWith(':not(')) {
      const other = compoundOf(simple.slice(5, -1).trim())
      if (!other) return undefined
      tests.push((node) => !other.tests.every((test) => test(node)))
      weight += other.weight - 100
    } else tests.push((node) => node.order === order)
    weight += simple.startsWith('#') ? 10_000 : 100
    if (simple.startsWith('#') || (simple.startsWith('.') && !key.startsWith('#'))) key = simple[0] + name
  }
  return { key, tests, weight }
}

/** A selector of tags, ids, classes and attributes with blanks and “>” between; any other selects nothing. */
function selectorOf(text: string): Selector | undefined {
  if (text.length > MAX_SELECTOR) return undefined
  const parts = text
    .trim()
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+(?![^[(]*[\])])/)
  const compounds: Compound[] = []
  let weight = 0
  let child = false
  for (const part of parts) {
    if (part === '>') {
      child = true
      continue
    }
    const compound = compoundOf(part)
    if (!compound) return undefined
    const { key, tests } = compound
    compounds.push({ key, tests, child })
    weight += compound.weight
    child = false
  }
  return compounds.length && !child ? { compounds, weight } : undefined
}

/** Whether a rule for these media holds on a screen. */
export const isForScreen = (media: string): boolean =>
  !media.trim() ||
  media
    .toLowerCase()
    .split(',')
    .some((query) => {
      const medium = /^\s*(?:only\s+)?(not\s+)?([a-z]+)/.exec(query)
      const screen = !medium || (/^(?:all|screen)$/.test(medium[2] ?? '') ? !medium[1] : medium[1])
      return screen && [...query.matchAll(/\(([^()]*)\)/g)].every(([, feature = '']) => isMet(feature))
    })
function isMet(feature: string): boolean {
  const limit = /^\s*(?:(min|max)-(?:device-)?width\s*:|width\s*([<>])=?)\s*([\d.]+)(px|r?em)\s*$/.exec(
    feature,
  )
  if (!limit) return false
  const width = Number(limit[3]) * (limit[4] === 'px' ? 1 : 16)
  return limit[1] === 'min' || limit[2] === '>' ? SCREEN >= width : SCREEN <= width
}

/** The rules of a style sheet that hold on a screen, nested ones and those with selectors of other kinds left out. */
function rulesOf(sheet: string): Omit<Rule, 'order'>[] {
  const text = sheet
    .replace(/\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|<!--|-->/g, ' ')
    .replace(/"[^"\n]*"|'[^'\n]*'/g, (string) => (/[{};,]/.test(string) ? '""' : string))
    .replace(/url\([^)]*(?:\)|$)/gi, 'url()')
  const rules: Omit<Rule, 'order'>[] = []
  /** What the open braces hold: rules that count, the declarations of such a rule, or nothing that counts. */
  const open: ('rules' | 'other' | { selectors: string; body: string })[] = []
  for (const [, part = '', end] of text.matchAll(/([^{};]*)([{};]|$)/g)) {
    const inner = open.at(-1) ?? 'rules'
    if (end === '{') {
      const header = part.trim()
      const at = /^@(media|supports|layer)\b(.*)$/is.exec(header)
      const holds = at && (at[1]?.toLowerCase() !== 'media' || isForScreen(at[2] ?? ''))
      if (inner !== 'rules') open.push('other')
      else if (header.startsWith('@')) open.push(holds ? 'rules' : 'other')
      else open.push({ selectors: header, body: '' })
    } else {
      if (typeof inner === 'object') inner.body += `${part};`
      if (end !== '}') continue
      open.pop()
      if (typeof inner === 'object') addRules(inner.selectors, inner.body)
    }
  }
  return rules

  function addRules(selectors: string, body: string) {
    const declarations = declarationsOf(body)
    if (!declarations.length) return
    for (const [each] of selectors.matchAll(/(?:[^,()]|\([^()]*\))+/g)) {
      const selector = selectorOf(each)
      if (selector && rules.length < MAX_RULES) rules.push({ ...selector, declarations })
    }
  }
}

/**
 * How elements are styled: by the sheets of their page, in order, and by what stands at themselves. The path leads from the
 * outermost element to the one that is asked for.
 */
export function styling(sheets: string[]): (path: Node[]) => Style {
  const rules = new Map<string, Rule[]>()
  for (const [order, rule] of sheets.flatMap(rulesOf).slice(0, MAX_RULES).entries()) {
    const key = rule.compounds.at(-1)?.key ?? ''
    const same = rules.get(key) ?? []
    same.push({ ...rule, order })
    rules.set(key, same)
  }
  let left = MAX_TESTS
  const fits = (path: Node[], at: number, compounds: Compound[], last: number): boolean => {
    const node = path[at]
    const compound = compounds[last]
    if (!compound) return true
    if (!node || !compound.tests.every((test) => test(node))) return false
    if (last === 0) return true
    if (compound.child) return fits(path, at - 1, compounds, last - 1)
    for (let above = at - 1; above >= 0 && left > 0; above--, left--)
      if (fits(path, above, compounds, last - 1)) return true
    return false
  }
  return (path) => {
    const style = new Map<string, string>()
    const important = new Set<string>()
    const declare = ({ name, value, important: strong }: Declaration) => {
      if (important.has(name) && !strong) return
      if (strong) important.add(name)
      if (/^(?:inherit|unset|revert)$/.test(value)) style.delete(name)
      else style.set(name, value)
    }
    const node = path.at(-1)
    if (!node) return style
    const keys = ['*', node.tag, `#${node.attributes.id}`, ...[...node.classes].map((name) => `.${name}`)]
    const asked = keys.flatMap((key) => rules.get(key) ?? [])
    left -= asked.length
    if (left > 0)
      asked
        .filter(({ compounds }) => fits(path, path.length - 1, compounds, compounds.length - 1))
        .sort((a, b) => a.weight - b.weight || a.order - b.order)
        .forEach(({ declarations }) => {
          declarations.forEach(declare)
        })
    declarationsOf(node.attributes.style ?? '').forEach(declare)
    return style
  }
}

/** The style sheets that stand in a page, as far as they are for screens; none out of comments and scripts. */
export function sheetsIn(html: string): string[] {
  const sheets: string[] = []
  const opening = /<!--|<(style|script|noscript|template)\b([^>]{0,500})>/gi
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const [{ length }, tag, attributes = ''] = found
    const closing = new RegExp(tag ? `</${tag}` : '-->', 'gi')
    closing.lastIndex = found.index + length
    const end = closing.exec(html)?.index ?? html.length
    const media = /\bmedia\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(attributes)
    if (tag?.toLowerCase() === 'style' && isForScreen(media?.slice(1).find(Boolean) ?? ''))
      sheets.push(html.slice(found.index + length, end))
    opening.lastIndex = end
  }
  return sheets
}
