import type { Address } from '../format/types'
import type { Place } from './source'

/** A figure with the place it was read from. */
export interface Figure {
  address: Address
  /** As printed, with plain digits; "/" where the source has a slash. */
  text: string
  places: Place[]
  /** Why it is not certain, in words for the clerk; absent where it is. */
  doubt?: string
}
/** A prose or contact field. */
export interface Text {
  address: Address
  text: string
  places: Place[]
  doubt?: string
}
/** What could not be placed, with the reason. */
export interface Unplaced {
  text: string
  places: Place[]
  why: string
  /** The cell where it stands, where only its contents could not be read. */
  address?: Address
  /** Rows it may belong to, and its figures for each column, where the clerk has to choose (an undivided 其他处理). */
  choose?: { rows: { label: string; figures: Figure[] }[] }
}
/** Something the clerk should know about how the source was read. */
export interface Remark {
  rule:
    | 'import.edition-2019'
    | 'import.label-drift'
    | 'import.extra-number'
    | 'import.blank-cell'
    | 'import.arithmetic'
    | 'import.too-long'
    | 'import.hidden-column'
    | 'import.another-report'
  message: string
  places: Place[]
}

/** Everything that was read from a source. Nothing is applied yet. */
export interface ImportProposal {
  /** Edition whose addresses are used. */
  edition: string
  /** The form the source was written on, where it is an older one. */
  olderForm?: '2019'
  figures: Figure[]
  texts: Text[]
  unplaced: Unplaced[]
  remarks: Remark[]
}
