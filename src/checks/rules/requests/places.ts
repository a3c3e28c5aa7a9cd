import type { Address } from '../../../format/types'

export const T3 = 'tables.requests.'

export const RECEIVED: Address = `${T3}received.total`

export const CARRIED_OVER: Address = `${T3}carriedOver.total`

/** Below this many a share says nothing. */
export const FEW = 5n
