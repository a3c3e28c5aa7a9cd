import { useEffect, useState } from 'react'
import type { ReportDocument } from '../../export/document'
import { sumDocument } from '../../export/sumDocument'
import { inSlices } from '../parts/inSlices'
import { factsInSteps } from './sumFacts'
import type { ChosenSource } from './useSumSource'

/** What is typed into the name of a choice is taken up after a pause. */
const PAUSE_MS = 150

function* documentInSteps(chosen: ChosenSource): Generator<void, ReportDocument> {
  const source = chosen.whole()
  yield
  const { facts } = yield* factsInSteps(source)
  yield
  return sumDocument(facts)
}

/** The print job of a 汇总; the one before stands until it is made, and nothing at the first time. */
export function useSumDocument(source: ChosenSource | undefined): {
  document: ReportDocument | undefined
  /** Whether it is that of `source`. */
  current: boolean
} {
  const [made, setMade] = useState<{ of: ChosenSource; document: ReportDocument }>()
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
