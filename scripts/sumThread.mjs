// A thread of `npm run sum`: reads the files that it is told.
import { workerData } from 'node:worker_threads'
import { answerWith, contentsOf } from './sumCrew.mjs'

/** @type {typeof import('../src/app/sum.ts')} */
const core = await import(workerData.core)
answerWith((/** @type {import('./sumCrew.mjs').FileOnDisk[]} */ files) => core.takeFiles(contentsOf(files)))
