import type { Address } from '../format/types'

const TEXTS = ['overview.proactive', 'overview.onRequest', 'overview.management', 'other'] as const

/** The texts that can be written from the tables. */
export type Composable = (typeof TEXTS)[number]
export const composable = (address: Address): address is Composable =>
  (TEXTS as readonly string[]).includes(address)
