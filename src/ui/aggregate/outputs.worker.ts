import type { Output } from '../../export/outputs'
import { makeSumOutput, type SumOutputKind } from './makeSumOutput'
import type { SumSource } from './sumFacts'

export interface OutputWork {
  kind: SumOutputKind
  source: SumSource
}
/** Progress, as often as it is worth a picture; at the end the file, or that there is none. */
export type OutputAnswer = { done: number; of: number } | { output: Output } | { failed: string }

const SAID_EVERY_MS = 100

self.onmessage = async ({ data: { kind, source } }: MessageEvent<OutputWork>) => {
  const answer = (answer: OutputAnswer) => self.postMessage(answer)
  let said = 0
  try {
    const output = await makeSumOutput(kind, source, (done, of) => {
      if (performance.now() - said < SAID_EVERY_MS) return
      said = performance.now()
      answer({ done, of })
    })
    answer({ output })
  } catch (error) {
    answer({ failed: String(error) })
  }
}
