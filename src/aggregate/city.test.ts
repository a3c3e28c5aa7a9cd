import { expect, test } from 'vitest'
import { between, pick, randomOf } from '../testing/randomReport'
import { matcherOf } from './match'
import type { Organ } from './received'
import { rosterOf, type Unit } from './roster'

/** A made-up city: 20 districts with the same offices and streets of their own, as 汇总 meets them. */
const SYLLABLES = [...'临江滨河青禾北城南山东湖西岭云溪金沙白石永安新桥古渡']
const OFFICES = [
  ['教育局', '教体局'],
  ['财政局', '财政局'],
  ['民政局', '民政局'],
  ['审计局', '审计局'],
  ['住房和城乡建设局', '住建局'],
  ['市场监督管理局', '市场监管局'],
  ['卫生健康委员会', '卫健委'],
  ['发展和改革委员会', '发改委'],
  ['人力资源和社会保障局', '人社局'],
  ['应急管理局', '应急局'],
  ['文化和旅游局', '文旅局'],
  ['医疗保障局', '医保局'],
  ['退役军人事务局', '退役军人局'],
  ['农业农村局', '农业农村局'],
  ['水务局', '水务局'],
  ['交通运输局', '交通局'],
  ['城市管理局', '城管局'],
  ['司法局', '司法局'],
  ['统计局', '统计局'],
  ['信访局', '信访局'],
] as const
const CITY = '青江市'

interface Office {
  row: string[]
  full: string
  short: string
  district: string
  code: string
}

function city(seed: number) {
  const random = randomOf(seed)
  const names = new Set<string>()
  while (names.size < 20) names.add(`${pick(random, SYLLABLES)}${pick(random, SYLLABLES)}区`)
  const offices: Office[] = []
  const rows: string[][] = [
    ['代码', '名称', '上级'],
    ['', `${CITY}人民政府`, ''],
  ]
  for (const [d, district] of [...names].entries()) {
    const over = `${district}人民政府`
    rows.push(['', over, `${CITY}人民政府`])
    const add = (full: string, short: string) => {
      const code = `114${String(101 + d).padStart(5, '1')}${String(offices.length).padStart(10, '0')}`
      // Lists of districts name their offices as these are called there.
      const listed = pick(random, [full, `区${full}`, `${district}${full}`])
      const row = [random() < 0.5 ? code : '', listed, over]
      rows.push(row)
      offices.push({ row, full, short, district, code })
    }
    for (const [full, short] of OFFICES) add(full, short)
    const streets = new Set<string>()
    while (streets.size < 74)
      streets.add(`${pick(random, SYLLABLES)}${pick(random, SYLLABLES)}${pick(random, SYLLABLES)}街道办事处`)
    for (const street of streets) add(street, street)
  }
  return { random, offices, rows }
}

test('in a city of 1,900 units no file goes to a wrong unit, and those that say code or district are asked about in less than one case of twenty', () => {
  const { random, offices, rows } = city(7)
  const { units, problems } = rosterOf(rows)
  expect(problems).toEqual([])
  const unitOf = new Map(offices.map((office) => [office, units[rows.indexOf(office.row) - 1] as Unit]))
  const match = matcherOf(units)
  let told = 0
  let settled = 0
  const wrong: string[] = []
  for (const office of offices) {
    const unit = unitOf.get(office) as Unit
    const organ: Organ = { code: '', region: '', name: '', address: '' }
    const withCode = random() < 0.5 && unit.code !== ''
    const name = random() < 0.3 ? unit.name : pick(random, [office.full, office.short, `区${office.short}`])
    organ.name = name
    let district = name.startsWith(office.district)
    if (withCode) organ.code = unit.code
    else if (random() < 0.75) {
      district = true
      if (random() < 0.5) {
        if (!name.startsWith(office.district))
          organ.name = `${random() < 0.4 ? CITY : ''}${office.district}${name.replace(/^区/, '')}`
      } else organ.address = `${CITY}${office.district}光明路${between(random, 1, 300)}号`
    }
    const found = match({ organ })
    if ('unit' in found && found.unit !== unit.id)
      wrong.push(`${organ.name} ${organ.address}: ${found.unit}, not ${unit.id}`)
    if (withCode || district) {
      told++
      if ('unit' in found) settled++
    }
  }
  expect(wrong).toEqual([])
  expect(settled / told).toBeGreaterThanOrEqual(0.95)
})
