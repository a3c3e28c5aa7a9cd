import type { Address, Edition } from '../format/types'
import { type Entries, type Report, textAt } from './report'

/** The date of publication says nothing about the content: it may be put right at any time. */
export const PUBLISHED_AT: Address = 'publishedAt'

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** Whether a report is published on a day (`2022-01-20`): its date of publication has come. */
export function isPublished(entries: Entries, today: string): boolean {
  const at = textAt(entries, PUBLISHED_AT).trim()
  return ISO_DATE.test(at) && at <= today
}

/** Whether its content may be changed only after the clerk has been asked: published, and not asked since. */
export const isGuarded = ({ entries, notes }: Pick<Report, 'entries' | 'notes'>, today: string): boolean =>
  isPublished(entries, today) && notes.reopened !== textAt(entries, PUBLISHED_AT)

/** Whether the step from one state to another takes a publication back, or moves its date: that is asked for, whoever makes it. */
export const redates = (before: Entries, after: Entries, today: string): boolean =>
  isPublished(before, today) && textAt(before, PUBLISHED_AT) !== textAt(after, PUBLISHED_AT)

/**
 * Which states of a report are to be kept as published when one is gone on from to the next: those whose content is as published. One
 * that is being changed after all is on no site as it stands, also where its date changes.
 */
export const publishedOf = <T extends { report: Report }>(before: T, next: T, today: string): T[] =>
  [before, next].filter(({ report }) => isGuarded(report, today))

/** What is said about the report, and is none of its content: when it was published, why it was corrected, what a site asks for. */
export const aboutAddresses = ({ correction, webPage }: Edition): Address[] => [
  PUBLISHED_AT,
  ...Object.values(correction ?? {}),
  ...Object.values(webPage ?? {}),
]

/** Whether a report says of itself that it corrects a published one. */
export const isCorrection = ({ notes }: Pick<Report, 'notes'>): boolean => notes.base !== null
