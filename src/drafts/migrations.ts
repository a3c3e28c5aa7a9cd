/** A stored draft of some version, as it came out of `JSON.parse`. */
export type StoredDraft = Record<string, unknown>

/** The version that this program writes. */
export const DRAFT_VERSION = 2

/** From this version on a stored text ends with its check sum. */
export const SEALED_SINCE = 2

/**
 * What leads from each version to the one after it. A step never changes: texts of every age lie on clerks' disks, and each
 * has a fixture in `fixtures/`.
 */
const steps: Record<number, (draft: StoredDraft) => StoredDraft> = {
  // The check sum is new, the content is the same.
  1: (draft) => ({ ...draft, version: 2 }),
}

/** The draft as the present version has it; undefined where no step leads there. */
export function migrated(draft: StoredDraft): StoredDraft | undefined {
  let current = draft
  while (current.version !== DRAFT_VERSION) {
    const step = typeof current.version === 'number' ? steps[current.version] : undefined
    if (!step) return undefined
    current = step(current)
  }
  return current
}
