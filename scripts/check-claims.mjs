/**
 * Score of the reader of figures in prose over sentences drawn from structures of published reports, with figures of
 * random valid reports: true sentences stay silent, a twin with one number changed loses exactly that number, and so does
 * each figure that agrees when it is shifted.
 *
 *     npm run check:claims                      a new sample each day
 *     npm run check:claims -- --seed 20781      the sample of one seed again
 *     npm run check:claims -- --show            and examples of what went wrong
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const SENTENCES = 60
/** True: at most 1 of 500 accused. Twins: 95 of 100 found. Another number is as good as never blamed. */
const LIMITS = { accused: 1 / 500, found: 0.95, wrongBlame: 1 / 200, silent: 0.1 }
const at = process.argv.indexOf('--seed')
const seed = at > 0 ? Number(process.argv[at + 1]) : Math.floor(Date.now() / 86_400_000)
const show = process.argv.includes('--show')

const entry = fileURLToPath(new URL('../src/testing/structures/score.ts', import.meta.url))
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'warn' })
/** @type {import('../src/testing/structures/score.ts').Score[]} */
const scores = module.scoreStructures(SENTENCES, seed)
/** @type {(key: string) => number} */
const sum = (key) => module.sumOf(scores, key)
/** @type {(n: number, of: number) => string} */
const percent = (n, of) => `${((100 * n) / Math.max(1, of)).toFixed(2)} %`

console.log(`seed ${seed}`)
for (const { id, title, drawn, accused, twins, found, wrongBlame, shifted, silent, examples } of scores) {
  console.log(
    `${id} true ${drawn}, accused ${accused}; twins ${twins}, found ${found}; shifted ${shifted}, silent ${silent}; wrong blame ${wrongBlame}  ${title}`,
  )
  if (show) for (const example of examples) console.log(`     ${example}`)
}
let short = 0
/** @type {(line: string, holds: boolean) => void} */
const ask = (line, holds) => {
  if (!holds) short++
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${line}`)
}
ask(
  `true sentences accused: ${sum('accused')} of ${sum('drawn')} (${percent(sum('accused'), sum('drawn'))})`,
  sum('accused') <= sum('drawn') * LIMITS.accused,
)
ask(
  `twins found: ${sum('found')} of ${sum('twins')} (${percent(sum('found'), sum('twins'))})`,
  sum('found') >= sum('twins') * LIMITS.found,
)
ask(
  `agreeing figures shifted without a word: ${sum('silent')} of ${sum('shifted')} (${percent(sum('silent'), sum('shifted'))})`,
  sum('silent') <= sum('shifted') * LIMITS.silent,
)
ask(
  `another number blamed: ${sum('wrongBlame')} of ${sum('twins') + sum('shifted')}`,
  sum('wrongBlame') <= (sum('twins') + sum('shifted')) * LIMITS.wrongBlame,
)
process.exitCode = short ? 1 : 0
