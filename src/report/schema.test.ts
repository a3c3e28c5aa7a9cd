import { Ajv2020 } from 'ajv/dist/2020'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { currentEdition, editions } from '../format/editions'
import { filledEntries } from '../testing/arbitraries'
import { report as everyKey } from '../testing/everyKey'
import { madeUpEdition } from '../testing/madeUpEdition'
import { type FileTree, fileText, SCHEMA_VERSION, toFile } from './file'
import { blankReport, type Report, withTexts } from './report'
import { readFileText, reportJsonSchema } from './schema'

const report = (texts: Record<string, string> = {}): Report => {
  const blank = blankReport(currentEdition)
  return { ...blank, entries: withTexts(blank.entries, Object.entries(texts)) }
}
const text = fileText(report({ 'organ.name': '示例局', year: '2023' }), currentEdition, 'draft')
const changed = (change: (file: FileTree) => void): string => {
  const file = JSON.parse(text)
  change(file)
  return JSON.stringify(file)
}
const problemOf = (content: string): string => {
  const read = readFileText(content)
  return 'problem' in read ? read.problem : ''
}

describe.each([...editions, madeUpEdition])('the published schema of edition $key', (edition) => {
  const validate = new Ajv2020({ strict: false }).compile(reportJsonSchema(edition))
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

  test('accepts every file that is written, finished or not', () => {
    fc.assert(
      fc.property(filledEntries(edition), fc.constantFrom('final', 'draft'), (entries, status) => {
        const blank = blankReport(edition)
        const notes = { ...blank.notes, unknown: { more: 1 }, sourceTotals: { 'tables.x': '/' } }
        expect(validate(plain(toFile({ ...blank, entries, notes }, edition, status)))).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  test('refuses what is no report of this form', () => {
    const file = (): FileTree => plain(toFile(blankReport(edition), edition, 'draft'))
    expect(validate(file())).toBe(true)
    for (const change of [
      { format: 'other' },
      { schemaVersion: 2 },
      { edition: '1900' },
      { status: 'done' },
      { tables: 3 },
      { exceptions: {} },
      { signOff: '某局' },
    ])
      expect(validate({ ...file(), ...change }), JSON.stringify(change)).toBe(false)
  })
})

test('the schema names every figure and allows keys of later versions', () => {
  const schema = JSON.stringify(reportJsonSchema())
  expect(schema).toContain('thirdPartyRights')
  expect(schema).toContain('litigationAfterReview')
  expect(schema).not.toContain('"additionalProperties":false')
})

describe('a file that cannot be read gets one sentence', () => {
  test('cut off anywhere', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.trimEnd().length - 1 }), (length) => {
        expect(problemOf(text.slice(0, length))).toMatch(/不完整或不是 JSON，没有导入。/)
      }),
    )
  })

  test.each(['{}', '[]', 'null', '1', '"nianbao"', '{"format":"nianbao-backup"}', '{"name":"nianbao"}'])(
    'foreign: %s',
    (content) => expect(problemOf(content)).toBe('这不是年报通的年报文件，没有导入。'),
  )

  test('no JSON at all', () => {
    for (const content of ['', '<html></html>', 'PK\u0003\u0004', '年报'])
      expect(problemOf(content)).toContain('不是 JSON')
  })

  test('from a newer version, whatever else is in it', () => {
    const newer = changed((file) => {
      file.schemaVersion = SCHEMA_VERSION + 1
      file.edition = '2040'
      file.tables = []
    })
    expect(problemOf(newer)).toMatch(/更新版本的年报通.*没有导入/)
  })

  test('of a form that is not known', () => {
    expect(problemOf(changed((file) => Object.assign(file, { edition: '2040' })))).toContain(
      '“2040”本程序不认识',
    )
  })

  test.each([
    ['tables', 7, '“tables”'],
    ['organ', { name: ['示例局'] }, '“organ.name”'],
    [
      'tables',
      { requests: { received: { naturalPerson: { a: 1 } } } },
      '“tables.requests.received.naturalPerson”',
    ],
    ['exceptions', [{ rule: 1 }], '“exceptions.0.rule”'],
    ['schemaVersion', '1', '“schemaVersion”'],
  ])('with something else in %s', (key, value, where) => {
    expect(problemOf(changed((file) => Object.assign(file, { [key]: value })))).toContain(where)
  })

  test('nested so deep that it could never be saved again', () => {
    const deep = text.replace('"scope":', `"deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "scope":`)
    expect(problemOf(deep)).toContain('没有导入')
  })
})

test('a file with a byte order mark, missing parts or more white space opens', () => {
  for (const content of [
    `\ufeff${text}`,
    `\n  ${text}`,
    '{"format":"nianbao","schemaVersion":1,"edition":"2021"}',
    changed((file) => delete file.tables),
  ])
    expect(problemOf(content)).toBe('')
})

describe('a second form', () => {
  afterEach(() => {
    editions.splice(editions.indexOf(madeUpEdition), 1)
  })

  test('opens from a file once it has its line in the list of editions', () => {
    const blank = blankReport(madeUpEdition)
    const entries = withTexts(blank.entries, [
      ['year', '2003'],
      ['words', '无'],
      ['tables.stock.in.given.price', '0.5000'],
    ])
    const content = fileText({ ...blank, entries }, madeUpEdition, 'draft')
    expect(problemOf(content)).toContain('“made-up”本程序不认识')
    editions.push(madeUpEdition)
    const read = readFileText(content)
    expect('report' in read && read.report).toEqual({
      ...blank,
      entries: withTexts(entries, [['tables.stock.in.given.price', '0.5']]),
    })
  })
})

test.each([{ toString: null }, null, 7, ['2021']])(
  'a file whose edition is %j is refused in a sentence',
  (edition) => {
    const content = changed((file) => {
      file.edition = edition
    })
    expect(problemOf(content)).toMatch(/edition.*没有导入/)
  },
)

test('a file with a key twice is refused and the key named, wherever it stands', () => {
  const twice = (key: string, value: string) =>
    problemOf(text.replace(`"${key}": `, `"${key}": ${value}, "${key}": `))
  expect(twice('year', '2020')).toContain('“year”写了两次')
  expect(twice('name', '"甲"')).toContain('“organ.name”写了两次')
  expect(twice('tables', '{}')).toContain('“tables”写了两次')
  expect(problemOf(text.replace('"organ": {', '"organ": {"__proto__": 1, "__proto__": 2,'))).toContain('两次')
})

test('a file with every key that came later is written again as it was read', () => {
  const entries = withTexts(everyKey.entries, [
    ['overview.introductionPlace', 'within'],
    ['signOff.phrase', '特此报告。'],
    ['organ.region', '410204'],
  ])
  const notes = {
    ...everyKey.notes,
    links: [{ text: 'other', cell: 'tables.requests.received.total', phrase: '收到25件', value: 25 }],
    pending: [{ text: 'other', carried: '收到25件。', figures: [[2, 4] as [number, number]] }],
  }
  const text = fileText({ ...everyKey, entries, notes }, currentEdition, 'draft')
  const file = JSON.parse(text)
  const later = ['signOff', 'links', 'pending', 'correction', 'page', 'base', 'later']
  expect(later.filter((key) => !file[key])).toEqual([])
  expect(file.overview.introductionPlace).toBe('within')
  const read = readFileText(text)
  expect('report' in read && fileText(read.report, currentEdition, 'draft')).toBe(text)
})
