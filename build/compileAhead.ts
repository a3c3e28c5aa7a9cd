import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Where a function stands in the text of its file. */
type Place = readonly [start: number, end: number]

/** A node of the syntax tree, as ESTree has it. */
interface Node {
  type: string
  start: number
  end: number
  id?: Node | null
  method?: boolean
  kind?: string
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']
/** The module, or what stands between the braces of a function. */
const isBody = (node: Node, parent?: Node) =>
  node.type === 'Program' || (node.type === 'BlockStatement' && functions.includes(parent?.type ?? ''))
/** `name() {}` of a class or an object: no expression, so it cannot stand in parentheses. */
const isMethod = (parent?: Node) =>
  parent?.type === 'MethodDefinition' ||
  (parent?.type === 'Property' && (parent.method || parent.kind !== 'init'))

/**
 * The same module with the called functions written so that a browser compiles them together with their file: V8 does so
 * with a function in parentheses. Any other it reads twice, now to see where it ends and again when it is called. A
 * declaration becomes a variable at the start of the body that it stands in, so that it is there as early as before; it has
 * no name of its own, since nothing could be assigned to that.
 * @param parse gives the syntax tree of a module
 */
export function compiledAhead(
  code: string,
  called: readonly Place[],
  parse: (code: string) => object,
): string {
  const isCalled = new Set(called.map(([start, end]) => `${start} ${end}`))

  /** @param early declarations of the body around it, to which its own is added */
  function written(node: Node, early: string[], parent?: Node, grandparent?: Node): string {
    const marked = functions.includes(node.type) && isCalled.has(`${node.start} ${node.end}`)
    const moved = marked && node.type === 'FunctionDeclaration' && !!parent && isBody(parent, grandparent)
    const own: string[] = isBody(node, parent) ? [] : early
    let text = ''
    let at = node.start
    const children = Object.values(node)
      .flat()
      .filter(isNode)
      .sort((a, b) => a.start - b.start)
    for (const child of children) {
      // `{ a }` is key and value in one place.
      if (child.start < at) continue
      text += code.slice(at, child.start)
      if (!moved || child !== node.id) text += written(child, own, node, parent)
      at = child.end
    }
    text += code.slice(at, node.end)
    if (own !== early) {
      const open = node.type === 'Program' ? 0 : 1
      text = text.slice(0, open) + own.join('') + text.slice(open)
    }
    if (moved) {
      early.push(`var ${code.slice(node.id?.start, node.id?.end)}=(${text});`)
      return ''
    }
    return marked && node.type !== 'FunctionDeclaration' && !isMethod(parent) ? `(${text})` : text
  }
  const tree = parse(code) as Node
  return code.slice(0, tree.start) + written(tree, []) + code.slice(tree.end)
}

/** Which functions of which file are called up to the first digit in a table; see firstRun.mjs. */
function calledAtFirst(files: readonly { fileName: string; code: string }[], first: string) {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    for (const { fileName, code } of files) {
      const path = join(folder, fileName)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, code)
    }
    const program = fileURLToPath(new URL('firstRun.mjs', import.meta.url))
    return JSON.parse(
      execFileSync(process.execPath, [program, folder, first], { encoding: 'utf8' }),
    ) as Record<string, Place[]>
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Has the browser compile what a first visit calls while the file arrives, beside the page, and leave the rest until it is
 * called. What is called is found out by running the program that has been built.
 * @param first name of the chunk that starts the program
 * @param names chunks that are written so; of what comes later it is chance how much has been called by then
 */
export function compileAhead(first: string, ...names: string[]): Plugin {
  return {
    name: 'nianbao:compile-ahead',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const script = chunks.find(({ name }) => name === first)?.fileName
        if (!script) throw new Error(`no chunk is called ${first}`)
        const called = calledAtFirst(chunks, script)
        for (const chunk of chunks) {
          if (!names.includes(chunk.name)) continue
          const places = called[chunk.fileName]
          if (!places?.length)
            throw new Error(`nothing of ${chunk.name} was called when the program was tried`)
          chunk.code = compiledAhead(chunk.code, places, (code) => this.parse(code))
        }
      },
    },
  }
}
