import { type Cell, cellAt, cellsOf } from '../format/cells'
import type { Address, Edition } from '../format/types'
import { addressesOf, pathOf } from './report'

/** What stands at one end of the file's tree: a value of the form, where it has an address, or what the file says about itself. */
export interface End {
  key: string
  address?: Address
  /** The cell of a figure, entered or computed. */
  cell?: Cell | undefined
}
/** A node of the file's tree, its keys as they are written. */
export type Branch = Map<string, Branch | End>

/** What stands in the file beside the form's values, before and after them. */
const HEAD = ['format', 'schemaVersion', 'edition', 'status']
const TAIL = ['sourceTotals', 'exceptions', 'pending', 'links', 'sources']

/**
 * Fields that came later, 落款 and the like: left out as a whole while all of them are blank. `optional` ones are left out by
 * themselves, too.
 */
export const laterGroups = ({
  signOff,
  correction,
  webPage,
}: Edition): { addresses: Address[]; optional?: Address }[] => [
  ...(signOff
    ? [{ addresses: [signOff.organ, signOff.date, signOff.phrase], optional: signOff.phrase }]
    : []),
  ...(correction ? [{ addresses: [correction.reason, correction.requestedBy, correction.date] }] : []),
  ...(webPage ? [{ addresses: [webPage.index, webPage.publisher, webPage.date] }] : []),
]

const layouts = new WeakMap<Edition, Branch>()
/** The file of an edition as a tree of its keys in the order of the printed form. Reading and writing go down it once. */
export function layoutOf(edition: Edition): Branch {
  let layout = layouts.get(edition)
  if (!layout) {
    layout = layOut(edition)
    layouts.set(edition, layout)
  }
  return layout
}

function layOut(edition: Edition): Branch {
  const layout: Branch = new Map()
  const known = new Set(addressesOf(edition))
  const put = (address: Address) => {
    const keys = pathOf(address)
    let node = layout
    for (const key of keys.slice(0, -1)) {
      const under = node.get(key)
      const next: Branch = under instanceof Map ? under : new Map()
      node.set(key, next)
      node = next
    }
    const key = keys.at(-1) as string
    node.set(key, { key, address, cell: cellAt(edition, address) })
  }
  const own = (key: string) => layout.set(key, { key })
  HEAD.forEach(own)
  for (const address of ['year', 'organ.code', 'organ.region', 'organ.name', 'organ.kind'])
    if (known.has(address)) put(address)
  for (const { address } of edition.fields) put(address)
  own('base')
  for (const section of edition.sections) {
    for (const { address, place } of section.texts ?? []) {
      put(address)
      if (place) put(place)
    }
    for (const cell of cellsOf(edition)) if (cell.section === section) put(cell.address)
  }
  for (const { addresses } of laterGroups(edition)) addresses.forEach(put)
  for (const { address } of edition.optionalFields ?? []) put(address)
  TAIL.forEach(own)
  return layout
}
