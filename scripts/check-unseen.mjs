/**
 * Score of the reader of prose over texts that were written by readers of published reports who had not seen it, each in
 * words and figures of its own: how many true ones are accused, and how many of the figures that they mark are found when they
 * are wrong. Sets that the reader was mended by say less of what nobody here has seen than a new one does.
 *
 *     npm run check:unseen            all sets
 *     npm run check:unseen -- --show  and what is accused or missed
 *     npm run check:unseen -- <file>  another set
 */
import { show, writtenSets } from './writtenSets.mjs'

const LIMITS = { accused: 0.02, found: 0.92 }
/** Sets with too much accused or too little found: what holds on average may not for another hand. @type {string[]} */
const failed = []
const { sets, score } = await writtenSets('unseen')
const all = { texts: 0, accused: 0, faults: 0, missed: 0 }
for (const { name, entries } of sets) {
  const { texts, accused, faults, missed } = score.scoreUnseen(entries)
  const ids = new Set(accused.map((/** @type {string} */ each) => each.split(' ')[0]))
  all.texts += texts
  all.accused += ids.size
  all.faults += faults
  all.missed += missed.length
  console.log(
    `${name}: ${ids.size} of ${texts} true texts accused${faults ? `, ${faults - missed.length} of ${faults} faults found (${((100 * (faults - missed.length)) / faults).toFixed(1)} %)` : ''}`,
  )
  if (ids.size > texts * LIMITS.accused || missed.length > faults * (1 - LIMITS.found)) failed.push(name)
  if (show) for (const each of [...accused, ...missed]) console.log(`     ${each}`)
}
const found = 1 - all.missed / all.faults
console.log(
  `all: ${all.accused} of ${all.texts} true texts accused, ${(100 * found).toFixed(1)} % of ${all.faults} faults found`,
)
for (const name of failed)
  console.error(
    `${name}: more than ${100 * LIMITS.accused} % accused, or less than ${100 * LIMITS.found} % found`,
  )
process.exitCode = failed.length ? 1 : 0
