import type { Edition, OrganKind } from './types'

/** The kind of organ that a text names by its key (`organ.kind`), or undefined where the edition has no such kind. */
export const organKindOf = (edition: Edition, key: string): OrganKind | undefined =>
  edition.organKinds.find(({ value }) => value === key)

/** A name as the expressions of the kinds read it. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\([^()]*\)/g, '')

/** The kinds that an organ of this name can be: one where the name tells, several where it has to be asked, none where it says nothing. */
export const organKindsOfName = (edition: Edition, name: string): OrganKind[] => {
  const read = plain(name)
  return read ? edition.organKinds.filter(({ named }) => named?.test(read)) : []
}
