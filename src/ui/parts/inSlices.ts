/** Shorter than a frame that anybody would miss, ms. */
const SLICE = 12

/** Lets the page answer keys and draw before what follows. A message comes sooner than a timer, and in hidden pages too. */
export const breath = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })

/** Does long work on the page in slices: whatever its length, no key waits for it. `done` never comes once it is stopped. */
export function inSlices<T>(work: Iterator<void, T>): { done: Promise<T>; stop(): void } {
  let stopped = false
  const done = new Promise<T>((resolve, reject) => {
    const slice = () => {
      if (stopped) return
      try {
        const begun = performance.now()
        for (let step = work.next(); ; step = work.next()) {
          if (step.done) return resolve(step.value)
          if (performance.now() - begun > SLICE) return void breath().then(slice)
        }
      } catch (error) {
        reject(error)
      }
    }
    slice()
  })
  return {
    done,
    stop: () => {
      stopped = true
    },
  }
}
