/** A page that nobody sees draws no picture; then it is soon enough after this, ms. */
const UNSEEN = 100

/** Does something right after the next picture, before anything else gets its turn. The answer calls it off. */
export function afterPicture(action: () => void): () => void {
  let done = false
  const once = () => {
    if (done) return
    done = true
    action()
  }
  const timer = setTimeout(once, UNSEEN)
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
