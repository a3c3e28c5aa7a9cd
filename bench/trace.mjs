// node bench/trace.mjs [name…]: where a key's main-thread time goes, self time per trace event, ms per key.
// Looks at what the bench has built: run it once before.
import { builtPages } from './built.mjs'
import { usual } from './contenders.mjs'
import { textTable } from './report.mjs'
import { sleep } from './table.mjs'

const KEYS = 24
const names = process.argv.slice(2)
const { chosen, browser, open, close } = await builtPages(names.length ? names : usual)
/** @typedef {{ ph: string, name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number }} TraceEvent */

/** @type {Map<string, { time: number, count: number }>[]} */
const measured = []
for (const contender of chosen) {
  const table = await open(contender)
  await table.focus(5, 1)
  await sleep(1500)
  await table.page.keyboard.type('1234', { delay: 50 })
  await browser.startTracing(table.page, {
    categories: [
      'devtools.timeline',
      'toplevel',
      'blink',
      'cc',
      'v8',
      'disabled-by-default-devtools.timeline',
    ],
  })
  for (let key = 0; key < KEYS; key++) {
    await table.page.keyboard.press(key % 6 === 5 ? 'Backspace' : String((key % 9) + 1))
    await sleep(45)
  }
  /** @type {TraceEvent[]} */
  const events = JSON.parse(String(await browser.stopTracing())).traceEvents
  await table.close()
  measured.push(selfTimes(events))
}
await close()

/** Time of the thread that handles the keys, by event, without what lies inside it. @param {TraceEvent[]} events */
function selfTimes(events) {
  const key = events.find(({ name }) => name === 'EventDispatch')
  const own = events
    .filter(
      ({ ph, pid, tid, dur }) => ph === 'X' && dur !== undefined && pid === key?.pid && tid === key?.tid,
    )
    .map(({ name, ts, dur = 0, tdur = dur }) => ({ name, ts, end: ts + dur, time: tdur, self: tdur }))
    .sort((a, b) => a.ts - b.ts || b.end - a.end)
  /** @type {typeof own} */
  const open = []
  /** @type {Map<string, { time: number, count: number }>} */
  const times = new Map()
  for (const event of own) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= event.ts) open.pop()
    const around = open.at(-1)
    if (around) around.self -= event.time
    open.push(event)
  }
  for (const { name, self } of own) {
    const { time, count } = times.get(name) ?? { time: 0, count: 0 }
    times.set(name, { time: time + self / 1000 / KEYS, count: count + 1 / KEYS })
  }
  return times
}

/** @param {string} name */
const longest = (name) => Math.max(...measured.map((times) => times.get(name)?.time ?? 0))
const events = [...new Set(measured.flatMap((times) => [...times.keys()]))]
  .sort((a, b) => longest(b) - longest(a))
  .slice(0, 30)
console.log(
  textTable([
    ['event', ...chosen.map(({ name }) => name)],
    ...events.map((name) => [
      name,
      ...measured.map((times) => {
        const { time, count } = times.get(name) ?? { time: 0, count: 0 }
        return `${time.toFixed(3)} ×${count.toFixed(1)}`
      }),
    ]),
    [
      'all',
      ...measured.map((times) => [...times.values()].reduce((sum, { time }) => sum + time, 0).toFixed(2)),
    ],
  ]),
)
