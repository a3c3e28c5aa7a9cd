import { useEffect, useState } from 'react'
import { isProposed, kindToPropose, withoutProposed, withProposed } from '../../report/proposed'
import { currentText, type ReportSession, useSession } from '../form/session'
import { useObservable } from '../parts/observable'

export const NAME = 'organ.name'
export const KIND = 'organ.kind'
/** A name is read when its typing rests: a kind for each syllable would flicker, ms. */
const PAUSE_MS = 300

export const INFERRED = '由名称推断'
/** What a field says of a value that was put in for the clerk. */
const WORDS: Record<string, string> = { [KIND]: INFERRED, year: '暂填上一年度' }

/** The mark of a value that was put in and not looked at yet; undefined where there is none. */
export function useProposed(address: string): string | undefined {
  const session = useSession()
  const notes = useObservable(session.notes)
  useObservable(session.history)
  return isProposed(notes, session.entries(), address) ? WORDS[address] : undefined
}

/** A clerk has put a hand to a value: it is no proposal any more. Who only looks at a published report changes nothing. */
export function settle(session: ReportSession, address: string) {
  if (!session.guarded()) session.note((notes) => withoutProposed(notes, address))
}

/** Puts in the kind of organ that the typed name tells; the history takes it back like everything else. */
function propose(session: ReportSession) {
  const kind = kindToPropose(session.edition, session.entries(), session.notes.get())
  if (kind === undefined || !session.autosave.writing()) return
  session.apply([{ address: KIND, after: kind }])
  session.note((notes) => (kind ? withProposed(notes, KIND, kind) : withoutProposed(notes, KIND)))
}

/** To be told of each key in the name, and when it is left. */
export function useProposedKind(): { typed(): void; left(): void } {
  const session = useSession()
  const [watch] = useState(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // A name that the clerk only passes through proposes nothing.
    let read = currentText(session, NAME)
    const left = () => {
      clearTimeout(timer)
      const name = currentText(session, NAME)
      if (name === read) return
      read = name
      propose(session)
    }
    return {
      typed() {
        clearTimeout(timer)
        timer = setTimeout(left, PAUSE_MS)
      },
      left,
    }
  })
  // Whoever turns the page at once has typed the name all the same.
  useEffect(() => watch.left, [watch])
  return watch
}
