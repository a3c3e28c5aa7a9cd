import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { currentEdition as edition } from '../../format/editions'
import { layoutOf } from '../../format/layout'
import type { Section, TableSpec } from '../../format/types'
import { filledReport } from '../../testing/filledReport'
import { oneDraft } from '../../testing/oneDraft'
import { useSessionOf } from '../../testing/session'
import { SessionProvider } from '../form/session'
import { TableSection } from './TableSection'

const { draft, store } = oneDraft(filledReport(), '2022-01-10T08:00:00Z')

function Page({ section, table }: { section: Section; table: TableSpec }) {
  return (
    <SessionProvider value={useSessionOf(draft, store)}>
      <TableSection section={section} table={table} />
    </SessionProvider>
  )
}

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
