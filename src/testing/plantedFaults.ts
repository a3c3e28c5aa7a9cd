import type { Figure, Received, Scope } from '../aggregate/received'
import type { Unit } from '../aggregate/roster'
import type { Task } from '../aggregate/task'
import { enteredCellsOf } from '../format/cells'
import { currentEdition } from '../format/editions'
import { between, pick, type Random } from './randomReport'

/**
 * A city of sixty units with the 汇总 reports that its districts and the city itself hand in, all of which reconcile; and the same with
 * one mistake of a kind that people make when they add up reports by hand. Drawn without a look at what explains them.
 */
export type FaultKind = 'text counted as 0' | 'left out' | 'twice' | 'sum among its parts' | 'office twice'
export const FAULT_KINDS: FaultKind[] = [
  'text counted as 0',
  'left out',
  'twice',
  'sum among its parts',
  'office twice',
]

export interface Planted {
  task: Task
  kind: FaultKind
  /** The node whose 汇总 report is wrong, and the unit that is the reason. */
  node: string
  unit: string
}

const CELLS = enteredCellsOf(currentEdition)
const CITY = '青江市人民政府'
const DISTRICTS = ['临江区', '北城区', '云溪区', '白石县', '金沙县']
const OFFICES = ['教育局', '财政局', '民政局', '审计局', '水务局', '司法局', '统计局', '信访局', '林业局']
const CITY_OFFICES = [...OFFICES, '交通运输局']

/** 12 at the city, 48 in five districts; offices of one name are told apart by their codes. */
export function sixtyUnits(): Unit[] {
  const units: Unit[] = []
  const add = (name: string, parent: string) => {
    const id = `1133${String(units.length).padStart(14, '0')}`
    units.push({ id, code: id, name, aliases: [], parent, kind: '', due: '', exempt: '' })
    return id
  }
  const city = add(CITY, '')
  add(`${CITY}办公室`, city)
  for (const office of CITY_OFFICES) add(office, city)
  for (const [n, district] of DISTRICTS.entries()) {
    const over = add(`${district}人民政府`, city)
    add(`${district}人民政府办公室`, over)
    for (const office of OFFICES.slice(0, n < 3 ? 8 : 7)) add(office, over)
  }
  return units
}

/** Small offices have little to count, and most of their figures are 0; some figures are large. */
function figuresOf(random: Random): Figure[] {
  const busy = pick(random, [0.04, 0.1, 0.25, 0.5])
  return CELLS.map(({ unit }) => {
    if (random() > busy) return unit === '件' ? 0 : 0n
    const amount = random() < 0.7 ? between(random, 1, 9) : between(random, 10, 4000)
    return unit === '件' ? amount : BigInt(amount) * 1000n
  })
}
const plus = (a: Figure, b: Figure): Figure =>
  typeof a === 'bigint' || typeof b === 'bigint' ? BigInt(a ?? 0) + BigInt(b ?? 0) : (a ?? 0) + (b ?? 0)
const minus = (a: Figure, b: Figure): Figure =>
  typeof a === 'bigint' || typeof b === 'bigint' ? BigInt(a ?? 0) - BigInt(b ?? 0) : (a ?? 0) - (b ?? 0)
const zero = () => CELLS.map(({ unit }): Figure => (unit === '件' ? 0 : 0n))
const sum = (all: Figure[][]) =>
  all.reduce((total, one) => total.map((figure, n) => plus(figure, one[n] ?? 0)), zero())
const hasFigures = (figures: Figure[]) => figures.some((figure) => Number(figure) > 0)

const received = ({ id, code, name }: Unit, scope: Scope, figures: Figure[]): Received => ({
  file: `${id}-${scope}.json`,
  code: `${id}-${scope}`,
  base: null,
  edition: currentEdition.key,
  year: 2024,
  scope,
  organ: { code, region: '', name, address: '' },
  figures,
  unequalTotals: [],
  recognised: false,
})

/** A set that reconciles, or one with a mistake of the given kind in one 汇总 report. */
export function plant(random: Random, kind?: FaultKind): Planted {
  const units = sixtyUnits()
  const own = new Map(units.map(({ id }) => [id, figuresOf(random)]))
  const nodes = units.filter(({ id }) => units.some(({ parent }) => parent === id))
  const below = (node: string): Unit[] =>
    units.filter(({ parent }) => parent === node).flatMap((one) => [one, ...below(one.id)])
  const node = pick(random, kind === 'sum among its parts' ? nodes.slice(0, 1) : nodes)
  const wrong = { unit: '', figures: null as Figure[] | null, own: null as Figure[] | null }
  const figuresAt = (id: string) => own.get(id) as Figure[]
  const right = sum([node, ...below(node.id)].map(({ id }) => figuresAt(id)))
  const filled = below(node.id).filter(({ id }) => hasFigures(figuresAt(id)))
  if (kind === 'text counted as 0') {
    const one = pick(random, filled)
    const at = pick(
      random,
      CELLS.map((_, n) => n).filter((n) => Number(figuresAt(one.id)[n]) > 0),
    )
    wrong.unit = one.id
    wrong.figures = right.map((figure, n) => (n === at ? minus(figure, figuresAt(one.id)[n] ?? 0) : figure))
  } else if (kind === 'left out' || kind === 'twice') {
    const one = pick(random, filled)
    const change = kind === 'twice' ? plus : minus
    wrong.unit = one.id
    wrong.figures = right.map((figure, n) => change(figure, figuresAt(one.id)[n] ?? 0))
  } else if (kind === 'sum among its parts') {
    const district = pick(random, nodes.slice(1))
    wrong.unit = district.id
    const again = sum([district, ...below(district.id)].map(({ id }) => figuresAt(id)))
    wrong.figures = right.map((figure, n) => plus(figure, again[n] ?? 0))
  } else if (kind === 'office twice') {
    const office = units.find(({ name, parent }) => parent === node.id && name.endsWith('办公室')) as Unit
    wrong.unit = office.id
    while (!hasFigures(figuresAt(office.id))) own.set(office.id, figuresOf(random))
    // The government's own report says what its office says, too. Its 汇总 counts it once, or as often as it came in.
    wrong.own = sum([figuresAt(node.id), figuresAt(office.id)])
    wrong.figures = sum([node, ...below(node.id)].map(({ id }) => figuresAt(id)))
  }
  const reports = units.flatMap((one): Received[] => {
    const isWrong = kind !== undefined && one.id === node.id
    const alone = received(one, 'organ', (isWrong && wrong.own) || figuresAt(one.id))
    if (!nodes.includes(one)) return [alone]
    const parts = [one, ...below(one.id)].map(({ id }) => figuresAt(id))
    return [alone, received(one, 'all', (isWrong && wrong.figures) || sum(parts))]
  })
  return {
    task: { year: 2024, units, reports, decisions: [] },
    kind: kind ?? 'left out',
    node: node.id,
    unit: wrong.unit,
  }
}
