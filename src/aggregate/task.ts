import { currentEdition } from '../format/editions'
import type { Address } from '../format/types'
import { finished } from '../report/finished'
import { assigned, byId, unitsFrom } from './assigned'
import type { Decision, Task } from './decisions'
import { decidedUnits, exemptionsOf, inForce } from './inForce'
import { organKey } from './match'
import { editionOf, isAllZero, type Received, type Scope } from './received'
import { type Current, resolve } from './resolve'
import { rosterOfYear, type Unit } from './roster'
import { type Sum, summing } from './sums'

export type { Decision, Task }

export type State = 'missing' | 'received' | 'zero' | 'returned' | 'conflict' | 'outside' | 'exempt'

/** One unit, or an organ outside the list, with what came of its reports. */
export interface Standing {
  id: string
  unit: Unit | undefined
  state: State
  /** The report that is summed; for one that is not, the one that would be. */
  current: Received | undefined
  /** Versions to choose from, in the state `conflict`. */
  conflict: Received[]
  /** All that it handed in this year: earlier versions, and what it sums up itself (`scope`), too. */
  reports: Received[]
  /** Where what is summed was settled by a person: content code of the report as it was recognised. */
  settledFrom?: string
  /** Where nothing counts any more: a report of another organ or 口径 that corrects one of these. */
  correctedBy?: Received
  /** What people have decided about it and can take back. Absent where that is nothing. */
  decided?: Decision[]
}

/** A file that is not of this task, or whose unit has to be asked for. */
export type Open = { report: Received; ask: string[] } | { report: Received; problem: string }

export interface Overview {
  year: number | undefined
  standings: Standing[]
  open: Open[]
}

/** The year that most reports are of; the later one where two are as many. */
export function yearOfMost(reports: readonly Received[]): number | undefined {
  const counts = new Map<number, number>()
  for (const { year } of reports) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0]
}

/**
 * What a report has become by being settled. One whose organ or year could not be read, or was read wrongly, goes where its settled
 * version goes.
 */
function settledForms({ reports, decisions }: Task): (report: Received) => Received {
  const next = new Map<string, string>()
  for (const decision of decisions)
    if (decision.kind === 'settled') {
      const { base, version } = decision
      const other = next.get(base)
      // Two people have settled one report: whatever the order of their decisions, it goes with the same of them.
      if (other === undefined || version < other) next.set(base, version)
    }
  if (!next.size) return (report) => report
  const byCode = new Map(reports.map((report) => [report.code, report]))
  return (report) => {
    const seen = new Set<string>()
    let form = report
    for (let code = next.get(form.code); code !== undefined && !seen.has(code); code = next.get(form.code)) {
      seen.add(code)
      const version = byCode.get(code)
      if (!version) break
      form = version
    }
    return form
  }
}

/** What of the decisions is about a report: that it counts, or another one does; that it is a 零报告; that it went back; whose it is. */
function decisionsBy(decisions: readonly Decision[]): (report: Received, form: Received) => Decision[] {
  const by = new Map<string, Decision[]>()
  const put = (key: string, decision: Decision) => by.set(key, [...(by.get(key) ?? []), decision])
  for (const decision of decisions) {
    if (decision.kind === 'choose')
      for (const code of new Set([decision.chosen, ...decision.over])) put(code, decision)
    if (decision.kind === 'zero' || decision.kind === 'returned') put(decision.code, decision)
    if (decision.kind === 'belongs') put(`belongs ${decision.organ}`, decision)
  }
  if (!by.size) return () => []
  return ({ code }, { organ }) => [...(by.get(code) ?? []), ...(by.get(`belongs ${organKey(organ)}`) ?? [])]
}

/**
 * By content code, the reports that one of another unit or another scope corrects: whoever sends a correction takes back what was sent
 * before, whatever it was sent as.
 */
function correctionsElsewhere(
  all: readonly Received[],
  groups: readonly Received[][],
): Map<string, Received> {
  const found = new Map<string, Received>()
  if (all.every(({ base }) => base === null)) return found
  const placeOf = new Map(
    groups.flatMap((reports, n) => reports.map(({ code, scope }) => [code, `${n} ${scope}`] as const)),
  )
  for (const report of all) {
    const { base, code } = report
    if (base === null || base === code || !placeOf.has(base) || placeOf.get(base) === placeOf.get(code))
      continue
    const known = found.get(base)
    if (!known || code < known.code) found.set(base, report)
  }
  return found
}

/**
 * Which report counts for a unit: of one with others below it its own (本机关), since whatever it sums up is handed in by these;
 * of one without, whichever it hands in.
 */
const SCOPES: Record<'leaf' | 'node', Scope[]> = { leaf: ['organ', 'level', 'all'], node: ['organ'] }

/** The states of all units and what has to be asked: a pure function of the task, whatever the order of its parts. */
export function overviewOf(task: Task): Overview {
  return finished(overviewing(task))
}

