// The core of 汇总 without a browser, and threads that read reports with it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { parentPort, Worker } from 'node:worker_threads'

/** @typedef {import('../src/ui/aggregate/intake.ts').Taken} Taken */
/** @typedef {import('../src/aggregate/received.ts').Received} Received */
/** @typedef {{ name: string, path: string }} FileOnDisk */

const inProject = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
export const CORE = 'src/app/sum.ts'

/**
 * The address of a module of the program as a plain script, which is there as long as this process runs. It lies in the project, since
 * it imports packages. @param {string} path
 */
export function bundled(path) {
  const cache = inProject('node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'nianbao-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { status } = spawnSync(process.execPath, [inProject('scripts/bundle.mjs'), inProject(path), folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${path} could not be bundled`)
  return pathToFileURL(join(folder, 'module.mjs')).href
}

/** @param {Iterable<FileOnDisk>} files */
export async function* contentsOf(files) {
  for (const { name, path } of files) yield { name, bytes: new Uint8Array(await readFile(path)) }
}

/** With neither of them a thread holds up to twice the room before it looks what of it is still needed. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 }

/** @template T @param {readonly T[]} all @param {number} most @returns {T[][]} */
export const batchesOf = (all, most) =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, n) => all.slice(n * most, (n + 1) * most))

/**
 * A report as a hundred thousand of them are kept: its figures are read from bytes when they are summed. A list of them takes four times
 * the room.
 */
class KeptReport {
  /** @param {Omit<Received, 'figures'>} report @param {Uint8Array} bytes Of a whole batch. @param {number} from @param {number} to */
  constructor(report, bytes, from, to) {
    Object.assign(this, report)
    this.place = { bytes, from, to }
  }
  get figures() {
    const { bytes, from, to } = this.place
    return deserialize(bytes.subarray(from, to))
  }
}

/** What a thread took, as it goes to the one that asked. @param {readonly Taken[]} taken */
function packed(taken) {
  /** @type {Uint8Array[]} */
  const parts = []
  let to = 0
  const answers = taken.map((one) => {
    if (!('report' in one)) return one
    const { figures, ...report } = one.report
    const bytes = serialize(figures)
    parts.push(bytes)
    to += bytes.length
    return { name: one.name, report, from: to - bytes.length, to }
  })
  return { answers, bytes: new Uint8Array(Buffer.concat(parts)) }
}

/** The same again. @param {ReturnType<typeof packed>} answer @returns {Taken[]} */
const opened = ({ answers, bytes }) =>
  answers.map((one) => {
    if (!('from' in one)) return one
    const { name, report, from, to } = one
    return { name, report: /** @type {any} */ (new KeptReport(report, bytes, from, to)) }
  })

/**
 * In a thread: answers each message with what was taken from the batch in it. @template T
 * @param {(batch: T[]) => Promise<Taken[]>} take
 */
export const answerWith = (take) =>
  parentPort?.on('message', async (batch) => parentPort?.postMessage(packed(await take(batch))))

/**
 * Gives batches to as many threads as there are cores, each the next when it has answered; what they took, in the order of the batches.
 * @template T @param {URL} script A thread that answers (`answerWith`). @param {unknown} workerData
 * @param {readonly T[]} batches @returns {Promise<Taken[]>}
 */
export async function inThreads(script, workerData, batches) {
  /** @type {Taken[][]} */
  const taken = []
  let next = 0
  const work = () =>
    new Promise((resolve, reject) => {
      const thread = new Worker(script, { workerData, resourceLimits: LIMITS })
      let own = -1
      const go = () => {
        own = next++
        if (own < batches.length) thread.postMessage(batches[own])
        else void thread.terminate().then(resolve)
      }
      thread.on('error', reject)
      thread.on('message', (answer) => {
        taken[own] = opened(answer)
        go()
      })
      go()
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), batches.length) }, work))
  return taken.flat()
}
