import type { Received } from './received'
import type { Unit } from './roster'

/** How a field is read from a file; nothing of it is believed but its shape. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
const record = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {}
const day = (value: unknown): string | undefined => text(value) || undefined
const flag = (value: unknown): boolean => value === true

/** Why a unit says that what a rule found is right; `place` and `message` are words for paper. */
const GIVEN_REASON = {
  code: text,
  rule: text,
  cells: texts,
  place: text,
  message: text,
  reason: text,
  /** Whether it is for the figures as they were looked at. */
  holds: flag,
}
export type GivenReason = Read<typeof GIVEN_REASON>
const reasons = (value: unknown): GivenReason[] | undefined =>
  Array.isArray(value)
    ? value.flatMap((one) => (typeof one === 'object' && one !== null ? read(GIVEN_REASON, one) : []))
    : undefined

/**
 * What people decide in a 汇总任务 and what it keeps of their work, by kind: documents, each of which can be united with a colleague's.
 * Content codes name reports, so that a later version is looked at anew.
 */
const KINDS = {
  /** 采用此份: of versions that do not follow each other, see `resolve`. */
  choose: { chosen: text, over: texts },
  /** 零报告: a unit's report of nothing but zeros is meant so, as a reviewer has made sure, and when (YYYY-MM-DD). */
  zero: { code: text, by: text, reason: text, day },
  /** 退回: a report goes back to its unit and counts no longer, nor does the version that it corrects; another one takes its place. */
  returned: { code: text, reason: text, day },
  /** A question answered: the files of this organ belong to this unit. */
  belongs: { organ: text, unit: text },
  /** 不需报: a unit need not report. */
  exempt: { unit: text, reason: text },
  /** Whom the units answer on their 核对意见, and by when (YYYY-MM-DD); "" is left open on the paper. */
  reply: { until: text, contact: text },
  /** 撤回: a decision (`decisionKey`) holds no longer. */
  withdrawn: { of: text },
  /** 核定: a person has compared a recognised report with its source. What came of it is a report of its own, which corrects `base`. */
  settled: {
    /** The report as it was recognised in the file that came in. */
    of: text,
    /** The version that was settled before, at first `of`. */
    base: text,
    /** The settled report. */
    version: text,
    /** What was put in place of what was recognised. */
    changed: record,
    /** Doubtful cells that were taken as they had been read. */
    confirmed: texts,
  },
  /** 不认可: the reviewer does not accept the reason (例外说明) that a unit gave. */
  disputed: { code: text, rule: text, cells: texts, reason: text },
  /** 全部审核: which rules judged which reports, and what came of it. */
  reviewed: {
    /** The rule book, `ruleBookCode`. */
    rules: text,
    /** Local date, YYYY-MM-DD; some rules look at it. */
    day: text,
    /** By content code, findings that no reason of the unit holds for: 阻断/核实. What is 不认可 comes to them. */
    reports: record,
    /** 例外说明 that the units gave; left out where there is none. */
    reasons,
  },
  /** A 汇总 that was printed or handed out, with the reports that it is made of. */
  output: {
    /** What was made, in words: 打印, Excel, … */
    what: text,
    /** Over which units, in words, and as a key (`rangeKey`). */
    range: text,
    rangeKey: text,
    day: text,
    /** Content codes of its parts by unit. */
    parts: record,
  },
  /** 户数变动: why a unit of last year is gone, or one of this year new; with the unit that it went into, where a person said so. */
  unitChange: {
    /** Ids in the lists of last year and of this year; "" where there is none. */
    before: text,
    now: text,
    reason: text,
  },
}

type Fields = Record<string, (value: unknown) => unknown>
type Read<F extends Fields> = {
  [K in keyof F as undefined extends ReturnType<F[K]> ? never : K]: ReturnType<F[K]>
} & { [K in keyof F as undefined extends ReturnType<F[K]> ? K : never]?: ReturnType<F[K]> }
const read = <F extends Fields>(fields: F, from: object): Read<F> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, of]) => {
      const value = of((from as Record<string, unknown>)[key])
      return value === undefined ? [] : [[key, value]]
    }),
  ) as Read<F>

type Kinds = typeof KINDS
type OfKind<K extends keyof Kinds> = { kind: K } & Read<Kinds[K]> & {
    /** How often the same was decided and taken back before; absent the first time. */
    again?: number
  }
/** A set: two copies of a task are merged by uniting theirs. */
export type Decision = { [K in keyof Kinds]: OfKind<K> }[keyof Kinds]
export type Disputed = OfKind<'disputed'>
export type OutputRecord = OfKind<'output'>
export type UnitChange = OfKind<'unitChange'>

/** One year, one list of units, the reports that came in, and what was decided. */
export interface Task {
  year: number | undefined
  /** Empty where the list is to grow from the files. */
  units: Unit[]
  reports: Received[]
  decisions: Decision[]
}

/** Reads a decision from a file; none where its kind is unknown. */
export function decisionOf(document: Record<string, unknown>): Decision[] {
  const { kind, again } = document
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) return []
  const fields = KINDS[kind as keyof Kinds]
  return [{ kind, ...read(fields, document), ...(typeof again === 'number' && { again }) } as Decision]
}
