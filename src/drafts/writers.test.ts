import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Report, textAt, withTexts } from '../report/report'
import { fakeBrowser, neverAnswering, settle, type Tab } from '../testing/fakeBrowser'
import { type Altered, alter } from './alter'
import type { Conflict } from './autosave'
import { copyOf, type Draft, hasSameContent, parseDraft } from './draft'
import { inTurn, restoreDrafts } from './restoring'
import type { DraftStore } from './store'
import { textsIn } from './threeWay'

/** With a database that answers and one that falls silent; together 1000 in `npm run check:drafts`. */
const RUNS = Number(process.env.DRAFTS_RUNS ?? 100) / 2
const ID = 'x'
const ADDRESSES = ['other', 'problems', 'tables.requests.received.naturalPerson']

type Step =
  | { kind: 'type'; tab: number; at: number }
  | { kind: 'takeOver' | 'reload'; tab: number }
  | { kind: 'wait'; milliseconds: number }
  /** `tab` 0 to 2: the stores of the pages; the preview is what that page showed when it was last looked at. */
  | { kind: 'look' | 'undo' | 'delete' | 'restore' | 'copy' | 'purge' | 'clear'; tab: number }
  | { kind: 'merge' | 'backup'; tab: number; at: number }
  | { kind: 'silence' }

const tab = fc.nat(2)
const at = fc.nat(2)
const of = <K extends Step['kind']>(kind: K) =>
  fc.record({ kind: fc.constant(kind), tab }) as fc.Arbitrary<Step>
const steps = (silence: boolean): fc.Arbitrary<Step>[] => [
  fc.record({ kind: fc.constant('type' as const), tab, at }),
  fc.record({ kind: fc.constant('type' as const), tab, at }),
  fc.record({ kind: fc.constant('type' as const), tab, at }),
  fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.constantFrom(0, 50, 250, 700, 2500) }),
  fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.constantFrom(0, 50, 250, 700, 2500) }),
  fc.record({ kind: fc.constant('merge' as const), tab, at }),
  fc.record({ kind: fc.constant('merge' as const), tab, at }),
  fc.record({ kind: fc.constant('backup' as const), tab, at }),
  ...(
    ['look', 'look', 'undo', 'undo', 'delete', 'restore', 'restore', 'copy', 'purge', 'clear'] as const
  ).map(of),
  of('takeOver'),
  ...(silence ? [fc.constant<Step>({ kind: 'silence' })] : [of('reload')]),
]

interface Stored {
  place: string
  id: string
  draft: Draft
}

/** The stand-in's own shelves: a sentence is held against what lies there at the same moment. */
interface Inside {
  _databases: Map<
    string,
    { rawObjectStores: Map<string, { records: { values(): Iterable<{ value: { text: string } }> } }> }
  >
}

/** Everything that lies in the browser, read past the program. */
function everything(disk: Map<string, string>, factory: IDBFactory): Stored[] {
  const found: Stored[] = []
  const add = (place: string, text: string) => {
    const draft = parseDraft(text)
    if (!('problem' in draft)) found.push({ place, id: draft.id, draft })
  }
  for (const [key, text] of disk) {
    if (key.startsWith('nianbao:draft:')) add('draft', text)
    if (key.startsWith('nianbao:trash:')) add('trash', JSON.parse(text).text)
  }
  const stores = (factory as unknown as Inside)._databases.get('nianbao')?.rawObjectStores ?? []
  for (const [name, { records }] of stores)
    for (const { value } of records.values()) add(name === 'journal' ? 'draft' : name, value.text)
  return found
}
const has = (draft: Draft, address: string, text: string) => textAt(draft.report.entries, address) === text

