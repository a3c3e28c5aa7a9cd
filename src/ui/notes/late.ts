import { latePage } from '../parts/latePage'

// Notes are not on the first screen: findings come after it, and so does what shows them.
export const findingNote = latePage(async () => (await import('./FindingNote')).FindingNote)
export const hintNote = latePage(async () => (await import('./HintNote')).HintNote)
