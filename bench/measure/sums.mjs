// 汇总 of many reports without a browser, by the threads of `npm run sum`: node bench/measure/sums.mjs COUNT prints what it took.
// By itself, so that the memory is that of 汇总 alone.
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { batchesOf, bundled, CORE, inThreads } from '../../scripts/sumCrew.mjs'

/** @typedef {{ wall: number, cpu: number }} Span In ms. */
/** @typedef {{ threads: number, read: Span, sum: Span, plain: Span, megabytes: number }} Measured */

const count = Number(process.argv[2])
const BATCH = 100

const script = bundled(CORE)
const texts = bundled('bench/measure/sumTexts.ts')
/** @type {typeof import('../../src/app/sum.ts')} */
const core = await import(script)
/** Milliseconds since the start of the process, on the clock and in all of its threads. */
const now = () => ({
  wall: performance.now(),
  cpu: (({ user, system }) => (user + system) / 1000)(process.cpuUsage()),
})
/** @param {ReturnType<typeof now>} from @param {ReturnType<typeof now>} to */
const between = (from, to) => ({ wall: to.wall - from.wall, cpu: to.cpu - from.cpu })
const begun = now()
const taken = await inThreads(
  new URL('sumsThread.mjs', import.meta.url),
  { core: script, texts },
  batchesOf(
    Array.from({ length: count }, (_, n) => n),
    BATCH,
  ),
)
const read = now()
const { text, problems } = core.sumTaken(taken)
const summed = now()
// maxRSS of a process that another has started is at least what that one had when it did: the bench is larger than 汇总.
const STATUS = '/proc/self/status'
const own = existsSync(STATUS) ? /^VmHWM:\s+(\d+)/m.exec(readFileSync(STATUS, 'utf8')) : null
const megabytes = (own ? Number(own[1]) : process.resourceUsage().maxRSS) / 1000
const { sums, units } = JSON.parse(text)
const received = sums['tables.requests.received.total']?.value
if (problems.length || Object.keys(units).length !== count) throw new Error(`${problems[0]} …`)

// The same texts in one plain loop: parsed, and one object of numbers added to another.
const { textsOf } = await import(texts)
const textOf = textsOf()
/** @type {Record<string, number>} */
const plain = {}
/** @param {unknown} node @param {string} path */
const add = (node, path) => {
  if (typeof node === 'number') plain[path] = (plain[path] ?? 0) + node
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node)) add(value, path ? `${path}.${key}` : key)
}
const loop = now()
for (let n = 0; n < count; n++) add(JSON.parse(textOf(n)), '')
const looped = now()
if (String(plain['tables.requests.received.total']) !== received) throw new Error(`${received} is no sum`)

console.log(
  JSON.stringify({
    threads: availableParallelism(),
    read: between(begun, read),
    sum: between(read, summed),
    plain: between(loop, looped),
    megabytes,
  }),
)
