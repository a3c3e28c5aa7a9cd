import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { fileKinds } from '../../testing/fileKinds'
import { applicantNames, officialApplicants } from '../../testing/officialForm'
import { recognise } from '../recognise'

const read = (kind: string, table: string[][]) => {
  const parts = [
    '云台县农业农村局2024年政府信息公开工作年度报告',
    '三、收到和处理政府信息公开申请情况',
    table,
  ]
  const { figures } = recognise(fileKinds[kind]?.(parts) ?? { name: '', blocks: [] }, edition2021)
  return figures.map(({ address, text, doubt }) => [address.split('.').slice(2).join('.'), doubt ?? text])
}

test('a head that comes again with fewer columns, their names shortened', () => {
  const figures = read('page', [
    ['项目', '自然人', '企业', '科研', '公益', '法律', '其他', '合计'],
    ['一、本年新收政府信息公开申请数量', '31', '6', '1', '0', '2', '4', '44'],
    ['二、上年结转政府信息公开申请数量', '2', '0', '0', '1', '0', '0', '3'],
    ['项目', '合计', '自然人', '企业', '其他'],
    ['（一）予以公开', '27', '19', '5', '3'],
    ['四、结转下年度继续办理', '3', '1', '1', '1'],
  ])
  expect(figures).toHaveLength(22)
  expect(figures).toContainEqual(['received.legalServiceInstitution', '2'])
  expect(figures).toContainEqual(['outcome.granted.commercialEnterprise', '5'])
  expect(figures).toContainEqual(['outcome.granted.total', '27'])
  expect(figures).toContainEqual(['carriedForward.otherOrganization', '1'])
})

test.each(['workbook', 'csv'])('a column in half years and the whole year: %s', (kind) => {
  const [person = '', ...others] = applicantNames
  const figures = read(kind, [
    ['项目', `${person}上半年`, `${person}下半年`, `${person}全年`, ...others],
    ['一、本年新收政府信息公开申请数量', '0', '31', '31', '6', '1', '0', '2', '4', '44'],
    ['（一）予以公开', '4', '15', '19', '5', '0', '0', '0', '3', '27'],
  ])
  const expected = [
    ['31', '6', '1', '0', '2', '4', '44'],
    ['19', '5', '0', '0', '0', '3', '27'],
  ].flatMap((row, at) =>
    row.map((text, column) => [`${['received', 'outcome.granted'][at]}.${officialApplicants[column]}`, text]),
  )
  expect(figures).toEqual(expected)
})