async function run(steps: Step[], silence: boolean) {
  const factory = new IDBFactory()
  const silent = neverAnswering(factory)
  silent.answers = true
  const browser = fakeBrowser({ factory: silent })
  const { advance, disk } = browser
  const tabs: (Tab | undefined)[] = [await browser.open(ID), await browser.open(ID)]
  const outside = await browser.openStore()
  // Without a database there are no versions: who may type has to be settled.
  if (silence) await advance(500)
  const storeOf = (n: number): DraftStore => tabs[n]?.store ?? outside
  /** By address, the text that was last said to be there. */
  const accepted = new Map<string, string>()
  const previews = new Map<number, Draft>()
  const merges = new Map<number, Extract<Altered, { ok: true }>>()
  const working = new Set<Promise<void>>()
  const untrue: string[] = []
  let count = 0
  let news = 1
  const fresh = () => `t${++count}`
  const stored = () => everything(disk, factory)
  const claim = (sentence: string, holds: (all: Stored[]) => boolean) => {
    if (!holds(stored())) untrue.push(sentence)
  }
  /** What the banner of an open report promises. */
  const watch = (open: Tab): Tab => {
    let said: Conflict | undefined
    let known = open.autosave.saved().id
    open.autosave.subscribe(() => {
      const { conflict, savedAt } = open.autosave.status()
      const own = open.autosave.saved().id
      if (own !== known && savedAt !== undefined) {
        claim('存为单独的一份', (all) => all.some(({ id, place }) => id === own && place === 'draft'))
        known = own
      }
      if (conflict !== said && conflict && !conflict.waiting && !conflict.unkept.length)
        claim('没有采用的文字存为一个历史版本', (all) => all.some(({ place }) => place === 'snapshots'))
      said = conflict
    })
    return open
  }
  for (const open of tabs) if (open) watch(open)
  const background = (work: Promise<void>) => {
    working.add(work)
    void work.finally(() => working.delete(work))
  }

  async function change(n: number, seen: Draft, wanted: Report, name: string) {
    // A text that an undo brings back may still be in the form of another tab, which goes on saving it.
    const known = stored().flatMap(({ draft }) => [...textsIn(draft.report.entries).values()])
    const typed = new Set([...known, ...accepted.values()])
    const altered = await alter(storeOf(n), seen, wanted)
    const asked = [...textsIn(wanted.entries)].filter(
      ([address, text]) => textAt(seen.report.entries, address) !== text,
    )
    if (altered.ok) {
      for (const address of altered.written) {
        const text = textAt(wanted.entries, address)
        if (altered.stored)
          claim(`${name} wrote ${address} = ${text}`, (all) =>
            all.some(({ draft }) => has(draft, address, text)),
          )
        accepted.set(address, text)
      }
      return altered
    }
    if (altered.problem !== 'changed')
      claim(`${name} wrote nothing`, (all) =>
        asked.every(
          ([address, text]) =>
            !text ||
            typed.has(text) ||
            !all.some(({ draft, place }) => place === 'draft' && has(draft, address, text)),
        ),
      )
    return undefined
  }

  let clearing = false
  const OUTSIDE = ['merge', 'undo', 'backup', 'copy', 'delete', 'restore', 'purge', 'clear']

  async function perform(step: Step): Promise<void> {
    if (step.kind === 'wait') return advance(step.milliseconds)
    // One clerk: clearing and the other actions follow each other; typing goes on meanwhile.
    if (OUTSIDE.includes(step.kind)) while (clearing) await advance(500)
    if (step.kind === 'clear') while (working.size) await advance(500)
    if (step.kind === 'silence') {
      silent.answers = false
      return
    }
    const store = storeOf(step.tab)
    const seen = previews.get(step.tab)
    if (step.kind === 'type') {
      const open = tabs[step.tab]
      const address = ADDRESSES[step.at] as string
      const text = fresh()
      if (open?.type(address, text)) accepted.set(address, text)
    } else if (step.kind === 'takeOver') void tabs[step.tab]?.hold.takeOver()
    else if (step.kind === 'reload') {
      const open = tabs[step.tab]
      if (!open) return
      open.close()
      await settle()
      previews.delete(step.tab)
      merges.delete(step.tab)
      delete tabs[step.tab]
      // Deleted elsewhere: there is nothing to open.
      if (stored().some(({ id, place }) => id === ID && place === 'draft'))
        tabs[step.tab] = watch(await browser.open(ID))
    } else if (step.kind === 'look') {
      const draft = store.get(ID)
      if (draft) previews.set(step.tab, structuredClone(draft))
    } else if (step.kind === 'merge' && seen) {
      const address = ADDRESSES[step.at] as string
      const wanted = { ...seen.report, entries: withTexts(seen.report.entries, [[address, fresh()]]) }
      background(
        change(step.tab, seen, wanted, '合并').then((altered) => {
          if (altered?.written.length) merges.set(step.tab, altered)
        }),
      )
    } else if (step.kind === 'undo') {
      const merged = merges.get(step.tab)
      merges.delete(step.tab)
      if (merged)
        background(change(step.tab, merged.after, merged.before.report, '撤销').then(() => undefined))
    } else if (step.kind === 'backup' && seen) {
      const address = ADDRESSES[step.at] as string
      const report = { ...seen.report, entries: withTexts(seen.report.entries, [[address, fresh()]]) }
      background(
        inTurn(browser.locks, browser.timers, () =>
          restoreDrafts(store, [{ ...seen, revision: seen.revision + 50, report }], fresh),
        ).then(({ drafts }) => {
          // Without a database there are no versions for what an open report has changed since.
          if (silent.answers)
            claim('恢复', (all) =>
              drafts.every((own) => all.some(({ draft }) => hasSameContent(draft.report, own.report))),
            )
        }),
      )
    } else if (step.kind === 'copy' && seen) {
      const copy = copyOf(seen, store.now(), fresh())
      background(
        store
          .place(copy, undefined)
          .then(({ ok }) =>
            claim('复制', (all) => ok === all.some(({ id, place }) => id === copy.id && place === 'draft')),
          ),
      )
    } else if (step.kind === 'delete')
      background(
        store
          .remove(ID, seen)
          .then((done) =>
            claim(
              `删除 ${done}`,
              (all) =>
                done === 'gone' ||
                all.some(({ id, place }) => id === ID && (done === 'ok' || place === 'draft')),
            ),
          ),
      )
    else if (step.kind === 'restore')
      background(
        store.restore(ID).then((done) => {
          // While the database is silent, only what this tab shows can be asked whether it is there already.
          if (done === 'ok' || (done === 'there' && silent.answers))
            claim(`从回收站恢复 ${done}`, (all) =>
              all.some(({ id, place }) => id === ID && place === 'draft'),
            )
        }),
      )
    else if (step.kind === 'purge') {
      const texts = [...accepted]
      background(
        store.purge(ID).then(async (done) => {
          if (done !== 'ok') return
          for (const [address, text] of texts) if (accepted.get(address) === text) accepted.delete(address)
          claim('彻底删除', (all) => !all.some(({ id, place }) => id === ID && place === 'trash'))
        }),
      )
    } else if (step.kind === 'clear') {
      const texts = [...accepted]
      const keyOf = ({ draft: { id, revision, savedAt } }: Stored) => `${id} ${revision} ${savedAt}`
      const before = new Set(stored().map(keyOf))
      clearing = true
      background(
        store.clear().then((done) => {
          clearing = false
          for (const [address, text] of texts) if (accepted.get(address) === text) accepted.delete(address)
          // An open report goes on being saved, also one that has become a report of its own; of all else nothing is left.
          const open = new Set([ID, ...tabs.map((each) => each?.autosave.saved().id)])
          if (done)
            claim('已清除', (all) =>
              all.every((each) => (open.has(each.id) ? each.place !== 'trash' : !before.has(keyOf(each)))),
            )
        }),
      )
    }
  }

  for (const step of steps) {
    // With a silent database there are no versions, so the tabs have to hear of each other first.
    if (step.kind === 'silence') news = 12
    await perform(step)
    await settle(news)
  }
  for (let second = 0; second < 60; second++) await advance(1000)
  if (working.size) untrue.push('something still waits')
  // Without a database there are no versions: the banner shows what was not taken over, for as long as the page is open.
  const shown = tabs.flatMap((each) => each?.autosave.status().conflict?.unkept ?? [])
  for (const each of tabs) each?.close()
  silent.answers = true
  silent.wake()
  await advance(1000)
  const last = await browser.openStore()
  await last.settled()
  const all = stored()
  for (const [address, text] of accepted)
    if (![...shown, ...all.map(({ draft }) => draft)].some((each) => has(each, address, text)))
      untrue.push(`lost: ${address} = ${text}`)
  const listed = new Set(last.list().map(({ id }) => id))
  if (last.trash().some(({ draft }) => listed.has(draft.id))) untrue.push('in both lists')
  return untrue
}

