import { existsSync } from 'node:fs'
import { buildPages, folderOf } from './build.mjs'

/** @typedef {import('./adapters/byId.mjs').Contender} Contender */

/** What is measured beside each other without any further package; the first one is what the others are compared with. */
export const usual = ['tuned', 'project', 'lastYear']

/** @param {string} name @returns {Promise<Contender>} */
async function adapterOf(name) {
  const own = new URL(`adapters/${name}.mjs`, import.meta.url)
  const file = existsSync(own) ? own : new URL(`peers/adapters/${name}.mjs`, import.meta.url)
  if (!existsSync(file)) throw new Error(`no contender “${name}”`)
  return (await import(file.href)).default
}

/**
 * The contenders and the folder that is served for each page of theirs, built where `dist` does not name the project's.
 * @param {string[]} names
 * @param {{ dist?: string, built: boolean, scale: boolean }} how
 */
export async function contenders(names, { dist, built, scale }) {
  const chosen = await Promise.all(names.map(adapterOf))
  const pages = chosen.flatMap(({ folder, scaledFolder }) => [
    folder,
    ...(scale && scaledFolder ? [scaledFolder] : []),
    ...(scale && folder === 'project' ? ['work'] : []),
  ])
  const missing = pages.filter(
    (name) => !(name === 'project' && dist) && !(built && existsSync(folderOf(name))),
  )
  await buildPages(missing)
  /** @type {Record<string, string>} */
  const folders = Object.fromEntries(
    pages.map((name) => [name, name === 'project' && dist ? dist : folderOf(name)]),
  )
  return { chosen, folders }
}
