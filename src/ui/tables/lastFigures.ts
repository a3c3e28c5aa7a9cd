import { cellsOf } from '../../format/cells'
import { editionByKey } from '../../format/editions'
import type { Address } from '../../format/types'
import { valuesOf } from '../../report/report'
import { totalOf } from '../../report/totals'
import { formatAmount } from '../../report/value'
import type { ReportSession } from '../form/session'

/** Last year's figures of a report beside this year's, by address: 25 ＋3. Kept up in the pauses of typing. */
export interface LastFigures {
  at(address: Address): string | undefined
  subscribe(listener: () => void): () => void
}

const IN_FORCE = /\.inForce$/
const known = new WeakMap<ReportSession, LastFigures>()

/** One for each open report: all cells are read at once, and a cell is drawn again only where its words have changed. */
export function lastFiguresOf(session: ReportSession): LastFigures {
  const made = known.get(session) ?? createLastFigures(session)
  known.set(session, made)
  return made
}

function createLastFigures(session: ReportSession): LastFigures {
  let looked: unknown
  let words = new Map<Address, string>()
  function read() {
    const { lastYear } = session.notes.get()
    const before = lastYear && editionByKey(lastYear.edition)
    words = new Map()
    if (!lastYear || !before) return
    const [then, now] = [valuesOf(before, lastYear.entries), valuesOf(session.edition, session.entries())]
    for (const { address, unit } of cellsOf(session.edition)) {
      const [last, own] = [totalOf(before, address, then), totalOf(session.edition, address, now)]
      if (!('value' in last)) continue
      const figure = formatAmount(last.value, unit)
      // 现行有效 rolls on: last year's, and what was issued, without what was repealed. Shown, never written.
      const [issued, repealed] = IN_FORCE.test(address)
        ? ['issued', 'repealed'].map((column) => now(address.replace(IN_FORCE, `.${column}`)))
        : []
      if (!('value' in own) && issued?.kind === 'number' && repealed?.kind === 'number') {
        words.set(address, `推算 ${formatAmount(last.value + issued.amount - repealed.amount, unit)}`)
        continue
      }
      const by = 'value' in own ? own.value - last.value : 0n
      const sign = by > 0n ? '＋' : '－'
      words.set(address, by ? `${figure} ${sign}${formatAmount(by > 0n ? by : -by, unit)}` : figure)
    }
  }
  return {
    at(address) {
      const state = `${session.findings.looks.get()}`
      const key = session.notes.get().lastYear
      const last = looked as [string, unknown] | undefined
      if (!last || last[0] !== state || last[1] !== key) {
        looked = [state, key]
        read()
      }
      return words.get(address)
    },
    subscribe(listener) {
      const stops = [session.findings.looks.subscribe(listener), session.notes.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}
