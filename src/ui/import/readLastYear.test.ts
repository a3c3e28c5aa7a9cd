import { expect, test } from 'vitest'
import { neutralReport } from '../../checks/rules/neutralReport'
import type { DraftStore } from '../../drafts/store'
import { currentEdition as edition } from '../../format/editions'
import * as problems from '../../import/files/problems'
import { fileText } from '../../report/file'
import { textAt } from '../../report/report'
import { FAILED } from './reader'
import { hereWords, readLastYear } from './readLastYear'

const store = { get: () => undefined } as unknown as DraftStore
const last = neutralReport(edition, { 'organ.name': '示例局' }, 2022)
const file = new File([fileText(last, edition, 'draft')], '上年.json')
const now = (year: string, name: string) => ({ entries: { year, organ: { name } } })

test('a file of another year than the last one is not carried over, and is told by its year', async () => {
  expect(await readLastYear(file, now('2022', ''), store, true)).toEqual({
    problem: '这份年报是 2022 年的，没有沿用。请选择 2021 年的年报，或先改正年度。',
  })
  for (const [year, before] of [
    ['2023', true],
    ['2022', false],
  ] as const) {
    const found = await readLastYear(file, now(year, ''), store, before)
    expect('report' in found && textAt(found.report.entries, 'year')).toBe('2022')
  }
})

test('a file of another organ is read, and named', async () => {
  const doubts = async (name: string) => {
    const found = await readLastYear(file, now('2023', name), store, true)
    return 'doubts' in found ? found.doubts : undefined
  }
  expect(await doubts('另一局')).toEqual(['机关名称“示例局”与本年报的“另一局”不同，请确认没有选错文件'])
  expect([await doubts('示例局'), await doubts('')]).toEqual([[], []])
})

test('no problem sends to a box for pasted text, which is not there', () => {
  const all = [FAILED, ...Object.values(problems)].filter((words) => typeof words === 'string')
  expect(all.some((words) => words.includes('粘贴'))).toBe(true)
  for (const words of all) expect(hereWords(words)).toMatch(/^(?!.*粘贴).*。$/)
})
