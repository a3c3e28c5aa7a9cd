// npm run check:drafts: random interleavings of tabs, of all that writes drafts, storage faults and a model of editing.
import { spawnSync } from 'node:child_process'

const runs = process.argv[2] ?? '1000'
const files = [
  'src/drafts/tabs.test.ts',
  'src/drafts/writers.test.ts',
  'src/drafts/faults.test.ts',
  'src/ui/form/createSession.model.test.tsx',
]
const { status } = spawnSync(`npx vitest run ${files.join(' ')}`, {
  shell: true,
  stdio: 'inherit',
  env: { ...process.env, DRAFTS_RUNS: runs },
})
console.log(
  `drafts: ${runs} interleavings of three tabs, ${runs} of merging, undoing, restoring, deleting and clearing, over 1000 storage faults, ${runs} sequences of editing: ${status === 0 ? 'nothing lost' : 'FAILED'}`,
)
process.exitCode = status ?? 1
