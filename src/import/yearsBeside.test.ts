import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { fileKinds, type Part } from '../testing/fileKinds'
import { recognise } from './recognise'

const read = (kind: string, ...parts: Part[]) => {
  const source = fileKinds[kind]?.(['云台县农业农村局2024年政府信息公开工作年度报告', ...parts])
  const { figures, unplaced } = recognise(source ?? { name: '', blocks: [] }, edition2021)
  return {
    figures: figures.map(({ address, text, doubt }) => [
      address.split('.').slice(1).join('.'),
      doubt ?? text,
    ]),
    listed: unplaced.map(({ text }) => text).join(' '),
  }
}
const TWO = '二、主动公开政府信息情况'

test.each(['page', 'csv'])('tables of two years side by side, each with its labels: %s', (kind) => {
  const beside = (one: string[], other: string[]) => [...one, ...Array(4 - one.length).fill(''), ...other]
  const table = [
    beside(['2023年'], ['2024年']),
    beside(
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ),
    beside(['规章', '1', '0', '8'], ['规章', '2', '1', '9']),
    beside(['行政规范性文件', '11', '3', '40'], ['行政规范性文件', '7', '6', '41']),
    beside(['信息内容', '本年处理决定数量'], ['信息内容', '本年处理决定数量']),
    beside(['行政许可', '610'], ['行政许可', '598']),
  ]
  const { figures, listed } = read(kind, TWO, table)
  expect(figures).toEqual([
    ['proactiveDisclosure.regulations.issued', '2'],
    ['proactiveDisclosure.regulations.repealed', '1'],
    ['proactiveDisclosure.regulations.inForce', '9'],
    ['proactiveDisclosure.normativeDocuments.issued', '7'],
    ['proactiveDisclosure.normativeDocuments.repealed', '6'],
    ['proactiveDisclosure.normativeDocuments.inForce', '41'],
    ['proactiveDisclosure.administrativeLicenses.decisions', '598'],
  ])
  for (const one of ['40', '610']) expect(listed).toContain(one)
})

test('a list of the items of table two has the year before in front of the report’s own', () => {
  const { figures, listed } = read('workbook', TWO, [
    ['信息内容', '指标', '2023年', '2024年'],
    ['规章', '制发件数', '1', '2'],
    ['', '废止件数', '0', '1'],
    ['', '现行有效件数', '8', '9'],
    ['行政许可', '处理决定数量', '610', '598'],
    ['行政处罚', '处理决定数量', '77', '81'],
  ])
  expect(figures.map(([, text]) => text)).toEqual(['2', '1', '9', '598', '81'])
  expect(listed).toContain('610')
})

test('tables of two years under a heading without a number, below captions with a list in them', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const of = (figures: string) => [[...results, ...results, ...results], figures.split(' ')]
  const { figures, listed } = read(
    'page',
    '行政复议、行政诉讼情况',
    '表 2023年行政复议、行政诉讼情况',
    of('3 0 1 0 4 0 2 0 0 2 1 0 0 0 1'),
    '表 2024年行政复议、行政诉讼情况',
    of('5 1 0 2 8 0 0 3 0 3 0 0 0 6 6'),
  )
  expect(figures.map(([, text]) => text).join(' ')).toBe('5 1 0 2 8 0 0 3 0 3 0 0 0 6 6')
  expect(listed).toContain('3 0 1 0 4')
})

test('a table with a dash in each cell is the report’s own: that of another office behind it is not taken', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const of = (figures: string) => [[...results, ...results, ...results], figures.split(' ')]
  const { figures } = read(
    'page',
    '四、政府信息公开行政复议、行政诉讼情况',
    of('无 无 无 无 无 无 无 无 无 无 无 无 无 无 无'),
    '五、存在的主要问题及改进情况',
    '公开不够及时。',
    '附件：云台县种子管理站政府信息公开情况表',
    of('5 1 0 2 8 0 0 3 0 3 0 0 0 6 6'),
  )
  expect(figures.filter(([, text]) => /^\d/.test(text ?? ''))).toEqual([])
})

test('a table captioned with the year of the report leaves another one without a caption in doubt', () => {
  const of = (permits: string) => [
    ['行政许可', permits],
    ['行政处罚', '71'],
    ['行政强制', '4'],
  ]
  const { figures } = read('page', TWO, of('308'), '附：2024年主动公开政府信息情况表', of('380'))
  expect(figures[0]?.[1]).toContain('出现两次')
  expect(figures.slice(1).map(([, text]) => text)).toEqual(['71', '4'])
})
