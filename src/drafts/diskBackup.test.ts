import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { blankReport, withTexts } from '../report/report'
import { handTimers, memoryStorage } from '../testing/fakeBrowser'
import { backupText } from './backup'
import { type BackupFile, keepOnDisk } from './diskBackup'
import { newDraft } from './draft'
import { readBackup } from './readBackup'
import { openDraftStore } from './store'

const draftOf = (id: string, other: string, revision = 1) => {
  const report = blankReport(edition)
  const entries = withTexts(report.entries, [['other', other]])
  return { ...newDraft({ ...report, entries }, new Date('2022-01-20T08:00:00Z'), id), revision }
}

/** A file on a disk that can be away, and a browser that can ask for consent. */
function diskFile(text = '') {
  let count = 0
  const disk = {
    text,
    /** An editor saves in the encoding of its own. */
    utf16: false,
    /** Complete writes. */
    writes: 0,
    permission: 'granted' as 'granted' | 'denied' | 'prompt',
    /** Fails each access from here on. */
    failure: undefined as string | undefined,
    hangs: false,
    /** What someone else writes. */
    overwrite(other: string) {
      disk.text = other
      count++
    },
  }
  const encoded = (now: string) =>
    disk.utf16
      ? Uint16Array.from(now, (char) => char.charCodeAt(0)).buffer
      : new TextEncoder().encode(now).buffer
  const access = () => {
    if (disk.failure) throw new DOMException('', disk.failure)
  }
  const file: BackupFile = {
    name: '年报通_自动备份.json',
    async getFile() {
      access()
      const { text: now } = disk
      return {
        size: now.length,
        lastModified: Date.parse('2022-01-20T07:00:00Z') + count,
        arrayBuffer: async () => encoded(now),
      }
    },
    async createWritable() {
      access()
      if (disk.hangs) await new Promise(() => undefined)
      let next = ''
      return {
        async write(part) {
          access()
          next += part
        },
        async close() {
          access()
          disk.overwrite(next)
          disk.writes++
        },
        abort: async () => undefined,
      }
    },
    queryPermission: async () => disk.permission,
    requestPermission: async () => {
      if (disk.permission === 'prompt') disk.permission = 'granted'
      return disk.permission
    },
  }
  return { disk, file }
}

async function open(drafts = [draftOf('one', '甲')], { text = '', wanted = true } = {}) {
  const clock = handTimers()
  const store = await openDraftStore({
    storage: memoryStorage(),
    indexedDB: null,
    now: clock.now,
    timers: clock.timers,
  })
  for (const draft of drafts) store.save(draft)
  const { disk, file } = diskFile(text)
  const answer = { wanted }
  const start = () => keepOnDisk({ file, store, wanted: async () => answer.wanted, timers: clock.timers })
  return { clock, store, disk, file, answer, start }
}
const textsIn = (text: string) => {
  const backup = readBackup(text)
  return 'problem' in backup ? backup.problem : backup.drafts.map(({ report }) => report.entries.other)
}

test('the file follows each save, at most every half minute, and equals 下载全部备份', async () => {
  const { clock, store, disk, start } = await open()
  const backup = start()
  await clock.advance(0)
  expect(textsIn(disk.text)).toEqual(['甲'])
  expect(backup.state()).toEqual({ step: 'on', writtenAt: clock.now().toISOString() })
  for (let second = 0; second < 90; second++) {
    store.save(draftOf('one', `甲${second}`, second + 2))
    await clock.advance(1000)
  }
  expect(disk.writes).toBeLessThanOrEqual(4)
  await clock.advance(30_000)
  expect(textsIn(disk.text)).toEqual(['甲89'])
  const { writtenAt } = backup.state() as { writtenAt: string }
  expect(disk.text).toBe(backupText(store.list(), new Date(writtenAt)))
  const { writes } = disk
  await clock.advance(300_000)
  expect(disk.writes).toBe(writes)
})

test('after a long pause the file follows within seconds', async () => {
  const { clock, store, disk, start } = await open()
  start()
  await clock.advance(120_000)
  store.save(draftOf('one', '乙', 2))
  await clock.advance(3000)
  expect(textsIn(disk.text)).toEqual(['乙'])
})

test('a page that is hidden writes at once, and leaves what follows to others', async () => {
  const { clock, store, disk, start } = await open()
  const backup = start()
  await clock.advance(0)
  store.save(draftOf('one', '乙', 2))
  await backup.setShown(false)
  expect(textsIn(disk.text)).toEqual(['乙'])
  store.save(draftOf('one', '丙', 3))
  await clock.advance(120_000)
  expect(textsIn(disk.text)).toEqual(['乙'])
  await backup.setShown(true)
  await clock.advance(3000)
  expect(textsIn(disk.text)).toEqual(['丙'])
})

test('a file that has everything is not written again at the next start', async () => {
  const first = await open()
  const { clock, disk, start } = await open(undefined, { text: backupText(first.store.list(), new Date(0)) })
  const backup = start()
  await clock.advance(60_000)
  expect(disk.writes).toBe(0)
  expect(backup.state()).toEqual({ step: 'on', writtenAt: '2022-01-20T07:00:00.000Z' })
})

