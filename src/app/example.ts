import { currentEdition } from '../format/editions'
import { blankEntries, type Entries } from '../report/report'

/** A filled report of an invented office, for a first look around. */
export const exampleEntries = (): Entries => blankEntries(currentEdition)
