import { expect, test, vi } from 'vitest'
import { draftText, newDraft } from '../../drafts/draft'
import { currentEdition as edition } from '../../format/editions'
import { PUBLISHED_AT } from '../../report/publication'
import { textAt } from '../../report/report'
import { fakeBrowser } from '../../testing/fakeBrowser'
import { filledReport } from '../../testing/filledReport'
import { sessionOf } from '../../testing/session'
import { keptWaiting } from '../drafts/waiting'
import { restoreVersion, type Version } from '../history/versions'
import { createTableView } from '../tables/tableView'
import { cellActions } from '../tables/useTableEvents'
import { keepWaiting } from './keptWaiting'
import type { ReportSession } from './session'

const CELL = 'tables.requests.received.naturalPerson'

/** The clerk's word on a question about the date alone. */
function agree({ asked }: ReportSession) {
  const { redates, go } = asked.get() ?? {}
  expect(redates).toBe(true)
  asked.set(null)
  go?.()
}

async function opened(changes: Record<string, string> = {}, looks = false) {
  const store = await fakeBrowser().openStore()
  const draft = newDraft(filledReport({ publishedAt: '2022-01-20', ...changes }), store.now(), 'x')
  store.create(draft)
  const session = sessionOf(draft, store)
  if (!looks) session.findings.stop()
  const at = (address: string) => textAt(session.entries(), address)
  const type = (address: string, text: string) => {
    session.enter(address)
    session.form.setValue(address, text)
    session.typed(address, text)
  }
  return { session, at, type, store }
}

test('the first change to a published report waits for the clerk, and is made when they say so', async () => {
  const { session, at, type } = await opened()
  type(CELL, '23')
  expect(at(CELL)).toBe('22')
  expect(session.asked.get()).toMatchObject({ address: CELL })
  session.reopen()
  session.asked.get()?.go()
  expect(at(CELL)).toBe('23')
  session.asked.set(null)
  type('other', '无')
  expect(at('other')).toBe('无')
  expect(session.asked.get()).toBeNull()
})

test('a report that is again as it was published is asked for anew, in whatever way it came back', async () => {
  for (const back of ['undo', 'typed'] as const) {
    const { session, at, type } = await opened()
    type(CELL, '23')
    session.reopen()
    session.asked.get()?.go()
    session.asked.set(null)
    if (back === 'undo') session.undo()
    else {
      type(CELL, '22')
      session.leave()
    }
    expect([back, at(CELL), session.notes.get().reopened]).toEqual([back, '22', undefined])
    type('other', '无')
    expect(session.asked.get()).not.toBeNull()
  }
})

test('a step of several values waits as a whole', async () => {
  const { session, at } = await opened()
  session.apply([
    { address: CELL, after: '23' },
    { address: 'other', after: '无' },
  ])
  expect([at(CELL), at('other') === '无']).toEqual(['22', false])
  expect(session.asked.get()).not.toBeNull()
})

test('nothing is asked before publication, for a date still to come, or where nothing changes', async () => {
  for (const publishedAt of ['', '2999-03-31']) {
    const { session, at, type } = await opened({ publishedAt })
    type(CELL, '23')
    expect([at(CELL), session.asked.get()]).toEqual(['23', null])
  }
  const { session, at } = await opened()
  session.apply([
    { address: CELL, after: '22' },
    { address: PUBLISHED_AT, after: '2022-01-20' },
  ])
  expect([at(CELL), session.asked.get()]).toEqual(['22', null])
})

