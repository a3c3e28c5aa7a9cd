import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyHistory, type History, recorded, redone, undone } from './history'
import { applyChanges, type Change, type Entries, textAt } from './report'

const addresses = ['a', 'b.c', 'b.d', 'e']

/** Edits over some texts: each a list of addresses with their new text. */
const edits = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...addresses), fc.string({ maxLength: 3 })), {
    minLength: 1,
    maxLength: 3,
  }),
  { maxLength: 40 },
)

function perform(entries: Entries, history: History, edit: [string, string][]) {
  const changes: Change[] = []
  let now = entries
  for (const [address, after] of edit) {
    const change = { address, before: textAt(now, address), after }
    changes.push(change)
    now = applyChanges(now, [change])
  }
  return { entries: now, history: recorded(history, { changes }) }
}

test('taking back every step gives the exact texts of the beginning, doing them again those of the end', () => {
  fc.assert(
    fc.property(edits, (list) => {
      const start: Entries = { a: '1', b: { c: '  12a', d: '' }, e: '８８２.' }
      let state = { entries: start, history: emptyHistory }
      for (const edit of list) state = perform(state.entries, state.history, edit)
      const end = state.entries
      for (let step = undone(state.history); step; step = undone(state.history))
        state = { entries: applyChanges(state.entries, step.step.changes), history: step.history }
      expect(state.entries).toEqual(start)
      for (let step = redone(state.history); step; step = redone(state.history))
        state = { entries: applyChanges(state.entries, step.step.changes), history: step.history }
      expect(state.entries).toEqual(end)
    }),
  )
})

test('a change that changes nothing is no step', () => {
  expect(recorded(emptyHistory, { changes: [{ address: 'a', before: '1', after: '1' }] })).toBe(emptyHistory)
})

test('a new step ends what could be done again', () => {
  const one = recorded(emptyHistory, { changes: [{ address: 'a', before: '', after: '1' }] })
  const back = undone(one)?.history as History
  const other = recorded(back, { changes: [{ address: 'a', before: '', after: '2' }] })
  expect(redone(other)).toBeUndefined()
})

test('keeps the latest thousand steps, and those before them are gone', () => {
  let history = emptyHistory
  const step = (i: number): Change => ({ address: 'a', before: `${i}`, after: `${i + 1}` })
  for (let i = 0; i < 1200; i++) history = recorded(history, { changes: [step(i)] })
  expect(history.done).toHaveLength(1000)
  expect(history.done.map(({ changes: [change] }) => change)).toEqual(
    Array.from({ length: 1000 }, (_, i) => step(200 + i)),
  )
})

test('a paste takes its 来文总计 along, both ways', () => {
  const sourceTotals = { before: {}, after: { 't.total': '23' } }
  const history = recorded(emptyHistory, { changes: [], sourceTotals })
  const back = undone(history)
  expect(back?.step.sourceTotals).toEqual({ before: sourceTotals.after, after: {} })
  expect(redone(back?.history as History)?.step.sourceTotals).toEqual(sourceTotals)
})
