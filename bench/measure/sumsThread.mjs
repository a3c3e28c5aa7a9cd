// A thread that reads reports made up here: what a disk adds is not what is measured.
import { parentPort, workerData } from 'node:worker_threads'

/** @type {typeof import('../../src/app/sum.ts')} */
const core = await import(workerData.core)
/** @type {typeof import('./sumTexts.ts')} */
const { textsOf } = await import(workerData.texts)
const textOf = textsOf()
const encoder = new TextEncoder()
parentPort?.on('message', async (/** @type {number[]} */ batch) =>
  parentPort?.postMessage(
    await core.takeFiles(batch.map((n) => ({ name: `${n}.json`, bytes: encoder.encode(textOf(n)) }))),
  ),
)
