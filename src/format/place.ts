import type { Address, TextSpec } from './types'

/** The value of a text's `place` that puts it under the heading of its section. */
export const WITHIN = 'within'

/** Whether a text of a report is printed before the first section; `text` reads what stands at an address. */
export const standsBefore = (spec: TextSpec, text: (address: Address) => string): boolean =>
  spec.beforeSections === true && (spec.place === undefined || text(spec.place) !== WITHIN)