/** One tab's deletion takes another's newer state out of localStorage, while that one is on its way to the database. */
const deletedTwice: Step[] = [
  { kind: 'delete', tab: 1 },
  { kind: 'type', tab: 0, at: 0 },
  { kind: 'merge', tab: 0, at: 0 },
  { kind: 'delete', tab: 0 },
  { kind: 'takeOver', tab: 0 },
  { kind: 'reload', tab: 0 },
]

/** Two tabs bring back the same draft with other content at the same moment, while all is being cleared. */
const restoredTwice: Step[] = [
  { kind: 'look', tab: 1 },
  { kind: 'look', tab: 2 },
  { kind: 'clear', tab: 0 },
  { kind: 'backup', tab: 1, at: 1 },
  { kind: 'backup', tab: 2, at: 0 },
  { kind: 'merge', tab: 1, at: 0 },
  { kind: 'clear', tab: 0 },
  { kind: 'merge', tab: 0, at: 0 },
  { kind: 'restore', tab: 0 },
  { kind: 'wait', milliseconds: 0 },
  { kind: 'merge', tab: 0, at: 0 },
  { kind: 'copy', tab: 0 },
  { kind: 'type', tab: 0, at: 0 },
]

/** A tab deletes the state that lost against another of its revision, which it has not looked at since. */
const deletedBehind: Step[] = [
  { kind: 'look', tab: 2 },
  { kind: 'wait', milliseconds: 2500 },
  { kind: 'merge', tab: 2, at: 0 },
  { kind: 'copy', tab: 0 },
  { kind: 'type', tab: 0, at: 0 },
  { kind: 'type', tab: 0, at: 0 },
  { kind: 'look', tab: 0 },
  { kind: 'reload', tab: 2 },
  { kind: 'takeOver', tab: 1 },
  { kind: 'wait', milliseconds: 0 },
  { kind: 'purge', tab: 0 },
  { kind: 'delete', tab: 1 },
  { kind: 'type', tab: 0, at: 0 },
  { kind: 'look', tab: 0 },
  { kind: 'undo', tab: 0 },
  { kind: 'undo', tab: 0 },
]

