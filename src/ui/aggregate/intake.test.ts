import fc from 'fast-check'
import { zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { rosterOf, rosterOfText } from '../../aggregate/roster'
import { overviewOf, sumsOf } from '../../aggregate/task'
import { documentOf } from '../../export/document'
import { toDocx } from '../../export/docx'
import { toHtml, toPlainText } from '../../export/html'
import { toXlsx } from '../../export/xlsx'
import { enteredCellsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { contentCode } from '../../report/contentCode'
import { type FileTree, fileText, fromFile } from '../../report/file'
import { cellText } from '../../testing/arbitraries'
import { filledReport } from '../../testing/filledReport'
import { type IncomingFile, type Taken, take, unpacked } from './intake'
import { unusableWords } from './words'

const received = 'tables.requests.received.naturalPerson'
const text = (content: string) => new TextEncoder().encode(content)
const reportOf = (organ: string, count = '7') =>
  filledReport({ 'organ.name': organ, year: '2024', [received]: count })
const json = (organ: string, count?: string) => text(fileText(reportOf(organ, count), edition, 'final'))
const printed = (organ: string, count?: string) =>
  documentOf(reportOf(organ, count), edition, { draft: false, code: 'AAAA-AAAA-AAAA-AAAA' })

/** What came of each file, those in archives too, as the page and the command take them in. */
async function takenIn(files: IncomingFile[], already = 0): Promise<Taken[]> {
  const taken: Taken[] = []
  for (const file of files)
    for (const one of unpacked([file], 0, { count: already, size: 0 }))
      taken.push('bytes' in one ? await take(one) : one)
  return taken
}
const problemsIn = (taken: Taken[]) =>
  Object.fromEntries(taken.flatMap((one) => ('problem' in one ? [[one.name, one.problem]] : [])))
const sumIn = (taken: Taken[], names: string[]) => {
  const reports = taken.flatMap((one) => ('report' in one ? [one.report] : []))
  const { units } = rosterOf(names.map((name) => [name]))
  return sumsOf(overviewOf({ year: 2024, units, reports, decisions: [] })).get(received)
}

const NAMES = ['教育局', '财政局', '司法局', '民政局', '水务局', '审计局', '体育局', '档案馆']
let folder: IncomingFile[]
beforeAll(async () => {
  const docx = await toDocx(printed('财政局'))
  const inner = zipSync({ '审计局.json': json('审计局'), '空.docx': new Uint8Array() })
  folder = [
    { name: '教育局.json', bytes: json('教育局') },
    { name: '财政局.docx', bytes: docx },
    { name: '司法局.html', bytes: text(toHtml(printed('司法局'))) },
    { name: '民政局.xlsx', bytes: toXlsx(printed('民政局')) },
    { name: '水务局.txt', bytes: text(toPlainText(printed('水务局'))) },
    { name: '收.zip', bytes: zipSync({ '里.zip': inner, '体育局.json': json('体育局') }) },
    { name: '坏.docx', bytes: docx.slice(0, docx.length / 2) },
    { name: '通知.txt', bytes: text('请各单位于一月底前报送。') },
    { name: '图.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) },
  ]
})

test('a report is known by the code that its content has, however its cells are written in the file', async () => {
  const cells = enteredCellsOf(edition)
  const written = fc.record({
    scope: fc.constantFrom('organ', 'all'),
    texts: fc.array(
      fc.integer({ min: 0, max: cells.length - 1 }).chain((n) => {
        const { address, unit } = cells[n] as (typeof cells)[number]
        return cellText(unit).map((words): [string, string] => [address, words])
      }),
      { maxLength: 20 },
    ),
  })
  await fc.assert(
    fc.asyncProperty(written, async ({ scope, texts }) => {
      const file: FileTree = JSON.parse(fileText(filledReport({ scope }), edition, 'final'))
      for (const [address, words] of texts) {
        const [table = '', ...path] = address.split('.').slice(1)
        let node = (file.tables as Record<string, FileTree>)[table] as FileTree
        for (const key of path.slice(0, -1)) node = node[key] as FileTree
        node[path.at(-1) as string] = words
      }
      const taken = await take({ name: '1.json', bytes: text(JSON.stringify(file)) })
      const anew = fromFile(JSON.parse(JSON.stringify(file)), edition)
      expect('report' in taken && taken.report.code).toBe(contentCode(anew, edition))
    }),
    { numRuns: 60 },
  )
})

test('a Word or Excel file with a wrong ending or none is known by what is in it, and an archive of Word files is none', async () => {
  const docx = await toDocx(printed('财政局'))
  const taken = await takenIn([
    { name: '财政局.zip', bytes: docx },
    { name: '财政局', bytes: docx },
    { name: '财政局.doc', bytes: docx },
    { name: '民政局.zip', bytes: toXlsx(printed('民政局')) },
    { name: '收.zip', bytes: zipSync({ '财政局.docx': docx }, { level: 0 }) },
    { name: '收', bytes: zipSync({ '财政局.zip': docx }, { level: 0 }) },
  ])
  expect(taken.map((one) => [one.name, 'report' in one ? one.report.organ.name : one.problem])).toEqual([
    ['财政局.zip', '财政局'],
    ['财政局', '财政局'],
    ['财政局.doc', '财政局'],
    ['民政局.zip', '民政局'],
    ['收.zip/财政局.docx', '财政局'],
    ['收/财政局.zip', '财政局'],
  ])
})

test.each(['档案馆', '广播电视台', '史志研究室', '供销合作社', '城市管理执法大队', '第一中学校'])(
  'what is printed by the program itself says whose it is, whatever kind of office that is: %s',
  async (organ) => {
    const taken = await take({ name: '1.html', bytes: text(toHtml(printed(`临江区${organ}`))) })
    expect('report' in taken && taken.report.organ.name).toBe(`临江区${organ}`)
  },
)

test('of a mixed folder each file is accounted for by its name, and what can be read is summed in whole', async () => {
  const taken = await takenIn(folder)
  expect(taken.map(({ name }) => name).sort()).toEqual(
    [
      ...folder.map(({ name }) => name).filter((name) => name !== '收.zip'),
      '收.zip/体育局.json',
      '收.zip/里.zip/审计局.json',
      '收.zip/里.zip/空.docx',
    ].sort(),
  )
  expect(Object.keys(problemsIn(taken)).sort()).toEqual(
    ['图.png', '坏.docx', '收.zip/里.zip/空.docx', '通知.txt'].sort(),
  )
  for (const one of taken)
    if ('report' in one) expect([one.name, unusableWords(one.report)]).toEqual([one.name, ''])
  expect(sumIn(taken, NAMES)).toEqual({ value: '49', missing: 1 })
})

/** An archive with another name in it, of the same length. */
const renamed = (archive: Uint8Array, from: string, to: string) =>
  Uint8Array.from(Buffer.from(Buffer.from(archive).toString('latin1').replaceAll(from, to), 'latin1'))
const hostile: [what: string, file: () => IncomingFile, named: string[]][] = [
  [
    'a file of 50 MB',
    () => ({ name: '大.json', bytes: new Uint8Array(50 * 1024 * 1024).fill(0x20) }),
    ['大.json'],
  ],
  [
    'an archive of archives with more in them than a county has, and one file that unpacks to 11 MB',
    () => {
      const file = (n: number): [string, Uint8Array] => [`${n}.txt`, new Uint8Array()]
      const inner = zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, n) => file(n))))
      const zeros = zipSync({ '零.txt': new Uint8Array(11_000_000) }, { level: 1 })
      return {
        name: '炸弹.zip',
        bytes: zipSync({ '1.zip': zeros, '2.zip': inner, '3.zip': inner }),
      }
    },
    [
      '炸弹.zip/1.zip/零.txt',
      '炸弹.zip/3.zip',
      ...Array.from({ length: 12 }, (_, n) => `炸弹.zip/2.zip/${n}.txt`),
    ],
  ],
  [
    '__proto__ as a key of JSON',
    () => ({
      name: '钥.json',
      bytes: text(
        '{"__proto__":{"figures":[1]},"format":"nianbao","schemaVersion":1,"constructor":{"prototype":{"x":1}}}',
      ),
    }),
    ['钥.json'],
  ],
  [
    '__proto__ as the name of an entry, and a name twice',
    () => ({
      name: '名.zip',
      bytes: renamed(
        renamed(
          zipSync({ __proto_X: json('甲'), '1.txt': text('一'), '2.txt': text('二') }),
          '__proto_X',
          '__proto__',
        ),
        '2.txt',
        '1.txt',
      ),
    }),
    ['名.zip/1.txt', '名.zip/1.txt', '名.zip/__proto__'],
  ],
  [
    'more empty files in an archive than a county has',
    () => {
      const names = Array.from({ length: 30 }, (_, n): [string, Uint8Array] => [
        `${n}.docx`,
        new Uint8Array(),
      ])
      return { name: '空.zip', bytes: zipSync(Object.fromEntries(names), { level: 0 }) }
    },
    ['空.zip'],
  ],
  [
    'a report of a later version of the program',
    () => ({
      name: '新.json',
      bytes: text(
        fileText(reportOf('新局'), edition, 'final').replace('"schemaVersion": 1', '"schemaVersion": 99'),
      ),
    }),
    ['新.json'],
  ],
]
/** So many of the 20,000 files that an archive may have are taken to have been there before, that none has to have thousands. */
const ALREADY = 20_000 - 20
test.each(hostile)('%s is named, and the rest is summed', { timeout: 30_000 }, async (_, file, named) => {
  const taken = await takenIn(
    [
      { name: '教育局.json', bytes: json('教育局', '3') },
      file(),
      { name: '财政局.json', bytes: json('财政局', '4') },
    ],
    ALREADY,
  )
  const refused = taken.filter((one) => 'problem' in one)
  expect(refused.map(({ name }) => name).sort()).toEqual([...named].sort())
  const words = new Set(refused.map((one) => 'problem' in one && one.problem))
  for (const problem of words) expect(problem).toMatch(/没有装入|没有导入|换用新版本/)
  expect(sumIn(taken, ['教育局', '财政局'])).toEqual({ value: '7', missing: 0 })
  expect(({} as Record<string, unknown>).figures).toBeUndefined()
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})
test('__proto__ and constructor as heads of a list are columns that nobody reads', () => {
  const { units } = rosterOfText('__proto__,名称,constructor\nx,教育局,y\nz,__proto__,')
  expect(units.map(({ name }) => name)).toEqual(['教育局', '__proto__'])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})
