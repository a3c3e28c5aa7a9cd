import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { officialApplicants } from '../../testing/officialForm'
import { recognise } from '../recognise'
import { readPlain } from './plain'

const BOX = `
+--------------+------------------------------------------------+
|              |                   申请人情况                   |
|              +------+----------------------------------+------+
|第一项加第二项|      |          法人或其他组织          |      |
|等于第三项加第|      +------+------+------+------+------+      |
|    四项      |自然人| 商业 | 科研 | 社会 | 法律 |      | 总计 |
|              |      | 企业 | 机构 | 公益 | 服务 | 其他 |      |
|              |      |      |      | 组织 | 机构 |      |      |
+--------------+------+------+------+------+------+------+------+
|一、本年新收政|  4   |  0   |  2   |  0   |  0   |  1   |  7   |
|府信息公开申请|      |      |      |      |      |      |      |
|     数量     |      |      |      |      |      |      |      |
+--------------+------+------+------+------+------+------+------+
|四、结转下年度|  1   |  0   |  0   |  3   |  0   |  2   |  6   |
|   继续办理   |      |      |      |      |      |      |      |
+--------------+------+------+------+------+------+------+------+
`
const read = (table: string) => {
  const { figures } = recognise(
    readPlain(`三、收到和处理政府信息公开申请情况\n${table.trim()}`, 'a.txt'),
    edition2021,
  )
  return figures
    .map(({ address, text, doubt }) => `${address.split('.').slice(2).join('.')} ${doubt ? '?' : text}`)
    .sort()
}
const row = (key: string, figures: (number | string)[]) =>
  officialApplicants.map((name, at) => `${key}.${name} ${figures[at]}`)
const EXPECTED = [
  ...row('received', [4, 0, 2, 0, 0, 1, 7]),
  ...row('carriedForward', [1, 0, 0, 3, 0, 2, 6]),
].sort()

test('a table drawn by + - | has cells of several lines', () => {
  expect(read(BOX)).toEqual(EXPECTED)
})

test.each([
  ['the lines of boxes', (box: string) => box.replaceAll('|', '│').replaceAll('-', '─').replaceAll('+', '┼')],
  ['blanks before it', (box: string) => box.replaceAll(/^/gm, '    ')],
  ['blank lines between', (box: string) => box.replaceAll('\n', '\n\n')],
  ['a sign that some programs count as two', (box: string) => box.replace('  申请人', '“申请人')],
])('a table that is drawn, with %s, has its figures in place', (_, change) => {
  expect(read(change(BOX))).toEqual(EXPECTED)
})

test('figures of a table whose drawn lines do not meet are in doubt', () => {
  const crooked = BOX.replace('|  4   |  0   |  2   |', '|4|0|2|')
  expect(read(crooked).filter((figure) => !figure.endsWith('?'))).toEqual([])
})

test('rows that have no line between them are rows', () => {
  const source = readPlain(
    `二、主动公开政府信息情况
+----------+----------------+
| 信息内容 | 本年处理决定数 |
+----------+----------------+
| 行政处罚 | 31             |
| 行政强制 | 9              |
+----------+----------------+`,
    'a.txt',
  )
  expect(recognise(source, edition2021).figures.map(({ text, doubt }) => doubt ?? text)).toEqual(['31', '9'])
})