test('whatever takes a publication back or moves its date asks first, also once the report was reopened', async () => {
  type Opened = Awaited<ReturnType<typeof opened>>
  const ways: ((one: Opened, date: string) => unknown)[] = [
    ({ type }, date) => type(PUBLISHED_AT, date),
    ({ session }, after) => session.apply([{ address: PUBLISHED_AT, after }]),
    ({ session }, publishedAt) => restoreVersion(session, versionWith({ publishedAt })),
    ({ session }, after) =>
      session.resume({ changes: [{ address: PUBLISHED_AT, before: '2022-01-20', after }] }),
    ({ session }, after) => {
      session.apply([{ address: PUBLISHED_AT, after }])
      agree(session)
      session.undo()
      // A date that has not come is no publication: nothing is taken back with it.
      if (session.asked.get()) agree(session)
      expect(textAt(session.entries(), PUBLISHED_AT)).toBe('2022-01-20')
      session.redo()
    },
  ]
  for (const way of ways)
    for (const reopened of [false, true])
      for (const date of ['', '2022-01-19', '2999-01-01']) {
        const one = await opened()
        if (reopened) one.session.reopen()
        await way(one, date)
        expect(one.at(PUBLISHED_AT)).toBe('2022-01-20')
        agree(one.session)
        expect(one.at(PUBLISHED_AT)).toBe(date)
      }
})

test('a date that waits is neither lost over other changes nor over leaving the page', async () => {
  const { session, at, type } = await opened()
  type(PUBLISHED_AT, '2022-01-19')
  type(CELL, '23')
  expect(session.asked.get()).toMatchObject({ typing: { text: '23' }, redates: undefined })
  keepWaiting(session)
  const again = await opened()
  again.session.resume(keptWaiting('x') ?? { changes: [] })
  for (const { session } of [again]) {
    session.reopen()
    session.asked.get()?.go()
  }
  expect([again.at(PUBLISHED_AT), again.at(CELL)]).toEqual(['2022-01-19', '23'])
  expect([at(PUBLISHED_AT), at(CELL)]).toEqual(['2022-01-20', '22'])
  session.asked.set(null)
  // In a report that is being changed other values are written, and the date goes on waiting.
  session.reopen()
  type(PUBLISHED_AT, '2022-01-19')
  type(CELL, '24')
  expect([at(PUBLISHED_AT), at(CELL)]).toEqual(['2022-01-20', '24'])
  agree(session)
  expect([at(PUBLISHED_AT), at(CELL)]).toEqual(['2022-01-19', '24'])
})

test('a published report gets no links by itself, also where its date was changed; once reopened its figures are linked', async () => {
  const TEXT = 'overview.onRequest'
  const { session, type } = await opened({ [TEXT]: '本年新收自然人政府信息公开申请22件。' }, true)
  const looked = async () => {
    await session.findings.now()
    // The links are written by a file of its own.
    await import('./linking')
    await new Promise((done) => setTimeout(done))
    return session.notes.get().links
  }
  type(PUBLISHED_AT, '2022-01-19')
  agree(session)
  session.leave()
  expect(await looked()).toBeUndefined()
  expect(session.asked.get(), 'nor is anybody asked for them').toBeNull()
  session.reopen()
  session.apply([{ address: 'other', after: '无' }])
  expect(await looked()).toContainEqual(expect.objectContaining({ text: TEXT, cell: CELL, value: 22 }))
  session.findings.stop()
})

test('what is typed on while the question comes and stands belongs to the text that raised it', async () => {
  const { session, at, type } = await opened()
  type(CELL, '1')
  // Keys faster than the question: the field shows what it had before, and is typed into.
  for (const text of ['225', '228', '2', '229']) type(CELL, text)
  expect(at(CELL)).toBe('22')
  expect(session.asked.get()?.typing?.text).toBe('159')
  session.retype('1590', 4)
  session.retype('159', 3)
  session.reopen()
  session.asked.get()?.go()
  expect(at(CELL)).toBe('159')
})

