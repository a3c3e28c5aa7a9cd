import type { Edition, OrganKind } from './types'

/** The kind of organ that a text names by its key (`organ.kind`), or undefined where the edition has no such kind. */
export const organKindOf = (edition: Edition, key: string): OrganKind | undefined =>
  edition.organKinds.find(({ value }) => value === key)
