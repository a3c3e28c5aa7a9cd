import type { Decision } from './decisions'
import type { Unit } from './roster'

/** What a decision is called by the one that takes it back: its content, in an order of its own. */
export const decisionKey = (decision: Decision): string =>
  JSON.stringify(Object.entries(decision).sort(([a], [b]) => (a < b ? -1 : 1)))

const withdrawnOf = (decisions: readonly Decision[]): Set<string> =>
  new Set(decisions.flatMap((decision) => (decision.kind === 'withdrawn' ? [decision.of] : [])))

/** The decisions that nobody has taken back. A pure function of the set: their order decides nothing. */
export function inForce(decisions: readonly Decision[]): Decision[] {
  const withdrawn = withdrawnOf(decisions)
  return withdrawn.size
    ? decisions.filter((decision) => !withdrawn.has(decisionKey(decision)))
    : [...decisions]
}

/** A decision to be added: one that was taken back before bears a number, so that it is another one than that. */
export function madeAnew(decision: Decision, decisions: readonly Decision[]): Decision {
  const withdrawn = withdrawnOf(decisions)
  let made = decision
  for (let again = 1; withdrawn.has(decisionKey(made)); again++) made = { ...decision, again } as Decision
  return made
}

/** What takes decisions back. */
export const withdrawals = (decisions: readonly Decision[]): Decision[] =>
  decisions.map((decision) => ({ kind: 'withdrawn', of: decisionKey(decision) }))

/** Whether a new answer stands in place of an old one. */
const replaces = (now: Decision, before: Decision): boolean =>
  now.kind === 'belongs'
    ? before.kind === 'belongs' && before.organ === now.organ
    : now.kind === 'reply' && before.kind === 'reply'

/** What is to be added for a decision: a new answer takes back the one that was given before. */
export function decided(decision: Decision, decisions: readonly Decision[]): Decision[] {
  const back = withdrawals(inForce(decisions).filter((before) => replaces(decision, before)))
  return [...back, madeAnew(decision, [...decisions, ...back])]
}

/** Whom the units answer, and by when. Of two that two people gave the same one holds whatever their order. */
export function replyOf(decisions: readonly Decision[]): { until: string; contact: string } {
  const [first] = inForce(decisions)
    .filter((one) => one.kind === 'reply')
    .sort((a, b) => (decisionKey(a) < decisionKey(b) ? -1 : 1))
  return first ?? { until: '', contact: '' }
}

const exemption = ({ id, exempt }: Unit): Decision => ({ kind: 'exempt', unit: id, reason: exempt })

/** What makes a unit 不需报: its list, which is taken back like a decision, or a person. */
export const exemptionsOf = (unit: Unit, decisions: readonly Decision[]): Decision[] => [
  ...(unit.exempt ? [exemption(unit)] : []),
  ...decisions.filter((decision) => decision.kind === 'exempt' && decision.unit === unit.id),
]

/** The list with 不需报 as it was decided. */
export function decidedUnits(units: readonly Unit[], decisions: readonly Decision[]): Unit[] {
  const withdrawn = withdrawnOf(decisions)
  const said = new Map<string, string[]>()
  for (const decision of inForce(decisions))
    if (decision.kind === 'exempt')
      said.set(decision.unit, [...(said.get(decision.unit) ?? []), decision.reason])
  if (!withdrawn.size && !said.size) return [...units]
  return units.map((unit) => {
    const listed = withdrawn.has(decisionKey(exemption(unit))) ? '' : unit.exempt
    // Two people gave two reasons: the same one is shown whatever their order.
    const exempt = listed || [...(said.get(unit.id) ?? [])].sort()[0] || ''
    return exempt === unit.exempt ? unit : { ...unit, exempt }
  })
}