test('a step by which a report would be published no longer is taken only after a word, also once it was reopened', async () => {
  const { session, at } = await opened({ publishedAt: '' })
  session.apply([{ address: 'other', after: '无' }])
  session.apply([{ address: PUBLISHED_AT, after: '2022-01-20' }])
  for (const reopened of [false, true]) {
    if (reopened) session.reopen()
    // However often the keys are pressed: one question, and nothing behind it is taken back.
    for (let times = 0; times < 3; times++) expect(session.undo()).toBeUndefined()
    expect([at(PUBLISHED_AT), at('other')]).toEqual(['2022-01-20', '无'])
    expect(session.asked.get()).toMatchObject({ redates: true })
    session.asked.get()?.go()
    expect([at(PUBLISHED_AT), at('other')]).toEqual(['', '无'])
    session.asked.set(null)
    session.redo()
    expect([at(PUBLISHED_AT), session.asked.get()]).toEqual(['2022-01-20', null])
  }
})

test('a change asks in the place of a question about undo', async () => {
  const { session, at, type } = await opened({ publishedAt: '' })
  session.apply([{ address: PUBLISHED_AT, after: '2022-01-20' }])
  session.undo()
  type(CELL, '23')
  expect(session.asked.get()).toMatchObject({ address: CELL, typing: { text: '23' } })
  session.reopen()
  session.asked.get()?.go()
  expect([at(PUBLISHED_AT), at(CELL)]).toEqual(['2022-01-20', '23'])
})

test('who types on in a reopened report has answered the question about undo', async () => {
  const { session, at, type } = await opened({ publishedAt: '' })
  session.apply([{ address: PUBLISHED_AT, after: '2022-01-20' }])
  session.reopen()
  session.undo()
  expect(session.asked.get()).toMatchObject({ redates: true })
  type(CELL, '23')
  expect([at(CELL), session.asked.get()]).toEqual(['23', null])
})

test('once published again a reopened report asks again, also on the same day', async () => {
  type Opened = Awaited<ReturnType<typeof opened>>
  const again: ((one: Opened) => void)[] = [
    ({ session }) => {
      session.apply([{ address: PUBLISHED_AT, after: '' }])
      agree(session)
      session.apply([{ address: PUBLISHED_AT, after: '2022-01-20' }])
    },
    ({ session, type }) => {
      type(PUBLISHED_AT, '')
      agree(session)
      type(PUBLISHED_AT, '2022-01-20')
    },
    ({ session }) => {
      session.apply([{ address: PUBLISHED_AT, after: '' }])
      agree(session)
      session.undo()
    },
  ]
  for (const publish of again) {
    const one = await opened()
    one.session.reopen()
    one.type(CELL, '23')
    one.session.leave()
    publish(one)
    one.type(CELL, '24')
    expect([one.at(PUBLISHED_AT), one.at(CELL)]).toEqual(['2022-01-20', '23'])
    expect(one.session.asked.get()).toMatchObject({ typing: { text: '24' } })
  }
})

test('two changes that wait are both made', async () => {
  const { session, at } = await opened()
  session.apply([{ address: CELL, after: '23' }])
  session.enter('problems')
  session.form.setValue('problems', '新')
  session.typed('problems', '新')
  session.retype('新的', 2)
  expect([at(CELL), at('problems').startsWith('新')]).toEqual(['22', false])
  session.reopen()
  session.asked.get()?.go()
  expect([at(CELL), at('problems')]).toEqual(['23', '新的'])
})

test('其余填 0 leaves out a cell whose figure waits, and both are taken back one by one', async () => {
  const [table] = edition.sections.flatMap((section) =>
    section.table && CELL.startsWith(`tables.${section.table.key}.`) ? section.table : [],
  )
  if (!table) throw new Error('no table')
  const OTHER = 'tables.requests.carriedOver.naturalPerson'
  const { session, at, type } = await opened({ [CELL]: '', [OTHER]: '' })
  type(CELL, '5')
  cellActions(session, createTableView(table)).fill('table')
  session.retype('57', 2)
  session.reopen()
  session.asked.get()?.go()
  expect([at(CELL), at(OTHER)]).toEqual(['57', '0'])
  session.undo()
  expect([at(CELL), at(OTHER)]).toEqual(['', '0'])
  session.undo()
  expect([at(CELL), at(OTHER)]).toEqual(['', ''])
})

