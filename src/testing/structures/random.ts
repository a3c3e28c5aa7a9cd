import type { Figures, Random } from './types'
import { columns, results, rows } from './words'

/** mulberry32: small, seeded, the same everywhere. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const random: Random = {
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (list) => {
      if (!list.length) throw new Error('nothing to pick from')
      return list[random.int(0, list.length - 1)] as (typeof list)[number]
    },
    chance: (probability) => next() < probability,
    shuffle: (list) => {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = random.int(0, last)
        const kept = copy[last] as (typeof copy)[number]
        copy[last] = copy[other] as (typeof copy)[number]
        copy[other] = kept
      }
      return copy
    },
  }
  return random
}

export type Size = 'town' | 'department' | 'county' | 'city'
export const sizes: readonly Size[] = ['town', 'department', 'county', 'city']

/** Upper ends by size. */
const scale = {
  town: { requests: 6, carried: 1, cases: 1, documents: 2, inForce: 8, decisions: 40, fees: 0 },
  department: { requests: 70, carried: 4, cases: 5, documents: 6, inForce: 40, decisions: 2500, fees: 900 },
  county: {
    requests: 420,
    carried: 15,
    cases: 28,
    documents: 25,
    inForce: 180,
    decisions: 26000,
    fees: 9000,
  },
  city: {
    requests: 3600,
    carried: 120,
    cases: 260,
    documents: 70,
    inForce: 700,
    decisions: 900000,
    fees: 98000,
  },
}

const rowWeights: Record<string, number> = {
  granted: 40,
  partiallyGranted: 12,
  'denied.stateSecret': 0.6,
  'denied.thirdPartyRights': 2,
  'denied.internalAffairs': 1.5,
  'denied.deliberativeProcess': 2,
  'denied.enforcementFile': 2,
  'denied.administrativeQuery': 1.5,
  'unavailable.notHeld': 22,
  'unavailable.requiresCreation': 3,
  'unavailable.stillUnclear': 2,
  'notProcessed.petitionOrComplaint': 3,
  'notProcessed.repeated': 3,
  'other.correctionOverdue': 3,
  'other.other': 8,
}
const columnWeights = [85, 8, 0.5, 1, 2, 2]

/** So many things dealt out by weight; weights are shaken so that no two reports look alike. */
function deal(r: Random, count: number, weights: readonly number[]): number[] {
  const most = Math.max(...weights)
  const shaken = weights.map((weight) => weight * (weight < most && r.chance(0.25) ? 0 : r.int(30, 170)))
  const whole = shaken.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map((_, index) => (index ? 0 : count))
  const dealt = shaken.map((weight) => Math.floor((count * weight) / whole))
  let left = count - dealt.reduce((sum, part) => sum + part, 0)
  while (left > 0) {
    let ticket = r.int(1, 1000000) * (whole / 1000000)
    const index = shaken.findIndex((weight) => {
      ticket -= weight
      return weight > 0 && ticket <= 1e-9
    })
    dealt[Math.max(index, 0)] = (dealt[Math.max(index, 0)] ?? 0) + 1
    left--
  }
  return dealt
}

/** A valid report: every balance of the form holds, also that of the documents in force with some last year. */
export function randomFigures(r: Random, size: Size): { entered: Record<string, number>; figures: Figures } {
  const entered: Record<string, number> = {}
  const set = (address: string, value: number) => {
    entered[`tables.${address}`] = value
  }
  const upTo = (most: number) => (most > 0 && !r.chance(size === 'town' ? 0.6 : 0.12) ? r.int(0, most) : 0)
  const s = scale[size]

  for (const row of ['regulations', 'normativeDocuments']) {
    const makes = row === 'normativeDocuments' || size === 'city'
    const few = row === 'regulations' ? 0.03 : 1
    const last = makes ? upTo(Math.ceil(s.inForce * few)) : 0
    const issued = makes ? upTo(Math.ceil(s.documents * few)) : 0
    const repealed = Math.min(makes ? upTo(Math.ceil(s.documents * few)) : 0, last)
    set(`proactiveDisclosure.${row}.issued`, issued)
    set(`proactiveDisclosure.${row}.repealed`, repealed)
    set(`proactiveDisclosure.${row}.inForce`, last + issued - repealed)
  }
  set('proactiveDisclosure.administrativeLicenses.decisions', upTo(s.decisions))
  set('proactiveDisclosure.administrativePenalties.decisions', upTo(Math.ceil(s.decisions / 4)))
  set('proactiveDisclosure.administrativeCompulsion.decisions', upTo(Math.ceil(s.decisions / 40)))
  const unit = 10 ** r.int(0, 4)
  set('proactiveDisclosure.administrativeFees.amount', upTo(s.fees * unit) / unit)

  const asked =
    size === 'town' || r.chance(0.04) ? upTo(s.requests) : r.int(Math.ceil(s.requests / 8), s.requests)
  const received = deal(r, asked, columnWeights)
  const carriedOver = deal(r, upTo(s.carried), columnWeights)
  const forward = deal(r, Math.min(upTo(s.carried), asked), columnWeights)
  columns.forEach((column, index) => {
    const due = (received[index] ?? 0) + (carriedOver[index] ?? 0)
    const left = Math.min(forward[index] ?? 0, due)
    set(`requests.received.${column}`, received[index] ?? 0)
    set(`requests.carriedOver.${column}`, carriedOver[index] ?? 0)
    set(`requests.carriedForward.${column}`, left)
    const dealt = deal(
      r,
      due - left,
      rows.map((row) => rowWeights[row] ?? 0.1),
    )
    for (const [at, row] of rows.entries()) set(`requests.outcome.${row}.${column}`, dealt[at] ?? 0)
  })

  const cases = asked ? Math.min(upTo(s.cases), asked) : 0
  const kinds = [cases, upTo(Math.ceil(cases / 3)), upTo(Math.ceil(cases / 4))]
  for (const [index, kind] of [
    'administrativeReview',
    'litigationDirect',
    'litigationAfterReview',
  ].entries()) {
    const dealt = deal(r, kinds[index] ?? 0, [60, 8, 20, 12])
    for (const [at, result] of results.entries()) set(`reviewAndLitigation.${kind}.${result}`, dealt[at] ?? 0)
  }
  return { entered, figures: figuresOf(entered) }
}

/** Entered cells and the totals computed from them; any other address is a mistake of the caller. */
export function figuresOf(entered: Readonly<Record<string, number>>): Figures {
  const sum = (addresses: readonly string[]): number =>
    addresses.reduce((total, address) => total + get(address), 0)
  function get(address: string): number {
    const value = entered[address]
    if (value !== undefined) return value
    const [, table, ...path] = address.split('.')
    const last = path[path.length - 1] ?? ''
    const head = `tables.${table}.${path.slice(0, -1).join('.')}`
    if (table === 'requests' && last === 'total') return sum(columns.map((column) => `${head}.${column}`))
    if (table === 'requests' && path[0] === 'outcomeTotal')
      return sum(rows.map((row) => `tables.requests.outcome.${row}.${last}`))
    if (table === 'reviewAndLitigation' && last === 'total')
      return sum(results.map((result) => `${head}.${result}`))
    throw new Error(`no such figure: ${address}`)
  }
  return { get }
}
