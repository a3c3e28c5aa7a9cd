import { expect, test } from 'vitest'
import { matcherOf } from './match'
import type { Organ } from './received'
import { rosterOf, type Unit } from './roster'

/** A city of 20 districts that all call their offices the same, and what stands beside them. */
const DISTRICTS = [...'临滨青北南东西金白永新古平安和丰宁海云龙'].map((sign) => `${sign}江区`)
const OFFICES = ['财政局', '教育局', '司法局', '民政局', '城市管理局', '商务局']
const rows: string[][] = [
  ['代码', '名称', '别名', '上级'],
  ['', '青禾市人民政府', '', ''],
  ['', '青禾市财政局', '', '青禾市人民政府'],
  ['', '青禾市教育局', '', '青禾市人民政府'],
  ['', '青禾市公安局', '', '青禾市人民政府'],
  ['', '青禾市公安局交通警察支队', '', '青禾市公安局'],
  ['', '青禾市人民政府办公室', '', '青禾市人民政府'],
  ['', '青禾市发展和改革委员会', '', '青禾市人民政府'],
  ['', '青禾市乡村振兴局', '青禾市扶贫开发办公室', '青禾市人民政府'],
  ['', '青禾高新技术产业开发区管理委员会', '高新区管委会', '青禾市人民政府'],
  ...DISTRICTS.flatMap((district, n) => [
    ['', `${district}人民政府`, '', '青禾市人民政府'],
    ...OFFICES.map((office, at) => [
      n % 2 ? '' : `1141${String(n + 10)}00${String(at).padStart(10, '0')}`,
      n % 3 ? office : `${district}${office}`,
      '',
      `${district}人民政府`,
    ]),
  ]),
  ['', '新桥街道办事处', '', '临江区人民政府'],
  ['', '新桥镇人民政府', '', '滨江区人民政府'],
  ['', '临江街道办事处', '', '北江区人民政府'],
  ['', '体育局', '', '临江区人民政府'],
]
const { units } = rosterOf(rows)
const match = matcherOf(units)
const unitAt = (name: string, district = ''): Unit => {
  const over = units.find((unit) => unit.name === `${district}人民政府`)?.id ?? ''
  const found = units.find(
    (unit) =>
      (unit.name === name || unit.name === `${district}${name}`) && (!district || unit.parent === over),
  )
  if (!found) throw new Error(`${district} ${name}`)
  return found
}
const file = (name: string, more: Partial<Organ> = {}): { organ: Organ } => ({
  organ: { name, code: '', region: '', address: '', ...more },
})

type Owner = [name: string, district?: string] | 'nobody'
/** A name in the head of a report, whose it is as an auditor reads it, and whether it is told without a question. */
const NAMES: [name: string, owner: Owner, told: boolean, more?: Partial<Organ>][] = [
  ['青禾市临江区财政局（本机关）', ['财政局', '临江区'], true],
  ['青禾市人民政府（本机关）', ['青禾市人民政府'], true],
  ['临江区司法局(原临江区法制办公室)', ['司法局', '临江区'], true],
  ['青禾市乡村振兴局（原青禾市扶贫开发办公室）', ['青禾市乡村振兴局'], true],
  ['青禾市扶贫开发办公室', ['青禾市乡村振兴局'], true],
  ['临江区新桥街道', ['新桥街道办事处', '临江区'], true],
  ['临江区新桥街道办', ['新桥街道办事处', '临江区'], true],
  ['临江区人民政府新桥街道办事处', ['新桥街道办事处', '临江区'], true],
  ['滨江区新桥镇', ['新桥镇人民政府', '滨江区'], true],
  ['北江区临江街道办事处', ['临江街道办事处', '北江区'], true],
  ['财政局', 'nobody', false],
  ['区财政局', 'nobody', false],
  ['财政局', ['财政局', '海江区'], true, { address: '青禾市海江区光明路1号' }],
  ['市财政局', ['青禾市财政局'], false],
  ['青禾市财政局2024年度', ['青禾市财政局'], true],
  ['青禾市财政局 2024 年度', ['青禾市财政局'], true],
  ['２０２４年度青禾市财政局', ['青禾市财政局'], true],
  ['青禾市财政局政府信息公开工作年度报告', ['青禾市财政局'], true],
  ['龙江区城管局', ['城市管理局', '龙江区'], true],
  ['龍江区财政局', ['财政局', '龙江区'], false],
  ['临江区财致局', ['财政局', '临江区'], false],
  ['临江区教肓局', ['教育局', '临江区'], false],
  ['临江区商物局', ['商务局', '临江区'], false],
  ['林江区财政局', 'nobody', false],
  ['青禾市公安局交警支队', ['青禾市公安局交通警察支队'], false],
  ['青禾市公安局临江分局', 'nobody', false],
  ['临江区财政局国库支付中心', 'nobody', false],
  ['青禾市高新区管委会', ['青禾高新技术产业开发区管理委员会'], true],
  ['高新区财政局', 'nobody', false],
  ['青禾市临江区教育体育局', 'nobody', false],
  ['临江区体育局', ['体育局', '临江区'], true],
  ['临江区财政局、北江区财政局', 'nobody', false],
  ['青禾市政府办', ['青禾市人民政府办公室'], true],
  ['青禾市发改委', ['青禾市发展和改革委员会'], true],
  ['　青禾市　财政局　', ['青禾市财政局'], true],
  ['另一市临江区财政局', 'nobody', false],
  ['中共临江区委办公室', 'nobody', false],
  ['__proto__', 'nobody', false],
]

test.each(NAMES)('%s: never a wrong unit', (name, owner, told, more) => {
  const found = match(file(name, more))
  const own = owner === 'nobody' ? undefined : unitAt(...owner).id
  if ('unit' in found) expect(found.unit).toBe(own)
  if (told) expect(found).toEqual({ unit: own })
  if ('ask' in found && own) expect(found.ask).toContain(own)
})
