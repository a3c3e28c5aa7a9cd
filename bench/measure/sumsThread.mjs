// A thread that reads reports made up here: what a disk adds is not what is measured.
import { workerData } from 'node:worker_threads'
import { answerWith } from '../../scripts/sumCrew.mjs'

/** @type {typeof import('../../src/app/sum.ts')} */
const core = await import(workerData.core)
/** @type {typeof import('./sumTexts.ts')} */
const { textsOf } = await import(workerData.texts)
const textOf = textsOf()
const encoder = new TextEncoder()
answerWith((/** @type {number[]} */ batch) =>
  core.takeFiles(batch.map((n) => ({ name: `${n}.json`, bytes: encoder.encode(textOf(n)) }))),
)
