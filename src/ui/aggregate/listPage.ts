import { type Zippable, zipSync } from 'fflate'
import { nameOfRange } from '../../aggregate/sumReport'
import { isLacking, isSummed, type Standing } from '../../aggregate/task'
import { documentOf } from '../../export/document'
import { toHtml } from '../../export/html'
import { type ListedGroup, type ListPage, toListPage } from '../../export/listPage'
import { currentEdition, editionByKey } from '../../format/editions'
import { decodeText } from '../../report/decode'
import { safeFileName } from '../../report/safeFileName'
import { readFileText } from '../../report/schema'
import type { SumSource } from './sumFacts'

/** The folder beside the page. */
const FOLDER = '年报'
const MAX_NAME = 80

/** A report that came as our own file is published as a web page; all others as they came. */
const endingOf = (file: string): string => {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(file)?.[0].toLowerCase() ?? ''
  return ending === '.json' || !ending ? '.html' : ending
}

/** What a unit publishes is what it sent, also where a person has settled what was read of it. */
const asItCame = ({ settledFrom, reports, current }: Standing) =>
  reports.find(({ code }) => code === settledFrom) ?? current

/** Content codes of the files that `publishedReports` asks for. */
export const publishedCodes = ({ standings }: SumSource): string[] =>
  standings.filter(isSummed).flatMap((standing) => asItCame(standing)?.code ?? [])

/** Under which path each summed unit's report lies beside the page: numbered, because units of one name are many. */
export function publishedFiles({ task, standings, names }: SumSource): Map<string, string> {
  const summed = standings.filter((one) => isSummed(one) && one.current)
  const digits = String(summed.length).length
  return new Map(
    summed.map((standing, n) => {
      const { id } = standing
      const name = (names.get(id) ?? id).slice(0, MAX_NAME)
      const number = String(n + 1).padStart(digits, '0')
      const file = `${number}_${name}_${task.year}年政府信息公开工作年度报告${endingOf(asItCame(standing)?.file ?? '')}`
      return [id, `${FOLDER}/${safeFileName(file)}`]
    }),
  )
}

/** 列表页: the reports of the range by the tree of the units, each node's own report before those below it. */
export function listPageOf(source: SumSource, { withLacking = false } = {}): ListPage {
  const { task, range, standings, names } = source
  const files = publishedFiles(source)
  const here = new Set(standings.map(({ id }) => id))
  const below = new Map<string, Standing[]>()
  for (const standing of standings) {
    const over = standing.unit?.parent ?? ''
    const key = here.has(over) ? over : ''
    below.set(key, [...(below.get(key) ?? []), standing])
  }
  const reportOf = ({ id, current }: Standing) => {
    const file = files.get(id)
    const name = names.get(id) ?? id
    if (!file || !current) return []
    const title = `${name}${task.year}年政府信息公开工作年度报告`
    return [{ unit: name, title, file, date: current.publishedAt ?? '' }]
  }
  const groups: ListedGroup[] = []
  const seen = new Set<string>()
  function add(node: Standing | undefined, level: number) {
    if (node && seen.has(node.id)) return
    if (node) seen.add(node.id)
    const children = below.get(node?.id ?? '') ?? []
    const nodes = children.filter(({ id }) => below.has(id))
    const leaves = children.filter(({ id }) => !below.has(id))
    const reports = [...(node ? reportOf(node) : []), ...leaves.flatMap(reportOf)]
    const at = groups.length
    groups.push({ name: node ? (names.get(node.id) ?? node.id) : '', level, reports })
    for (const one of nodes) add(one, node ? level + 1 : level)
    // A node under which nobody has reported is no heading over nothing.
    if (groups.length === at + 1 && !reports.length) groups.pop()
  }
  add(undefined, 1)
  const lacking = withLacking ? standings.filter(isLacking).map(({ id }) => names.get(id) ?? id) : []
  const name = nameOfRange(task, range, standings)
  // A task is mostly called “……2024 年度汇总”; the page says the year itself.
  const whose = name.slice(0, name.search(new RegExp(`${task.year}|$`))).trim()
  return {
    title: `${whose || name}${task.year}年政府信息公开工作年度报告`,
    groups,
    lacking,
  }
}

/** The page alone. */
export const listPageText = (source: SumSource): string =>
  toListPage(listPageOf(source, { withLacking: source.listsLacking }))

/** The page and the reports that it links to, as an archive to be unpacked on the site. */
export function listPageArchive(
  source: SumSource,
  onProgress: (done: number) => void,
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = Object.create(null)
  entries['列表页.html'] = new TextEncoder().encode(listPageText(source))
  let done = 0
  for (const [path, content] of publishedReports(source, source.files ?? new Map())) {
    // Most kinds are packed already.
    entries[path] = path.endsWith('.html') ? content : [content, { level: 0 }]
    onProgress(++done)
  }
  return zipSync(entries)
}

/** What lies beside the page, by its path. `files` are the reports as they came, by content code. */
function* publishedReports(
  source: SumSource,
  files: ReadonlyMap<string, Uint8Array>,
): Generator<[path: string, content: Uint8Array]> {
  const paths = publishedFiles(source)
  for (const standing of source.standings) {
    const path = paths.get(standing.id)
    const bytes = files.get(asItCame(standing)?.code ?? '')
    if (!path) continue
    if (!bytes) throw new Error(`no file of ${standing.id}`)
    yield [path, path.endsWith('.html') ? asWebPage(bytes) : bytes]
  }
}

function asWebPage(bytes: Uint8Array): Uint8Array {
  const text = decodeText(bytes)
  // A web page that came as one stays as it is.
  if (!/^\s*\{/.test(text)) return bytes
  const read = readFileText(text)
  if ('problem' in read) throw new Error(read.problem)
  const edition = editionByKey(read.report.edition) ?? currentEdition
  return new TextEncoder().encode(toHtml(documentOf(read.report, edition, { draft: false, code: '' })))
}
