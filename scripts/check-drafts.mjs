// npm run check:drafts: random interleavings of tabs, storage faults and a model of editing, each in full.
import { spawnSync } from 'node:child_process'

const runs = process.argv[2] ?? '500'
const files = [
  'src/drafts/tabs.test.ts',
  'src/drafts/faults.test.ts',
  'src/ui/form/createSession.model.test.ts',
]
const { status } = spawnSync(`npx vitest run ${files.join(' ')}`, {
  shell: true,
  stdio: 'inherit',
  env: { ...process.env, DRAFTS_RUNS: runs },
})
console.log(
  `drafts: ${runs} interleavings of three tabs, over 1000 storage faults, ${runs} sequences of editing: ${status === 0 ? 'nothing lost' : 'FAILED'}`,
)
process.exitCode = status ?? 1
