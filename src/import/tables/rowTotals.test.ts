import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { readCsv } from '../files/csv'
import { recognise } from '../recognise'

const rows = [
  ['一、本年新收政府信息公开申请数量', '41', '6', '1', '0', '2', '3', '53'],
  ['二、上年结转政府信息公开申请数量', '4', '1', '0', '0', '0', '0', '5'],
  ['（一）予以公开', '20', '4', '1', '0', '1', '1', '27'],
  ['（二）部分公开', '6', '1', '0', '0', '1', '1', '9'],
]
const heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const read = (...table: string[][]) => {
  const lines = [['江岸县2023年政府信息公开工作年度报告'], ['三、收到和处理政府信息公开申请情况'], ...table]
  const found = readCsv(lines.map((line) => line.join(',')).join('\n'), 'a.csv')
  if ('problem' in found) throw new Error(found.problem)
  return recognise(found.source, edition2021).figures
}

test('where most rows do not add up to their totals, all figures are in doubt', () => {
  const narrow = read(['', ...heads.slice(0, 5), '总计', '其他'], ...rows)
  expect(narrow.length).toBeGreaterThan(20)
  expect(narrow.filter(({ doubt }) => !doubt)).toEqual([])
})

test('one wrong total, and totals left at 0, put nothing in doubt', () => {
  const [first = [], ...others] = rows
  const wrong = read(['', ...heads], [...first.slice(0, -1), '54'], ...others)
  const blank = read(['', ...heads], ...rows.map((row) => [...row.slice(0, -1), '0']))
  for (const figures of [wrong, blank]) expect(figures.filter(({ doubt }) => doubt)).toEqual([])
})
