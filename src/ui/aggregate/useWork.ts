import { useEffect, useRef, useState } from 'react'

/** Something that takes a while; `of` is 0 while it is not known how much there is to do. */
export interface Working {
  words: string
  done: number
  of: number
}
interface State {
  busy?: Working
  /** What came of it, and what went wrong; "" for nothing. */
  said: string
  problem: string
}

/** Work of a page that goes on beside it, one at a time: what is begun ends what was before, and leaving the page ends it, too. */
export function useWork() {
  const [state, setState] = useState<State>({ said: '', problem: '' })
  const running = useRef<AbortController>()
  useEffect(() => () => running.current?.abort(), [])
  return {
    ...state,
    say: (said: string, problem = '') => setState({ said, problem }),
    begin(words: string, of = 0) {
      running.current?.abort()
      const own = new AbortController()
      running.current = own
      const show = (next: State) => own.signal.aborted || setState(next)
      const progress = (done: number, of: number) =>
        show({ busy: { words, done, of }, said: '', problem: '' })
      progress(0, of)
      return {
        signal: own.signal,
        progress,
        /** Nothing is said of what was stopped: whoever stopped it has said so. */
        end: (said: string, problem = '') => show({ said, problem }),
      }
    },
    cancel(said: string) {
      running.current?.abort()
      setState({ said, problem: '' })
    },
  }
}
