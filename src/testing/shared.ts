/** Set-up of all tests: the files of a project share one process, so what a test puts in place of timers or globals ends with it. */
import { afterEach, vi } from 'vitest'

afterEach(() => void vi.useRealTimers())
