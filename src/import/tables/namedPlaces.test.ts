import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { fileKinds, gridKinds, type Part } from '../../testing/fileKinds'
import { applicantNames, officialApplicants } from '../../testing/officialForm'
import { rowLabels, thisYear } from '../../testing/twoYears'
import { recognise } from '../recognise'

const THREE = '三、收到和处理政府信息公开申请情况'
const read = (kind: string, ...parts: Part[]) =>
  Object.fromEntries(
    recognise(
      fileKinds[kind]?.(['山阳县林业局2023年政府信息公开工作年度报告', ...parts]) ?? { name: '', blocks: [] },
      edition2021,
    ).figures.map(({ address, text, doubt }) => [address.split('.').slice(2).join('.'), doubt ?? text]),
  )
const paths = ['received', 'carriedOver', 'outcome.granted']
const expected = Object.fromEntries(
  thisYear.flatMap((row, at) =>
    row.map((one, column) => [`${paths[at]}.${officialApplicants[column]}`, String(one)]),
  ),
)

test('a stub and its row held apart by a colon, with the number of the row', () => {
  const line = (label: string) => `${label}：自然人12件，商业企业3件，总计15件。`
  expect(
    read('spaces', THREE, line('不予公开：1、属于国家秘密'), line('无法提供：1、本机关不掌握相关政府信息')),
  ).toEqual({
    'outcome.denied.stateSecret.naturalPerson': '12',
    'outcome.denied.stateSecret.commercialEnterprise': '3',
    'outcome.denied.stateSecret.total': '15',
    'outcome.unavailable.notHeld.naturalPerson': '12',
    'outcome.unavailable.notHeld.commercialEnterprise': '3',
    'outcome.unavailable.notHeld.total': '15',
  })
})

test.each(gridKinds)('a table for each kind of applicant, below its name: %s', (kind) => {
  const tables = applicantNames
    .slice(0, 6)
    .flatMap((name, column): Part[] => [
      `申请人：${name}`,
      [['办理情况', '件数'], ...rowLabels.map((label, at) => [label, String(thisYear[at]?.[column])])],
    ])
  const own = Object.entries(expected).filter(([address]) => !address.endsWith('total'))
  expect(read(kind, THREE, ...tables)).toEqual(Object.fromEntries(own))
})

test.each(gridKinds)('a dash in the column of stubs is none of the figures: %s', (kind) => {
  const rows = rowLabels.map((label, at) => [label, '—', ...(thisYear[at] ?? []).map(String)])
  const denied = ['1.属于国家秘密', '不予公开', '2', '0', '0', '0', '0', '1', '3']
  expect(read(kind, THREE, [['项目', '类别', ...applicantNames], ...rows, denied])).toMatchObject(expected)
})

test('dots that lead from a label to its figure are no part of either', () => {
  expect(
    read(
      'spaces',
      '二、主动公开政府信息情况',
      '规章本年制发件数．．．．3 件',
      '行政许可本年处理决定数量……207 件',
    ),
  ).toEqual({ 'regulations.issued': '3', 'administrativeLicenses.decisions': '207' })
})

test.each(gridKinds)(
  'a table in two parts of some columns each, one below the other in one grid: %s',
  (kind) => {
    const part = (from: number, to: number) => [
      ['项目', ...applicantNames.slice(from, to)],
      ...rowLabels.map((label, at) => [label, ...(thisYear[at] ?? []).slice(from, to).map(String)]),
    ]
    expect(read(kind, THREE, [...part(0, 3).map((row) => [...row, '']), ...part(3, 7)])).toEqual(expected)
  },
)