/** `overviewOf` step by step, so that a page can answer in between. */
export function* overviewing(task: Task): Generator<void, Overview> {
  const year = task.year ?? yearOfMost(task.reports)
  const formOf = settledForms(task)
  const decisions = inForce(task.decisions)
  const given = decidedUnits(task.units, task.decisions)
  const ofYear = task.reports.map(formOf).filter((report) => report.year === year)
  const { units, heirOf } = rosterOfYear(given.length ? given : unitsFrom(ofYear, decisions), year ?? 0)
  const match = assigned(units, { ...task, units: given, decisions })
  const choices = decisions.filter((decision) => decision.kind === 'choose')
  const origins = new Map(
    task.decisions.flatMap((decision): [string, string][] =>
      decision.kind === 'settled' ? [[decision.version, decision.of]] : [],
    ),
  )
  const zeros = new Set(decisions.flatMap((decision) => (decision.kind === 'zero' ? [decision.code] : [])))
  const returned = new Set(
    decisions.flatMap((decision) => (decision.kind === 'returned' ? [decision.code] : [])),
  )
  const decidedOn = decisionsBy(decisions)
  const asListed = new Set(given)
  const listedById = new Map(task.units.map((unit) => [unit.id, unit]))
  const ofUnit = new Map<string, Received[]>()
  const foreign = new Map<string, Received[]>()
  const open: Open[] = []
  const put = (map: Map<string, Received[]>, key: string, report: Received) => {
    const known = map.get(key)
    if (known) known.push(report)
    else map.set(key, [report])
  }
  for (const report of task.reports) {
    yield
    const form = formOf(report)
    if (form.year !== year) {
      open.push({
        report,
        problem: form.year === undefined ? '没有写明年度' : `是 ${form.year} 年度的年报`,
      })
      continue
    }
    const found = match(form)
    // What one sent that has gone meanwhile is its successor's; two that have become one are no question.
    const heirs = 'ask' in found ? [...new Set(found.ask.map(heirOf))] : []
    const [only] = heirs
    if ('unit' in found) put(ofUnit, heirOf(found.unit), report)
    else if (heirs.length === 1 && only && 'ask' in found && found.ask.length > 1 && !found.against)
      put(ofUnit, only, report)
    else if (heirs.length) open.push({ report, ask: heirs })
    else put(foreign, organKey(form.organ), report)
  }
  const corrections = correctionsElsewhere(
    task.reports.filter((report) => formOf(report).year === year),
    [...ofUnit.values(), ...foreign.values()],
  )
  const gone = new Set([...corrections.keys(), ...returned])
  const parents = new Set(units.map(({ parent }) => parent))
  const currentOf = (reports: Received[], scopes: Scope[]): Current | undefined => {
    for (const scope of scopes) {
      const found = resolve(
        reports.filter((report) => report.scope === scope),
        choices,
        gone,
      )
      if (found) return found
    }
    return undefined
  }
  const standing = (id: string, unit: Unit | undefined, reports: Received[]): Standing => {
    const found = currentOf(reports, unit && parents.has(unit.id) ? SCOPES.node : SCOPES.leaf)
    const current = found && 'current' in found ? found.current : undefined
    const conflict = found && 'conflict' in found ? found.conflict : []
    const state = (): State => {
      if (!unit) return 'outside'
      if (unit.exempt) return 'exempt'
      if (conflict.length) return 'conflict'
      if (!current) return reports.some(({ code }) => returned.has(code)) ? 'returned' : 'missing'
      return zeros.has(current.code) && isAllZero(current) ? 'zero' : 'received'
    }
    const settledFrom = current && origins.get(current.code)
    const listed = unit && listedById.get(unit.id)
    const decided = [
      ...new Set(reports.flatMap((report) => decidedOn(report, formOf(report)))),
      ...(unit?.exempt && listed
        ? exemptionsOf(asListed.has(listed) ? listed : { ...listed, exempt: '' }, decisions)
        : []),
    ]
    const correctedBy = found ? undefined : reports.flatMap(({ code }) => corrections.get(code) ?? [])[0]
    return {
      id,
      unit,
      state: state(),
      current,
      conflict,
      reports,
      ...(settledFrom !== undefined && { settledFrom }),
      ...(correctedBy && { correctedBy }),
      ...(decided.length > 0 && { decided }),
    }
  }
  const standings: Standing[] = []
  for (const unit of units) {
    standings.push(standing(unit.id, unit, ofUnit.get(unit.id) ?? []))
    yield
  }
  const inTheirOrder = [...foreign].sort(([a], [b]) => (a < b ? -1 : 1))
  const outside = inTheirOrder.map(([, reports]) => {
    const { organ } = formOf(reports[0] as Received)
    return standing(organ.code || organ.name, undefined, reports)
  })
  return { year, standings: [...standings, ...outside], open }
}

/** Whether a unit's report is summed. */
export const isSummed = ({ state }: Standing): boolean => state === 'received' || state === 'zero'

/** Whether a unit should be in the sums and is not: nothing came, it went back, or nobody has chosen what counts. */
export const isLacking = ({ state }: Standing): boolean =>
  state === 'missing' || state === 'returned' || state === 'conflict'

/** 完全汇总: all figures over all units of the list. What a unit lacks is counted, whatever keeps it from being summed. */
export function sumsOf({ standings }: { standings: readonly Standing[] }): Map<Address, Sum> {
  const summed = standings.filter(isSummed)
  const first = summed.find(({ current }) => current)?.current
  const sum = summing(first ? editionOf(first) : currentEdition)
  for (const one of standings) {
    if (isSummed(one) && one.current) sum.add(one.current)
    else if (isLacking(one)) sum.addAbsent()
  }
  return sum.sums()
}

/** 汇总 as one object, for other programs: by id of the unit, in the order of the ids. */
export function summaryOf(task: Task): object {
  return summaryFor(overviewOf(task))
}

/** The same of what a task came to, or of some of its units. */
export function summaryFor({ year, standings }: Pick<Overview, 'year' | 'standings'>): object {
  return {
    year: year ?? null,
    units: Object.fromEntries(
      [...standings].sort(byId).map(({ id, state, current }) => [id, { state, code: current?.code ?? null }]),
    ),
    sums: Object.fromEntries(sumsOf({ standings })),
  }
}

/** It as the text of a file, the same to the byte wherever it is written. */
export const summaryText = (summary: object): string => `${JSON.stringify(summary, null, 2)}\n`
