/** A hidden page gets no animation frame: then the action runs after this many ms instead. */
const HIDDEN_DELAY = 100

/** Does something right after the next picture, before anything else gets its turn. The answer calls it off. */
export function afterPicture(action: () => void): () => void {
  let done = false
  const once = () => {
    if (done) return
    done = true
    action()
  }
  const timer = setTimeout(once, HIDDEN_DELAY)
  const frame = requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      once()
    }
    port2.postMessage(null)
  })
  return () => {
    done = true
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
}
