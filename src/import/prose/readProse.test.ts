import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { readPlain } from '../files/plain'
import { recognise } from '../recognise'

const TITLE = '青禾县水务局2021年政府信息公开工作年度报告'
const REST = `二、主动公开政府信息情况
五、存在的主要问题及改进情况
栏目更新不够及时。
六、其他需要报告的事项
本年度没有收取信息处理费。`

const textsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    recognise(readPlain(text, ''), edition2021).texts.map(({ address, text: read }) => [address, read]),
  )
const report = (before: string, overview: string, end = '') =>
  textsOf([TITLE, before, overview, REST, end].filter(Boolean).join('\n'))

test('the introduction keeps its place: before the first heading, under it, or one text at each', () => {
  const basis = '本报告根据有关规定编制，统计期限为2021年1月1日至12月31日。'
  const opening = '一年来，本局围绕中心工作推进公开。'
  const part = '（一）主动公开情况\n公开信息12条。'
  expect(report(basis, `一、总体情况\n${part}`)).toMatchObject({
    'overview.introduction': basis,
    'overview.proactive': '公开信息12条。',
  })
  expect(report(basis, `一、总体情况\n${part}`)).not.toHaveProperty(['overview.introductionPlace'])
  expect(report('', `一、总体情况\n${opening}\n${part}`)).toMatchObject({
    'overview.introduction': opening,
    'overview.introductionPlace': 'within',
    'overview.proactive': '公开信息12条。',
  })
  expect(report(basis, `一、总体情况\n${opening}\n${part}`)).toMatchObject({
    'overview.preface': basis,
    'overview.introduction': opening,
    'overview.introductionPlace': 'within',
  })
})

test('a section one without the official sub-headings stays under its heading, whole and in order', () => {
  const own = '（一）压实责任。公开信息12条。\n（二）拓宽渠道。办理申请3件。'
  expect(report('编制说明在此。', `一、总体情况\n${own}`)).toMatchObject({
    'overview.preface': '编制说明在此。',
    'overview.introduction': own,
    'overview.introductionPlace': 'within',
  })
})

test('a heading in which a comma stands keeps its line', () => {
  const own =
    '（一）紧扣民生实事，主动公开更有温度\n全年公开信息12条。\n（二）严守法定程序，答复更加规范\n办理申请3件。'
  expect(report('编制说明在此。', `一、总体情况\n${own}`)).toMatchObject({ 'overview.introduction': own })
})

test('section one is known by its parts where its own heading is missing', () => {
  expect(report('编制说明在此。', '（一）主动公开情况\n公开信息12条。')).toMatchObject({
    'overview.introduction': '编制说明在此。',
    'overview.proactive': '公开信息12条。',
  })
})

test.each([
  ['on lines of their own', ['（一）主动公开情况\n', '（二）依申请公开情况\n', '（三）政府信息管理情况\n']],
  ['without numbers', ['主动公开\n', '依申请公开\n', '政府信息管理\n']],
  ['without numbers, in other words', ['主动公开工作情况\n', '办理依申请公开情况\n', '信息资源管理方面\n']],
  ['without numbers, before their text', ['主动公开方面。', '依申请公开方面：', '政府信息管理方面。']],
  ['divided by a blank', ['(一) 主动公开情况 ', '(二) 依申请公开情况　', '(三) 政府信息管理情况 ']],
  ['divided by nothing', ['（一）主动公开情况', '（二）依申请公开情况', '（三）政府信息管理情况']],
  ['behind bullets', ['●主动公开情况\n', '●依申请公开情况\n', '●政府信息管理情况\n']],
  ['in brackets', ['【主动公开】', '【依申请公开工作】', '【政府信息管理】\n']],
  ['with one character for the number', ['㈠主动公开情况\n', '㈡依申请公开情况\n', '㈢政府信息管理情况\n']],
  [
    'in bold Markdown',
    ['**（一）主动公开情况。**', '**（二）依申请公开情况。**', '**（三）政府信息管理情况。**'],
  ],
])('sub-headings %s', (_, [first = '', second = '', third = '']) => {
  const texts = [
    '2021年公开信息12条，都已登记。',
    '2021年收到申请3件，都已答复。',
    '2021年没有制发文件，目录按季更新。',
  ]
  const overview = [first, second, third].map((head, at) => head + texts[at]).join('\n')
  expect(report('', `一、总体情况\n${overview}`)).toMatchObject({
    'overview.proactive': texts[0],
    'overview.onRequest': texts[1],
    'overview.management': texts[2],
  })
})

test.each(['一、工作开展情况', '一、政务公开工作情况', '第一部分 总体情况', '一、2021年度总体概况'])(
  '%s is the heading of section one',
  (heading) => {
    expect(report('', `${heading}\n（一）主动公开情况\n公开信息12条。`)['overview.proactive']).toBe(
      '公开信息12条。',
    )
  },
)

test('a sentence that begins with the words of a part is no heading', () => {
  const text = '主动公开情况良好，依申请公开方面也按期答复。\n依申请公开 3 件，都已答复。'
  expect(report('', `一、总体情况\n${text}`)['overview.introduction']).toBe(text)
})

