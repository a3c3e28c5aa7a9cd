import { receivedOf } from '../aggregate/received'
import { rosterOf } from '../aggregate/roster'
import { overviewOf } from '../aggregate/task'
import { enteredCellsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import type { Address } from '../format/types'
import type { SumSource } from '../ui/aggregate/sumFacts'
import { filledReport } from './filledReport'
import { between, pick, type Random, randomOf } from './randomReport'

/** Names that a spreadsheet would take for formulas, and one longer than a line. */
const AWKWARD = [
  '=HYPERLINK("https://example.com","点我")',
  '+1+1局',
  '@SUM(A1)',
  '临江区高新技术产业开发区与综合保税区管理委员会行政审批和政务服务管理局',
]

/** A cell as units fill it: mostly small figures; fees with decimals; now and then nothing that can be used. */
function cellText(random: Random, unit: '件' | '万元', long: boolean): string {
  const chance = random()
  if (chance < 0.01) return pick(random, ['/', '', '无'])
  if (unit === '万元')
    return `${between(random, 0, 9999)}${pick(random, ['', '.5', '.25', '.1', '.000001', '.241619'])}`
  if (long && chance < 0.05) return '999999999999999'
  return chance < 0.1 ? String(between(random, 0, 9_999_999)) : String(between(random, 0, 60))
}

/** A made-up 汇总 of `count` units under two nodes; some have not reported, some need not, with figures at random. */
export function sumSource(seed: number, count: number, { long = false } = {}): SumSource {
  const random = randomOf(seed)
  const names = Array.from(
    { length: count },
    (_, n) => (n < AWKWARD.length ? AWKWARD[n] : `第${n}局`) as string,
  )
  const rows = names.map((name, n) => [
    name,
    n % 2 ? '南城区' : '北城区',
    random() < 0.3 ? '2025-01-31' : '',
    random() < 0.1 ? '与党史办合署' : '',
  ])
  const { units } = rosterOf([
    ['名称', '上级', '期限', '不需报'],
    ['北城区', '', '', ''],
    ['南城区', '', '', ''],
    ...rows,
  ])
  const reports = names.flatMap((name) => {
    if (random() < 0.15) return []
    const texts = enteredCellsOf(edition).map(({ address, unit }): [Address, string] => [
      address,
      cellText(random, unit, long),
    ])
    const own = { year: '2024', 'organ.name': name, ...Object.fromEntries(texts) }
    return receivedOf(filledReport(own), edition, `${name}.json`)
  })
  const { standings } = overviewOf({ year: 2024, units, reports, decisions: [] })
  return {
    task: { name: '临江区', year: 2024 },
    range: { kind: 'all' },
    standings: standings.filter(({ unit }) => unit),
    names: new Map(units.map(({ id, name }) => [id, name])),
    today: '2025-02-10',
    annexes: [],
  }
}
