import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { recognise } from '../recognise'
import { readPlain } from './plain'

const tables = `# 江岸县水利局2023年政府信息公开工作年度报告
## 三、收到和处理政府信息公开申请情况
| Unnamed: 0 | Unnamed: 1 | 申请人情况 | Unnamed: 3 | Unnamed: 4 | Unnamed: 5 | Unnamed: 6 | Unnamed: 7 | Unnamed: 8 |
|---|---|---|---|---|---|---|---|---|
| NaN | NaN | 自然人 | 法人或其他组织 | NaN | NaN | NaN | NaN | 总计 |
| NaN | NaN | NaN | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | NaN |
| 一、本年新收政府信息公开申请数量 | NaN | 21 | 4 | NaN | 1 | 0 | 2 | 28 |
| 三、本年度办理结果 | （一）予以公开 | 13 | 2 | 0 | 1 | 0 | 1 | 17 |
## 四、政府信息公开行政复议、行政诉讼情况
| 行政复议 | Unnamed: 1 | Unnamed: 2 | Unnamed: 3 | Unnamed: 4 |
|---|---|---|---|---|
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 3 | 1 | 0 | 2 | 6 |`

test('what a converter writes into empty cells and over columns without a name is no text', () => {
  const { figures, unplaced } = recognise(readPlain(tables, ''), edition2021)
  expect(figures.map(({ text, doubt }) => doubt ?? text)).toEqual(
    '21 28 4 1 0 2 13 17 2 0 1 0 1 3 1 0 2 6'.split(' '),
  )
  expect(unplaced).toEqual([])
})

test('NaN without such heads is an unread cell', () => {
  const { unplaced } = recognise(
    readPlain(
      tables
        .replaceAll(/Unnamed: \d/g, '')
        .replaceAll('NaN', '')
        .replace('| 21 |', '| NaN |'),
      '',
    ),
    edition2021,
  )
  expect(unplaced.map(({ text }) => text)).toEqual(['表三·本年新收·自然人：NaN'])
})

test('a bar behind the last cell of a row may stand on the line below it', () => {
  const rows = [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '1', '0', '6'],
    ['行政规范性文件', '8', '3', '41'],
    ['信息内容', '本年处理决定数量'],
    ['行政许可', '517'],
    ['行政处罚', '34'],
    ['行政强制', '9'],
  ]
  const text = ['二、主动公开政府信息情况', ...rows.flatMap((row) => [row.join(' | '), '|'])].join('\n')
  const { figures, unplaced } = recognise(readPlain(text, ''), edition2021)
  expect(figures.map(({ text: figure, doubt }) => doubt ?? figure)).toEqual(
    '1 0 6 8 3 41 517 34 9'.split(' '),
  )
  expect(unplaced).toEqual([])
})

test('tabs at the end of its lines may be gone from a table', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const rows = [
    ['行政复议', '', '', '', '', '行政诉讼'],
    ['', '', '', '', '', '未经复议直接起诉', '', '', '', '', '复议后起诉'],
    [...results, ...results, ...results],
    '4 1 0 2 7 3 0 5 1 9 0 6 2 0 8'.split(' '),
  ]
  const text = ['四、政府信息公开行政复议、行政诉讼情况', ...rows.map((row) => row.join('\t'))].join('\n')
  const { figures, unplaced } = recognise(readPlain(text, ''), edition2021)
  expect(figures.map(({ text: figure, doubt }) => doubt ?? figure).join(' ')).toBe(
    '4 1 0 2 7 3 0 5 1 9 0 6 2 0 8',
  )
  expect(unplaced).toEqual([])
})
