import type { Received } from './received'
import type { Choice } from './resolve'
import type { Unit } from './roster'

interface Again {
  /** How often the same was decided and taken back before; absent the first time. */
  again?: number
}

/** What people have decided in a 汇总任务. A set: two copies of a task are merged by uniting theirs. */
export type Decision =
  | ({ kind: 'choose' } & Choice & Again)
  /** 零报告: a unit's report of nothing but zeros is meant so, as a reviewer has made sure, and when (YYYY-MM-DD). */
  | ({ kind: 'zero'; code: string; by: string; reason: string; day?: string } & Again)
  /** 退回: a report goes back to its unit and counts no longer, nor does the version that it corrects; another one takes its place. */
  | ({ kind: 'returned'; code: string; reason: string; day?: string } & Again)
  /** A question answered: the files of this organ belong to this unit. */
  | ({ kind: 'belongs'; organ: string; unit: string } & Again)
  /** 不需报: a unit need not report. */
  | ({ kind: 'exempt'; unit: string; reason: string } & Again)
  /** Whom the units answer on their 核对意见, and by when (YYYY-MM-DD); "" is left open on the paper. */
  | ({ kind: 'reply'; until: string; contact: string } & Again)
  /** 撤回: a decision (`decisionKey`) holds no longer. */
  | { kind: 'withdrawn'; of: string }
  | TaskRecord

/** One year, one list of units, the reports that came in, and what was decided. */
export interface Task {
  year: number | undefined
  /** Empty where the list is to grow from the files. */
  units: Unit[]
  reports: Received[]
  decisions: Decision[]
}

/**
 * What a 汇总任务 keeps beside the choices that its states follow from: documents of their own, each of which can be united with a
 * colleague's. None of them changes a sum: what was settled counts by the report that it made.
 */
export type TaskRecord = Settled | Disputed | ReviewRecord | OutputRecord | UnitChange

/** 核定: a person has compared a recognised report with its source. What came of it is a report of its own, which corrects `base`. */
export interface Settled {
  kind: 'settled'
  /** Content code of the report as it was recognised in the file that came in. */
  of: string
  /** Content code of the version that was settled before, at first that of `of`. */
  base: string
  /** Content code of the settled report. */
  version: string
  /** What was put in place of what was recognised. */
  changed: Record<string, string>
  /** Doubtful cells that were taken as they had been read. */
  confirmed: string[]
}

/** 不认可: the reviewer does not accept the reason (例外说明) that a unit gave. */
export interface Disputed {
  kind: 'disputed'
  /** Content code of the report; a later version is looked at anew. */
  code: string
  rule: string
  cells: string[]
  reason: string
}

/** 全部审核: which rules judged which reports, and what came of it. */
export interface ReviewRecord {
  kind: 'reviewed'
  /** The rule book, `ruleBookCode`. */
  rules: string
  /** Local date, YYYY-MM-DD; some rules look at it. */
  day: string
  /** By content code, open findings: 阻断/核实. */
  reports: Record<string, string>
  /** 例外说明 that the units gave; left out where there is none. */
  reasons?: GivenReason[]
}

/** Why a unit says that what a rule found is right; `place` and `message` are words for paper. */
export interface GivenReason {
  code: string
  rule: string
  cells: string[]
  place: string
  message: string
  reason: string
  /** Whether it is for the figures as they were looked at. */
  holds: boolean
}

/** A 汇总 that was printed or handed out, with the reports that it is made of. */
export interface OutputRecord {
  kind: 'output'
  /** What was made, in words: 打印, Excel, … */
  what: string
  /** Over which units, in words, and as a key (`rangeKey`). */
  range: string
  rangeKey: string
  day: string
  /** Content codes of its parts by unit. */
  parts: Record<string, string>
}

/** 户数变动: why a unit of last year is gone, or one of this year new; with the unit that it went into, where a person said so. */
export interface UnitChange {
  kind: 'unitChange'
  /** Ids in the lists of last year and of this year; "" where there is none. */
  before: string
  now: string
  reason: string
}

const isText = (value: unknown): value is string => typeof value === 'string'
const text = (value: unknown) => (isText(value) ? value : '')
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : [])
const record = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => isText(entry[1])))
    : {}

const reasonOf = (given: unknown): GivenReason[] => {
  if (typeof given !== 'object' || given === null) return []
  const { code, rule, cells, place, message, reason, holds }: Partial<Record<keyof GivenReason, unknown>> =
    given
  return [
    {
      code: text(code),
      rule: text(rule),
      cells: texts(cells),
      place: text(place),
      message: text(message),
      reason: text(reason),
      holds: holds === true,
    },
  ]
}

/** Reads a document of one of these kinds from a file; nothing of it is believed but its shape. */
export function recordOf(document: Record<string, unknown>): TaskRecord[] {
  const { kind } = document
  if (kind === 'settled')
    return [
      {
        kind,
        of: text(document.of),
        base: text(document.base),
        version: text(document.version),
        changed: record(document.changed),
        confirmed: texts(document.confirmed),
      },
    ]
  if (kind === 'disputed')
    return [
      {
        kind,
        code: text(document.code),
        rule: text(document.rule),
        cells: texts(document.cells),
        reason: text(document.reason),
      },
    ]
  if (kind === 'reviewed')
    return [
      {
        kind,
        rules: text(document.rules),
        day: text(document.day),
        reports: record(document.reports),
        ...(Array.isArray(document.reasons) ? { reasons: document.reasons.flatMap(reasonOf) } : {}),
      },
    ]
  if (kind === 'output')
    return [
      {
        kind,
        what: text(document.what),
        range: text(document.range),
        rangeKey: text(document.rangeKey),
        day: text(document.day),
        parts: record(document.parts),
      },
    ]
  if (kind === 'unitChange')
    return [{ kind, before: text(document.before), now: text(document.now), reason: text(document.reason) }]
  return []
}
