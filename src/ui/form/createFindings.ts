import type { CheckedFigure } from '../../checks/marks'
import type { RuleOutcome } from '../../checks/run'
import type { Finding, Verdict } from '../../checks/types'
import type { Tally } from '../../checks/verdict'
import { partsOf } from '../../format/cells'
import { textsOf } from '../../format/names'
import type { Address, Edition } from '../../format/types'
import { type Progress, progressOf } from '../../report/progress'
import { type Entries, type Report, textAt } from '../../report/report'
import { noteError } from '../drafts/diagnosis'
import { localDate } from '../parts/localDate'
import { createObservable, type Observable } from '../parts/observable'

/** What is known of the whole report after the last pause in typing. */
export interface Review {
  /** All findings, due or not; 核对 and 导出 show these. */
  findings: Finding[]
  /** The findings that may be shown beside their cells by now (interaction §2). */
  due: Finding[]
  /** Absent until the rules have run for the first time. */
  verdict?: Verdict
  /** What was looked at, rule by rule: for 核对, so that “nothing found” cannot look like “not run”. */
  tally: Tally[]
  progress: Progress[]
  /** Why the rules could not be run at all: their file is gone, or the program is at fault. Then there is no verdict. */
  fault?: unknown
  /** What the report is called by now; empty parts are not filled yet. */
  organ: string
  year: string
}

/** One prose field as the rules saw it last: its text, and the figures in it that were checked. */
export interface MarkedText {
  text: string
  marks: CheckedFigure[]
}

export interface FindingsStore {
  review(): Review
  subscribe(listener: () => void): () => void
  /** Counts the looks, for what is refreshed in the pauses of typing whatever has changed. */
  looks: Observable<number>
  /** Due findings whose target is the address; the same array until they change. */
  at(address: Address): Finding[]
  subscribeAt(address: Address, listener: () => void): () => void
  /** The same object until text or marks change; with a fresh look at the latest. */
  marked(address: Address): MarkedText
  /** Values have changed by other ways than typing, or the focus has moved: look again after a moment. */
  touched(): void
  /** A key was typed: look again in the next pause. */
  typed(): void
  /** Look for the first time in so many ms, unless a key or a step makes it look before. */
  opened(ms: number): void
  /** Look again now; resolves when the rules have run. */
  now(): Promise<void>
  /** 核对 or 导出 was opened: from here on everything is due. */
  markReviewed(): void
  stop(): void
}

/**
 * Longer than somebody who types fast takes from one cell to the first digit of the next, so that the rules do not come
 * between the two; short enough to feel immediate.
 */
const MOMENT_MS = 250
/** Longer than part-time typists take from key to key: no look between two digits of a figure. */
const PAUSE_MS = 400
const NONE: Finding[] = []
const UNMARKED: MarkedText = { text: '', marks: [] }

/** Fixes are part of it: one made for an earlier text would put that text back. */
const same = (a: Finding[], b: Finding[]) =>
  a.length === b.length &&
  a.every((finding, i) => {
    const other = b[i]
    return (
      finding.key === other?.key &&
      finding.message === other.message &&
      finding.status === other.status &&
      finding.reason === other.reason &&
      JSON.stringify([finding.operands, finding.evidence, finding.fixes]) ===
        JSON.stringify([other.operands, other.evidence, other.fixes])
    )
  })

/** Most pauses change nothing of this: then nothing is drawn. */
const isSame = (a: Review, b: Review) =>
  a.findings === b.findings &&
  a.fault === b.fault &&
  a.due === b.due &&
  a.organ === b.organ &&
  a.year === b.year &&
  JSON.stringify([a.verdict, a.tally, a.progress]) === JSON.stringify([b.verdict, b.tally, b.progress])

/** For the diagnosis file, once a rule: the rules run after each pause. */
const noted = new Set<string>()
function noteBroken(outcomes: RuleOutcome[]) {
  for (const outcome of outcomes) {
    if (outcome.state !== 'broken' || noted.has(outcome.rule.id)) continue
    noted.add(outcome.rule.id)
    noteError(outcome.error)
  }
}

/** The marks text by text; an object of the last look stays where nothing has changed. */
function markedTexts(
  edition: Edition,
  before: Map<Address, MarkedText>,
  { entries }: Report,
  marks: CheckedFigure[],
): Map<Address, MarkedText> {
  const own = new Map<Address, CheckedFigure[]>()
  for (const mark of marks) own.set(mark.address, [...(own.get(mark.address) ?? []), mark])
  return new Map(
    textsOf(edition).map(({ address }) => {
      const now = { text: textAt(entries, address), marks: own.get(address) ?? [] }
      const known = before.get(address)
      return [address, known && JSON.stringify(known) === JSON.stringify(now) ? known : now]
    }),
  )
}

