import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { pageOf } from '../../testing/drawnTables'
import { readText } from '../files/read'
import { recognise } from '../recognise'
import type { SourceDocument } from '../source'

const TWO = '二、主动公开政府信息情况'
const THREE = '三、收到和处理政府信息公开申请情况'
const FOUR = '四、政府信息公开行政复议、行政诉讼情况'
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const CASES = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）']
const KEYS = ['administrativeReview', 'litigationDirect', 'litigationAfterReview']
const RESULT_KEYS = ['upheld', 'corrected', 'otherResult', 'pending', 'total']
const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

function read(source: SourceDocument) {
  const { figures, unplaced } = recognise(source, edition2021)
  const places = (table: string) =>
    figures
      .filter(({ address }) => address.startsWith(`tables.${table}.`))
      .map(
        ({ address, text, doubt }) => `${address.split('.').slice(2).join('.')} ${text}${doubt ? '?' : ''}`,
      )
      .sort()
  return { places, listed: unplaced.map(({ text }) => text).join('\n') }
}
const table = (rows: string[][]) => rows.map((row) => row.map((text) => ({ text })))
const page = (...parts: (string | string[][])[]) =>
  read(pageOf(parts.map((part) => (typeof part === 'string' ? part : table(part)))))
function lines(...texts: string[]) {
  const found = readText({ text: ['江岸县2023年政府信息公开工作年度报告', ...texts].join('\n') }, '')
  if ('problem' in found) throw new Error(found.problem)
  return read(found.source)
}

const whole = CASES.flatMap((_, kind) =>
  RESULT_KEYS.map((key, at) => `${KEYS[kind]}.${key} ${at === 4 ? 4 * kind * 10 + 46 : kind * 10 + 10 + at}`),
).sort()
const told = (join: (result: string, figure: number) => string) =>
  CASES.map(
    (name, kind) =>
      `${name}：${RESULTS.map((result, at) => join(result, at === 4 ? 4 * kind * 10 + 46 : kind * 10 + 10 + at)).join('，')}`,
  )

test.each<[string, (result: string, figure: number) => string]>([
  ['a space', (result, figure) => `${result} ${figure}`],
  ['a colon', (result, figure) => `${result}：${figure}`],
  ['nothing, with the unit', (result, figure) => `${result}${figure}件`],
])('table four in lines keeps the kinds of case apart: %s before the figure', (_, join) => {
  expect(lines(FOUR, ...told(join)).places('reviewAndLitigation')).toEqual(whole)
  expect(page(FOUR, ...told(join)).places('reviewAndLitigation')).toEqual(whole)
})

test('a kind of case that the form does not have hands nothing to the one before', () => {
  const { places, listed } = lines(
    FOUR,
    '行政复议：结果维持 12，结果纠正 13',
    '行政赔偿：结果维持 24，尚未审结 25',
    '行政诉讼：结果维持 36，尚未审结 37',
    '行政诉讼（上年）：结果维持 48，尚未审结 49',
  )
  expect(places('reviewAndLitigation')).toEqual([
    'administrativeReview.corrected 13',
    'administrativeReview.upheld 12',
  ])
  for (const figure of [24, 25, 36, 37, 48, 49]) expect(listed).toContain(String(figure))
})

test('two lines that claim one cell of table four leave it in doubt', () => {
  const { places, listed } = lines(
    FOUR,
    '行政复议：结果维持 12，结果纠正 13',
    '行政复议：结果维持 25，尚未审结 2',
  )
  expect(places('reviewAndLitigation')).toEqual([
    'administrativeReview.corrected 13',
    'administrativeReview.pending 2',
    'administrativeReview.upheld 12?',
  ])
  expect(listed).toContain('25')
})

const oneKind = (kind: number, figures: string[]) =>
  CASES.map((_, at) => (at === kind ? figures : ['', '', '', '', '']))
const flip = (rows: string[][]) => (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? ''))
test.each([0, 1, 2])('cases of one kind alone stay under their names, whatever is blank: kind %i', (kind) => {
  for (const figures of [
    ['', '21', '1', '5', '27'],
    ['4', '', '', '', '4'],
    ['', '', '9', '2', '11'],
  ]) {
    const rows = [
      ['类别', ...RESULTS],
      ...oneKind(kind, figures).map((cells, at) => [CASES[at] ?? '', ...cells]),
    ]
    const expected = figures
      .flatMap((text, at) => (text ? [`${KEYS[kind]}.${RESULT_KEYS[at]} ${text}`] : []))
      .sort()
    expect(page(FOUR, rows).places('reviewAndLitigation')).toEqual(expected)
    expect(page(FOUR, flip(rows)).places('reviewAndLitigation')).toEqual(expected)
  }
})

