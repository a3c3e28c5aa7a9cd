import { expect, test } from 'vitest'
import { neutralReport } from '../../checks/rules/neutralReport'
import { newDraft } from '../../drafts/draft'
import { currentEdition as edition } from '../../format/editions'
import { textAt } from '../../report/report'
import { fakeBrowser } from '../../testing/fakeBrowser'
import { sessionOf } from '../../testing/session'
import { linksOf, staleLinks } from '../../writing/links'
import { unlink, updateLinks } from '../text/carried'
import { keepLinks } from './linking'
import type { ReportSession } from './session'

const TEXT = 'overview.onRequest'
const CELL = 'tables.requests.received.naturalPerson'
const SAID = '本年新收政府信息公开申请31件。'
let session: ReportSession

async function opened(entries: Record<string, string>) {
  const store = await fakeBrowser().openStore()
  const draft = newDraft(neutralReport(edition, entries, 2023), store.now(), 'x')
  store.create(draft)
  session = sessionOf(draft, store)
  let altered = false
  const look = async () => {
    await session.findings.now()
    keepLinks(session, altered)
  }
  const type = (address: string, text: string) => {
    altered = true
    session.enter(address)
    session.form.setValue(address, text)
    session.typed(address, text)
  }
  const linked = () => linksOf(session.notes.get()).map(({ cell, phrase }) => [cell, phrase])
  const stale = () => staleLinks(edition, session.entries(), session.notes.get(), TEXT).map(({ now }) => now)
  const sides = () =>
    staleLinks(edition, session.entries(), session.notes.get(), TEXT).map(({ now, cellChanged }) => [
      now,
      cellChanged ? 'table' : 'text',
    ])
  return { look, type, linked, stale, sides }
}
const TIED = [['tables.requests.received.total', SAID]]

test('a figure that was typed is linked once its text is left, as no step of the history', async () => {
  const { look, type, linked, stale } = await opened({ [CELL]: '31' })
  type(TEXT, SAID)
  await look()
  expect(linked(), 'while it is typed').toEqual([])
  session.leave()
  await look()
  expect(linked()).toEqual(TIED)
  expect(session.history.get().done).toHaveLength(1)
  type(CELL, '35')
  session.leave()
  await look()
  expect(stale()).toEqual(['35'])
  session.undo()
  session.undo()
  await look()
  expect(textAt(session.entries(), TEXT)).not.toBe(SAID)
  expect(stale(), 'its phrase is gone').toEqual([])
  session.redo()
  session.redo()
  await look()
  expect(stale(), 'found again').toEqual(['35'])
})

test('opening a report writes nothing; what agreed before its cell changed is linked with that change', async () => {
  const { look, type, linked, stale } = await opened({ [CELL]: '31', [TEXT]: SAID })
  const before = session.notes.get()
  await look()
  expect(session.notes.get()).toBe(before)
  type(CELL, '3')
  await look()
  type(CELL, '35')
  await look()
  expect(linked()).toEqual(TIED)
  expect(stale()).toEqual(['35'])
})

test('no link where text and table disagree already, where the words stand twice, or by a cell half typed', async () => {
  const { look, type, linked } = await opened({ [CELL]: '3' })
  type(TEXT, SAID)
  session.leave()
  await look()
  expect(linked(), 'the check says it').toEqual([])
  type(TEXT, `${SAID}\n${SAID}`)
  type(CELL, '31')
  session.leave()
  await look()
  expect(linked(), 'ambiguous').toEqual([])
  type(TEXT, SAID)
  session.leave()
  type(CELL, '31')
  await look()
  expect(linked(), 'on the way to 312').toEqual([])
})

test('a sentence that has become another one lets go of its cell', async () => {
  const { look, type, linked } = await opened({
    [CELL]: '31',
    'tables.requests.outcome.granted.naturalPerson': '31',
    [TEXT]: SAID,
  })
  type('other', '无。')
  session.leave()
  await look()
  expect(linked()).toEqual(TIED)
  const said = '本年办结政府信息公开申请31件。'
  type(TEXT, said)
  type(CELL, '32')
  session.leave()
  await look()
  expect(linked()).toContainEqual(['tables.requests.outcomeTotal.total', said])
})

test('which side was changed holds through 更新, undo, redo, and a table and a sentence that were both set right', async () => {
  const { look, type, sides } = await opened({ [CELL]: '31' })
  type(TEXT, SAID)
  session.leave()
  await look()
  type(CELL, '35')
  session.leave()
  await look()
  expect(sides()).toEqual([['35', 'table']])
  updateLinks(session, linksOf(session.notes.get()))
  await look()
  expect([textAt(session.entries(), TEXT), sides()]).toEqual([SAID.replace('31', '35'), []])
  session.undo()
  await look()
  expect(sides(), 'the sentence is as it was before the table was changed').toEqual([['35', 'table']])
  session.redo()
  await look()
  type(TEXT, SAID.replace('31', '36'))
  session.leave()
  await look()
  expect(sides(), 'the table is as it was').toEqual([['35', 'text']])
  type(CELL, '36')
  session.leave()
  await look()
  expect(sides()).toEqual([])
  type(TEXT, SAID.replace('31', '37'))
  session.leave()
  await look()
  expect(sides(), 'what both have said last counts').toEqual([['36', 'text']])
})

test('不再跟随 lasts through the looks that follow, one undo brings the link back', async () => {
  const { look, type, linked, sides } = await opened({ [CELL]: '31' })
  type(TEXT, SAID)
  session.leave()
  await look()
  type(TEXT, SAID.replace('31', '32'))
  session.leave()
  await look()
  const [link] = linksOf(session.notes.get())
  if (link) unlink(session, link)
  await look()
  expect([linked(), sides()]).toEqual([[], []])
  expect(textAt(session.entries(), TEXT)).toBe(SAID.replace('31', '32'))
  session.undo()
  await look()
  expect(sides()).toEqual([['31', 'text']])
  session.redo()
  await look()
  expect(sides()).toEqual([])
})

test('a report that was opened with an old link tells the side all the same, and writes nothing before it is changed', async () => {
  const { look, type, sides } = await opened({ [CELL]: '35', [TEXT]: SAID.replace('31', '35') })
  session.note((notes) => ({
    ...notes,
    links: [{ text: TEXT, cell: 'tables.requests.received.total', phrase: SAID, value: 31 }],
  }))
  const before = session.notes.get()
  await look()
  expect(session.notes.get()).toBe(before)
  type(TEXT, SAID.replace('31', '36'))
  session.leave()
  await look()
  expect(sides()).toEqual([['35', 'text']])
})
