import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'
import type { Of } from '../../testing/holds'
import { makes } from './addsUp'

const BUREAU: Of = ['示例市住房和城乡建设局', 'department']
const BRANCH: Of = ['示例市公安局河西区分局', 'department']
const ZONE: Of = ['示例湖旅游度假区管理委员会', 'developmentZone']
const COUNTY: Of = ['示例县人民政府', 'countyGovernment']

/** Silent when true; each number in braces is found when it is changed. */
function found(sentence: string, of: [] | Of = []) {
  expect(blamed(plainly(sentence), ...of), sentence).toEqual([])
  for (const { text } of shiftsOf(sentence))
    expect({ text, found: blamed(text, ...of).length > 0 }).toEqual({ text, found: true })
}

test.each<[sentence: string, of?: Of]>([
  // The organ as its own report calls it, and what is no other body.
  ['全年局里收到申请{96}件，答复{94}件。', BUREAU],
  ['2023年，市建设局新收申请{96}件，已办结{94}件。', BUREAU],
  ['2023年度，区分局受理申请{96}件，办结{94}件。', BRANCH],
  ['2023年管委会（含办公室）收到申请{96}件，办结{94}件。', ZONE],
  ['本年度单位作出行政处罚决定数量{567}件。', BUREAU],
  ['信息公开工作由局办公室统筹督办，全年新收申请{96}件。', BUREAU],
  ['县政府办理{94}件申请，全县各职能部门、乡镇共新收申请{96}件。', COUNTY],
  ['涉及我局的48项许可事项均可网上申报，全年完成行政许可{1234}件。', BUREAU],
  ['自年初以来，共新收申请{96}件。', BUREAU],
])('whose number it is: %s', (sentence, of) => found(sentence, of))

test.each([
  // How so many were answered, and when.
  '新收申请96件，{94}件已在时限内答复。',
  '新收申请96件。{94}件申请均按时限予以回复，没有超期。',
  '收到依申请公开函件{96}件。',
  '全市完成政府信息依申请公开答复{94}件，其中上年结转5件。',
  '答复94件，属投诉举报类告知相应途径{6}件，本机关不掌握的政府信息{17}件。',
  '答复94件，{35}件办理结果为依申请公开，{17}件办理结果为本机关不掌握相关信息。',
  '收到公民或其他社会组织用传真、网页等形式提出的申请{96}件。',
  '收到{96}条居民通过依申请公开专栏提出的申请，均在时限内受理。',
  // Why a case was decided, what was upheld, and what led to it.
  '因信息公开引发复议13件，{2}件因超过举证期限被责令重新答复。',
  '办理申请94件，有13件申请行政复议，其中{6}件复议决定维持我机关作出的答复书，未审结{2}件。',
  '办理因2022年度申请引发的复议{13}件。',
])('what the words of a number say: %s', (sentence) => found(sentence))

test.each([
  // Lists over semicolons, in a sentence of their own, and by the name said again.
  '新收申请96件，其中规划类{50}件；环保类{30}件；其他类{16}件。',
  '主动公开信息160条。在主动公开的信息中，公告类{90}条；动态类{60}条；其他类{10}条。',
  '公开信息112条。从公开渠道来看，门户网站{98}条，占比87.5%；公众号{14}条，占比12.5%。',
  // One year's own list.
  '2022年公开{22}件，部分公开{4}件，无法提供{8}件，总数34件；2023年部分公开12件，无法提供20件。',
])('what numbers divide: %s', (sentence) => found(sentence))

test('a body shares what all of them received, and is no more than they', () => {
  const text = '全市共新收申请96件，其中市政府新收40件，各县区、部门新收56件。'
  expect(blamed(text)).toEqual([])
  expect(blamed(text.replace('56', '65'))).not.toEqual([])
  expect(blamed('全县共新收申请96件，其中县政府新收960件。', ...COUNTY)).not.toEqual([])
  // 结转下年7件 is the table's: so is what stands before it.
  const borne = '全县新收申请96件，结转下年7件，县政府本级新收35件，结转下年2件。'
  expect(blamed(borne, ...COUNTY)).toEqual([])
  expect(blamed(borne.replace('96', '69'), ...COUNTY)).toHaveLength(1)
})

