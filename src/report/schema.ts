import * as z from 'zod/mini'
import { cellsOf } from '../format/cells'
import { currentEdition, editionByKey } from '../format/editions'
import type { Edition } from '../format/types'
import { FILE_FORMAT, type FileTree, readTree, SCHEMA_VERSION } from './file'
import { duplicateKey, keysIn, shapeOf } from './jsonShape'
import { addressesOf, type Report, type Values } from './report'

// The page's policy forbids building functions from text; zod must not try.
z.config({ jitless: true })

const cell = z.nullable(z.union([z.number(), z.string()]))
const text = z.nullable(z.string())

interface Shape {
  [key: string]: Shape | z.ZodMiniType
}

/** zod's view of the file of one edition: structure only, figures are judged by the rules. Unknown keys pass. */
export function reportSchema(edition: Edition) {
  const shape: Shape = {}
  const put = (address: string, leaf: z.ZodMiniType) => {
    const keys = address.split('.')
    const last = keys.pop() as string
    let node = shape
    for (const key of keys) {
      node[key] ??= {}
      node = node[key] as Shape
    }
    node[last] = leaf
  }
  for (const address of addressesOf(edition)) put(address, address === 'year' ? cell : text)
  for (const { address } of cellsOf(edition)) put(address, cell)
  // 落款 and the like are left out as a whole, or null.
  const { signOff, correction, webPage } = edition
  const groups = new Set(
    [signOff?.organ, correction?.reason, webPage?.index].map((address) => address?.split('.')[0]),
  )
  const build = (node: Shape): z.ZodMiniType =>
    z.looseObject(
      Object.fromEntries(
        Object.entries(node).map(([key, value]) => {
          const built = '_zod' in value ? (value as z.ZodMiniType) : build(value as Shape)
          return [key, z.optional(node === shape && groups.has(key) ? z.nullable(built) : built)]
        }),
      ),
    )
  const values = build(shape) as ReturnType<typeof z.looseObject>
  return z.extend(values, {
    format: z.literal(FILE_FORMAT),
    schemaVersion: z.literal(SCHEMA_VERSION),
    edition: z.literal(edition.key),
    status: z.optional(z.enum(['final', 'draft'])),
    base: z.optional(z.nullable(z.string())),
    sourceTotals: z.optional(z.record(z.string(), cell)),
    pending: z.optional(
      z.array(
        z.looseObject({
          text: z.string(),
          carried: z.string(),
          figures: z.array(z.array(z.number())),
        }),
      ),
    ),
    links: z.optional(
      z.array(z.looseObject({ text: z.string(), cell: z.string(), phrase: z.string(), value: z.number() })),
    ),
    sources: z.optional(
      z.array(
        z.looseObject({
          task: z.string(),
          name: z.string(),
          range: z.string(),
          words: z.string(),
          set: z.string(),
          units: z.number(),
          lacking: z.number(),
          cells: z.record(z.string(), z.string()),
          short: z.array(z.string()),
        }),
      ),
    ),
    exceptions: z.optional(
      z.array(
        z.looseObject({
          rule: z.string(),
          cells: z.record(z.string(), cell),
          reason: z.string(),
          at: z.string(),
        }),
      ),
    ),
  })
}

const schemas = new Map<Edition, ReturnType<typeof reportSchema>>()
/** The same, made once: it costs more than reading a file with it. */
function schemaOf(edition: Edition) {
  const schema = schemas.get(edition) ?? reportSchema(edition)
  schemas.set(edition, schema)
  return schema
}

/** The published JSON Schema of the file (draft 2020-12), derived from the zod schema. */
export function reportJsonSchema(edition: Edition = currentEdition): object {
  return {
    title: `政府信息公开工作年度报告（${edition.document}）`,
    ...z.toJSONSchema(reportSchema(edition)),
  }
}

/** Files are refused above this size: a report has a few kilobytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** A report with its cells as they were read, or the one sentence that says why there is none. */
export type ReadFile = { report: Report; value: Values } | { problem: string }

/** Why a file, also a backup, in which a key stands twice is not read, in a sentence. */
export const writtenTwice = (key: string): string =>
  `文件里“${key}”写了两次，不知道以哪一个为准，没有导入。请删去一个后再试。`

/** Reads the text of a JSON file. Nothing is applied: a file that cannot be read changes nothing. */
export function readFileText(content: string): ReadFile {
  const { unlike, keys } = shapeOf(content)
  if (unlike) return { problem: unlike }
  let file: unknown
  try {
    file = JSON.parse(content.replace(/^\ufeff/, ''))
  } catch {
    return { problem: '文件内容不完整或不是 JSON，没有导入。请重新下载或拷贝后再试。' }
  }
  if (typeof file !== 'object' || file === null || (file as FileTree).format !== FILE_FORMAT)
    return { problem: '这不是年报通的年报文件，没有导入。' }
  const twice = keys === keysIn(file) ? undefined : duplicateKey(content)
  if (twice !== undefined) return { problem: writtenTwice(twice) }
  const { schemaVersion, edition: key } = file as FileTree
  if (typeof schemaVersion === 'number' && schemaVersion > SCHEMA_VERSION)
    return {
      problem: `文件由更新版本的年报通保存（第 ${schemaVersion} 版，本程序只认到第 ${SCHEMA_VERSION} 版），没有导入。请换用新版本打开。`,
    }
  if (typeof key !== 'string') return { problem: '文件里“edition”一处的内容不合规定，没有导入。' }
  const edition = editionByKey(key)
  if (!edition) return { problem: `文件采用的格式“${key}”本程序不认识，没有导入。` }
  const checked = schemaOf(edition).safeParse(file)
  if (!checked.success) {
    const where = checked.error.issues[0]?.path.join('.') ?? ''
    return { problem: `文件里“${where}”一处的内容不合规定，没有导入。` }
  }
  return readTree(file as FileTree, edition)
}