test.each([
  ['organ and date', '青禾县水务局\n2022年1月20日', { organ: '青禾县水务局', date: '2022-01-20' }],
  ['on one line', '青禾县水务局　2022年1月9日', { organ: '青禾县水务局', date: '2022-01-09' }],
  ['set apart', '青 禾 县 水 务 局\n2022 年 1 月 20 日', { organ: '青禾县水务局', date: '2022-01-20' }],
  [
    'in Chinese figures',
    '青禾县水务局（公章）\n二〇二二年十一月二十三日',
    { organ: '青禾县水务局', date: '2022-11-23' },
  ],
  [
    'after 特此报告',
    '特此报告。\n青禾县水务局\n2022年1月20日',
    { phrase: '特此报告。', organ: '青禾县水务局', date: '2022-01-20' },
  ],
  [
    'above the foot of a page',
    '青禾县水务局\n2022年1月20日\n附件下载\n打印本页',
    { organ: '青禾县水务局', date: '2022-01-20' },
  ],
  ['without a date', '青禾县水务局', { organ: '青禾县水务局' }],
  ['without a name', '2022年1月20日', { date: '2022-01-20' }],
  [
    'of a name longer than a line',
    '青禾省云汀市高新技术产业开发区与综合保税区管理委员会\n行政审批和政务服务管理局\n2022年1月20日',
    {
      organ: '青禾省云汀市高新技术产业开发区与综合保税区管理委员会行政审批和政务服务管理局',
      date: '2022-01-20',
    },
  ],
  ['without a day', '青禾县水务局\n2022年1月', { organ: '青禾县水务局', date: '2022年1月' }],
])('the 落款 is a field of its own: %s', (_, end, signed) => {
  const texts = report('', '一、总体情况\n（一）主动公开情况\n公开信息12条。', end)
  const found = Object.entries(texts).filter(([address]) => address.startsWith('signOff.'))
  expect(Object.fromEntries(found.map(([address, text]) => [address.slice(8), text]))).toEqual(signed)
  expect(texts.other).toBe('本年度没有收取信息处理费。')
})

test('a line of text without a full stop is no part of the name that signs', () => {
  const line = '年内没有需要报告的其他事项'
  const end = `${line}\n青禾省云汀市住房和城乡建设管理局\n2022年1月20日`
  const texts = report('', '一、总体情况\n（一）主动公开情况\n公开信息12条。', end)
  expect(texts['signOff.organ']).toBe('青禾省云汀市住房和城乡建设管理局')
  expect(texts.other).toBe(`本年度没有收取信息处理费。\n${line}`)
})

test.each(['本年度培训于2021年12月20日结束', '联系人：办公室', '特此报告。', '青禾县农业局'])(
  '%s at the end is text of section six',
  (end) => {
    const texts = report('', '一、总体情况\n（一）主动公开情况\n公开信息12条。', end)
    expect(texts.other).toBe(`本年度没有收取信息处理费。\n${end}`)
  },
)

test('the 落款 at the end of a sheet, whose rows go on with empty cells as wide as its widest table', () => {
  const lines = ['六、其他需要报告的事项', '无。', '特此报告。', '示例区水务局', '2024年1月15日']
  const rows = lines.map((text) => [{ text }, ...Array.from({ length: 14 }, () => ({ text: '' }))])
  const { texts } = recognise({ name: '', blocks: [{ kind: 'grid', rows }] }, edition2021)
  expect(Object.fromEntries(texts.map(({ address, text }) => [address, text]))).toMatchObject({
    other: '无。',
    'signOff.phrase': '特此报告。',
    'signOff.organ': '示例区水务局',
    'signOff.date': '2024-01-15',
  })
})

test('a numbered part that is called like a section is none, where the section has its own heading', () => {
  const parts = '1.主动公开情况\n公开信息12条。\n2.依申请公开情况\n收到申请3件。'
  const sections =
    '二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n更新不够及时。'
  const texts = textsOf(`${TITLE}\n一、总体情况\n${parts}\n${sections}`)
  expect(texts).toMatchObject({
    'overview.proactive': '公开信息12条。',
    'overview.onRequest': '收到申请3件。',
  })
})

test('a township of the grasslands is named by its title', () => {
  const texts = textsOf(
    `查干苏木2021年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开情况\n公开信息12条。`,
  )
  expect(texts).toMatchObject({ 'organ.name': '查干苏木', year: '2021' })
})

test('a customs house is an organ', () => {
  const texts = textsOf(`青禾海关2021年政府信息公开工作年度报告\n请与青禾海关办公室联系。\n${REST}`)
  expect(texts).toMatchObject({ 'organ.name': '青禾海关' })
})

test('the organ may stand in brackets behind its title', () => {
  const title = '2021年政府信息公开工作年度报告（青禾县云汀镇人民政府）'
  const texts = textsOf(`${title}\n${REST}`)
  expect(texts).toMatchObject({ 'organ.name': '青禾县云汀镇人民政府', year: '2021' })
})

test('without a name in the title who signs is the organ, before whom to ask', () => {
  const title = '政府信息公开工作年度报告（2021年）'
  const text = (end: string) => `${title}\n一、总体情况\n请与青禾县水务信息中心联系。\n${REST}${end}`
  expect(textsOf(text('\n青禾县水务局\n2022年1月20日'))).toMatchObject({ 'organ.name': '青禾县水务局' })
  expect(textsOf(text(''))).toMatchObject({ 'organ.name': '青禾县水务信息中心' })
})