test('a head of two rows over kinds of case names no row of those below it', () => {
  const rows = [
    ['结果', '行政复议', '行政诉讼', ''],
    ['', '', '未经复议直接起诉', '复议后起诉'],
    ['结果维持', '/', '/', '/'],
    ['结果纠正', '1', '/', '/'],
    ['总计', '1', '/', '/'],
  ]
  expect(page(FOUR, rows).places('reviewAndLitigation')).toContain('administrativeReview.corrected 1')
  expect(page(FOUR, rows).places('reviewAndLitigation')).toContain('litigationAfterReview.corrected /')
})

test('with numbers in decimals, figures behind 总计 are not those of a blank row before it', () => {
  const none = APPLICANTS.map(() => '')
  const { places } = page(THREE, [
    ['项目', ...APPLICANTS],
    ['3.6.2 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', ...none],
    ['3.6.3 其他', ...none],
    ['3.7 总计', '5', '4', '3', '2', '1', '0', '15'],
  ])
  expect(places('requests')).toEqual(
    ['naturalPerson 5', 'commercialEnterprise 4', 'researchInstitution 3', 'publicWelfareOrganization 2']
      .concat(['legalServiceInstitution 1', 'otherOrganization 0', 'total 15'])
      .map((each) => `outcomeTotal.${each}`)
      .sort(),
  )
})

const ABOUT = ['约', '近', '逾', '不足', '超', '超过', '将近', '大约', '±'].map((word) => `${word}87`)
const OR_SO = ['余', '多', '左右', '上下', '以上', '以下', '件左右', '多件'].map((word) => `87${word}`)
test.each([...ABOUT, ...OR_SO])('%s is in doubt or listed, and shifts nothing', (about) => {
  const row = ['5', '4', '3', about, '1', '0', '100']
  const { places, listed } = page(
    THREE,
    [
      ['项目', ...APPLICANTS],
      ['一、本年新收政府信息公开申请数量', ...row],
    ],
    FOUR,
    ['类别', ...RESULTS].map((name, at) => [name, at === 2 ? about : at ? '3' : '行政复议']),
  )
  expect(places('requests')).toContain('received.legalServiceInstitution 1')
  expect(`${places('requests').join('\n')}\n${listed}`).toMatch(/publicWelfareOrganization 87\?|社会公益组织/)
  expect(`${places('reviewAndLitigation').join('\n')}\n${listed}`).toMatch(/corrected 87\?|结果纠正/)
  const text = lines(FOUR, `行政复议：结果维持 2，结果纠正${about}，其他结果 3，尚未审结 ${about}，总计 179`)
  const own = text.places('reviewAndLitigation')
  expect(own).toContain('administrativeReview.otherResult 3')
  expect(own).not.toContain('administrativeReview.corrected 87')
  expect(`${own.join('\n')}\n${text.listed}`).toMatch(/corrected 87\?|结果纠正/)
})

const ODD = ['16#', '16〔1〕', '16【注1】', 'l', 'O', '三', 'XX', '待填', '见附件', '1 6']
test.each(ODD)('“%s” in a cell of table four is marked or listed, and the others stay', (odd) => {
  for (const kind of [0, 1, 2]) {
    const rows = [
      ['类别', ...RESULTS],
      ...CASES.map((name, at) => [name, '31', '32', at === kind ? odd : '33', '34', '99']),
    ]
    for (const shown of [page(FOUR, rows), page(FOUR, flip(rows))]) {
      const own = shown.places('reviewAndLitigation')
      expect(own).toHaveLength(/^16/.test(odd) ? 15 : 14)
      expect(own).not.toContain(`${KEYS[kind]}.otherResult 16`)
      expect(`${own.join('\n')}\n${shown.listed}`).toMatch(/otherResult 16\?|其他结果/)
    }
  }
})

test('a list leaves its codes out, also where the figure is blank', () => {
  const { places } = page(TWO, [
    ['指标名称', '代码', '计量单位', '数量'],
    ['规章本年制发件数', '101', '件', ''],
    ['规章本年废止件数', '102', '件', '3'],
    ['行政许可本年处理决定数量', '107', '件', '25'],
  ])
  expect(places('proactiveDisclosure')).toEqual([
    'administrativeLicenses.decisions 25',
    'regulations.repealed 3',
  ])
})

