import { cellAt } from '../../format/cells'
import type { Address } from '../../format/types'
import { yearOf } from '../../report/deadline'
import { YUAN } from '../../report/value'
import { writtenTexts } from '../rules/texts'
import type { Given } from '../types'
import { CASES, type Kind, kindOf } from './kinds'
import { originalSpan, type Prose, quoted } from './normalise'
import { type RawClaim, recognise, withoutAsides } from './recognise'

/**
 * agrees: a cell says the same. differs: none of the cells it can mean does. closed: cases without those still pending.
 * open: likely about these cells, but the wording is too loose to call a difference wrong. missing: a cell is blank.
 */
export type ClaimState = 'agrees' | 'differs' | 'closed' | 'open' | 'missing'

/** A figure in the prose that speaks of cells of the tables. */
export interface Claim {
  address: Address
  /** Phrase with number and unit in the typed text, end exclusive. */
  start: number
  end: number
  /** The digits alone, in the typed text; absent where the sentence denies. */
  digits?: { start: number; end: number }
  /** As it is quoted: 处理、答复依申请公开信息数22件. */
  phrase: string
  value: number
  denies: boolean
  rough: boolean
  sure: boolean
  /** What the number can mean, the likeliest first, with what the cells say now. */
  meanings: { kind: Kind; amount: bigint | undefined }[]
  state: ClaimState
}

/** The cells of a kind added up; undefined while one is blank or malformed. */
export function amountOf(given: Given, { cells, minus }: Kind): bigint | undefined {
  let amount = 0n
  for (const address of cells) {
    const total = given.total(address)
    if (!('value' in total)) return undefined
    amount += total.value
  }
  for (const address of minus) {
    const total = given.total(address)
    if (!('value' in total)) return undefined
    amount -= total.value
  }
  return amount
}

/** A number of the prose as an amount of its cells; fees are read in 元, exact to the 分. */
const asAmount = (value: number, { key }: Kind): bigint | undefined => {
  const whole = key === 'fee' ? Math.round(value * 100) : value
  if (!Number.isSafeInteger(whole)) return undefined
  return key === 'fee' ? BigInt(whole) * (YUAN / 100n) : BigInt(whole)
}

/** What a text says of a fee may be cut off at the 分. */
const isSame = (amount: bigint, claimed: bigint, { key }: Kind): boolean =>
  key === 'fee' ? amount - claimed < YUAN / 100n && claimed - amount < YUAN / 100n : amount === claimed

const says = (value: number, kind: Kind, amount: bigint | undefined): boolean => {
  const claimed = asAmount(value, kind)
  return (
    claimed !== undefined &&
    amount !== undefined &&
    (isSame(amount, claimed, kind) || (kind.atMost === true && claimed <= amount))
  )
}
const ROUGH = 0.1
function saysRoughly(value: number, { key }: Kind, amount: bigint | undefined): boolean {
  if (amount === undefined) return false
  const held = key === 'fee' ? Number(amount) / Number(YUAN) : Number(amount)
  return held >= value * (1 - ROUGH) && held <= value * (1 + ROUGH)
}

/** 办理 and 处理 are said of what was there to do and of what was done. */
function widened(keys: string[]): string[] {
  return keys.includes('base') && !keys.includes('received') && !keys.includes('outcomeTotal')
    ? [...keys, 'outcomeTotal']
    : keys
}

/** A part belongs to the total it stands behind: of several sums only those that the total can be. */
function narrowed(given: Given, { keys, governor }: RawClaim): string[] {
  if (!governor || !keys.some((key) => key.includes('/'))) return keys
  const fitting = governor.keys.filter((key) =>
    says(governor.value, kindOf(key), amountOf(given, kindOf(key))),
  )
  const own = keys.filter((key) => fitting.includes(key.split('/')[0] ?? ''))
  return own.length ? own : keys
}

function stateOf(given: Given, raw: RawClaim, meanings: Claim['meanings']): ClaimState {
  if (raw.rough)
    return meanings.some(({ kind, amount }) => saysRoughly(raw.value, kind, amount)) ? 'agrees' : 'open'
  if (meanings.some(({ kind, amount }) => says(raw.value, kind, amount))) return 'agrees'
  if (meanings.some(({ amount }) => amount === undefined)) return 'missing'
  if (!raw.sure) return 'open'
  const [key] = raw.keys
  if (key && key in CASES) {
    const closed = kindOf(`${key}/closed`)
    if (says(raw.value, closed, amountOf(given, closed))) return 'closed'
  }
  return 'differs'
}

function tie(given: Given, address: Address, prose: Prose, raw: RawClaim): Claim[] {
  const kinds = widened(narrowed(given, raw)).map(kindOf)
  // Another edition may lack the cells: then nothing can be said.
  const known = kinds.filter(({ cells }) => cells.every((cell) => cellAt(given.edition, cell)))
  if (!known.length) return []
  const meanings = known.map((kind) => ({ kind, amount: amountOf(given, kind) }))
  const [start, end] = originalSpan(prose, raw.start, raw.end)
  const digits = raw.digits && originalSpan(prose, raw.digits.start, raw.digits.end)
  return [
    {
      address,
      start,
      end,
      digits: digits && { start: digits[0], end: digits[1] },
      phrase: quoted(prose, raw.start, raw.end),
      value: raw.value,
      denies: raw.digits === undefined,
      rough: raw.rough,
      sure: raw.sure,
      meanings,
      state: stateOf(given, raw, meanings),
    },
  ]
}

const PART_ON_REQUESTS: Address = 'overview.onRequest'

const readings = new Map<string, { prose: Prose; raws: RawClaim[] }>()
const KEPT = 64
/** What a text says does not change while the tables do: read once, tied to the cells each time. */
function readingOf(prose: Prose, address: Address, year: number | undefined, organ: string) {
  const key = `${year} ${organ} ${address} ${prose.original}`
  let reading = readings.get(key)
  if (!reading) {
    const plain = withoutAsides(prose)
    reading = {
      prose: plain,
      raws: recognise(plain, { year, organ, aboutRequests: address === PART_ON_REQUESTS }),
    }
    if (readings.size >= KEPT) readings.clear()
    readings.set(key, reading)
  }
  return reading
}

const tied = new WeakMap<Given, Claim[]>()
/** All figures of the prose that speak of cells, in printed order, tied to what the cells say now. */
export function claimsIn(given: Given): Claim[] {
  let claims = tied.get(given)
  if (!claims) {
    const year = yearOf(given.report.entries)
    const organ = given.text('organ.name').trim()
    claims = writtenTexts(given).flatMap(({ address, prose }) => {
      const reading = readingOf(prose, address, year, organ)
      return reading.raws.flatMap((raw) => tie(given, address, reading.prose, raw))
    })
    tied.set(given, claims)
  }
  return claims
}
