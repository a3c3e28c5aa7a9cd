/**
 * npm run sum: 汇总 of a folder, without a browser. Reads every report in it (JSON, Word, Excel, web pages, PDF, text, ZIP), also in
 * folders within it, and prints one JSON object: the year, the state of each unit, and all figures of the form, summed. What could not be
 * taken or is in no sum is said on the error output; then the command ends with 1, and the rest is summed.
 *
 *     npm run --silent sum -- reports/ --list units.csv > sum.json
 *
 * `--xlsx sum.xlsx` and `--lines units.ndjson` write the workbook and the line a unit that 输出 makes, too; `--name 临江区` is what the
 * workbook is called.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { batchesOf, bundled, CORE, contentsOf, inThreads } from './sumCrew.mjs'

const { values: asked, positionals } = parseArgs({
  options: {
    list: { type: 'string' },
    name: { type: 'string' },
    xlsx: { type: 'string' },
    lines: { type: 'string' },
  },
  allowPositionals: true,
})
const [folder] = positionals
if (!folder) {
  console.error('npm run sum -- <folder> [--list units.csv] [--name NAME] [--xlsx FILE] [--lines FILE]')
  process.exit(2)
}

/** Fewer are read before another thread has been started. */
const FEW = 300
/** Files that are read together by one thread. */
const BATCH = 50

// In the order of their names, whatever the disk says; nothing depends on it but what is said on the error output.
const entries = await readdir(folder, { recursive: true, withFileTypes: true })
const paths = entries
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
const files = paths.map((path) => ({ name: path.slice(folder.length).replace(/^\/+/, ''), path }))

const script = bundled(CORE)
/** @type {typeof import('../src/app/sum.ts')} */
const core = await import(script)
const list = asked.list ? { name: asked.list, bytes: new Uint8Array(await readFile(asked.list)) } : undefined
const taken =
  files.length <= FEW
    ? await core.takeFiles(contentsOf(files))
    : await inThreads(new URL('sumThread.mjs', import.meta.url), { core: script }, batchesOf(files, BATCH))
const { text, problems, output } = core.sumTaken(taken, list, asked.name)
for (const problem of problems) console.error(problem)
process.stdout.write(text)
if (asked.xlsx) await writeFile(asked.xlsx, await output('xlsx'))
if (asked.lines) await writeFile(asked.lines, await output('lines'))
if (problems.length) process.exitCode = 1