test('a list whose rows have more figures than names is in doubt', () => {
  const { places } = page(TWO, [
    ['规章本年制发件数', '101', '件', ''],
    ['规章本年废止件数', '102', '件', '3'],
    ['规章现行有效件数', '103', '件', ''],
  ])
  expect(places('proactiveDisclosure').filter((each) => !each.endsWith('?'))).toEqual([])
})

test('heads over one row of figures without a label tell row and column', () => {
  const { places } = page(TWO, [
    ['规章', '规章', '规章', '行政许可', '行政强制'],
    ['本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量', '本年处理决定数量'],
    ['3', '0', '16', '207', '9'],
  ])
  expect(places('proactiveDisclosure')).toEqual([
    'administrativeCompulsion.decisions 9',
    'administrativeLicenses.decisions 207',
    'regulations.inForce 16',
    'regulations.issued 3',
    'regulations.repealed 0',
  ])
})

test('a kind of applicant named alone stands over the rows below it; several in turn are a head', () => {
  const rows = ['一、本年新收政府信息公开申请数量：', '四、结转下年度继续办理：']
  const { places } = lines(
    THREE,
    '【自然人】',
    ...rows.map((row, at) => row + (12 + at)),
    '【商业企业】',
    ...rows.map((row, at) => row + (20 + at)),
  )
  expect(places('requests')).toEqual([
    'carriedForward.commercialEnterprise 21',
    'carriedForward.naturalPerson 13',
    'received.commercialEnterprise 20',
    'received.naturalPerson 12',
  ])
  expect(lines(THREE, '自然人', '商业企业', '总计', `${rows[0]}12`).places('requests')).toEqual([])
})

test('what stands in the place of a figure in a line is listed with its cell', () => {
  const { places, listed } = lines(
    THREE,
    '一、本年新收政府信息公开申请数量：自然人：12，商业企业：二，科研机构：待填，总计：14',
  )
  expect(places('requests')).toEqual(['received.naturalPerson 12', 'received.total 14'])
  expect(listed).toContain('商业企业：二')
  expect(listed).toContain('科研机构：待填')
})

test('a point behind a figure of a list is no end of a sentence, and a dash between cells is none of them', () => {
  const { places, listed } = lines(
    THREE,
    '一、本年新收政府信息公开申请数量：自然人 12 / 商业企业 4. / 科研机构 3 / 总计 19',
    '二、上年结转政府信息公开申请数量',
    '　自然人　二',
    '　商业企业　7',
    '　总计　9',
    '四、结转下年度继续办理：自然人12-13件、商业企业7件',
  )
  expect(places('requests')).toEqual([
    'carriedForward.commercialEnterprise 7?',
    'carriedOver.commercialEnterprise 7',
    'carriedOver.total 9',
    'received.commercialEnterprise 4?',
    'received.naturalPerson 12',
    'received.researchInstitution 3',
    'received.total 19',
  ])
  expect(listed).toContain('自然人：二')
  expect(listed).toContain('自然人：12-13')
})

test('a blank figure of a list is no head over the rows below it', () => {
  const rows = RESULTS.map((result, at) => [result, at === 2 ? '' : String(40 + at)])
  const expected = CASES.flatMap((_, kind) =>
    RESULT_KEYS.flatMap((key, at) => (at === 2 ? [] : [`${KEYS[kind]}.${key} ${40 + at}`])),
  ).map((each) => each.replace(/ 44$/, ' 124'))
  const list = CASES.flatMap((name) => rows.map(([result = '', figure = '']) => [name, result, figure]))
  for (const row of list) if (row[1] === '总计') row[2] = '124'
  const grouped = list.map((row, at) => (at % RESULTS.length ? ['', ...row.slice(1)] : row))
  const numeral = list.map((row) => (row[1] === '其他结果' ? [...row.slice(0, 2), '三'] : row))
  const head = ['类别', '结果', '件数']
  for (const shown of [list, grouped, numeral]) {
    const { places, listed } = page(FOUR, [head, ...shown])
    expect(places('reviewAndLitigation')).toEqual([...expected].sort())
    if (shown === numeral) expect(listed.match(/其他结果：三/g)).toHaveLength(3)
  }
  const text = CASES.flatMap((name) => [
    name,
    ...list.slice(0, 5).map(([, result, figure]) => `- ${result}：${figure}`),
  ])
  for (const own of [text, text.map((line) => line.replace(/：$/, '：-'))])
    expect(lines(FOUR, ...own).places('reviewAndLitigation')).toEqual([...expected].sort())
})
