/**
 * Importer score: made-up reports in every layout of `src/testing/published`, then in the layouts of a grammar that was
 * written without a look at the importer (`src/testing/layoutGrammar`), read and compared figure by figure. Prints recall,
 * figures that are wrong without a mark of doubt, and doubtful ones; fails below the goals.
 *
 *     npm run check:import            30 reports in each layout, 300 layouts drawn besides the systematic ones
 *     npm run check:import -- 200     more of them
 *     npm run check:import -- 30 7000  seeds of the grammar from 7001 on: layouts that nobody has looked at
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const seeds = Number(process.argv[2] ?? 30)
const base = Number(process.argv[3] ?? 0)
/** @type {(path: string) => Promise<any>} */
const load = async (path) =>
  (
    await runnerImport(fileURLToPath(new URL(`../src/testing/${path}`, import.meta.url)), {
      configFile: false,
      logLevel: 'warn',
    })
  ).module
const module = await load('published/score.ts')

/** @type {(part: number, whole: number) => string} */
const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
const all = { expected: 0, right: 0, wrong: 0, doubtful: 0, prose: 0, ofProse: 0 }
const started = performance.now()
for (const [name, score] of module.scoresOf(seeds)) {
  const open = module.openLayouts.has(name)
  if (!open) {
    all.expected += score.expected
    all.right += score.right
  }
  all.doubtful += score.doubtful
  all.prose += score.prose
  all.ofProse += score.ofProse
  all.wrong += score.wrong.length
  console.log(
    [
      `${name}${open ? ' *' : ''}`.padEnd(48),
      percent(score.right, score.expected).padStart(9),
      `wrong ${score.wrong.length}`,
      `doubtful ${score.doubtful}`,
      `prose ${percent(score.prose, score.ofProse)}`,
    ].join('   '),
  )
  for (const each of score.wrong.slice(0, 3)) console.log(`    ${each}`)
}
console.log('* does not count for recall: the layout leaves out what a figure belongs to')
const layouts = Object.keys(module.layouts).length
const milliseconds = (performance.now() - started) / (seeds * layouts)
const recall = all.right / all.expected
console.log(
  `\n${layouts} layouts × ${seeds} reports, ${milliseconds.toFixed(0)} ms each: recall ${percent(all.right, all.expected)}, wrong without a mark ${all.wrong}, doubtful ${all.doubtful} of ${all.expected}, prose ${percent(all.prose, all.ofProse)}`,
)
const drawn = await grammarScore()
process.exitCode = recall >= 0.995 && all.wrong === 0 && drawn ? 0 : 1

/** Scores the layouts of the grammar; whether they reach the goals. */
async function grammarScore() {
  const grammar = await load('layoutGrammar/score.ts')
  const { media, unsettled } = await grammar.scoresOf(seeds * 10, base)
  const total = grammar.emptyScore()
  console.log('\nLayouts of the grammar')
  /** @type {(name: string, score: any) => void} */
  const print = (name, score) =>
    console.log(
      [
        `${name} × ${score.layouts}`.padEnd(24),
        percent(score.right, score.expected).padStart(9),
        `wrong without a mark ${score.wrong.length}`,
        `mark missing ${score.unmarked.length}`,
        `neither read nor listed ${score.silent.length}`,
        `listed ${score.unplaced.length}`,
        `wrong with a mark ${score.wrongButMarked.length}`,
        `marked ${score.marked}, needlessly ${score.needless}`,
      ].join('   '),
    )
  for (const [medium, score] of media) {
    grammar.add(total, score)
    print(medium, score)
    for (const each of score.wrong.slice(0, 3)) console.log(`    ${each}`)
  }
  console.log('What no reader can settle, and in how many layouts (figures there do not count):')
  for (const [reason, names] of unsettled) console.log(`  ${names.size}   ${reason}`)
  print('all', total)
  return total.right / total.expected >= 0.995 && total.wrong.length === 0
}
