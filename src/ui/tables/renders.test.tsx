// @vitest-environment jsdom
import '../../testing/drawn'
import { act, cleanup, fireEvent, render } from '@testing-library/react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newDraft } from '../../drafts/draft'
import { currentEdition as edition } from '../../format/editions'
import type { Entries } from '../../report/report'
import { drawnDuring } from '../../testing/drawn'
import { filledReport } from '../../testing/filledReport'
import { createSession } from '../form/createSession'
import { type ReportSession, SessionProvider } from '../form/session'
import { TableSection } from './TableSection'

const draft = newDraft(filledReport(), new Date('2022-01-10T08:00:00Z'), 'testdraft001')
const store: Parameters<typeof createSession>[3] = {
  save: () => ({ ok: true, journalled: Promise.resolve('ok') }),
  now: () => new Date('2022-01-10T08:00:00Z'),
  get: () => draft,
  keep: async () => true,
  isOpen: () => true,
}
const section = edition.sections.find(({ key }) => key === 'requests')

let session: ReportSession | undefined

function Report() {
  const form = useForm<Entries>({ defaultValues: structuredClone(draft.report.entries) })
  const [own] = useState(() => createSession(draft, edition, form, store))
  session = own
  if (!section?.table) return null
  return (
    <SessionProvider value={own}>
      <TableSection section={section} table={section.table} />
    </SessionProvider>
  )
}

beforeEach(async () => {
  window.matchMedia ??= () => ({ matches: true, addEventListener() {}, removeEventListener() {} }) as never
  render(<Report />)
  // The cells of most lines come after the first picture, and without one a moment later.
  await act(() => new Promise((resolve) => setTimeout(resolve, 150)))
})
afterEach(() => {
  session?.findings.stop()
  session?.autosave.setWriting(false)
  cleanup()
})

const field = (row: string) => {
  const found = document.getElementById(`tables.requests.${row}`)
  if (!(found instanceof HTMLInputElement)) throw new Error(row)
  return found
}
const shown = () =>
  new Map([...document.querySelectorAll('output, [data-line]')].map((e) => [e.id, e.textContent]))

/** What was drawn while one key was typed, and the outputs whose text it changed. */
function typed(row: string, value: string) {
  const input = field(row)
  act(() => input.focus())
  const before = shown()
  const drawn = drawnDuring(() => act(() => void fireEvent.input(input, { target: { value } })))
  const changed = [...shown()].filter(([id, text]) => id && before.get(id) !== text).map(([id]) => id)
  return { drawn, changed }
}

test.each([
  ['outcome.granted.naturalPerson', '13', 4],
  ['received.naturalPerson', '23', 1],
])('a key in %s draws the totals that change, and nothing else', (row, value, totals) => {
  const { drawn, changed } = typed(row, value)
  const outputs = drawn.filter(({ name }) => name === 'TotalOutput').map(({ props }) => String(props.address))
  expect(changed.length).toBeGreaterThan(0)
  expect(outputs.sort()).toEqual(changed.sort())
  expect(outputs.length).toBeLessThanOrEqual(totals)
  const others = drawn.map(({ name }) => name).filter((name) => name !== 'TotalOutput' && name !== 'Icon')
  // The column of the cell and the grand total.
  expect(others).toEqual(['IdentityCell', 'IdentityCell'])
})

test('a key that changes no figure draws nothing', () => {
  expect(typed('received.naturalPerson', '022').drawn).toEqual([])
})
