import { startWorker } from '../worker'

/** As many as there are cores; each keeps its own copy of the program. */
const WORKERS = Math.max(1, Math.min(4, navigator.hardwareConcurrency || 2))
/** One report takes a second or two, an archive of thousands a while. */
const PATIENCE_MS = 120_000

/**
 * Gives batches to workers, each the next when it has answered. A batch over which a worker breaks down, or takes for ever, is
 * given again in single pieces, so that only the piece at fault is lost: its answer is undefined. Ends early where `stopped` says so.
 */
export async function inCrew<Piece, Answer extends { id: number }>(
  script: string,
  batches: readonly (readonly Piece[])[],
  workOf: (id: number, pieces: readonly Piece[]) => object | Promise<object>,
  onAnswer: (pieces: readonly Piece[], answer: Answer | undefined) => void | Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  const todo = [...batches].reverse()
  let id = 0
  async function work() {
    let worker = startWorker(script)
    for (let pieces = todo.pop(); pieces && !stopped(); pieces = todo.pop()) {
      const own = id++
      const answer = await ask<Answer>(worker, { ...(await workOf(own, pieces)), id: own }, stopped)
      if (!answer) {
        worker.terminate()
        worker = startWorker(script)
      }
      if (!answer && pieces.length > 1) todo.push(...pieces.map((piece) => [piece]).reverse())
      else await onAnswer(pieces, answer)
    }
    worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(WORKERS, batches.length) }, work))
}

/** Asked this often whether the answer is still wanted, ms. */
const LOOK_EVERY_MS = 200

function ask<Answer extends { id: number }>(
  worker: Worker,
  work: { id: number },
  stopped: () => boolean,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const begun = performance.now()
    const end = (answer?: Answer) => {
      clearInterval(timer)
      worker.onmessage = worker.onerror = null
      resolve(answer)
    }
    const timer = setInterval(() => {
      if (stopped() || performance.now() - begun > PATIENCE_MS) end()
    }, LOOK_EVERY_MS)
    worker.onmessage = ({ data }: MessageEvent<Answer>) => data.id === work.id && end(data)
    worker.onerror = () => end()
    worker.postMessage(work)
  })
}

/** In batches of at most so many pieces and so much in them: small ones travel together, a large one alone. */
export function batchesOf<T>(
  all: readonly T[],
  { most, size = Number.POSITIVE_INFINITY }: { most: number; size?: number },
  sizeOf: (one: T) => number = () => 0,
): T[][] {
  const batches: T[][] = []
  let left = 0
  for (const one of all) {
    left -= sizeOf(one)
    const last = batches.at(-1)
    if (last && last.length < most && left >= 0) last.push(one)
    else {
      batches.push([one])
      left = size - sizeOf(one)
    }
  }
  return batches
}