test('a step from before the publication is not taken back without a word', async () => {
  const { session, at } = await opened({ publishedAt: '' })
  session.apply([{ address: 'other', after: '无' }])
  session.form.setValue(PUBLISHED_AT, '2022-01-20')
  session.undo()
  expect(at('other')).toBe('无')
  expect(session.asked.get()).not.toBeNull()
  session.reopen()
  session.asked.get()?.go()
  expect(at('other')).not.toBe('无')
})

test('a state put back into a published report waits with its notes; in a 更正版 the version it corrects stays named', async () => {
  const { session, at } = await opened()
  const version = {
    draft: newDraft(filledReport({ publishedAt: '2022-01-20', other: '旧' }), new Date(), 'x'),
  } as Version
  const notes = session.notes.get()
  expect(await restoreVersion(session, version)).toBe('asked')
  expect([at('other') === '旧', session.notes.get()]).toEqual([false, notes])

  const corrected = await opened({ publishedAt: '' })
  const { reason } = edition.correction ?? { reason: '' }
  corrected.session.note((own) => ({ ...own, base: 'CODE', corrected: filledReport() }))
  corrected.session.apply([{ address: reason, after: '数字有误' }])
  expect(await restoreVersion(corrected.session, version)).toBe('ok')
  expect([corrected.at('other'), corrected.at(PUBLISHED_AT), corrected.at(reason)]).toEqual([
    '旧',
    '',
    '数字有误',
  ])
  expect(corrected.session.notes.get()).toMatchObject({ base: 'CODE', corrected: expect.anything() })
})

test('a word that is composed is whole before anything waits, and nothing of it is saved before', async () => {
  const { session, at } = await opened()
  const field = document.createElement('textarea')
  Object.assign(field, { id: 'other', name: 'other' })
  document.body.append(field)
  session.enter('other')
  const before = at('other')
  const input = (value: string) => {
    field.value = value
    session.form.setValue('other', value)
    session.onFieldChange({ target: field, nativeEvent: new InputEvent('input', { isComposing: true }) })
  }
  for (const part of ['n', 'ni', '你', '你好']) input(before + part)
  expect(session.asked.get()).toBeNull()
  expect(field.value).toBe(`${before}你好`)
  expect(textAt(session.report().entries, 'other')).toBe(before)
  field.dispatchEvent(new CompositionEvent('compositionend', { data: '你好' }))
  expect(session.asked.get()?.typing?.text).toBe(`${before}你好`)
  expect(at('other')).toBe(before)
  session.reopen()
  session.asked.get()?.go()
  expect(at('other')).toBe(`${before}你好`)
  session.asked.set(null)
  session.leave()
  expect(session.undo()).toMatchObject({ address: 'other' })
  expect(at('other')).toBe(before)
  field.remove()
})

test('notes wait like values, in their order, and all that waits can be done to a copy instead', async () => {
  const { session, at, type } = await opened()
  const notes = session.notes.get()
  const links = [{ text: 'problems', cell: CELL, phrase: '22件', value: 22 }]
  const note = { rule: 'x', cells: {}, reason: '已核对台账', at: '' }
  session.note((now) => ({ ...now, exceptions: [note] }))
  session.apply([{ address: CELL, after: '23' }], { sourceTotals: { [CELL]: '9' } })
  session.apply([], { links: { before: [], after: links } })
  type('problems', '新')
  session.note((now) => ({ ...now, exceptions: [...now.exceptions, note] }))
  expect([session.notes.get(), at(CELL)]).toEqual([notes, '22'])
  const made = session.asked.get()?.to(session.report())
  expect(made?.notes).toMatchObject({ exceptions: [note, note], links, sourceTotals: { [CELL]: '9' } })
  expect([textAt(made?.entries ?? {}, CELL), textAt(made?.entries ?? {}, 'problems')]).toEqual(['23', '新'])
  session.reopen()
  session.asked.get()?.go()
  expect({ ...session.report().notes, reopened: undefined }).toEqual({ ...made?.notes, reopened: undefined })
  expect(session.report().entries).toEqual(made?.entries)
})

