import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import type { Address } from '../format/types'
import { filledReport } from '../testing/filledReport'
import { besideWords, lastRange, lastSums, sumMoves } from './beside'
import { jumpsOf, unitChanges } from './changes'
import { inRange, type Range } from './range'
import { receivedOf } from './received'
import { rosterOfText } from './roster'
import { overviewOf } from './task'
import { unitNames } from './unitNames'

const person = 'tables.requests.received.naturalPerson'
const total = 'tables.requests.received.total'
const fees = 'tables.proactiveDisclosure.administrativeFees.amount'

function year(year: number, list: string, reports: Record<string, Record<Address, string>>) {
  const { units } = rosterOfText(list)
  const overview = overviewOf({
    year,
    units,
    decisions: [],
    reports: Object.entries(reports).map(([organ, more]) =>
      receivedOf(
        filledReport({ 'organ.name': organ, year: String(year), ...more }),
        edition,
        `${organ}.json`,
      ),
    ),
  })
  return { units, overview }
}
const beside = (last: ReturnType<typeof year>, now: ReturnType<typeof year>, range: Range) => {
  const found = lastRange(range, now.overview, last.overview, [])
  return found && { found, standings: inRange(now.overview, range) }
}

test('the units that make a jump come first, by how much; who lacks a year is said and not taken for 0', () => {
  const last = year(2023, '教育局\n审计局\n水务局\n招商局', {
    教育局: { [person]: '7' },
    审计局: { [person]: '5' },
    水务局: { [person]: '/' },
    招商局: { [person]: '4' },
  })
  const now = year(2024, '教育局\n审计局\n水务局\n数据局', {
    教育局: { [person]: '5' },
    审计局: { [person]: '50' },
    水务局: { [person]: '9' },
    数据局: { [person]: '1' },
  })
  const got = beside(last, now, { kind: 'all' })
  if (!got) throw new Error('no last year')
  for (const address of [person, total]) {
    const { moves, untold } = sumMoves(edition, address, got.standings, unitNames(got.standings), got.found)
    expect(moves.map(({ name, by }) => [name, Number(by)])).toEqual([
      ['审计局', 45],
      ['数据局', 1],
      ['教育局', -2],
      ['招商局', -4],
    ])
    expect(untold).toEqual(['水务局'])
  }
  expect(lastSums(got.found).sums.get(person)).toEqual({ value: '16', missing: 1 })
})

test('a unit that others went into is held against all of them, and one that got a code is the same', () => {
  const last = year(2023, '名称,代码\n教育局,\n体育局,\n审计局,', {
    教育局: { [person]: '7' },
    体育局: { [person]: '3' },
    审计局: { [person]: '50' },
  })
  const code = '11110000000013338W'
  const now = year(2024, `代码,名称,别名\n,教育局,体育局\n${code},审计局,`, {
    教育局: { [person]: '10' },
    审计局: { [person]: '50', 'organ.code': code },
  })
  const got = beside(last, now, { kind: 'all' })
  expect(got && sumMoves(edition, person, got.standings, unitNames(got.standings), got.found)).toEqual({
    moves: [],
    untold: [],
  })
  // Of another id, it neither fell to 0 nor rose from it.
  const changes = unitChanges(last.units, now.units)
  const doubled = year(2024, `代码,名称,别名\n,教育局,体育局\n${code},审计局,`, {
    教育局: { [person]: '10' },
    审计局: { [person]: '150', 'organ.code': code },
  })
  const jump = jumpsOf(edition, doubled.overview, last.overview, changes).find(
    ({ address }) => address === person,
  )
  expect(jump?.units).toEqual([{ id: now.units[1]?.id, by: 100n }])
})

test('a node is held against the same node, and ticked units against what went into them', () => {
  const list = '名称,上级\n北城区,\n教育局,北城区\n南城区,\n审计局,南城区'
  const last = year(2023, list, {
    北城区: { [person]: '1' },
    教育局: { [person]: '2' },
    南城区: { [person]: '4' },
    审计局: { [person]: '8' },
  })
  const now = year(2024, list, {})
  const idOf = (name: string) => now.units.find((unit) => unit.name === name)?.id ?? ''
  const sum = (range: Range) => {
    const got = beside(last, now, range)
    return got && lastSums(got.found).sums.get(person)?.value
  }
  expect(sum({ kind: 'whole', node: idOf('南城区') })).toBe('12')
  expect(sum({ kind: 'chosen', units: new Set([idOf('教育局'), idOf('审计局')]) })).toBe('10')
  const fresh = year(2024, '名称,上级\n东城区,\n档案馆,东城区', {})
  expect(
    beside(last, fresh, { kind: 'whole', node: fresh.units.find(({ name }) => name === '东城区')?.id ?? '' }),
  ).toBeUndefined()
})

test('the difference stands beside the sum in exact decimals', () => {
  expect(besideWords(edition, person, { value: '112' }, { value: '95' })).toBe('95 ＋17')
  expect(besideWords(edition, fees, { value: '0.1' }, { value: '4166.241619' })).toBe(
    '4166.241619 －4166.141619',
  )
  expect(besideWords(edition, person, { value: '7' }, { value: '7' })).toBe('7')
})
