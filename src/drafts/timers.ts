/** Handed in, so that tests can move time themselves. */
export interface Timers {
  schedule(action: () => void, milliseconds: number): unknown
  cancel(timer: unknown): void
}

export const realTimers: Timers = {
  schedule: (action, milliseconds) => setTimeout(action, milliseconds),
  cancel: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
}
