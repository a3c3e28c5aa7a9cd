import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { applicantNames } from '../../testing/officialForm'
import { readText } from '../files/read'
import { recognise } from '../recognise'

const TWO = '二、主动公开政府信息情况'
const THREE = '三、收到和处理政府信息公开申请情况'
const FOUR = '四、政府信息公开行政复议、行政诉讼情况'
const read = (text: string) => {
  const found = readText({ text }, '')
  if ('problem' in found) throw new Error(found.problem)
  const { figures, unplaced } = recognise(found.source, edition2021)
  return {
    certain: Object.fromEntries(
      figures.flatMap(({ address, text: own, doubt }) =>
        doubt ? [] : [[address.split('.').slice(2).join('.'), own]],
      ),
    ),
    listed: unplaced.map(({ text: own }) => own).join('\n'),
  }
}

test('the running number of a row is no figure where its cell is blank', () => {
  const rows = ['4\t行政处罚\t\t', '5\t行政强制\t7\t', '6\t行政许可\t31\t']
  expect(read(`${TWO}\n序号\t信息内容\t本年处理决定数量\t\n${rows.join('\n')}`).certain).toEqual({
    'administrativeCompulsion.decisions': '7',
    'administrativeLicenses.decisions': '31',
  })
})

test('one cell a line: a note below 表四 is no cell of it, also where a cell has the shape of a page number', () => {
  const figures = ['3', '0', '1', '0', '4', '2', '0', '0', '5', '7', '1/5', '6', '0', '2', '9']
  const { certain, listed } = read([FOUR, ...figures, '说明：其中2件为转办'].join('\n'))
  expect(Object.values(certain)).not.toContain('说明')
  expect(certain['litigationAfterReview.upheld']).toBeUndefined()
  expect(certain['litigationAfterReview.corrected'] ?? '6').toBe('6')
  expect(listed).toContain('1/5')
})

test('one cell a line: words in the last cell of a row are listed, also before a share', () => {
  const own = ['一、本年新收政府信息公开申请数量', '151', '0', '20', '10', '0', '0', '待核', '60%']
  const next = ['二、上年结转政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1']
  for (const divider of ['\n', '|\n']) {
    const { listed } = read(`${THREE}\n${[...own, ...next].join(divider)}`)
    expect(listed).toContain('待核')
  }
})

test('figures of several in one cell that happen to add up with the others leave their row in doubt', () => {
  const row = ['一、本年新收政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '151 152']
  const { certain } = read(`${THREE}\n${['项目', ...applicantNames].join(' ')}\n${row.join(' ')}`)
  expect(certain).toEqual({})
})

test('a cell of the last year beside those of the report is left out of rows of any length', () => {
  const head = ['', ...applicantNames, '上年总计']
  const rows = [
    ['一、本年新收政府信息公开申请数量', '3', '0', '0', '0', '0', '0', '3', '5'],
    ['三、本年度办理结果', '（一）予以公开', '2', '0', '0', '1', '', '0', '3', '4'],
  ]
  const { certain } = read(`${THREE}\n${[head, ...rows].map((row) => row.join('\t')).join('\n')}`)
  expect(certain['outcome.granted.total']).toBe('3')
  expect(certain['outcome.granted.legalServiceInstitution']).toBeUndefined()
})
