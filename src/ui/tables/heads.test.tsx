// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { currentEdition as edition } from '../../format/editions'
import { layoutOf } from '../../format/layout'
import type { Section, TableSpec } from '../../format/types'
import type { Entries } from '../../report/report'
import { filledReport } from '../../testing/filledReport'
import { oneDraft } from '../../testing/oneDraft'
import { createSession } from '../form/createSession'
import { SessionProvider } from '../form/session'
import { TableSection } from './TableSection'

const { draft, store } = oneDraft(filledReport(), '2022-01-10T08:00:00Z')

function Page({ section, table }: { section: Section; table: TableSpec }) {
  const form = useForm<Entries>({ defaultValues: structuredClone(draft.report.entries) })
  const [session] = useState(() => createSession(draft, edition, form, store))
  return (
    <SessionProvider value={session}>
      <TableSection section={section} table={table} />
    </SessionProvider>
  )
}

beforeEach(() => {
  window.matchMedia ??= () => ({ matches: true, addEventListener() {}, removeEventListener() {} }) as never
})
afterEach(cleanup)

const tables = edition.sections.flatMap((section) =>
  section.table ? [{ name: section.table.name, section, table: section.table }] : [],
)
test.each(tables)('the heads of $name on the page reach as far as those on paper', ({ section, table }) => {
  const { container } = render(<Page section={section} table={table} />)
  const drawn = [...container.querySelectorAll('table tr')]
    .filter((row) => row.querySelector('th[scope^="col"]'))
    .map((row) => [...row.querySelectorAll('th')])
    .map((cells) => cells.map(({ rowSpan, colSpan }) => `${rowSpan}×${colSpan}`))
  const printed = layoutOf(table).blocks.flatMap(({ head }) =>
    head.map((line) => line.map(({ rowSpan, colSpan }) => `${rowSpan}×${colSpan}`)),
  )
  expect(drawn).toEqual(printed)
})
