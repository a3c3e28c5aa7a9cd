import { useEffect, useState } from 'react'
import type { ReportDocument } from '../../export/document'
import { sumDocument } from '../../export/sumDocument'
import { inSlices } from '../parts/inSlices'
import { factsInSteps, type SumSource } from './sumFacts'

/** What is typed into the name of a choice is taken up after a pause. */
const PAUSE_MS = 150

function* documentInSteps(source: SumSource): Generator<void, ReportDocument> {
  const { facts } = yield* factsInSteps(source)
  yield
  return sumDocument(facts)
}

/** The print job of a 汇总; the one before stands until it is made, and nothing at the first time. */
export function useSumDocument(source: SumSource | undefined): {
  document: ReportDocument | undefined
  /** Whether it is that of `source`. */
  current: boolean
} {
  const [made, setMade] = useState<{ of: SumSource; document: ReportDocument }>()
  const first = !made
  useEffect(() => {
    if (!source) return
    let stop = () => {}
    const timer = setTimeout(
      () => {
        const work = inSlices(documentInSteps(source))
        stop = work.stop
        void work.done.then((document) => setMade({ of: source, document }))
      },
      first ? 0 : PAUSE_MS,
    )
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [source, first])
  return { document: made?.document, current: made !== undefined && made.of === source }
}
