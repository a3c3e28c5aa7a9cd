import type { Address } from '../format/types'
import { type Entries, textAt } from './report'

/** A started text, or the values of 基本信息 that it cannot do without. */
export type Started = { text: string } | { missing: Address[] }

const VALUE = /\{([^}]+)\}/g
const OPTIONAL = /\[([^\]]*)\]/g

/**
 * A template filled from 基本信息: `{address}` becomes the value there, a part in [] is dropped when a value in it is
 * missing. Nothing else is put in, so the text states no fact that the clerk has not entered.
 */
export function startedText(starter: string, entries: Entries): Started {
  const filled = (address: Address) => textAt(entries, address).trim()
  const addressesIn = (part: string) => Array.from(part.matchAll(VALUE), ([, address = '']) => address)
  const kept = starter.replace(OPTIONAL, (_, part: string) => (addressesIn(part).every(filled) ? part : ''))
  const missing = addressesIn(kept).filter((address) => !filled(address))
  if (missing.length) return { missing: [...new Set(missing)] }
  return { text: kept.replace(VALUE, (_, address: Address) => filled(address)) }
}