test.each([
  ['NotFoundError', 'gone'],
  ['NotAllowedError', 'refused'],
  ['NoModificationAllowedError', 'busy'],
  ['QuotaExceededError', 'full'],
  ['AbortError', 'other'],
])('%s is said as %s, the old content stays, and it is tried again by itself', async (failure, problem) => {
  const { clock, store, disk, start } = await open()
  const backup = start()
  await clock.advance(0)
  const before = disk.text
  const { writtenAt } = backup.state() as { writtenAt: string }
  disk.failure = failure
  store.save(draftOf('one', '乙', 2))
  await clock.advance(30_000)
  expect(backup.state()).toEqual({ step: 'failed', problem, writtenAt })
  expect(disk.text).toBe(before)
  disk.failure = undefined
  await clock.advance(30_000)
  expect(backup.state().step).toBe('on')
  expect(textsIn(disk.text)).toEqual(['乙'])
})

test('a disk that never answers is said, and nothing piles up behind it', async () => {
  const { clock, store, disk, start } = await open()
  disk.hangs = true
  const backup = start()
  await clock.advance(60_000)
  expect(backup.state()).toMatchObject({ step: 'failed', problem: 'noAnswer' })
  store.save(draftOf('one', '乙', 2))
  await clock.advance(120_000)
  expect(disk.writes).toBe(0)
})

test('after a restart it waits for the clerk’s consent', async () => {
  const { clock, store, disk, start } = await open()
  disk.permission = 'prompt'
  const backup = start()
  await clock.advance(0)
  store.save(draftOf('one', '乙', 2))
  await clock.advance(60_000)
  expect(backup.state()).toEqual({ step: 'asleep' })
  expect(disk.text).toBe('')
  await backup.resume()
  expect(textsIn(disk.text)).toEqual(['乙'])
  // Taken back while it runs.
  disk.permission = 'denied'
  store.save(draftOf('one', '丙', 3))
  await clock.advance(30_000)
  expect(backup.state()).toMatchObject({ step: 'failed', problem: 'refused' })
  await backup.resume()
  expect(backup.state()).toMatchObject({ step: 'failed', problem: 'refused' })
})

test('consent that was given in another tab counts when this one is shown', async () => {
  const { clock, disk, start } = await open()
  disk.permission = 'prompt'
  const backup = start()
  await clock.advance(0)
  disk.permission = 'granted'
  await backup.setShown(true)
  expect(textsIn(disk.text)).toEqual(['甲'])
})

test('a file that an editor has saved in another encoding is still the own one', async () => {
  const first = await open()
  const { clock, store, disk, start } = await open(undefined, {
    text: backupText(first.store.list(), new Date(0)),
  })
  disk.utf16 = true
  const backup = start()
  await clock.advance(1000)
  expect(backup.state()).toMatchObject({ step: 'on' })
  store.save(draftOf('one', '乙', 2))
  await clock.advance(30_000)
  expect(textsIn(disk.text)).toEqual(['乙'])
})

test.each([
  ['a draft that is not here', backupText([draftOf('two', '乙')])],
  ['a later state of a draft', backupText([draftOf('one', '乙', 7)])],
  ['no backup', '会议纪要'],
  ['half a backup', backupText([draftOf('one', '甲')]).slice(0, 300)],
])('a file with %s is left as it is', async (_, text) => {
  const { clock, disk, store, start } = await open(undefined, { text })
  const backup = start()
  await clock.advance(60_000)
  store.save(draftOf('one', '丁', 2))
  await clock.advance(60_000)
  expect(backup.state()).toMatchObject({ step: 'failed', problem: 'foreign' })
  expect(disk.text).toBe(text)
})

test('what another computer has written meanwhile is not written over, until it is here as well', async () => {
  const { clock, disk, store, start } = await open()
  const backup = start()
  await clock.advance(0)
  const theirs = backupText([draftOf('one', '甲'), draftOf('two', '乙')])
  disk.overwrite(theirs)
  store.save(draftOf('one', '丁', 2))
  await clock.advance(30_000)
  expect(backup.state()).toMatchObject({ problem: 'foreign' })
  expect(disk.text).toBe(theirs)
  // Restored under another id, because something else has its own.
  store.save(draftOf('copy', '乙'))
  await clock.advance(30_000)
  expect(backup.state().step).toBe('on')
  expect(textsIn(disk.text)).toHaveLength(2)
})

test('a deleted draft leaves the file as long as it is in the trash here, and an empty backup is never written', async () => {
  const { clock, disk, store, start } = await open([draftOf('one', '甲'), draftOf('two', '乙')])
  const backup = start()
  await clock.advance(0)
  await store.remove('two')
  await clock.advance(30_000)
  expect(textsIn(disk.text)).toEqual(['甲'])
  await store.remove('one')
  await clock.advance(30_000)
  expect(textsIn(disk.text)).toEqual(['甲'])
  expect(backup.state().step).toBe('on')
})

test('stopped, it writes nothing more; so does a tab in whose browser it was ended elsewhere', async () => {
  const { clock, disk, store, answer, start } = await open()
  const [stopped, ended] = [start(), start()]
  await clock.advance(0)
  stopped.stop()
  answer.wanted = false
  const { text } = disk
  await store.clear()
  store.save(draftOf('one', '乙', 2))
  await clock.advance(60_000)
  expect([stopped.state(), ended.state()]).toEqual([{ step: 'off' }, { step: 'off' }])
  expect(disk.text).toBe(text)
})
