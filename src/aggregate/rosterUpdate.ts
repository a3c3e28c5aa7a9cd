import { named } from '../report/named'
import type { Decision } from './decisions'
import { inForce } from './inForce'
import type { Unit } from './roster'

export interface Updated {
  units: Unit[]
  /** All that was decided, the answers that are remembered under the new ids among it. */
  decisions: Decision[]
  /** What of the old list is gone, in words. */
  dropped: string[]
}

/**
 * A new list in place of an old one. A unit that stays, by its code, else by its name and the unit above it, keeps what the new list does
 * not say anew: 不需报 with its reason, the due date, its aliases and the answers that are remembered for it.
 */
export function updatedList(
  before: readonly Unit[],
  next: readonly Unit[],
  decisions: readonly Decision[],
): Updated {
  const keysOf = (units: readonly Unit[]) => {
    const names = new Map(units.map(({ id, name }) => [id, name]))
    return ({ name, parent }: Unit) => `${name}\n${names.get(parent) ?? ''}`
  }
  const [keyBefore, keyNow] = [keysOf(before), keysOf(next)]
  const byCode = new Map(before.flatMap((unit) => (unit.code ? [[unit.code, unit] as const] : [])))
  const byKey = new Map(before.map((unit) => [keyBefore(unit), unit]))
  const stays = new Map<Unit, string>()
  const units = next.map((unit): Unit => {
    const named = byKey.get(keyNow(unit))
    // Two units of one name and different codes stay two.
    const old = byCode.get(unit.code) ?? (named?.code && unit.code ? undefined : named)
    if (!old || stays.has(old)) return unit
    stays.set(old, unit.id)
    const more = old.name === unit.name ? old.aliases : [old.name, ...old.aliases]
    return {
      ...unit,
      aliases: [...new Set([...unit.aliases, ...more])],
      due: unit.due || old.due,
      exempt: unit.exempt || old.exempt,
    }
  })
  const idNow = new Map([...stays].map(([old, id]) => [old.id, id]))
  const ids = new Set(units.map(({ id }) => id))
  const answers = inForce(decisions).flatMap((decision): Decision[] => {
    const now = decision.kind === 'belongs' ? idNow.get(decision.unit) : undefined
    return decision.kind === 'belongs' && now && now !== decision.unit ? [{ ...decision, unit: now }] : []
  })
  const gone = before.filter((unit) => !stays.has(unit))
  const forgotten = inForce(decisions).filter(
    (decision) =>
      decision.kind === 'belongs' &&
      decision.unit !== '' &&
      gone.some(({ id }) => id === decision.unit && !ids.has(id)),
  ).length
  const dropped = [
    gone.length > 0 &&
      `名单里不再有 ${gone.length} 家：${named(gone.map(({ name }) => name))}。它们交来的年报仍在，不计入汇总。`,
    forgotten > 0 && `归到这些单位的 ${forgotten} 处回答不再有效。`,
  ].filter((words): words is string => !!words)
  return { units, decisions: [...decisions, ...answers], dropped }
}
