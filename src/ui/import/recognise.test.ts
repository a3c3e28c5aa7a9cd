import { expect, test } from 'vitest'
import { backupText } from '../../drafts/backup'
import { type Draft, newDraft } from '../../drafts/draft'
import { readBackup } from '../../drafts/readBackup'
import { currentEdition } from '../../format/editions'
import { readBytes, readText } from '../../import/files/read'
import { recognition } from '../../import/files/work'
import { decodeText } from '../../report/decode'
import { fileText } from '../../report/file'
import { blankReport, textAt, withTexts } from '../../report/report'
import { type DraftsHere, recogniseFile, recognisePasted } from './recognise'

const now = new Date('2022-01-20T08:00:00Z')
const report = (name: string) => {
  const blank = blankReport(currentEdition)
  const texts: [string, string][] = [
    ['organ.name', name],
    ['tables.requests.received.naturalPerson', '12a'],
  ]
  return { ...blank, entries: withTexts(blank.entries, texts) }
}
const draft = (id: string, name: string): Draft => newDraft(report(name), now, id)

const shelfOf = (drafts: Draft[]): DraftsHere => ({
  get: (id) => drafts.find((each) => each.id === id),
  parse: async (content) => readBackup(typeof content === 'string' ? content : decodeText(content)),
  read: (material) =>
    recognition(() =>
      'bytes' in material ? readBytes(material.bytes, material.name) : readText(material, material.name),
    ),
})
const file = (name: string, content: string) => new File([content], name)

test('a report file is counted, not judged', async () => {
  const text = fileText(report('鼓楼区司法局'), currentEdition, 'draft')
  expect(await recogniseFile(file('年报.json', text), shelfOf([]))).toMatchObject({
    kind: 'report',
    figures: 1,
    of: 200,
  })
  expect(await recognisePasted(`\n ${text}`, shelfOf([]))).toMatchObject({ kind: 'report' })
})

test('a backup comes back to the letter, beside what is there and never over it', async () => {
  const drafts = [draft('same', '甲'), draft('other', '乙'), draft('deleted', '丙'), draft('gone', '丁')]
  const present = [draft('same', '甲'), draft('other', '改过的乙')]
  const found = await recogniseFile(file('备份.json', backupText(drafts, now)), shelfOf(present))
  expect(found).toMatchObject({ kind: 'backup', present: 1, beside: 1, unreadable: 0 })
  if (found.kind !== 'backup') return
  expect(found.drafts).toEqual(drafts.slice(1))
})

test.each([
  ['cut off', '{"format":"nianbao","schemaVersion":1,"year"', '不完整'],
  ['cut off backup', backupText([draft('a', '甲')], now).slice(0, 80), '备份文件不完整'],
  [
    'backup with a key twice',
    backupText([draft('a', '甲')], now).replace('"revision"', '"revision":9,"revision"'),
    '“drafts.revision”写了两次',
  ],
  ['foreign', '{"a":1}', '不是年报通'],
  ['newer', '{"format":"nianbao","schemaVersion":99}', '更新版本'],
  ['empty', ' ', '空的'],
])('a %s file is answered with a sentence', async (_, content, sentence) => {
  const found = await recogniseFile(file('x.json', content), shelfOf([]))
  expect(found).toMatchObject({ kind: 'problem', problem: expect.stringContaining(sentence) })
})

test('a huge file is not read at all', async () => {
  const huge = {
    name: 'x.json',
    size: 10 * 1024 * 1024 + 1,
    slice: () => new Blob(['{"format":"nianbao"']),
    arrayBuffer: () => Promise.reject(new Error('was read')),
  }
  const found = await recogniseFile(huge as unknown as File, shelfOf([]))
  expect(found).toMatchObject({ kind: 'problem', problem: expect.stringContaining('10 MB') })
})

test('a large backup is handed over as it lies on the disk, in whatever encoding: decoding it would hold up the page', async () => {
  const drafts = [draft('one', '甲'), draft('two', '乙'.repeat(6 * 1024 * 1024))]
  const handed: unknown[] = []
  const shelf: DraftsHere = {
    ...shelfOf([]),
    parse(content) {
      handed.push(content)
      return shelfOf([]).parse(content)
    },
  }
  const utf16 = `\ufeff${backupText(drafts, now)}`
  const bytes = Uint16Array.from({ length: utf16.length }, (_, at) => utf16.charCodeAt(at))
  for (const content of [backupText(drafts, now), bytes])
    expect(await recogniseFile(new File([content], '备份.json'), shelf)).toMatchObject({
      kind: 'backup',
      drafts,
    })
  expect(handed.map((content) => typeof content)).toEqual(['object', 'object'])
})