/**
 * Runs all rules over the current entries after each pause and publishes what changed, per address. The rules come in a
 * chunk of their own, after the first screen.
 */
export function createFindings(
  edition: Edition,
  read: {
    entries(): Entries
    report(): Report
    focused(): Address | null
    /** Key of the finding that the clerk was led to. */
    followed(): string | undefined
    /** After a look that has tied figures of the prose to cells. */
    tied?(): void
  },
): FindingsStore {
  const factsOf = (entries: Entries) => ({
    progress: progressOf(edition, entries),
    organ: textAt(entries, 'organ.name').trim(),
    year: textAt(entries, 'year').trim(),
  })
  let review: Review = { findings: NONE, due: NONE, tally: [], ...factsOf(read.entries()) }
  let byAddress = new Map<Address, Finding[]>()
  let marked = new Map<Address, MarkedText>()
  let reviewed = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const looks = createObservable(0)
  const listeners = new Set<() => void>()
  const listenersAt = new Map<Address, Set<() => void>>()

  const loadChecks = () =>
    Promise.all([
      import('../../checks/review'),
      import('../../checks/due'),
      import('../../checks/verdict'),
      import('./runRules'),
    ])

  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  /** One look after the other, each at the entries as they are by then; of several that wait, one is enough. */
  function inTurn(): Promise<void> {
    const begin = () => {
      next = undefined
      running = look().finally(() => {
        running = undefined
      })
      return running
    }
    if (!running) return begin()
    next ??= running.then(begin, begin)
    return next
  }

  /** Never rejects: what went wrong is part of the review. */
  async function look() {
    try {
      await lookNow()
    } catch (error) {
      noteError(error)
      if (stopped) return
      const { verdict: _, ...before } = review
      review = { ...before, fault: error ?? new Error('unknown') }
      for (const listener of listeners) listener()
    }
  }

  async function lookNow() {
    const [{ reviewOf }, { isDue }, { tallyOf }, { runRules }] = await loadChecks()
    if (stopped) return
    const report = read.report()
    const { outcomes, marks } = await runRules(edition, report, localDate())
    if (stopped) return
    noteBroken(outcomes)
    const { findings, verdict } = reviewOf(outcomes, edition, report)
    const focused = read.focused()
    // What was shown or followed stays until it is set right, also while its own cells are being filled.
    const stays = new Set([read.followed(), ...review.due.map(({ key }) => key)])
    const due = findings.filter(
      (finding) => stays.has(finding.key) || isDue(finding, { focused, reviewed, edition }),
    )
    const next = new Map<Address, Finding[]>()
    for (const finding of due) {
      const target = partsOf(edition, finding.target)[0] ?? finding.target
      const address = finding.due === 'onLeave' ? finding.target : target
      next.set(address, [...(next.get(address) ?? []), finding])
    }
    const changed = new Set<Address>()
    for (const address of new Set([...byAddress.keys(), ...next.keys()])) {
      const before = byAddress.get(address) ?? NONE
      const after = next.get(address) ?? NONE
      if (same(before, after)) {
        if (before.length) next.set(address, before)
      } else changed.add(address)
    }
    byAddress = next
    const now: Review = {
      findings: same(review.findings, findings) ? review.findings : findings,
      due: same(review.due, due) ? review.due : due,
      verdict,
      tally: tallyOf(outcomes),
      ...factsOf(report.entries),
    }
    marked = markedTexts(edition, marked, report, marks)
    looks.set(looks.get() + 1)
    if (marks.some(({ tied }) => tied)) read.tied?.()
    if (!isSame(review, now)) {
      review = now
      for (const listener of listeners) listener()
    }
    for (const address of changed) for (const listener of listenersAt.get(address) ?? []) listener()
  }

  function lookIn(ms: number) {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(inTurn, ms)
  }

  return {
    review: () => review,
    looks,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    at: (address) => byAddress.get(address) ?? NONE,
    subscribeAt(address, listener) {
      const own = listenersAt.get(address) ?? new Set()
      listenersAt.set(address, own.add(listener))
      return () => void own.delete(listener)
    },
    marked: (address) => marked.get(address) ?? UNMARKED,
    touched: () => lookIn(MOMENT_MS),
    typed: () => lookIn(PAUSE_MS),
    opened: lookIn,
    now() {
      clearTimeout(timer)
      return inTurn()
    },
    markReviewed() {
      if (reviewed) return
      reviewed = true
      lookIn(MOMENT_MS)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
