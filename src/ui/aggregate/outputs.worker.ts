import type { Output } from '../../export/outputs'
import { makeSumOutput } from './makeSumOutput'
import type { SumSource } from './sumFacts'
import type { SumOutputKind } from './sumFileName'

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
    // Texts go over as bytes, which are handed on and not copied: those of thousands of units would hold up the page.
    const { content } = output
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    self.postMessage({ output: { ...output, content: bytes } } satisfies OutputAnswer, {
      transfer: [bytes.buffer],
    })
  } catch (error) {
    answer({ failed: String(error) })
  }
}
