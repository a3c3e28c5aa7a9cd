import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { newDraft, parseDraft } from '../../drafts/draft'
import { startCorrection } from '../../drafts/published'
import type { DraftStore } from '../../drafts/store'
import { currentEdition as edition } from '../../format/editions'
import { fileText } from '../../report/file'
import { PUBLISHED_AT } from '../../report/publication'
import { type Report, textAt } from '../../report/report'
import { fakeBrowser } from '../../testing/fakeBrowser'
import { filledReport } from '../../testing/filledReport'
import { sessionOf } from '../../testing/session'
import { restoreVersion, versionsOf } from '../history/versions'
import { keepPublishedNow } from './publication'
import type { ReportSession } from './session'

const RUNS = Number(process.env.DRAFTS_RUNS ?? 40)
const CELL = 'tables.requests.received.naturalPerson'
const TODAY = '2022-01-20'
const DATES = ['', '2022-01-18', '2022-01-19', TODAY, '2999-01-01', '2022-1-1']

const fileOf = (report: Report) => fileText(report, edition, 'final')
const inShort = (text: string) => {
  const { publishedAt, other, exceptions, tables } = JSON.parse(text)
  return `${publishedAt} ${tables.requests.received.naturalPerson} ${other} ${exceptions[0]?.at}`
}
/** What a site has of a report, if it has it; undefined while it is not published, or is changed after its publication. */
function onTheSite({ entries, notes }: Report): string | undefined {
  const at = textAt(entries, PUBLISHED_AT)
  if (!/^\d{4}-\d\d-\d\d$/.test(at) || at > TODAY || notes.reopened === at) return undefined
  return fileOf({ edition: edition.key, entries, notes })
}
async function keptOf(store: DraftStore, id = 'x'): Promise<Report[]> {
  const snapshots = await store.snapshots(id)
  return snapshots.flatMap(({ reason, text }) => {
    const draft = parseDraft(text)
    return reason === 'published' && 'report' in draft ? [draft.report] : []
  })
}

type Act = (session: ReportSession, store: DraftStore) => void | Promise<void>
const act = (name: string, run: Act) => Object.assign(run, { toString: () => name })
const type = (address: string, text: string) =>
  act(`type ${address} “${text}”`, (session) => {
    session.enter(address)
    session.form.setValue(address, text)
    session.typed(address, text)
  })
const answer = {
  async here(session: ReportSession, store: DraftStore) {
    const { redates, go } = session.asked.get() ?? {}
    if (!go) return
    if (!redates) {
      await keepPublishedNow(session, store)
      session.reopen()
    }
    session.asked.set(null)
    go()
  },
  async correct(session: ReportSession, store: DraftStore) {
    const asked = session.asked.get()
    if (!asked || asked.redates) return
    await keepPublishedNow(session, store)
    startCorrection(store, session.report(), edition, `y${store.list().length}`, asked.to)
    session.asked.set(null)
  },
  not: (session: ReportSession) => session.asked.set(null),
}
const acts = fc.oneof(
  fc.constantFrom('21', '22', '23').map((text) => type(CELL, text)),
  fc.constantFrom('甲', '乙').map((text) => type('other', text)),
  fc.constantFrom(...DATES).map((text) => type(PUBLISHED_AT, text)),
  fc
    .constantFrom(...DATES)
    .map((after) => act(`set ${after}`, (session) => session.apply([{ address: PUBLISHED_AT, after }]))),
  fc
    .constantFrom('2022-01-05', '2022-01-06')
    .map((at) =>
      act(`reason at ${at}`, (session) =>
        session.note((notes) => ({ ...notes, exceptions: [{ rule: 'x', cells: {}, reason: '已核对', at }] })),
      ),
    ),
  fc.constant(act('undo', (session) => void session.undo())),
  fc.constant(act('redo', (session) => void session.redo())),
  fc.constant(act('save', (session) => void session.autosave.flush())),
  fc.constant(act('keep', async (session) => void (await session.autosave.keep('manual')))),
  fc.nat(8).map((index) =>
    act(`restore ${index}`, async (session, store) => {
      const versions = versionsOf(await store.snapshots('x'), session.report(), edition)
      const version = versions[index % Math.max(1, versions.length)]
      if (!version) return
      const before = fileOf(session.report())
      if ((await restoreVersion(session, version)) === 'asked') expect(fileOf(session.report())).toBe(before)
    }),
  ),
  fc
    .constantFrom('here', 'here', 'correct', 'not' as const)
    .map((how) =>
      act(`answer ${how}`, (session, store) => answer[how as keyof typeof answer](session, store)),
    ),
)

test('every state that was published and then changed is among the kept ones, and no kept one lacks a date', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...DATES),
      fc.array(acts, { maxLength: 25, size: 'max' }),
      async (publishedAt, given) => {
        const browser = fakeBrowser()
        const store = await browser.openStore()
        const draft = newDraft(filledReport({ publishedAt }), store.now(), 'x')
        store.save(draft)
        const session = sessionOf(draft, store)
        session.findings.stop()
        const due = new Set<string>()
        let last = onTheSite(session.report())
        for (const run of given) {
          await run(session, store)
          const now = onTheSite(session.report())
          if (last !== undefined && now !== last) due.add(last)
          last = now
        }
        // What stands there again is not gone.
        if (last !== undefined) due.delete(last)
        session.leave()
        session.autosave.stop()
        await vi.waitFor(async () => {
          const kept = (await keptOf(store)).map(fileOf)
          expect([...due].filter((text) => !kept.includes(text)).map(inShort)).toEqual([])
          expect(new Set(kept).size).toBe(kept.length)
        })
        for (const { id } of store.list())
          for (const { entries } of await keptOf(store, id))
            expect(DATES.slice(1, 4)).toContain(textAt(entries, PUBLISHED_AT))
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  )
}, 300_000)
