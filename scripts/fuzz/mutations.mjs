// Every place of a JSON tree, and its key, put to every type that JSON has and to the names that JavaScript itself uses.

/** @typedef {(string | number)[]} Path */
/** A member as JSON texts, changed; its key is empty in a list. @typedef {(key: string, value: string) => string} Change */
/** `twice`: a key stands twice in one object. @typedef {{ name: string, path: Path, change: Change, twice?: boolean }} Mutation */

/** Written as JSON texts: `__proto__` as a key of a literal would be something else. */
const VALUES = [
  'null',
  'true',
  'false',
  '0',
  '-1',
  '12.5',
  '1e400',
  '9007199254740993',
  '""',
  '"12a"',
  '"/"',
  '"constructor"',
  '"\\ud800"',
  '"\\u0000\\u202e"',
  '[]',
  '[null]',
  '["1",[]]',
  '{}',
  '{"toString":null}',
  '{"__proto__":{"length":1}}',
  '{"a":{"b":1}}',
]
const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '无']

/** @param {unknown} tree @returns {Generator<{ path: Path, value: unknown }>} the tree itself is no place */
function* places(tree, /** @type {Path} */ path = []) {
  if (typeof tree !== 'object' || tree === null) return
  for (const [key, value] of Object.entries(tree)) {
    const own = [...path, Array.isArray(tree) ? Number(key) : key]
    yield { path: own, value }
    yield* places(value, own)
  }
}

/**
 * The text of a tree with some of its places changed.
 * @param {unknown} tree @param {Mutation[]} mutations none of them within another's place
 * @returns {string}
 */
export function textWith(tree, mutations) {
  const changes = new Map(mutations.map(({ path, change }) => [JSON.stringify(path), change]))
  /** @param {unknown} value @param {Path} path @returns {string} */
  const write = (value, path) => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const list = Array.isArray(value)
    const members = Object.entries(value).map(([name, own]) => {
      const place = [...path, list ? Number(name) : name]
      const key = list ? '' : JSON.stringify(name)
      const text = write(own, place)
      return (changes.get(JSON.stringify(place)) ?? member)(key, text)
    })
    const body = members.filter((text) => text !== '').join()
    return list ? `[${body}]` : `{${body}}`
  }
  return write(tree, [])
}
/** @type {Change} */
const member = (key, value) => (key ? `${key}:${value}` : value)

/**
 * All mutations of a tree, one place each: another value, no such key, the key twice, another key.
 * @param {unknown} tree @param {{ values?: string[], keys?: string[] }} [how]
 * @returns {Generator<Mutation>}
 */
export function* mutationsOf(tree, { values = VALUES, keys = KEYS } = {}) {
  for (const { path } of places(tree)) {
    /** @param {string} what @param {Change} change @returns {Mutation} */
    const mutation = (what, change) => ({ name: `${path.join('.')} ${what}`, path, change })
    for (const text of values) yield mutation(text, (key) => member(key, text))
    yield mutation('left out', () => '')
    const named = typeof path.at(-1) === 'string'
    yield {
      ...mutation('twice', (key, own) => `${member(key, own)},${member(key, key ? 'null' : own)}`),
      twice: named,
    }
    if (named)
      for (const name of keys)
        yield mutation(`called “${name}”`, (_, own) => member(JSON.stringify(name), own))
  }
}

/**
 * Mutations packed into as few trees as may be: what spoils a page spoils it in company, too. None stands within another's
 * place, and of the members of one place only one is changed in its key.
 * @param {Mutation[]} mutations @returns {Mutation[][]}
 */
export function packed(mutations) {
  /** @type {{ all: Mutation[], taken: Set<string>, above: Set<string> }[]} */
  const packs = []
  for (const mutation of mutations) {
    const ways = mutation.path.map((_, at) => JSON.stringify(mutation.path.slice(0, at + 1)))
    const own = ways.at(-1) ?? ''
    const parent = `${JSON.stringify(mutation.path.slice(0, -1))} ${mutation.name.replace(/^\S*/, '')}`
    const renamed = mutation.name.includes(' called ')
    let pack = packs.find(
      ({ taken, above }) =>
        !above.has(own) && !ways.some((way) => taken.has(way)) && !(renamed && taken.has(parent)),
    )
    if (!pack) {
      pack = { all: [], taken: new Set(), above: new Set() }
      packs.push(pack)
    }
    pack.all.push(mutation)
    pack.taken.add(own)
    if (renamed) pack.taken.add(parent)
    for (const way of ways) pack.above.add(way)
  }
  return packs.map(({ all }) => all)
}
