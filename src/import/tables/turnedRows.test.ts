import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { fileKinds, gridKinds, type Part } from '../../testing/fileKinds'
import { recognise } from '../recognise'

const read = (kind: string, ...parts: Part[]) => {
  const { figures, unplaced } = recognise(
    fileKinds[kind]?.([
      '江岸县2023年政府信息公开工作年度报告',
      '二、主动公开政府信息情况',
      ...parts,
      '三、收到和处理政府信息公开申请情况',
    ]) ?? { name: '', blocks: [] },
    edition2021,
  )
  return {
    places: figures
      .map(
        ({ address, text, doubt }) => `${address.split('.').slice(2).join('.')} ${text}${doubt ? '?' : ''}`,
      )
      .sort(),
    listed: unplaced.map(({ text }) => text).join(' '),
  }
}
const DECISIONS = ['行政许可', '行政处罚', '行政强制']
const decisions = [
  'administrativeCompulsion.decisions 9',
  'administrativeLicenses.decisions 207',
  'administrativePenalties.decisions 31',
]
const documents = [
  'normativeDocuments.inForce 71',
  'normativeDocuments.issued 28',
  'normativeDocuments.repealed 6',
  'regulations.inForce 16',
  'regulations.issued 3',
  'regulations.repealed 1',
]
const all = Object.keys(fileKinds)

test.each(all)('kinds of decisions as heads of columns: %s', (kind) => {
  const figures = ['207', '31', '9']
  const heads = {
    'with their name': [
      ['信息内容', ...DECISIONS],
      ['本年处理决定数量', ...figures],
    ],
    alone: [DECISIONS, figures],
    'with a word that counts': [
      ['', '本年处理决定数量', '', ''],
      ['', ...DECISIONS],
      ['数量', ...figures],
    ],
  }
  for (const [way, table] of Object.entries(heads))
    expect([way, read(kind, table).places]).toEqual([way, decisions])
})

test.each(all)('table two turned block by block, and as a whole: %s', (kind) => {
  const blocks = [
    [
      ['信息内容', '规章', '行政规范性文件'],
      ['本年制发件数', '3', '28'],
      ['本年废止件数', '1', '6'],
      ['现行有效件数', '16', '71'],
    ],
    [
      ['信息内容', ...DECISIONS],
      ['本年处理决定数量', '207', '31', '9'],
    ],
    [
      ['信息内容', '行政事业性收费'],
      ['本年收费金额（万元）', '26.3'],
    ],
  ]
  const fees = 'administrativeFees.amount 26.3'
  expect(read(kind, ...blocks).places).toEqual([...decisions, fees, ...documents].sort())
  const whole = (blank: string) => [
    ['项目', '规章', '行政规范性文件', ...DECISIONS, '行政事业性收费'],
    ['本年制发件数', '3', '28', blank, blank, blank, blank],
    ['本年废止件数', '1', '6', blank, blank, blank, blank],
    ['现行有效件数', '16', '71', blank, blank, blank, blank],
    ['本年处理决定数量', blank, blank, '207', '31', '9', blank],
    ['本年收费金额（万元）', blank, blank, blank, blank, blank, '26.3'],
  ]
  for (const blank of ['—', ''])
    expect([blank, read(kind, whole(blank)).places]).toEqual([
      blank,
      [...decisions, fees, ...documents].sort(),
    ])
})

test.each(gridKinds)('a figure where its row has no such column is not read: %s', (kind) => {
  const { places, listed } = read(kind, [
    ['项目', '规章', '行政许可'],
    ['本年制发件数', '3', '45'],
    ['本年废止件数', '1', ''],
    ['本年处理决定数量', '', '207'],
  ])
  expect(places.filter((each) => each.includes('45'))).toEqual([])
  expect(listed).toContain('45')
})

test.each(all)('an upright table with a blank row stays upright: %s', (kind) => {
  const { places } = read(kind, [
    ['信息内容', '本年处理决定数量'],
    ['行政处罚', ''],
    ['行政强制', '9'],
  ])
  expect(places.filter((each) => !each.endsWith('?'))).toEqual(
    places.length && !places[0]?.endsWith('?') ? ['administrativeCompulsion.decisions 9'] : [],
  )
})

test.each(gridKinds)('a head of a turned table beside its figures leaves them in doubt: %s', (kind) => {
  const { places } = read(kind, [
    ['', '信息内容', ...DECISIONS],
    ['本年处理决定数量', '207', '31', '9'],
  ])
  expect(places).toEqual(decisions.map((each) => `${each}?`))
})
