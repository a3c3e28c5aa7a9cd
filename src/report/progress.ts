import { cellsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { type Entries, textAt } from './report'

/** How much of one part of the report is answered; 基本信息 counts its required fields. */
export interface Progress {
  /** `basic`, or the key of a section. */
  key: string
  filled: number
  total: number
  /** The first place without an answer, in printed order. */
  next?: Address
}

interface Part {
  key: string
  addresses: Address[]
}
const parts = new WeakMap<Edition, Part[]>()

/** The addresses a final copy needs in each part, in printed order. The introduction is custom, not statute: it is left out. */
export function requiredOf(edition: Edition): Part[] {
  const known = parts.get(edition) ?? listParts(edition)
  parts.set(edition, known)
  return known
}

const listParts = (edition: Edition): Part[] => [
  {
    key: 'basic',
    addresses: edition.fields.filter((field) => field.required).map((field) => field.address),
  },
  ...edition.sections.map((section) => ({
    key: section.key,
    addresses: [
      ...(section.texts ?? []).filter((text) => !text.beforeSections).map((text) => text.address),
      ...cellsOf(edition)
        .filter((cell) => cell.section === section && !cell.parts)
        .map((cell) => cell.address),
    ],
  })),
]

export const progressOf = (edition: Edition, entries: Entries): Progress[] =>
  requiredOf(edition).map(({ key, addresses }) => {
    const blank = addresses.filter((address) => textAt(entries, address).trim() === '')
    return { key, filled: addresses.length - blank.length, total: addresses.length, next: blank[0] }
  })
