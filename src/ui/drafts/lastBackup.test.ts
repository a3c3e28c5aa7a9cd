import { expect, test } from 'vitest'
import { backupWords } from './lastBackup'

const at = (day: number, hour: number) => new Date(2022, 0, day, hour, 39).toISOString()
const now = new Date(2022, 0, 20, 23, 0)
const words = (savedAt: string, last?: string) => backupWords({ createdAt: at(20, 8), savedAt }, last, now)

test('the last backup is named by day and time, and nothing is said of a draft just begun', () => {
  expect(words(at(20, 9))).toEqual({ words: '', due: false })
  expect(words(at(20, 21), at(20, 22))).toEqual({ words: '上次备份 1月20日 22:39', due: false })
  expect(words(at(20, 21), new Date(2021, 10, 28, 22, 39).toISOString()).words).toContain(
    '上次备份 2021年11月28日 22:39',
  )
})

test('after a day of work without a backup it says so, once more after each', () => {
  expect(words(at(20, 17))).toEqual({ words: '还没有备份过', due: true })
  expect(words(at(20, 17), at(20, 12)).due).toBe(false)
  expect(words(at(20, 21), at(19, 12))).toEqual({ words: '上次备份 1月19日 12:39，之后改过', due: true })
  // Nothing has changed since: there is nothing to back up.
  expect(words(at(18, 9), at(18, 10)).due).toBe(false)
})