test('what is chosen from a list waits as it is, and is not typed on', async () => {
  const { session, at, type } = await opened()
  const field = document.createElement('select')
  field.id = 'organ.kind'
  document.body.append(field)
  const before = at('organ.kind')
  type('organ.kind', 'department')
  expect([at('organ.kind'), session.asked.get()?.typing]).toEqual([before, undefined])
  session.reopen()
  session.asked.get()?.go()
  expect(at('organ.kind')).toBe('department')
  field.remove()
})

test('what waits is there again for whoever opens the report: values, notes and the text that was being typed', async () => {
  const { session, at, type } = await opened()
  const reason = { rule: 'x', cells: {}, reason: '已核对台账', at: '' }
  session.apply([{ address: CELL, after: '23' }])
  session.note((now) => ({ ...now, exceptions: [reason] }))
  type('problems', '新')
  session.retype('新的', 1)
  expect(keepWaiting(session)).toBe(true)
  const again = await opened()
  again.session.resume(keptWaiting('x') ?? { changes: [] })
  expect([again.at(CELL), again.at('problems')]).toEqual(['22', at('problems')])
  expect(again.session.asked.get()?.typing).toEqual({ address: 'problems', text: '新的', caret: 1 })
  again.session.reopen()
  again.session.asked.get()?.go()
  expect([again.at(CELL), again.at('problems')]).toEqual(['23', '新的'])
  expect(again.session.notes.get().exceptions).toEqual([reason])
  // Answered, nothing of it is left.
  keepWaiting(again.session)
  expect(keptWaiting('x')).toBeUndefined()
})

test('what waited is made where the report is published no longer, and leaves what was changed elsewhere since', async () => {
  const { session, at } = await opened({ publishedAt: '', other: '别处改的' })
  session.resume({
    changes: [
      { address: CELL, before: '22', after: '23' },
      { address: 'other', before: '原文', after: '等着的' },
    ],
  })
  expect([at(CELL), at('other'), session.asked.get()]).toEqual(['23', '别处改的', null])
})

function fieldFor(session: ReportSession, name: string, type = 'text') {
  const field = document.createElement('input')
  Object.assign(field, { id: name, name, type })
  document.body.append(field)
  field.value = textAt(session.entries(), name)
  const input = (value: string, nativeEvent: Event = new InputEvent('input')) => {
    field.value = value
    session.form.setValue(name, value)
    session.onFieldChange({ target: field, nativeEvent })
  }
  return { field, input }
}

/** A date field that has the focus, in a published report. */
async function dateField(address: string) {
  const { session, at } = await opened({ deadline: '2022-03-31' })
  const { field, input } = fieldFor(session, address, 'date')
  session.enter(address)
  const leave = () => {
    field.dispatchEvent(new FocusEvent('blur'))
    session.leave()
  }
  return { session, at, input, leave }
}
const DATES = [
  ['deadline', '2022-03-31'],
  [PUBLISHED_AT, '2022-01-20'],
] as const

test('a date is asked for once its field is left, and nothing of its parts is saved', async () => {
  for (const [address, before] of DATES) {
    const { session, at, input, leave } = await dateField(address)
    for (const value of ['2022-01-31', '0002-01-19', '2022-01-19']) input(value)
    expect([session.asked.get(), textAt(session.report().entries, address)]).toEqual([null, before])
    leave()
    expect([session.asked.get()?.address, at(address)]).toEqual([address, before])
    session.reopen()
    session.asked.get()?.go()
    expect(at(address)).toBe('2022-01-19')
    document.body.replaceChildren()
  }
})

