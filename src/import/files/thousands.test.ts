import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { fileKinds } from '../../testing/fileKinds'
import { recognise } from '../recognise'
import { readCsv } from './csv'

const read = (...lines: string[]) => {
  const found = readCsv(['江岸县2023年政府信息公开工作年度报告', ...lines].join('\n'), 'a.csv')
  if ('problem' in found) throw new Error(found.problem)
  return recognise(found.source, edition2021).figures.map(
    ({ address, text, doubt }) => `${address.split('.').slice(2).join('.')} ${text}${doubt ? '?' : ''}`,
  )
}

test('unquoted thousands of table two are joined, in doubt', () => {
  const figures = read(
    '二、主动公开政府信息情况',
    '信息内容,本年制发件数,本年废止件数,现行有效件数',
    '规章,3,1,17',
    '行政规范性文件,28,9,1,205',
    '信息内容,本年处理决定数量,,',
    '行政许可,12,345,,',
    '行政处罚,31,,',
  )
  expect(figures).toContain('normativeDocuments.inForce 1205?')
  expect(figures).toContain('administrativeLicenses.decisions 12345?')
  expect(figures).toContain('regulations.inForce 17')
  expect(figures).toContain('administrativePenalties.decisions 31')
})

test('unquoted thousands of table three are read where the total proves one way alone', () => {
  const figures = read(
    '三、收到和处理政府信息公开申请情况',
    '项目,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计',
    '一、本年新收政府信息公开申请数量,1,241,6,1,0,2,103,1,353',
    '二、上年结转政府信息公开申请数量,4,1,0,0,0,0,5',
    '（一）予以公开,1,220,104,0,0,1,1,1,326',
    '（二）部分公开,6,1,0,0,1,1,9',
  )
  expect(figures.filter((each) => each.endsWith('?'))).toEqual([])
  expect(figures).toContain('received.naturalPerson 1241')
  expect(figures).toContain('received.otherOrganization 103')
  expect(figures).toContain('received.total 1353')
  expect(figures).toContain('outcome.granted.naturalPerson 1220')
})

test('where several ways to join are left, all figures of the row are in doubt', () => {
  const figures = read(
    '四、政府信息公开行政复议、行政诉讼情况',
    '类别,结果维持,结果纠正,其他结果,尚未审结,总计',
    '行政复议,1,200,300,4,5,',
    '未经复议直接起诉,1,0,2,3,6',
    '复议后起诉,1,0,2,3,6',
  )
  for (const each of figures.filter((text) => text.startsWith('administrativeReview')))
    expect(each).toMatch(/\?$/)
})

test('a figure kept as a text by a formula is that figure', () => {
  const figures = read(
    '二、主动公开政府信息情况',
    '信息内容,本年制发件数,本年废止件数,现行有效件数',
    '规章,"=""3""",1,"=""1205"""',
  )
  expect(figures).toEqual(['regulations.issued 3', 'regulations.repealed 1', 'regulations.inForce 1205'])
})

test('in Markdown what is struck out is not read, and an escaped star is a note', () => {
  const source = fileKinds.markdown?.([
    '江岸县2023年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '~~4~~ 3', '1', '17\\*'],
    ],
  ])
  const { figures } = recognise(source ?? { name: '', blocks: [] }, edition2021)
  expect(figures.map(({ text, doubt }) => text + (doubt ? '?' : ''))).toEqual(['3', '1', '17?'])
})
