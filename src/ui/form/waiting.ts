import type { Address } from '../../format/types'
import { commonEnds } from '../../report/commonEnds'
import type { Report } from '../../report/report'
import type { Typing } from '../drafts/waiting'
import { createObservable } from '../parts/observable'

/** A change that waits: as it would make a report, and what makes it here. */
export interface Waiting {
  address?: Address
  /** It changes no content: by it the report would be published no longer, or on another day. */
  redates?: true
  to(report: Report): Report
  go(): void
}

/**
 * What waits for the clerk's word: where the first of it would be, the text that is still being typed, what it would make of a
 * report, and what makes it here after all.
 */
export interface Asked {
  address?: Address
  typing?: Typing
  /** No content waits: by all of it the report would only be published no longer, or on another day. */
  redates?: true
  /** A step back or forward, which waits alone: whatever else is done takes its place. */
  passing?: true
  to(report: Report): Report
  go(): void
}

/** The changes to a published report that wait for the clerk's word, in the order in which they came. */
export function createWaiting(changing: (typing: Typing) => Waiting) {
  const asked = createObservable<Asked | null>(null)
  let queue: (Waiting | Typing)[] = []
  asked.subscribe(() => {
    if (!asked.get()) queue = []
  })
  function ask(next: typeof queue) {
    queue = next
    // What was typed stands in the question as it will be written: no other change that waits is made over it.
    const all = [...next]
      .sort((one, other) => Number('text' in one) - Number('text' in other))
      .map((each) => ('text' in each ? changing(each) : each))
    asked.set({
      address: next.find(({ address }) => address)?.address,
      typing: typingIn(next),
      redates: next.every((each) => 'redates' in each && each.redates) || undefined,
      to: (report) => all.reduce((made, each) => each.to(made), report),
      go() {
        asked.set(null)
        for (const each of all) each.go()
      },
    })
  }
  const typingIn = (of: typeof queue) => of.filter((each) => 'text' in each).at(-1)
  /** The text is typed on where it waits. */
  function retype(text: string, caret: number) {
    const typing = typingIn(queue)
    if (typing) ask(queue.map((each) => (each === typing ? { ...typing, text, caret } : each)))
  }
  return {
    asked,
    add: (waiting: Waiting) => ask([...queue, waiting]),
    retype,
    /**
     * A field was typed into, which shows its text from before again: keys that come before the question has the focus add to
     * the text that waits.
     */
    addTyped(typing: Typing, before: string) {
      const earlier = typingIn(queue.filter(({ address }) => address === typing.address))
      if (!earlier) return ask([...queue, typing])
      // Typed into again after another field: the text of this one is typed on from here.
      queue = [...queue.filter((each) => each !== earlier), earlier]
      const { head, tail } = commonEnds(before, typing.text)
      const put = typing.text.slice(head, typing.text.length - tail)
      const from = put ? earlier.caret : Math.max(0, earlier.caret - (before.length - head - tail))
      retype(earlier.text.slice(0, from) + put + earlier.text.slice(earlier.caret), from + put.length)
    },
  }
}
