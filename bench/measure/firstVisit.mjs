import { sleep } from '../table.mjs'

/**
 * All that a first visit to the table's address transfers, kB of brotli: until the first cell may be typed in, and with
 * what the page fetches by itself afterwards.
 * @param {() => Promise<import('../table.mjs').Table>} open
 * @param {(path: string) => number} bytesOf
 */
export async function firstVisit(open, bytesOf) {
  const table = await open()
  await sleep(3000)
  /** @type {{ name: string, at: number }[]} */
  const fetched = await table.page.evaluate(() => [
    { name: location.href, at: 0 },
    ...performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, at: startTime })),
  ])
  await table.close()
  const paths = fetched.map(({ name, at }) => ({ path: new URL(name).pathname, at }))
  /** @param {typeof paths} some */
  const kB = (some) =>
    [...new Set(some.map(({ path }) => path))].reduce(
      (sum, path) => sum + bytesOf(path.endsWith('/') ? `${path}index.html` : path),
      0,
    ) / 1000
  return {
    toFirstCell: kB(paths.filter(({ at }) => at < table.loaded)),
    all: kB(paths),
    files: new Set(paths.map(({ path }) => path)).size,
  }
}
