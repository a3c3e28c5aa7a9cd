import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { addressesOf, blankReport, withTexts } from '../report/report'
import { fakeBrowser, handTimers } from '../testing/fakeBrowser'
import { publishedStates, publishedWords, withPublished } from './backedUp'
import { backupText } from './backup'
import { type Draft, newDraft, readDraft } from './draft'
import { draftsToAdd, readBackup } from './readBackup'
import { restoreDrafts } from './restoring'

const noon = new Date('2022-01-20T12:00:00Z')
const draftOf = (id: string, texts: Record<string, string> = {}): Draft => {
  const report = blankReport(edition)
  return newDraft({ ...report, entries: withTexts(report.entries, Object.entries(texts)) }, noon, id)
}

test('a restored backup equals the drafts to the letter', () => {
  const anyText = fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  })
  const anyDraft = fc
    .dictionary(fc.constantFrom(...addressesOf(edition)), anyText)
    .map((texts) => draftOf('one', texts))
  fc.assert(
    fc.property(fc.array(anyDraft, { maxLength: 3 }), (drafts) => {
      const text = backupText(drafts, noon)
      // A file is UTF-8: half characters must not turn into replacement characters on the way.
      const onDisk = new TextDecoder().decode(new TextEncoder().encode(text))
      expect(readBackup(onDisk)).toEqual({ drafts, unreadable: 0 })
    }),
  )
})

test('draft by draft it is the same text as all at once', () => {
  for (const drafts of [
    [],
    [draftOf('one', { other: '甲\n乙\r\n\u2028' })],
    [draftOf('one'), draftOf('two')],
  ]) {
    const whole = { format: 'nianbao-backup', version: 1, madeAt: noon.toISOString(), drafts }
    expect(backupText(drafts, noon)).toBe(`${JSON.stringify(whole, null, 1)}\n`)
  }
})

test('malformed figures survive as typed', () => {
  const cell = 'tables.requests.received.naturalPerson'
  const restored = readBackup(backupText([draftOf('one', { [cell]: '12a', year: '８８２.0' })]))
  expect(restored).toMatchObject({
    drafts: [
      {
        report: {
          entries: { year: '８８２.0', tables: { requests: { received: { naturalPerson: '12a' } } } },
        },
      },
    ],
  })
})

test.each([
  ['', 'notBackup'],
  ['年报', 'notBackup'],
  ['{"format":"nianbao","schemaVersion":1}', 'notBackup'],
  [backupText([draftOf('one')]).slice(0, 300), 'damaged'],
  ['{"format":"nianbao-backup","version":1}', 'damaged'],
  ['{"format":"nianbao-backup","version":1,"drafts":[{"version":1}]}', 'damaged'],
  ['{"format":"nianbao-backup","version":2}', 'newer'],
  ['{"format":"nianbao-backup","version":1,"drafts":[{"version":9}]}', 'newer'],
])('%.60s… is refused with its reason', (text, problem) => {
  expect(readBackup(text)).toEqual({ problem })
})

test('a key that stands twice in a backup is named with the keys above it, and nothing of the file is read', () => {
  const text = backupText([draftOf('one'), draftOf('two', { other: '甲' })])
  expect(readBackup(text.replace('"other": "甲"', '"other": "甲",\n "other": "乙"'))).toEqual({
    problem: 'twice',
    key: 'drafts.report.entries.other',
  })
  expect(readBackup(text.replace('"drafts": [', '"drafts": [], "drafts": ['))).toEqual({
    problem: 'twice',
    key: 'drafts',
  })
  // In the words of a text nothing is a key.
  const quoted = draftOf('one', { other: '"other": "甲", "other": "乙"' })
  expect(readBackup(backupText([quoted]))).toEqual({ drafts: [quoted], unreadable: 0 })
})

test('one unreadable draft does not cost the others', () => {
  const text = backupText([draftOf('one'), { version: 2 } as Draft])
  expect(readBackup(`\ufeff${text}`)).toEqual({ drafts: [draftOf('one')], unreadable: 1 })
})

test('what is there word for word is not restored', () => {
  const present = new Map([
    ['same', draftOf('same', { year: '2021' })],
    ['other', draftOf('other', { year: '2021' })],
  ])
  const added = draftsToAdd(
    [draftOf('same', { year: '2021' }), draftOf('other', { year: '2020' }), draftOf('gone')],
    (id) => present.get(id),
  )
  expect(added.map((draft) => draft.id)).toEqual(['other', 'gone'])
})

test('what was published comes back with its draft, under an id of its own too; a program of before reads the drafts all the same', async () => {
  const first = await fakeBrowser().openStore()
  const draft = draftOf('one', { other: '改后', publishedAt: '2022-01-20' })
  const published = draftOf('one', { other: '公布的', publishedAt: '2022-01-20' })
  first.create(draft)
  await first.keep(published, 'published')
  await first.keep(draft, 'manual')
  const whole = await withPublished(first, first.list())
  expect(publishedWords(whole)).toContain('1 份')
  const backup = readBackup(backupText(whole, noon))
  if ('problem' in backup) throw new Error(backup.problem)
  expect(backup.drafts).toEqual([{ ...draft, published: [published] }])
  expect(readDraft({ ...draft, published: [published] })).toEqual(draft)

  const second = await fakeBrowser().openStore()
  second.create(draftOf('one', { other: '别的' }))
  const { drafts } = await restoreDrafts(second, backup.drafts, () => 'copy')
  expect(drafts.map(({ id }) => id)).toEqual(['copy'])
  expect(second.get('copy')).not.toHaveProperty('published')
  expect(await publishedStates(second, 'copy')).toEqual([{ ...published, id: 'copy' }])
})

test('a database that does not answer keeps no backup waiting, and a damaged version none from being read', async () => {
  const { timers, advance } = handTimers()
  const draft = draftOf('one')
  const late = withPublished({ snapshots: () => new Promise(() => undefined) }, [draft], timers)
  await advance(5000)
  expect(await late).toEqual([draft])
  const broken = backupText([{ ...draft, published: [{ version: 2 } as Draft] }])
  expect(readBackup(broken)).toEqual({ drafts: [draft], unreadable: 0 })
})
