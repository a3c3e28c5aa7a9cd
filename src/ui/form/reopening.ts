import { PUBLISHED_AT } from '../../report/publication'
import { type Notes, type Report, textAt } from '../../report/report'
import type { Observable } from '../parts/observable'

/**
 * The clerk's word to change a published report here after all. It holds for that publication, and until the report is again
 * what was published: the next change is asked for anew.
 */
export function createReopening(notes: Observable<Notes>, report: () => Report) {
  let published: string | undefined
  const dateOf = ({ entries }: Report) => textAt(entries, PUBLISHED_AT)
  const content = () => {
    const { entries, notes: all } = report()
    const { reopened, ...others } = all
    return JSON.stringify([entries, others])
  }
  return {
    begin() {
      published = content()
      notes.set({ ...notes.get(), reopened: dateOf(report()) })
    },
    /** After each step. */
    look() {
      const { reopened } = notes.get()
      if (reopened === undefined) return
      if (reopened !== dateOf(report()) || content() === published)
        notes.set({ ...notes.get(), reopened: undefined })
    },
  }
}
