// Stands in for src/format/editions.ts in the build with ten times the rows.
import type { Edition } from '../../src/format/types'
import { scaledEdition } from './scaledEdition'

export const editions: Edition[] = [scaledEdition]
export const currentEdition = scaledEdition
export const editionByKey = (key: string): Edition | undefined =>
  editions.find((edition) => edition.key === key)
