import { useEffect, useReducer } from 'react'
import type { Verdict } from '../../checks/types'
import type { Draft } from '../../drafts/draft'
import { editionByKey } from '../../format/editions'

/** A saved draft is a new object, so one object has one verdict a day. */
const known = new WeakMap<Draft, { today: string; verdict: Verdict | 'failed' }>()

const breath = () => new Promise<void>((resolve) => setTimeout(resolve))

async function look(draft: Draft, today: string): Promise<Verdict | 'failed'> {
  const edition = editionByKey(draft.report.edition)
  if (!edition) return 'failed'
  try {
    const { findingsOf, givenOf, runChecks, verdictOf } = await import('../../checks/run')
    const { report } = draft
    const outcomes = runChecks(givenOf({ edition, report, today }))
    return verdictOf(outcomes, findingsOf(outcomes, report.notes.exceptions, edition, report))
  } catch {
    return 'failed'
  }
}

/** Runs the rules over the drafts one after the other, after the page has been drawn. Undefined: not yet known. */
export function useVerdicts(
  drafts: Draft[],
  today: string,
): (draft: Draft) => Verdict | 'failed' | undefined {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let gone = false
    void (async () => {
      for (const draft of drafts) {
        if (known.get(draft)?.today === today) continue
        await breath()
        const verdict = await look(draft, today)
        if (gone) return
        known.set(draft, { today, verdict })
        redraw()
      }
    })()
    return () => {
      gone = true
    }
  }, [drafts, today])
  return (draft) => {
    const found = known.get(draft)
    return found?.today === today ? found.verdict : undefined
  }
}
