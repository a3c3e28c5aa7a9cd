import { expect, test } from 'vitest'
import { backupText } from '../../drafts/backup'
import { type Draft, newDraft } from '../../drafts/draft'
import { currentEdition } from '../../format/editions'
import { readBytes, readText } from '../../import/files/read'
import { recognition } from '../../import/files/work'
import { fileText } from '../../report/file'
import { blankReport, withTexts } from '../../report/report'
import { recogniseFile, recognisePasted, type Shelf } from './recognise'

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

const shelfOf = (drafts: Draft[], trash: string[] = []): Shelf => ({
  get: (id) => drafts.find((each) => each.id === id),
  inTrash: (id) => trash.includes(id),
  now,
  newId: () => 'fresh',
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
  const found = await recogniseFile(file('备份.json', backupText(drafts, now)), shelfOf(present, ['deleted']))
  expect(found).toMatchObject({ kind: 'backup', present: 1, beside: 1, unreadable: 0 })
  if (found.kind !== 'backup') return
  expect(found.drafts.map(({ id }) => id)).toEqual(['fresh', 'fresh', 'gone'])
  expect(found.drafts[2]).toEqual(drafts[3])
})

test.each([
  ['cut off', '{"format":"nianbao","schemaVersion":1,"year"', '不完整'],
  ['cut off backup', backupText([draft('a', '甲')], now).slice(0, 80), '备份文件不完整'],
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
    arrayBuffer: () => Promise.reject(new Error('was read')),
  }
  const found = await recogniseFile(huge as unknown as File, shelfOf([]))
  expect(found).toMatchObject({ kind: 'problem', problem: expect.stringContaining('10 MB') })
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
