import type { Decision, Task } from './decisions'
import { canBeOne, type Match, matcherOf, NONE_OF_THEM, organKey, plain } from './match'
import type { Organ, Received } from './received'
import type { Unit } from './roster'

/**
 * By organ (`organKey`), the unit of the list that a person has said its files belong to. Two copies that were united may say two: `open`,
 * nobody's word is taken, and it is asked again.
 */
function answersOf(decisions: readonly Decision[], isKnown: (unit: string) => boolean) {
  const said = new Map<string, Set<string>>()
  for (const decision of decisions)
    if (decision.kind === 'belongs' && (decision.unit === NONE_OF_THEM || isKnown(decision.unit)))
      said.set(decision.organ, (said.get(decision.organ) ?? new Set<string>()).add(decision.unit))
  const answers = new Map<string, string>()
  const open = new Map<string, string[]>()
  for (const [organ, units] of said) {
    const [only] = units
    if (units.size === 1 && only !== undefined) answers.set(organ, only)
    else open.set(organ, [...units].filter((unit) => unit !== NONE_OF_THEM).sort())
  }
  return { answers, open }
}

/**
 * In a list that grew from the files, the other organs that one without a code, or without code and district, can be: of the same name,
 * and not of another district.
 */
function likes(organs: Iterable<Organ>): (organ: Organ) => Organ[] {
  // Of those that tell more than their name; by code or district, as one of them is not another for being named twice.
  const byName = new Map<string, Map<string, Organ>>()
  for (const organ of organs) {
    const told = organ.code || organ.region
    if (!told) continue
    const key = plain(organ.name)
    const known = byName.get(key)
    if (known) known.set(told, organ)
    else byName.set(key, new Map([[told, organ]]))
  }
  return ({ code, region, name }) => {
    if (code) return []
    const others = byName.get(plain(name))
    if (!others) return []
    return [...others.values()].filter((other) =>
      other.code ? !region || canBeOne(region, other.code.slice(2, 8)) : !region,
    )
  }
}

/** Id of the unit that an organ is in a list that grew from the files, by the organs of one code or name. */
const grownId = (name: string, region: string, several: boolean) =>
  several && region ? `${name}（${region}）` : name

/** A list grown from the files: an organ a unit, told apart by code, else by name and district. One that can be another's is not yet one. */
export function unitsFrom(reports: readonly Received[], decisions: readonly Decision[] = []): Unit[] {
  const { answers } = answersOf(decisions, () => true)
  const likesOf = likes(reports.map(({ organ }) => organ))
  const organs = new Map<string, Organ>()
  const times = new Map<string, number>()
  for (const { organ } of reports) {
    const name = organ.code || organ.name
    if (!name) continue
    if (likesOf(organ).length && answers.get(organKey(organ)) !== NONE_OF_THEM) continue
    const region = organ.code ? '' : organ.region
    const key = `${region.length}|${region}${name}`
    const known = organs.get(key)
    if (!known) times.set(name, (times.get(name) ?? 0) + 1)
    if (!known || organ.name < known.name) organs.set(key, organ)
  }
  const units = [...organs.values()].map(({ code, region, name }) => ({
    id: grownId(code || name, code ? '' : region, times.get(code || name) !== 1),
    code,
    name,
    aliases: [],
    parent: '',
    kind: '',
    due: '',
    exempt: '',
  }))
  // Files come in any order, and what goes out has one.
  return units.sort(byId)
}

export const byId = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Whose report each one is. In a list that grew from the files every file is of its own organ, unless it can be another one's. */
export function assigned(
  units: readonly Unit[],
  { units: given, decisions, reports }: Task,
): (report: Received) => Match {
  const known = new Set(units.map(({ id }) => id))
  const { answers, open } = answersOf(decisions, (unit) => known.has(unit))
  if (given.length) {
    const match = matcherOf(given, answers)
    return (report) => {
      const ask = open.get(organKey(report.organ))
      return ask ? { ask, against: true } : match(report)
    }
  }
  const likesOf = likes(reports.map(({ organ }) => organ))
  const unitOf = ({ code, name, region }: Organ): string | undefined =>
    [grownId(code || name, region, true), code || name].find((id) => known.has(id))
  return ({ organ }) => {
    const contradicted = open.get(organKey(organ))
    if (contradicted) return { ask: contradicted, against: true }
    const answered = answers.get(organKey(organ))
    if (answered !== undefined && known.has(answered)) return { unit: answered }
    const others = answered === NONE_OF_THEM ? [] : likesOf(organ)
    const ask = [...new Set(others.flatMap((other) => unitOf(other) ?? []))].sort()
    if (ask.length) return { ask }
    const unit = unitOf(organ)
    return unit === undefined ? { outside: true } : { unit }
  }
}
