import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { safeFileName } from '../report/safeFileName'
import { decisionOf } from './decisions'
import { decisionKey } from './inForce'
import type { Unit } from './roster'
import type { StoredReport, TaskHead } from './store'

/** The file of a 汇总任务 (`.nbsum`): a ZIP of `task.json` and the reports as they came in, so that it can be opened without us. */
const HEAD = 'task.json'
const FORMAT = 'nianbao-sum'
const VERSION = 1
const MAX_UNPACKED = 1024 * 1024 * 1024

/** A file of a task as it was received, before it is read again. */
export interface TaskFile {
  head: TaskHead
  files: { name: string; bytes: Uint8Array<ArrayBuffer> }[]
  /** Names of the reports that it lists and does not hold. */
  lost: string[]
}

/** So much of a file's own name is kept behind its code. */
const LONGEST_NAME = 80

/** What of a report its task's file is made of. */
export interface FiledReport {
  received: Pick<StoredReport['received'], 'code' | 'file'>
  bytes: StoredReport['bytes']
}

/** Writes a task. Which name a file had is kept in the head; in the archive it begins with the content code, so that none is met twice. */
export function taskFileOf(
  { id, name, year, units, decisions }: TaskHead,
  reports: readonly FiledReport[],
): Uint8Array<ArrayBuffer> {
  const entries: Record<string, Uint8Array> = Object.create(null)
  const files: { path: string; name: string }[] = []
  for (const { received, bytes } of [...reports].sort((a, b) =>
    a.received.code < b.received.code ? -1 : 1,
  )) {
    const path = `reports/${received.code.slice(0, 16)}-${safeFileName(received.file, LONGEST_NAME)}`
    files.push({ path, name: received.file })
    entries[path] = bytes
  }
  const head = { format: FORMAT, version: VERSION, id, name, year, units, decisions, files }
  entries[HEAD] = strToU8(JSON.stringify(head, null, 2))
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1) }) as Uint8Array<ArrayBuffer>
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
const list = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

const unitOf = (unit: Record<string, unknown>): Unit => ({
  id: text(unit.id),
  code: text(unit.code),
  name: text(unit.name),
  aliases: texts(unit.aliases),
  parent: text(unit.parent),
  kind: text(unit.kind),
  due: text(unit.due),
  exempt: text(unit.exempt),
  ...optional(unit, 'from'),
  ...optional(unit, 'to'),
  ...optional(unit, 'successor'),
})
const optional = (unit: Record<string, unknown>, key: 'from' | 'to' | 'successor') =>
  text(unit[key]) ? { [key]: text(unit[key]) } : {}
/** Reads the file of a task; nothing in it is believed but its shape. */
export function readTaskFile(bytes: Uint8Array): TaskFile | { problem: string } {
  let size = 0
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        return size <= MAX_UNPACKED
      },
    })
  } catch {
    return { problem: '汇总文件打不开，可能不完整，没有打开。请重新拷贝后再试。' }
  }
  if (size > MAX_UNPACKED) return { problem: '汇总文件解开后超过 1 GB，没有打开。' }
  let head: unknown
  try {
    head = JSON.parse(strFromU8(entries[HEAD] ?? new Uint8Array()))
  } catch {
    head = undefined
  }
  if (!isRecord(head) || head.format !== FORMAT) return { problem: '这不是年报通的汇总文件，没有打开。' }
  if (typeof head.version !== 'number' || head.version > VERSION)
    return { problem: '汇总文件由更新版本的年报通保存，没有打开。请换用新版本。' }
  if (typeof head.year !== 'number' || !text(head.id))
    return { problem: '汇总文件的内容不合规定，没有打开。' }
  const listed = list(head.files).map(({ path, name }) => ({
    name: text(name),
    bytes: Object.hasOwn(entries, text(path)) ? (entries[text(path)] as Uint8Array<ArrayBuffer>) : undefined,
  }))
  return {
    head: {
      id: text(head.id),
      name: text(head.name),
      year: head.year,
      units: list(head.units)
        .map(unitOf)
        .filter(({ id, name }) => id && name),
      decisions: list(head.decisions).flatMap(decisionOf),
    },
    files: listed.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : [])),
    lost: listed.flatMap(({ name, bytes }) => (bytes ? [] : [name])),
  }
}

/** Of two texts the one that is there; of two different ones the same whichever comes first. */
const either = (one: string, other: string): string =>
  !one || !other ? one || other : one < other ? one : other

/** A unit that both list: what either says of it. */
const unitOfBoth = (one: Unit, other: Unit): Unit => ({
  ...other,
  ...one,
  name: either(one.name, other.name),
  parent: either(one.parent, other.parent),
  kind: either(one.kind, other.kind),
  aliases: [...new Set([...one.aliases, ...other.aliases])].sort(),
  due: either(one.due, other.due),
  exempt: either(one.exempt, other.exempt),
})

/** Two copies of a task as one: their lists and decisions united. Which of the two is the first makes no difference to any figure. */
export function united(one: TaskHead, other: TaskHead): TaskHead {
  const theirs = new Map(other.units.map((unit) => [unit.id, unit]))
  const known = new Set(one.units.map(({ id }) => id))
  const said = new Set(one.decisions.map(decisionKey))
  return {
    ...one,
    units: [
      ...one.units.map((unit) => {
        const their = theirs.get(unit.id)
        return their ? unitOfBoth(unit, their) : unit
      }),
      ...other.units.filter(({ id }) => !known.has(id)),
    ],
    decisions: [...one.decisions, ...other.decisions.filter((decision) => !said.has(decisionKey(decision)))],
  }
}
