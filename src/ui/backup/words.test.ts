import { expect, test } from 'vitest'
import type { DiskState } from '../../drafts/diskBackup'
import { stateWords } from './words'

const now = new Date(2022, 0, 20, 15, 0)
const writtenAt = new Date(2022, 0, 20, 14, 32).toISOString()
const words = (state: DiskState, remembered = true) =>
  stateWords({ fileName: '备份.json', state, remembered }, now)

test('the line says which file, when, and what to do', () => {
  expect(words({ step: 'on', writtenAt })).toBe('“备份.json”，今天 14:32 更新。')
  expect(words({ step: 'on' })).toBe('“备份.json”，正在写入。')
  expect(words({ step: 'on', writtenAt }, false)).toContain('要再选一次')
  expect(words({ step: 'asleep' })).toContain('需要再同意一次')
  expect(words({ step: 'failed', problem: 'gone', writtenAt })).toBe(
    '没有写入“备份.json”：找不到这个文件，U盘或网络盘可能已断开，文件也可能已移走或改名。文件里是今天 14:32 的内容；年报照常保存在这个浏览器里。',
  )
  expect(words({ step: 'failed', problem: 'busy' })).not.toContain('的内容')
})