test('a full backup is larger than any report, and is read; beyond 64 MB it is not', async () => {
  const drafts = [draft('one', '甲'), draft('two', '乙'.repeat(11 * 1024 * 1024))]
  const large = file('备份.json', backupText(drafts, now))
  expect(large.size).toBeGreaterThan(10 * 1024 * 1024)
  expect(await recogniseFile(large, shelfOf([]))).toMatchObject({ kind: 'backup', drafts, unreadable: 0 })
  const huge = { name: 'x.json', size: 64 * 1024 * 1024 + 1, slice: () => new Blob([backupText([], now)]) }
  expect(await recogniseFile(huge as unknown as File, shelfOf([]))).toMatchObject({
    problem: expect.stringContaining('64 MB'),
  })
})

test('what cannot be read is answered with a sentence that says what to do', async () => {
  const old = new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])], '年报.doc')
  expect(await recogniseFile(old, shelfOf([]))).toMatchObject({
    problem: expect.stringContaining('另存为 .docx'),
  })
  expect(await recogniseFile(file('年报.docx', 'PK'), shelfOf([]))).toMatchObject({ kind: 'problem' })
  expect(await recognisePasted('今天天气很好', shelfOf([]))).toMatchObject({
    problem: expect.stringContaining('没有认出年报'),
  })
})

test('a text is recognised, in GB 18030 as well', async () => {
  expect(await recognisePasted('六、其他需要报告的事项\n无。', shelfOf([]))).toMatchObject({
    kind: 'source',
    proposal: { texts: [{ address: 'other', text: '无。' }] },
  })
  const bytes = new Uint8Array([
    0xd0, 0xd0, 0xd5, 0xfe, 0xb4, 0xa6, 0xb7, 0xa3, 0x09, 0x39, 0x37, 0x09, 0x0a, 0xd0, 0xd0, 0xd5, 0xfe,
    0xc7, 0xbf, 0xd6, 0xc6, 0x09, 0x31,
  ])
  expect(await recogniseFile(new File([bytes], '表二.txt'), shelfOf([]))).toMatchObject({
    kind: 'source',
    proposal: { figures: [{ text: '97' }, { text: '1' }] },
  })
})

/** UTF-16 as Windows programs save it; a first mark of their own is written where asked for. */
const utf16 = (text: string, { big = false, mark = true } = {}): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(2 * (text.length + Number(mark)))
  const view = new DataView(bytes.buffer)
  ;[...(mark ? ['\ufeff'] : []), ...text.split('')].forEach((character, at) => {
    view.setUint16(at * 2, character.charCodeAt(0), !big)
  })
  return bytes
}
/** “鼓楼区司法局” in GB 18030; everything else in the files of these tests is ASCII or this name. */
const NAME = '鼓楼区司法局'
const NAME_GB = [0xb9, 0xc4, 0xc2, 0xa5, 0xc7, 0xf8, 0xcb, 0xbe, 0xb7, 0xa8, 0xbe, 0xd6]
const gb18030 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    text
      .split(NAME)
      .flatMap((part, at) => [
        ...(at ? NAME_GB : []),
        ...[...part].map((character) => character.charCodeAt(0)),
      ]),
  )

test.each([
  ['GB 18030', gb18030],
  ['UTF-16', (text: string) => utf16(text)],
  ['UTF-16, big end first', (text: string) => utf16(text, { big: true })],
  ['UTF-16 without its mark', (text: string) => utf16(text, { mark: false })],
])('our own files saved again in %s come back with their words', async (_, encoded) => {
  const json = fileText(report(NAME), currentEdition, 'draft')
  const found = await recogniseFile(new File([encoded(json)], '年报.json'), shelfOf([]))
  if (found.kind !== 'report') throw new Error(JSON.stringify(found))
  expect(textAt(found.report.entries, 'organ.name')).toBe(NAME)

  const backup = await recogniseFile(
    new File([encoded(backupText([draft('a', NAME)], now))], '备份.json'),
    shelfOf([]),
  )
  if (backup.kind !== 'backup') throw new Error(JSON.stringify(backup))
  expect(backup.drafts[0]).toEqual(draft('a', NAME))
})

test.each([
  [
    'half a million unknown keys',
    `{"x":{${Array.from({ length: 500_000 }, (_, n) => `"k${n}":0`).join()}}}`,
    '2 万项',
  ],
  ['unknown keys 4,000 deep', `{"x":${'{"a":'.repeat(4000)}0${'}'.repeat(4000)}}`, '嵌套超过 100 层'],
])('%s are refused with a sentence before they are parsed', async (_, extra, sentence) => {
  const json = fileText(report(NAME), currentEdition, 'draft').replace('{', `${extra.slice(0, -1)},`)
  expect(() => JSON.parse(json)).not.toThrow()
  const begun = process.cpuUsage()
  const found = await recogniseFile(file('年报.json', json), shelfOf([]))
  const { user, system } = process.cpuUsage(begun)
  expect(found).toMatchObject({ kind: 'problem', problem: expect.stringContaining(sentence) })
  expect((user + system) / 1000).toBeLessThan(400)
})
