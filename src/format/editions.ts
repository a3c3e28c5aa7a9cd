import { edition2021 } from './edition2021/edition'
import type { Edition } from './types'

/** Every edition the program knows, oldest first. A new edition is a folder beside this file and a line here. */
export const editions: Edition[] = [edition2021]

/** The form for reports that are started now. */
export const currentEdition = editions[editions.length - 1] as Edition

/** The edition a stored report names; undefined when this version does not know it. */
export const editionByKey = (key: string): Edition | undefined =>
  editions.find((edition) => edition.key === key)
