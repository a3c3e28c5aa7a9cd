/**
 * Score of the recogniser of figures in prose over a corpus of sentences of our own. The half that was held out while
 * the rules were written decides.
 *
 *     npm run check:claims              prints precision and recall
 *     npm run check:claims -- --show    and the errors in the half that was worked on
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const LEAST = { precision: 0.98, recall: 0.9 }
/** @type {(path: string) => string} */
const at = (path) => fileURLToPath(new URL(`../src/checks/corpus/${path}`, import.meta.url))

const { module } = await runnerImport(at('corpus.ts'), { configFile: false, logLevel: 'warn' })
const corpus = module.parseCorpus(readFileSync(at('sentences.txt'), 'utf8'))
/** @type {(share: number) => string} */
const percent = (share) => `${(100 * share).toFixed(1)} %`
/** @type {(name: string, score: import('../src/checks/corpus/corpus.ts').Score) => string} */
const line = (name, { sentences, labelled, recognised, right, precision, recall }) =>
  `${name}: ${sentences} sentences, ${labelled} claims, ${recognised} recognised, ${right} right; precision ${percent(precision)}, recall ${percent(recall)}`

// The held-out half is scored without showing its sentences; --show names the other half's errors.
const worked = module.halfOf(corpus, 'worked').map(module.judge)
if (process.argv.includes('--show'))
  for (const { sentence, wrong, missed } of worked)
    if (wrong.length || missed.length)
      console.log(
        `${sentence.text}\n    not a claim: ${wrong.join(' ') || '–'}   missed: ${missed.join(' ') || '–'}`,
      )
console.log(line('worked on', module.score(worked)))
const heldOut = module.score(module.halfOf(corpus, 'heldOut').map(module.judge))
const holds = heldOut.precision >= LEAST.precision && heldOut.recall >= LEAST.recall
console.log(
  `${line('held out ', heldOut)} (at least ${percent(LEAST.precision)} and ${percent(LEAST.recall)}): ${holds ? 'ok' : 'FAIL'}`,
)
process.exitCode = holds ? 0 : 1