test('digits in each other’s place are no sign that the same was published twice', () => {
  const text = '发布信息591条，其中网站342条、微信249条。'
  expect(blamed(text)).toEqual([])
  for (const [right, wrong] of [
    ['591', '519'],
    ['342', '432'],
    ['249', '294'],
  ] as const)
    expect(blamed(text.replace(right, wrong)), wrong).not.toEqual([])
  expect(blamed('发布信息591条，其中网站480条、微信310条。')).toEqual([])
})

test.each([
  '新收申请94件，94件均在法定时限内办理，办结率100%。',
  '新收申请94件，经核查均不由本机关公开，答复率为100%。',
  '新收申请94件，办复率达到了100%。',
  '新收申请94件，答复94件，答复率、及时率均为100%。',
])('a rate behind all that were answered: %s', (sentence) => {
  const figures = {
    'tables.requests.received.naturalPerson': '81',
    'tables.requests.carriedOver.naturalPerson': '0',
    'tables.requests.carriedForward.naturalPerson': '0',
  }
  const said = (text: string) => blamed(text, undefined, undefined, figures)
  expect(said(sentence)).toEqual([])
  expect(said(sentence.replace('100%', '91%'))).not.toEqual([])
})

test.each([
  // Divided again; what is left, and what had waited is left out of nothing.
  [
    '共受理申请101件，其中上年结转5件，今年申请96件，正在办理7件，申请人撤回6件，其余88件已答复。',
    '88',
    '58',
  ],
  ['新收申请96件，除7件结转下年办理外，其余均依法答复。', '96', '69'],
  ['除上年结转的5件外，共新收申请96件，全年办理94件，结转下年7件。', '年7', '年2'],
])('what a number leaves: %s', (sentence, right, wrong) => {
  expect(blamed(sentence)).toEqual([])
  expect(blamed(sentence.replace(right, wrong))).not.toEqual([])
})

test('what came in is no smaller part of what was taken on, where nothing had waited', () => {
  const said = (text: string) =>
    blamed(text, undefined, undefined, { 'tables.requests.carriedOver.naturalPerson': '0' })
  const text = '共受理申请96件，其中本年新收96件，上年结转0件，结转下年7件。'
  expect(said(text)).toEqual([])
  expect(said(text.replace('新收96', '新收69'))).not.toEqual([])
})

test('who asked leaves nothing of what was answered', () => {
  const figures = {
    'tables.requests.received.naturalPerson': '88',
    'tables.requests.carriedOver.naturalPerson': '0',
  }
  const said = (text: string) => blamed(text, undefined, undefined, figures)
  const text =
    '共受理依申请公开101件，88件为自然人申请，13件为法人申请，除7件尚在答复中，其余94件全部处理完毕。'
  expect(said(text)).toEqual([])
  expect(said(text.replace('94', '109'))).toEqual(['其余109件全部处理完毕'])
})

test('documents that were published were made, changed or repealed', () => {
  const figures = {
    'tables.proactiveDisclosure.regulations.issued': '8',
    'tables.proactiveDisclosure.regulations.repealed': '4',
  }
  const said = (text: string) => blamed(text, undefined, undefined, figures)
  const text = '公开政府规章12件（含新制定3件，修改5件，废止4件）。'
  expect(said(text)).toEqual([])
  expect(said(text.replace('修改5', '修改7')).join()).toContain('修改7')
})

test('by little as well', () => {
  const named = '发布解读材料20件、动态信息26件，其中解读材料包括文旅类12件、教育类8件。'
  expect(blamed(named)).toEqual([])
  expect(blamed(named.replace('20', '18'))).not.toEqual([])
  const year = '2022年公开22件，部分公开4件，无法提供8件，总数34件；2023年部分公开12件，无法提供20件。'
  expect(blamed(year.replace('34', '43'))).not.toEqual([])
})

test('letters that were not taken up are no cases, and nothing is no part that is told again', () => {
  expect(blamed('因依申请公开引发复议13件。县长信箱收到信件214件，办结120件，不予受理94件。')).toEqual([])
  expect(makes([0, 2, 0, 2, 3, 19], 24)).toBe(false)
  expect(makes([58, 38, 27, 11], 96)).toBe(true)
})
