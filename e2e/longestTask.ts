import type { Page } from '@playwright/test'

interface TraceEvent {
  ph: string
  name: string
  pid: number
  tid: number
  tdur?: number
  args?: { name?: string }
}

/**
 * The longest that the page's main thread was busy without a break while something was done, in milliseconds of the
 * processor: a busy machine makes a task late, but no longer.
 */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  let trace: Buffer
  try {
    await act()
  } finally {
    trace = await browser.stopTracing()
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const key = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(key),
  )
  let longest = 0
  for (const event of traceEvents)
    if (event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(key(event)))
      longest = Math.max(longest, (event.tdur ?? 0) / 1000)
  if (longest === 0) throw new Error('the trace names no task of the page')
  return longest
}
