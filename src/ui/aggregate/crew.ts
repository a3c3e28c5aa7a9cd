import { startWorker } from '../worker'

/** As many as there are cores; each keeps its own copy of the program. */
const WORKERS = Math.max(1, Math.min(4, navigator.hardwareConcurrency || 2))
/**
 * What a worker no longer needs it keeps until the room of the whole computer is short, so a fresh one takes over after so many
 * pieces, if nobody says otherwise: starting one costs as much as a dozen reports judged, or a hundred read.
 */
const PIECES_A_WORKER = 200
/** Each worker has so many turns or more, and all of them something to do to the end. */
const TURNS = 4
/** The most of so many pieces that go to a worker at once. */
export const shareOf = (pieces: number): number => Math.ceil(pieces / (WORKERS * TURNS))

/** One report takes a second or two, an archive of thousands a while. */
const PATIENCE_MS = 120_000

/** What a worker is asked, and what is handed over with it instead of being copied. */
export interface Work<Message extends { id: number }> {
  message: Omit<Message, 'id'>
  transfer?: Transferable[]
}

/**
 * Gives batches to workers, each the next when it has answered; a batch is made only then. A batch over which a worker breaks down,
 * or takes for ever, is given again in single pieces, so that only the piece at fault is lost: its answer is undefined. Ends early
 * where `stopped` says so.
 */
export async function inCrew<Piece, Message extends { id: number }, Answer extends { id: number }>(
  script: string,
  batches: Iterable<readonly Piece[]>,
  workOf: (pieces: readonly Piece[]) => Work<Message> | Promise<Work<Message>>,
  onAnswer: (pieces: readonly Piece[], answer: Answer | undefined) => void | Promise<void>,
  stopped: () => boolean,
  piecesAWorker = PIECES_A_WORKER,
): Promise<void> {
  const made = batches[Symbol.iterator]()
  const again: (readonly Piece[])[] = []
  const next = (): readonly Piece[] | undefined => again.pop() ?? made.next().value
  let id = 0
  async function work() {
    let pieces = next()
    if (!pieces) return
    let worker: Worker | undefined
    let done = 0
    for (; pieces && !stopped(); pieces = next()) {
      worker ??= startWorker(script)
      const own = id++
      const { message, transfer = [] } = await workOf(pieces)
      const answer = await ask<Answer>(worker, { ...message, id: own }, transfer, stopped)
      done += pieces.length
      if (!answer || done >= piecesAWorker) {
        worker.terminate()
        worker = undefined
        done = 0
      }
      if (!answer && pieces.length > 1) again.push(...pieces.map((piece) => [piece]).reverse())
      else await onAnswer(pieces, answer)
    }
    worker?.terminate()
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
}

/** Asked this often whether the answer is still wanted, ms. */
const LOOK_EVERY_MS = 200

function ask<Answer extends { id: number }>(
  worker: Worker,
  work: { id: number },
  transfer: Transferable[],
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
    worker.postMessage(work, transfer)
  })
}
