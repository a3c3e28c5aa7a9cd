import type { Received } from './received'

/** A person's choice between two versions that do not follow each other. It holds until another version comes in. */
export interface Choice {
  chosen: string
  over: string[]
}

/** What counts of the reports of one unit, year and scope: one of them, or several that only a person can choose from. */
export type Current<Report = Received> = { current: Report } | { conflict: Report[] }

type Version = Pick<Received, 'code' | 'base'>

/**
 * The current one of several reports of one unit, year and scope: the one that no other corrects (`base`). A pure function of the
 * set: order, repetition, file names, dates and clocks decide nothing. `elsewhere`: content codes that a report of another unit or
 * scope corrects; these count no longer, but what they correct stays corrected. Undefined where nothing is left.
 */
export function resolve<Report extends Version>(
  reports: Iterable<Report>,
  choices: Iterable<Choice> = [],
  elsewhere: ReadonlySet<string> = new Set(),
): Current<Report> | undefined {
  const byCode = new Map<string, Report>()
  for (const report of reports) if (!byCode.has(report.code)) byCode.set(report.code, report)
  const corrected = new Set<string>()
  for (const { code, base } of byCode.values()) if (base !== null && base !== code) corrected.add(base)
  for (const code of elsewhere) byCode.delete(code)
  if (!byCode.size) return undefined
  const all = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  const last = all.filter(({ code }) => !corrected.has(code))
  // Where each is corrected by another (no honest program writes this), none of them stands out.
  const heads = last.length ? last : all
  const over = new Set<string>()
  for (const choice of choices) if (byCode.has(choice.chosen)) for (const code of choice.over) over.add(code)
  const left = heads.filter(({ code }) => !over.has(code))
  const [only] = left
  // Two choices that say the opposite leave nothing: it is open again.
  return left.length === 1 && only ? { current: only } : onlyOne(left.length ? left : heads)
}

const onlyOne = <Report>(reports: Report[]): Current<Report> =>
  reports.length === 1 ? { current: reports[0] as Report } : { conflict: reports }
