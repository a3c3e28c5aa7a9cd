import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { layouts, openLayouts } from '../testing/published/layouts'
import { scoreOf } from '../testing/published/score'
import { readPlain } from './files/plain'
import { recognise } from './recognise'

const read = (text: string) => recognise(readPlain(text, ''), edition2021)
const figuresOf = (text: string) =>
  Object.fromEntries(
    read(text).figures.map(({ address, text: figure }) => [address.replace('tables.', ''), figure]),
  )

test.each(Object.keys(layouts))('%s: no figure is wrong without a mark of doubt', (name) => {
  const { wrong, right, expected } = scoreOf(name, 1)
  expect(wrong).toEqual([])
  if (!openLayouts.has(name)) expect(right / expected).toBeGreaterThan(0.98)
})

test('an undivided 其他处理 asks which of its rows is meant', () => {
  const { figures, unplaced } = read(`三、收到和处理政府信息公开申请情况
（六）其他处理\t3\t0\t0\t0\t0\t0\t3
（七）总计\t3\t0\t0\t0\t0\t0\t3`)
  expect(figures).toHaveLength(7)
  expect(unplaced[0]?.text).toBe('（六）其他处理 3 0 0 0 0 0 3')
  expect(unplaced[0]?.choose?.rows.map(({ label }) => label.slice(0, 4))).toEqual([
    '1.申请',
    '2.申请',
    '3.其他',
  ])
  expect(unplaced[0]?.choose?.rows[2]?.figures[0]).toMatchObject({
    address: 'tables.requests.outcome.other.other.naturalPerson',
    text: '3',
  })
})

test('numbers of labels are no figures, and prose with digits is none either', () => {
  expect(
    figuresOf(
      '三、收到和处理政府信息公开申请情况\n1.属于国家秘密\n2.重复申请\n本年度收到申请 12 件，已答复 11 件。',
    ),
  ).toEqual({})
})

test('a paragraph broken by a page is one again, what is in the source stays as it is', () => {
  const { texts } = read(`示例区人民政府2021年政府信息公开工作年度报告
五、存在的主要问题及改进情况
群众真正关心的内容,公开得还不够细,栏目之间的衔接还需要进

- 4 -

一步加强。二是培训偏少。
六、其他需要报告的事项
无。`)
  const text = (address: string) => texts.find((each) => each.address === address)?.text
  expect(text('problems')).toBe(
    '群众真正关心的内容,公开得还不够细,栏目之间的衔接还需要进一步加强。二是培训偏少。',
  )
  expect(text('other')).toBe('无。')
  expect([text('year'), text('organ.name')]).toEqual(['2021', '示例区人民政府'])
})

test('organ and contacts are picked out of the introduction', () => {
  const { texts } = read(`河口镇人民政府
二〇二三年政府信息公开工作年度报告
本报告可在政府网站（<http://www.hekou.example/>）查阅。请与河口镇党政办联系（地址：示例路3号,2楼；邮编:080000；联系电话：0600-5550100；传真:0600-5550101；电子邮箱:a.b@hekou.example）。
一、总体情况
（一）主动公开情况。公开信息12条。
（六）其他工作。编印手册。`)
  expect(Object.fromEntries(texts.map(({ address, text }) => [address, text]))).toMatchObject({
    year: '2023',
    'organ.name': '河口镇人民政府',
    'organ.website': 'http://www.hekou.example/',
    'organ.address': '示例路3号',
    'organ.postcode': '080000',
    'organ.phone': '0600-5550100',
    'organ.fax': '0600-5550101',
    'organ.email': 'a.b@hekou.example',
    'overview.proactive': '公开信息12条。\n（六）其他工作。编印手册。',
  })
})

test.each([
  ['政府信息公开工作年度报告\n（2024年）', '2024'],
  ['政府信息公开工作年度报告（二〇二四年度）', '2024'],
  ['政府信息公开工作年度报告', undefined],
])('an organ on the line above its title: %s', (title, year) => {
  const { texts } = read(`国家示例管理局
${title}
一、总体情况
（一）主动公开情况。公开信息12条。`)
  const text = (address: string) => texts.find((each) => each.address === address)?.text
  expect([text('organ.name'), text('year')]).toEqual(['国家示例管理局', year])
})

