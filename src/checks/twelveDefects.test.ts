import { expect, test } from 'vitest'
import { enteredCellsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import type { Address } from '../format/types'
import { blankReport, type Report, withTexts } from '../report/report'
import { marksOf } from './marks'
import { findingsOf, givenOf, runChecks } from './run'
import type { Finding } from './types'
import { verdictOf, verdictText } from './verdict'

const T2 = 'tables.proactiveDisclosure.'
const T3 = 'tables.requests.'
const T4 = 'tables.reviewAndLitigation.'

/** Figures of 鼓楼区 2021; its prose in other words, with the same twelve defects. */
const DEFECTS: Record<Address, string> = {
  year: '2021',
  'organ.name': '鼓楼区人民政府',
  'organ.kind': 'countyGovernment',
  [`${T2}normativeDocuments.issued`]: '6',
  [`${T2}normativeDocuments.repealed`]: '13',
  [`${T2}normativeDocuments.inForce`]: '44',
  [`${T2}administrativeLicenses.decisions`]: '10292',
  [`${T2}administrativePenalties.decisions`]: '97',
  [`${T2}administrativeCompulsion.decisions`]: '1',
  [`${T2}administrativeFees.amount`]: '882',
  [`${T3}received.naturalPerson`]: '22',
  [`${T3}carriedOver.naturalPerson`]: '1',
  [`${T3}outcome.granted.naturalPerson`]: '12',
  [`${T3}outcome.partiallyGranted.naturalPerson`]: '2',
  [`${T3}outcome.denied.thirdPartyRights.naturalPerson`]: '3',
  [`${T3}outcome.unavailable.notHeld.naturalPerson`]: '5',
  [`${T3}outcome.notProcessed.repeated.naturalPerson`]: '1',
  [`${T4}administrativeReview.upheld`]: '5',
  [`${T4}litigationDirect.upheld`]: '5',
  [`${T4}litigationDirect.otherResult`]: '1',
  [`${T4}litigationAfterReview.upheld`]: '3',
  'overview.introduction':
    '按照《中华人民共和国政府信息公开条例》(下称《条例》)要求,现公布本级政府年度报告。报告主要总体情况、统计表格、问题与打算等组成。所列数据的统计时限为2021年1月1日至2021年12月31日,可在鼓楼区人民政府网(<http://www.example.gov.cn/>)查阅。联系单位:鼓楼区人民政府办公室(地址:示例路39号503房间;邮编:475000;电话:0371-23790000;传真:0371-25990000;电子邮箱:example@163.com)。',
  'overview.proactive':
    '2021年,全区落实“五公开”要求,在区政府门户网站共公开信息1230条,涉及民生、财政、应急等领域,其中要闻639条、基层137条、部门200条、公告152条、制度2条和法定内容100条,质量有所提高。',
  'overview.onRequest':
    '2021年,全区理顺依申请公开的登记和办理流程,力求零差错、无瑕疵。全年累计处理、答复依申请公开信息数22件。',
  'overview.management':
    '2021年,区里完善信息的审核与更新办法，10月召开工作推进会，梳理办事流程,落实“放管服”改革要求。',
  'overview.platform':
    '一方面管好门户网站,依照《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知》(国办公开函〔2019〕61号)设置专栏。另一方面管好政务新媒体，严格先审后发。',
  'overview.oversight': '下发调整领导小组的通知,编制公开要点,把公开纳入全区考核范围，定期检查并通报结果。',
  problems:
    '2021年,全区政府信息工作有所进步,但还有差距:一是对政府信息工作认识不足;二是公开的范围不广，群众关心的内容还需要进\n\n一步加强。三是政府信息工作人手紧张。四是对政府信息工作过问较少。\n\n下一步,加强由政府信息工作的统筹，做好政府信息工作:一是提高对政府信息工作的认识。二是扩大平台作用。三是加强由政府信息工作的督促,把政府信息工作落到实处。',
  other:
    '收费标准按照《国务院办公厅关于<印发政府信息公开信息处理费管理办法>的通知》（国办函〔2020〕109号）执行。2021年度未收取信息处理费用。',
}

function reportOf(changes: Record<Address, string>, year = '2021'): Report {
  const blank = blankReport(edition)
  return {
    ...blank,
    entries: withTexts(blank.entries, [
      ...enteredCellsOf(edition).map(({ address }): [Address, string] => [address, '0']),
      ...Object.entries({ ...DEFECTS, year, ...changes }),
    ]),
  }
}

function look(changes: Record<Address, string> = {}, lastYear?: Record<Address, string>) {
  const report = reportOf(changes)
  const given = givenOf({
    edition,
    report,
    today: '2022-01-20',
    lastYear: lastYear && reportOf(lastYear, '2020'),
  })
  const outcomes = runChecks(given)
  const findings = findingsOf(outcomes, [], edition, report)
  return { given, findings, verdict: verdictOf(outcomes, findings) }
}
const idsOf = (findings: Finding[]) => findings.map(({ rule }) => rule).sort()
const replaced = (address: Address, from: string, to: string) => ({
  [address]: (DEFECTS[address] ?? '').replaceAll(from, to),
})

const VERIFY = ['narrative.claim', 'text.accountability', 'text.document-number', 'text.social-review']
const NOTES = [
  'contact.format',
  'fee.integer',
  'proactive.implied-last-year',
  'text.grammar',
  'text.law-title',
  'text.page-break',
  'text.punctuation',
  'text.term',
]
const ALL = [...VERIFY, ...NOTES].sort()

test('the twelve defects, and nothing besides', () => {
  const { findings, verdict } = look()
  expect(idsOf(findings.filter(({ severity }) => severity === 'verify'))).toEqual(VERIFY)
  expect(idsOf(findings.filter(({ severity }) => severity === 'note'))).toEqual(NOTES)
  expect(verdictText(verdict)).toBe('可以定稿：0 项阻断，4 项待核实，8 项提示')
})

test('each says what it saw', () => {
  const { findings } = look()
  const of = (rule: string) => findings.find((finding) => finding.rule === rule)
  expect(of('narrative.claim')).toMatchObject({
    message:
      '正文（二）写“处理、答复依申请公开信息数22件”，表中（七）总计为 23。22 与“本年新收”相同，是否指本年新收？',
    operands: ['overview.onRequest', `${T3}outcomeTotal.total`, `${T3}received.total`],
  })
  expect(of('narrative.claim')?.fixes.map(({ label }) => label)).toEqual([
    '改为 23',
    '指本年新收',
    '不是指这一格',
  ])
  expect(of('text.term')?.message).toBe('“政府信息工作”9 处，条例用语是“政府信息公开工作”。')
  expect(of('text.page-break')?.message).toBe('“还需要进⏎⏎一步加强”像是换页断开的一句。')
  expect(of('fee.integer')?.message).toContain('882×10000＝8820000 元')
  expect(of('proactive.implied-last-year')?.message).toContain('51（44－6＋13）')
  expect(of('text.grammar')?.message).toContain('“加强由政府信息工作”（2 处）')
  expect(of('contact.format')?.message).toBe('联系网址“<http://www.example.gov.cn/>”格式需核对。')
})

test('the list of 1230 and its parts are recognised and silent', () => {
  const { given } = look()
  const marks = marksOf(given).filter(({ address }) => address === 'overview.proactive')
  const text = given.text('overview.proactive')
  expect(marks.map(({ start, end, state }) => [text.slice(start, end), state])).toEqual(
    ['1230条', '639条', '137条', '200条', '152条', '2条', '100条'].map((figure) => [figure, 'checked']),
  )
})

test('the claim is marked where it stands', () => {
  const { given } = look()
  const text = given.text('overview.onRequest')
  const [mark] = marksOf(given).filter(({ address }) => address === 'overview.onRequest')
  expect(mark && [text.slice(mark.start, mark.end), mark.state]).toEqual([
    '处理、答复依申请公开信息数22件',
    'doubtful',
  ])
})

const without = (...rules: string[]) => ALL.filter((rule) => !rules.includes(rule))

test.each<[string, Record<Address, string>, string[]]>([
  ['22件 → 23件', replaced('overview.onRequest', '22件', '23件'), without('narrative.claim')],
  ['639 → 640', replaced('overview.proactive', '639条', '640条'), [...ALL, 'narrative.parts-sum']],
  ['予以公开 12 → 13', { [`${T3}outcome.granted.naturalPerson`]: '13' }, [...ALL, 'requests.balance']],
  ['结转下年 0 → 1', { [`${T3}carriedForward.naturalPerson`]: '1' }, [...ALL, 'requests.balance']],
  ['第六部分只写“无”', { other: '无' }, [...without('text.law-title'), 'text.fee-statement']],
  ['统计时限 2020', replaced('overview.introduction', '2021年1', '2020年1'), [...ALL, 'year.period']],
  ['规章现行有效 1', { [`${T2}regulations.inForce`]: '1' }, [...ALL, 'proactive.regulations-organ']],
])('%s', (_, changes, expected) => {
  expect(idsOf(look(changes).findings)).toEqual([...expected].sort())
})

test('with one more closed the claim names both sums', () => {
  const { findings } = look({ [`${T3}outcome.granted.naturalPerson`]: '13' })
  const message = findings.find(({ rule }) => rule === 'narrative.claim')?.message
  expect(message).toContain('为 23')
  expect(message).toContain('为 24')
  expect(findings.find(({ rule }) => rule === 'requests.balance')?.message).toContain('表三·自然人：')
  expect(findings.find(({ rule }) => rule === 'requests.balance')?.message).toContain('差 1')
})

test('the sum of the list is off by one', () => {
  const { findings } = look(replaced('overview.proactive', '639条', '640条'))
  expect(findings.find(({ rule }) => rule === 'narrative.parts-sum')?.message).toBe(
    '正文：共 1230条，其中各项相加为 1231，差 1。',
  )
})

test('last year with 50 in force: one short, and nothing to imply any more', () => {
  const { findings } = look(
    {},
    { [`${T2}normativeDocuments.inForce`]: '50', [`${T3}carriedForward.naturalPerson`]: '1' },
  )
  expect(findings.find(({ rule }) => rule === 'proactive.in-force-vs-last-year')?.message).toContain('差 1')
  expect(idsOf(findings)).not.toContain('proactive.implied-last-year')
})
