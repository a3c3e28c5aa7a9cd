import type { Section, TableSpec } from '../../format/types'
import { useSession } from '../form/session'
import { StatutoryTable } from './StatutoryTable'

/** A section that is a statutory table. */
export function TableSection({ section, table }: { section: Section; table: TableSpec }) {
  const { edition } = useSession()
  return (
    <>
      <h1>{section.heading}</h1>
      <StatutoryTable edition={edition} table={table} openHint={null} onHint={() => undefined} />
    </>
  )
}
