import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newDraft } from '../../drafts/draft'
import type { DraftStore } from '../../drafts/store'
import { currentEdition as edition } from '../../format/editions'
import type { Address } from '../../format/types'
import { addressesOf, blankEntries, blankReport, textAt } from '../../report/report'
import { fakeBrowser } from '../../testing/fakeBrowser'
import { sessionOf } from '../../testing/session'
import { restoreVersion, versionsOf } from '../history/versions'
import type { ReportSession } from './session'

/** 500 with `npm run check:drafts`. */
const RUNS = Number(process.env.DRAFTS_RUNS ?? 30)

type Texts = Record<Address, string>
/** What a clerk believes to have in front of them. */
interface Model {
  texts: Texts
  done: Texts[]
  undone: Texts[]
  kept: Texts[]
}
interface Real {
  open(): Promise<DraftStore>
  store: DraftStore
  session: ReportSession
}

function openedIn(store: DraftStore): ReportSession {
  const draft = store.get('x')
  if (!draft) throw new Error('the draft is gone')
  const session = sessionOf(draft, store)
  session.findings.stop()
  return session
}

const ADDRESSES = [
  'year',
  'organ.name',
  'overview.introduction',
  'other',
  ...addressesOf(edition).filter((address) => address.startsWith('tables.requests.received')),
]
const CHECKED = addressesOf(edition)
const text = fc.constantFrom(
  '',
  '0',
  '12',
  '12a',
  '882.0000',
  '-1',
  '/',
  '１，２３０',
  ' 3 ',
  '甲\n乙',
  '“引号”',
  '__proto__',
)
const address = fc.constantFrom(...ADDRESSES)

function step(model: Model, texts: Texts) {
  const changed = Object.entries(texts).some(([where, value]) => (model.texts[where] ?? '') !== value)
  if (!changed) return
  model.done.push(model.texts)
  model.undone = []
  model.texts = { ...model.texts, ...texts }
}
function agree(model: Model, { session }: Real) {
  const shown = CHECKED.map((where) => [where, textAt(session.entries(), where)])
  expect(shown.filter(([where = '', value]) => value !== (model.texts[where] ?? ''))).toEqual([])
}
type Command = fc.AsyncCommand<Model, Real>
const command = (
  name: string,
  run: (model: Model, real: Real) => void | Promise<void>,
  check: (model: Readonly<Model>) => boolean = () => true,
): Command => ({
  check,
  async run(model, real) {
    await run(model, real)
    agree(model, real)
  },
  toString: () => name,
})

const commands = [
  fc.tuple(address, text).map(([where, value]) =>
    command(`type ${where} ${value}`, (model, { session }) => {
      session.enter(where)
      session.form.setValue(where, value)
      session.typed(where, value)
      session.leave()
      step(model, { [where]: value })
    }),
  ),
  fc.array(fc.tuple(address, text), { minLength: 1, maxLength: 15 }).map((cells) => {
    const texts = Object.fromEntries(cells)
    return command(`paste ${JSON.stringify(texts)}`, (model, { session }) => {
      session.apply(Object.entries(texts).map(([where, after]) => ({ address: where, after })))
      step(model, texts)
    })
  }),
  fc.constant(
    command('undo', (model, { session }) => {
      session.undo()
      const before = model.done.pop()
      if (!before) return
      model.undone.push(model.texts)
      model.texts = before
    }),
  ),
  fc.constant(
    command('redo', (model, { session }) => {
      session.redo()
      const after = model.undone.pop()
      if (!after) return
      model.done.push(model.texts)
      model.texts = after
    }),
  ),
  fc.constant(
    command('reload', async (model, real) => {
      real.session.autosave.flush()
      real.session.autosave.stop()
      real.store = await real.open()
      real.session = openedIn(real.store)
      model.done = []
      model.undone = []
    }),
  ),
  fc.constant(
    command('keep a version', async (model, { session }) => {
      await session.autosave.keep('manual')
      model.kept.push(model.texts)
    }),
  ),
  fc.constant(
    command(
      'restore the version kept last',
      async (model, { session, store }) => {
        const versions = versionsOf(await store.snapshots('x'), session.report(), edition)
        const wanted = model.kept.at(-1) ?? {}
        const version = versions.find(
          ({ draft }) =>
            draft && CHECKED.every((where) => textAt(draft.report.entries, where) === (wanted[where] ?? '')),
        )
        expect(version).toBeDefined()
        if (!version) return
        await restoreVersion(session, version)
        step(model, Object.fromEntries(CHECKED.map((where) => [where, wanted[where] ?? ''])))
      },
      (model) => model.kept.length > 0,
    ),
  ),
]

test('editing, undo, paste, reload and restore agree with a simple model', async () => {
  const sequence = fc.commands(commands, { maxCommands: 30, size: 'max' })
  await fc.assert(
    fc.asyncProperty(sequence, async (given) => {
      const { openStore } = fakeBrowser()
      const store = await openStore()
      store.save(newDraft(blankReport(edition), store.now(), 'x'))
      const blank = blankEntries(edition)
      const texts = Object.fromEntries(CHECKED.map((where) => [where, textAt(blank, where)]))
      const real: Real = { open: openStore, store, session: openedIn(store) }
      await fc.asyncModelRun(() => ({ model: { texts, done: [], undone: [], kept: [] }, real }), given)
      real.session.autosave.stop()
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
}, 900_000)

test('who types a figure over with the same one takes no other step back', async () => {
  const store = await fakeBrowser().openStore()
  store.create(newDraft(blankReport(edition), new Date(), 'x'))
  const session = openedIn(store)
  session.apply([
    { address: 'problems', after: '带来的文字。' },
    { address: 'other', after: '维护栏目24个。' },
  ])
  session.enter('other')
  session.aboutToType()
  for (const text of ['维护栏目个。', '维护栏目2个。', '维护栏目24个。']) {
    session.form.setValue('other', text)
    session.typed('other', text)
  }
  expect(session.undo()).toEqual({ address: 'other' })
  expect(textAt(session.entries(), 'problems')).toBe('带来的文字。')
  session.undo()
  expect(textAt(session.entries(), 'problems')).toBe('')
})
