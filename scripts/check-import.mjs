/**
 * Importer score: made-up reports in every layout of `src/testing/published`, read and compared figure by figure. Prints
 * recall, figures that are wrong without a mark of doubt, and doubtful ones; fails below the goals.
 *
 *     npm run check:import            30 reports in each layout
 *     npm run check:import -- 200     more of them
 */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const seeds = Number(process.argv[2] ?? 30)
const entry = fileURLToPath(new URL('../src/testing/published/score.ts', import.meta.url))
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'warn' })

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
process.exitCode = recall >= 0.995 && all.wrong === 0 ? 0 : 1
