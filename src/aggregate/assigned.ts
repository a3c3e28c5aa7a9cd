import { canBeOne, type Match, matcherOf, NONE_OF_THEM, organKey, plain } from './match'
import type { Organ, Received } from './received'
import type { Unit } from './roster'
import type { Decision, Task } from './task'

/** By organ (`organKey`), the unit that a person has said its files belong to; the last word counts. */
const answersOf = (decisions: readonly Decision[]): Map<string, string> =>
  new Map(
    decisions.flatMap((decision): [string, string][] =>
      decision.kind === 'belongs' ? [[decision.organ, decision.unit]] : [],
    ),
  )

/**
 * In a list that grew from the files, the other organs that one without a code, or without code and district, can be: of the same name,
 * and not of another district.
 */
function likes(organs: Iterable<Organ>): (organ: Organ) => Organ[] {
  const byName = new Map<string, Organ[]>()
  for (const organ of organs) {
    const key = plain(organ.name)
    byName.set(key, [...(byName.get(key) ?? []), organ])
  }
  return ({ code, region, name }) => {
    if (code) return []
    const seen = new Map<string, Organ>()
    for (const other of byName.get(plain(name)) ?? []) {
      const place = other.code ? other.code.slice(2, 8) : other.region
      if (other.code ? !region || canBeOne(region, place) : !region && other.region)
        seen.set(other.code || place, other)
    }
    return [...seen.values()]
  }
}

/** Id of the unit that an organ is in a list that grew from the files, by the organs of one code or name. */
const grownId = (name: string, region: string, several: boolean) =>
  several && region ? `${name}（${region}）` : name

/** A list grown from the files: an organ a unit, told apart by code, else by name and district. One that can be another's is not yet one. */
export function unitsFrom(reports: readonly Received[], decisions: readonly Decision[] = []): Unit[] {
  const answers = answersOf(decisions)
  const likesOf = likes(reports.map(({ organ }) => organ))
  const named = new Map<string, Map<string, Organ>>()
  for (const { organ } of reports) {
    const name = organ.code || organ.name
    if (!name) continue
    if (answers.get(organKey(organ)) !== NONE_OF_THEM && likesOf(organ).length) continue
    const ofName = named.get(name) ?? new Map<string, Organ>()
    const region = organ.code ? '' : organ.region
    const known = ofName.get(region)
    if (!known || organ.name < known.name) ofName.set(region, organ)
    named.set(name, ofName)
  }
  return [...named].flatMap(([id, ofName]) =>
    [...ofName].map(([region, { code, name }]) => ({
      id: grownId(id, region, ofName.size > 1),
      code,
      name,
      aliases: [],
      parent: '',
      kind: '',
      due: '',
      exempt: '',
    })),
  )
}

/** Whose report each one is. In a list that grew from the files every file is of its own organ, unless it can be another one's. */
export function assigned(
  units: readonly Unit[],
  { units: given, decisions, reports }: Task,
): (report: Received) => Match {
  const answers = answersOf(decisions)
  if (given.length) return matcherOf(given, answers)
  const known = new Set(units.map(({ id }) => id))
  const likesOf = likes(reports.map(({ organ }) => organ))
  const unitOf = ({ code, name, region }: Organ): string | undefined =>
    [grownId(code || name, region, true), code || name].find((id) => known.has(id))
  return ({ organ }) => {
    const answered = answers.get(organKey(organ))
    if (answered !== undefined && known.has(answered)) return { unit: answered }
    const others = answered === NONE_OF_THEM ? [] : likesOf(organ)
    const ask = [...new Set(others.flatMap((other) => unitOf(other) ?? []))].sort()
    if (ask.length) return { ask }
    const unit = unitOf(organ)
    return unit === undefined ? { outside: true } : { unit }
  }
}
