// Functions that run inside the measured page.

/**
 * Notes when the first cell is in the document, may be typed in and has been painted.
 * @param {string} cell
 */
export function watchFirstCell(cell) {
  const usable = () => {
    const found = document.querySelector(cell)
    return (
      found && !(/** @type {HTMLInputElement} */ (found).disabled) && !found.closest('fieldset[disabled]')
    )
  }
  const observer = new MutationObserver(() => {
    if (!usable()) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        Object.assign(window, { benchUsable: performance.now() })
      }
      channel.port2.postMessage(0)
    })
  })
  observer.observe(document, { childList: true, subtree: true, attributes: true })
}

/**
 * From here on, each key that changes the total is timed: from the key event to after the frame that shows the new
 * total. Without an argument it stops. `commit` is the key that is timed where digits alone change nothing.
 * @param {{ total: string, commit?: string } | null} watched
 */
export function watchTotal(watched) {
  const page = /** @type {{ benchTimes?: number[], benchStop?: () => void }} */ (window)
  page.benchStop?.()
  page.benchTimes ??= []
  if (!watched) return
  const times = page.benchTimes
  const read = () => {
    const total = document.querySelector(watched.total)
    return total instanceof HTMLInputElement ? total.value : total?.textContent
  }
  /** @param {KeyboardEvent} event */
  const onKeyDown = ({ key, timeStamp }) => {
    if (watched.commit ? key !== watched.commit : !/^\d$/.test(key)) return
    const before = read()
    const next = () =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          const passed = performance.now() - timeStamp
          if (read() !== before) times.push(passed)
          else if (passed < 1500) next()
        }
        channel.port2.postMessage(0)
      })
    next()
  }
  addEventListener('keydown', onKeyDown, true)
  page.benchStop = () => removeEventListener('keydown', onKeyDown, true)
}

/**
 * Changes cells one after another as typing does, a frame after every 20.
 * @param {{ cells: string[], edits: number }} asked
 */
export async function editCells({ cells, edits }) {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  for (let edit = 0; edit < edits; edit++) {
    const input = document.querySelector(cells[edit % cells.length] ?? '')
    if (!input) throw new Error('no such cell')
    set?.call(input, String(edit))
    input.dispatchEvent(new Event('input', { bubbles: true }))
    if (edit % 20 === 0) await new Promise((done) => requestAnimationFrame(done))
  }
}

/** Resolves after the next frame has been painted. */
export const nextFrame = () =>
  new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(undefined))))