/** A merged text gives way to one that was typed elsewhere before it was heard of, while nothing can become a version. */
const typedOverMerged: Step[] = [
  { kind: 'look', tab: 2 },
  { kind: 'merge', tab: 2, at: 0 },
  { kind: 'type', tab: 0, at: 1 },
  { kind: 'takeOver', tab: 0 },
  { kind: 'merge', tab: 2, at: 1 },
  { kind: 'merge', tab: 0, at: 0 },
  { kind: 'type', tab: 0, at: 1 },
  { kind: 'wait', milliseconds: 0 },
  { kind: 'merge', tab: 0, at: 0 },
  { kind: 'merge', tab: 0, at: 0 },
  { kind: 'undo', tab: 0 },
  { kind: 'silence' },
  { kind: 'restore', tab: 0 },
  { kind: 'type', tab: 0, at: 0 },
  { kind: 'type', tab: 0, at: 0 },
]

/** Another tab's text of one revision takes the place of a merged one right after it was written. */
const mergedThenReplaced: Step[] = [
  { kind: 'wait', milliseconds: 2500 },
  { kind: 'look', tab: 0 },
  { kind: 'look', tab: 1 },
  { kind: 'backup', tab: 0, at: 0 },
  { kind: 'merge', tab: 0, at: 1 },
  { kind: 'merge', tab: 1, at: 0 },
  { kind: 'type', tab: 0, at: 0 },
  { kind: 'undo', tab: 0 },
  { kind: 'restore', tab: 0 },
  { kind: 'wait', milliseconds: 0 },
  { kind: 'merge', tab: 0, at: 0 },
  { kind: 'type', tab: 0, at: 0 },
  { kind: 'look', tab: 0 },
  { kind: 'merge', tab: 0, at: 0 },
]

/** Two texts of one revision, of which one was in localStorage for a while; then all is cleared. */
const forkedThenCleared: Step[] = [
  { kind: 'look', tab: 1 },
  { kind: 'look', tab: 2 },
  { kind: 'merge', tab: 1, at: 0 },
  { kind: 'reload', tab: 2 },
  { kind: 'type', tab: 0, at: 0 },
  { kind: 'backup', tab: 1, at: 0 },
  { kind: 'reload', tab: 2 },
  { kind: 'look', tab: 0 },
  { kind: 'reload', tab: 0 },
  { kind: 'look', tab: 0 },
  { kind: 'copy', tab: 0 },
  { kind: 'look', tab: 0 },
  { kind: 'reload', tab: 0 },
  { kind: 'look', tab: 0 },
  { kind: 'clear', tab: 0 },
  { kind: 'delete', tab: 2 },
]

for (const silence of [false, true])
  test(`typing, merging, undoing, restoring, deleting and clearing in three tabs, ${silence ? 'also when the database falls silent' : 'news on the way'}: nothing is lost, every sentence is true`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(...steps(silence)), { minLength: 8, maxLength: 30 }),
        async (list) => {
          expect(await run(list, silence)).toEqual([])
        },
      ),
      {
        numRuns: RUNS,
        seed: process.env.DRAFTS_RUNS ? undefined : 20220120,
        examples: silence
          ? [[restoredTwice], [typedOverMerged], [mergedThenReplaced]]
          : [[deletedTwice], [forkedThenCleared], [deletedBehind], [mergedThenReplaced]],
      },
    )
  }, 1_800_000)
