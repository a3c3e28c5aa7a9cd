import { useEffect, useReducer } from 'react'
import type { Draft } from '../../drafts/draft'
import { editionByKey } from '../../format/editions'
import { progressOf } from '../../report/progress'
import { breath } from '../parts/inSlices'
import type { Known, Looked } from './register'

/** A saved draft is a new object, so one object has one verdict a day. */
const known = new WeakMap<Draft, { today: string; verdict: Looked | 'failed' }>()

/** While many are looked at, how long the page waits before it shows what is known by then, ms. */
const DRAW_EVERY = 150

async function look(draft: Draft, today: string): Promise<Looked | 'failed'> {
  const edition = editionByKey(draft.report.edition)
  if (!edition) return 'failed'
  try {
    const [{ reviewOf }, { runRules }, { completedOf, reviewState }] = await Promise.all([
      import('../../checks/review'),
      import('../form/runRules'),
      import('../form/taskState'),
    ])
    const { report } = draft
    const { outcomes } = await runRules(edition, report, today)
    const { findings, verdict } = reviewOf(outcomes, edition, report)
    const progress = progressOf(edition, report.entries)
    return { ...verdict, complete: completedOf(reviewState(edition, { progress, findings, verdict })) }
  } catch {
    return 'failed'
  }
}

/**
 * Runs the rules over the drafts one after the other in their order, after the page has been drawn. Undefined: not yet
 * known.
 */
export function useVerdicts(drafts: Draft[], today: string): (draft: Draft) => Known {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let gone = false
    void (async () => {
      let drawn = performance.now()
      let shown = true
      for (const draft of drafts) {
        if (known.get(draft)?.today === today) continue
        await breath()
        const verdict = await look(draft, today)
        if (gone) return
        known.set(draft, { today, verdict })
        shown = performance.now() - drawn >= DRAW_EVERY
        if (!shown) continue
        redraw()
        drawn = performance.now()
      }
      if (!shown) redraw()
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
