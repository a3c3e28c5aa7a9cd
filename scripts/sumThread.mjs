// A thread of `npm run sum`: reads the files that it is told.
import { parentPort, workerData } from 'node:worker_threads'
import { contentsOf } from './sumCrew.mjs'

/** @type {typeof import('../src/app/sum.ts')} */
const core = await import(workerData.core)
parentPort?.on('message', async (files) => parentPort?.postMessage(await core.takeFiles(contentsOf(files))))
