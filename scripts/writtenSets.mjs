// Sets of texts that people wrote who had not seen the program, in a folder of src/testing that has their score, too.
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** With what is found, not only how much of it. */
export const show = process.argv.includes('--show')

/**
 * The sets that the command names, or all of a folder, and what scores them.
 * @param {string} name of the folder in src/testing
 * @returns {Promise<{ sets: { name: string, entries: unknown[] }[], score: Record<string, any> }>}
 */
export async function writtenSets(name) {
  const folder = fileURLToPath(new URL(`../src/testing/${name}/`, import.meta.url))
  const isSet = (/** @type {string} */ file) => file.endsWith('.json')
  const named = process.argv.slice(2).filter(isSet)
  const files = named.length
    ? named
    : readdirSync(folder).flatMap((file) => (isSet(file) ? [`${folder}${file}`] : []))
  const { module } = await runnerImport(`${folder}score.ts`, { configFile: false, logLevel: 'warn' })
  const sets = files.map((file) => ({
    name: basename(file),
    entries: JSON.parse(readFileSync(file, 'utf8')),
  }))
  return { sets, score: module }
}