test('a report on the form of 2019 is said to be one; only what means the same is placed', () => {
  const proposal = read(`二、行政机关主动公开政府信息情况
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t0\t0\t0
规范性文件\t3\t3\t9
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t120\t-2\t118
其他对外管理服务事项\t5\t0\t7
政府集中采购\t4\t88.5`)
  expect(proposal.olderForm).toBe('2019')
  expect(proposal.figures).toMatchObject([
    { address: 'tables.proactiveDisclosure.administrativeLicenses.decisions', text: '118' },
  ])
  expect(proposal.unplaced.map(({ text }) => text)).toContain('规范性文件 3 3 9')
})

test('a table of contents is not taken for the report', () => {
  const { texts } = read(`示例区司法局2022年政府信息公开工作年度报告
目录
一、总体情况……1
二、主动公开政府信息情况……3
三、收到和处理政府信息公开申请情况……4
一、总体情况
（一）主动公开情况
公开信息12条。
二、主动公开政府信息情况
行政许可 7`)
  expect(texts.find(({ address }) => address === 'overview.proactive')?.text).toBe('公开信息12条。')
})

test('in narrow printed columns the number of a stub, beside a part of another label, does not join it', () => {
  const rows = `        （六）  2.申
        其他处  请人逾
        理      期未按
                收费通
                知要求
                缴纳费
                用、行  0       22      0       9       4       0       35
                政机关
                不再处
                理其政
                府信息
                公开申
                请
                3.其    0       0       1       0       0       4       5
                他`
  const head = `三、收到和处理政府信息公开申请情况
（本列数据的勾稽关      申请人情况
系为：第一项加第二              法人或其他组织
项之和，等于第三项      自然人  商业企  科研机  社会公  法律服  其他    总计
加第四项之和）                  业      构      益组织  务机构
一、本年新收政府信      230     605     575     361     355     1013    3139
息公开申请数量`
  const { figures, unplaced } = recognise(readPlain(`${head}\n${rows}`, ''), edition2021)
  expect(unplaced).toEqual([])
  expect(figures.filter(({ doubt }) => doubt)).toEqual([])
  const path = 'tables.requests.outcome.other.feeOverdue'
  expect(figures.filter(({ address }) => address.startsWith(path)).map(({ text }) => text)).toEqual([
    '0',
    '22',
    '0',
    '9',
    '4',
    '0',
    '35',
  ])
})

test('the head of 表四 in narrow columns tells which columns they are, also where two of them change places', () => {
  const head = `行政复议                                行政诉讼
结果    结果    其他    尚未            未经复议直接起诉                        复议后起诉
维持    纠正    结果    审结    总计    结果    结果    其他    尚未    总计    结果    结果    其他    尚未    总计
                                        维持    纠正    结果    审结            维持    纠正    结果    审结
1       2       0       4       7       5       0       0       17      22      0       1       0       1       2`
  const turned = head.replaceAll('维持', '甲甲').replaceAll('纠正', '维持').replaceAll('甲甲', '纠正')
  for (const [text, upheld, corrected] of [
    [head, '1', '2'],
    [turned, '2', '1'],
  ] as const) {
    const { figures, unplaced } = read(`示例县水务局2023年政府信息公开工作年度报告\n${text}`)
    const review = figures.filter(({ address }) => address.includes('administrativeReview'))
    expect(unplaced).toEqual([])
    expect(figures.filter(({ doubt }) => doubt)).toEqual([])
    expect(review.map(({ address, text: figure }) => [address.split('.').at(-1), figure]).sort()).toEqual([
      ['corrected', corrected],
      ['otherResult', '0'],
      ['pending', '4'],
      ['total', '7'],
      ['upheld', upheld],
    ])
  }
})

test('表四 with a number too many is read with marks alone, a surplus 0 too', () => {
  const { figures, unplaced } = read(`四、政府信息公开行政复议、行政诉讼情况
6 0 0 0 0 6 2 0 1 0 3 7 0 0 22 29`)
  expect(figures.filter(({ doubt }) => !doubt)).toEqual([])
  expect(figures).toHaveLength(15)
  expect(unplaced).toHaveLength(1)
})
