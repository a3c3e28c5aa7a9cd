import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { recognise } from '../recognise'

const title = '云台县农业农村局2024年政府信息公开工作年度报告'
const read = (...lines: string[]) =>
  recognise(
    { name: '', blocks: [title, ...lines].map((text) => ({ kind: 'paragraph', text })) },
    edition2021,
  ).figures.map(({ address, text, doubt }) => [address.split('.').slice(2).join('.'), doubt ?? text])

const TWO = '二、主动公开政府信息情况'
const list = ['规章本年制发件数', '4', '规章现行有效件数', '—', '行政许可本年处理决定数量', '1203']

test('each figure stands below the name of its row and column', () => {
  expect(read(TWO, ...list)).toEqual([
    ['regulations.issued', '4'],
    ['administrativeLicenses.decisions', '1203'],
  ])
  const cases = ['行政复议-结果维持', '7', '行政复议-尚未审结', '2', '复议后起诉-其他结果', '5']
  expect(read('四、政府信息公开行政复议、行政诉讼情况', ...cases)).toEqual([
    ['administrativeReview.upheld', '7'],
    ['administrativeReview.pending', '2'],
    ['litigationAfterReview.otherResult', '5'],
  ])
})

test('no figure above its name goes to the next one without a mark', () => {
  const above = ['4', '规章本年制发件数', '11', '规章现行有效件数', '1203', '行政许可本年处理决定数量']
  const right = ['regulations.issued 4', 'regulations.inForce 11', 'administrativeLicenses.decisions 1203']
  for (const figure of read(TWO, ...above))
    if (/^\d+$/.test(figure[1] ?? '')) expect(right).toContain(figure.join(' '))
})