test('a field that is typed into again after another one goes on with its text, and no other change is made over what was typed', async () => {
  const { session, at, type } = await opened({ problems: '原文。' })
  type('problems', '原文。甲一。')
  type('other', '乙二。')
  type('problems', '原文。丙三。')
  type(CELL, '5')
  type('other', '乙二。')
  type(CELL, '229')
  session.apply([
    { address: CELL, after: '31' },
    { address: 'tables.requests.carriedOver.naturalPerson', after: '2' },
  ])
  expect(session.asked.get()?.typing?.text).toBe('59')
  session.reopen()
  session.asked.get()?.go()
  expect([at('problems'), at(CELL), at('tables.requests.carriedOver.naturalPerson')]).toEqual([
    '原文。甲一。丙三。',
    '59',
    '2',
  ])
})

test('a date that is left before its year is whole changes nothing', async () => {
  for (const [address, before] of DATES) {
    const { session, at, input, leave } = await dateField(address)
    for (const value of ['2022-02-20', '0020-02-05']) input(value)
    leave()
    expect([session.asked.get(), at(address)]).toEqual([null, before])
    document.body.replaceChildren()
  }
})

test('a text that is dragged to another place in its paragraph waits as it is then', async () => {
  const { session, at } = await opened({ other: '未收取信息处理费' })
  const { field, input } = fieldFor(session, 'other')
  session.enter('other')
  input('未收取处理费', new InputEvent('input', { inputType: 'deleteByDrag' }))
  input('未收取处理费信息', new InputEvent('input', { inputType: 'insertFromDrop' }))
  expect(session.asked.get()).toBeNull()
  field.dispatchEvent(new Event('dragend', { bubbles: true }))
  expect([session.asked.get()?.typing?.text, at('other')]).toEqual(['未收取处理费信息', '未收取信息处理费'])
  field.remove()
})

test('what waits is written when the report is published no longer, and the question goes', async () => {
  const { session, at, type, store } = await opened()
  type(CELL, '23')
  // Another tab has taken the publication back.
  const { draft } = session
  const report = filledReport({ [PUBLISHED_AT]: '' })
  store.receive(draftText({ ...draft, revision: 9, savedAt: '2099-01-01T00:00:00Z', report }))
  session.autosave.catchUp()
  expect([at(PUBLISHED_AT), at(CELL), session.asked.get()]).toEqual(['', '23', null])
})

const versionWith = (changes: Record<string, string>) =>
  ({ draft: newDraft(filledReport(changes), new Date(), 'x') }) as Version

test('a state that is not put back after all leaves no version; put back, the one before is kept', async () => {
  for (const reopened of [false, true]) {
    const { session, at, store } = await opened()
    if (reopened) session.reopen()
    session.autosave.flush()
    const kept = async () => (await store.snapshots('x')).filter(({ reason }) => reason === 'restore').length
    const before = session.report()
    expect(await restoreVersion(session, versionWith({ publishedAt: '', other: '旧' }))).toBe('asked')
    expect(session.report()).toEqual(before)
    const { go } = session.asked.get() ?? {}
    session.asked.set(null)
    expect(await kept()).toBe(0)
    session.reopen()
    go?.()
    expect([at(PUBLISHED_AT), at('other')]).toEqual(['', '旧'])
    await vi.waitFor(async () => expect(await kept()).toBe(1))
  }
})

test('a state put back while only a date waits is put back, and said to be', async () => {
  const { session, at, type } = await opened()
  session.reopen()
  type(PUBLISHED_AT, '2022-01-19')
  expect(await restoreVersion(session, versionWith({ publishedAt: '2022-01-20', other: '旧' }))).toBe('ok')
  expect([at(PUBLISHED_AT), at('other')]).toEqual(['2022-01-20', '旧'])
  agree(session)
  expect([at(PUBLISHED_AT), at('other')]).toEqual(['2022-01-19', '旧'])
})

test('a published state with another text and another day is put back after one question', async () => {
  const { session, at } = await opened()
  expect(await restoreVersion(session, versionWith({ publishedAt: '2022-01-19', other: '旧' }))).toBe('asked')
  expect(at(PUBLISHED_AT)).toBe('2022-01-20')
  session.reopen()
  session.asked.get()?.go()
  expect([at(PUBLISHED_AT), at('other'), session.asked.get()]).toEqual(['2022-01-19', '旧', null])
})
