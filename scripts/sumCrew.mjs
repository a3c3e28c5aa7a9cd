// The core of 汇总 without a browser, and threads that read reports with it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** @typedef {import('../src/ui/aggregate/intake.ts').Taken} Taken */
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

/** @template T @param {readonly T[]} all @param {number} most @returns {T[][]} */
export const batchesOf = (all, most) =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, n) => all.slice(n * most, (n + 1) * most))

/**
 * Gives batches to as many threads as there are cores, each the next when it has answered; what they took, in the order of the batches.
 * @template T @param {URL} script Answers each message with what it took from the batch in it. @param {unknown} workerData
 * @param {readonly T[]} batches @returns {Promise<Taken[]>}
 */
export async function inThreads(script, workerData, batches) {
  /** @type {Taken[][]} */
  const taken = []
  let next = 0
  const work = () =>
    new Promise((resolve, reject) => {
      const thread = new Worker(script, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } })
      let own = -1
      const go = () => {
        own = next++
        if (own < batches.length) thread.postMessage(batches[own])
        else void thread.terminate().then(resolve)
      }
      thread.on('error', reject)
      thread.on('message', (answer) => {
        taken[own] = answer
        go()
      })
      go()
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), batches.length) }, work))
  return taken.flat()
}
