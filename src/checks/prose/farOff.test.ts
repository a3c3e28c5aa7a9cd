import { expect, test } from 'vitest'
import { blamed } from '../../testing/blamed'

const BUREAU = ['示例市司法局', 'department'] as const

test('what no slip wrote tells of others, and so does what stands beside it', () => {
  // 13 reviews, of which 6 were upheld and 2 corrected.
  expect(
    blamed('全年审结复议134件，其中维持58件、撤销9件、责令履行4件、驳回27件、终止36件。', ...BUREAU),
  ).toEqual([])
  expect(blamed('行政复议13件，其中维持58件。')).not.toEqual([])
  // A digit too many is a slip.
  expect(blamed('收到申请961件，其中网络60件。')).toEqual([expect.stringContaining('961')])
})

test('a number alone, every word of which is understood, is the report’s however far it is off', () => {
  expect(blamed('全年共收到申请31件。')).toEqual([expect.stringContaining('31件')])
  expect(blamed('全年共收到申请312件。')).toEqual([expect.stringContaining('312件')])
  // Beside numbers of no table in the same unit, also of the sentence before, it is not.
  expect(blamed('全年办理来件450件，共收到申请312件。')).toEqual([])
  expect(blamed('政务大厅办件450件。全年共收到申请312件。')).toEqual([])
})

test('what is told of problems is told of some: there only what a slip explains is the report’s', () => {
  const problems = (text: string) => blamed('', undefined, undefined, { problems: text })
  expect(problems('今年发生行政复议57件，应诉能力不足。')).toEqual([])
  expect(problems('今年发生行政复议14件，应诉能力不足。')).toEqual([expect.stringContaining('14件')])
})

test('elsewhere nobody is told of a gross error, whatever the table has of the others', () => {
  const told = (address: string, text: string) => blamed('', undefined, undefined, { [address]: text })
  // The table has 13 reviews and 7 lawsuits.
  expect(told('problems', '行政复议13件、行政诉讼31件。')).toEqual([])
  expect(told('overview.introduction', '行政复议13件、行政诉讼31件。')).toEqual([
    expect.stringContaining('31件'),
  ])
  expect(told('overview.oversight', '今年发生行政复议21件。')).toEqual([])
  expect(told('overview.oversight', '今年发生行政复议19件。')).toEqual([expect.stringContaining('19件')])
  // Of two digits only what is near is likely; the table has 2.
  expect(told('overview.oversight', '行政复议结果纠正9件。')).toEqual([])
  expect(told('overview.oversight', '行政复议结果纠正3件。')).toEqual([expect.stringContaining('3件')])
  // A slip is one however far it is off.
  expect(told('overview.oversight', '今年发生行政复议113件。')).toEqual([expect.stringContaining('113件')])
})

test('nor is a list that adds up to far more or less the list of all, elsewhere even sooner', () => {
  const told = (address: string, text: string) => blamed('', undefined, undefined, { [address]: text }).length
  expect(told('overview.proactive', '发布信息842条，其中网站320条、微信40条、其他20条。')).toBe(0)
  expect(told('overview.proactive', '发布信息842条，其中网站500条、微信100条、其他20条。')).toBe(1)
  expect(told('overview.platform', '发布信息842条，其中网站500条、微信100条、其他20条。')).toBe(0)
  expect(told('overview.platform', '发布信息842条，其中网站600条、微信200条、其他20条。')).toBe(1)
})

test('a share far off is of counts that stand before it, or of something else', () => {
  const told = (text: string) => blamed('', undefined, undefined, { problems: text })
  // Of 94 closed 20 could not be given.
  expect(told('无法提供的偏多，占办结数的68%。')).toEqual([])
  expect(told('无法提供的偏多，占办结数的31%。')).toEqual([expect.stringContaining('31%')])
  expect(blamed('网站发布420条，其中动态40条，占71.5%。')).toEqual([expect.stringContaining('71.5%')])
})

test('what another sentence tells rightly is written wrong by a slip or by little, or counts something else', () => {
  const told = '收到申请96件，办结94件，予以公开35件。'
  expect(blamed(`${told}全年收到申请69件。`)).toEqual([expect.stringContaining('69件')])
  expect(blamed(`${told}全年收到申请106件。`)).toEqual([expect.stringContaining('106件')])
  expect(blamed(`${told}全年收到申请240件。`)).toEqual([])
  // So are those of one digit: 5 were carried over.
  expect(blamed('上年结转5件。年初上年结转1件。')).toEqual([])
  expect(blamed('上年结转5件。年初上年结转4件。')).toEqual([expect.stringContaining('4件')])
  // Beside what no chance makes the table's.
  expect(blamed(`${told}全年收到申请240件，办结94件。`)).toEqual([expect.stringContaining('240件')])
  // Told alone it is the report's.
  expect(blamed('全年收到申请240件，办结94件。')).toEqual([expect.stringContaining('240件')])
})

test('so does the introduction, and what is told of the platform', () => {
  const told = (address: string, text: string) => blamed('', undefined, undefined, { [address]: text })
  expect(told('overview.introduction', '全年共收到申请31件。')).toEqual([])
  expect(told('overview.platform', '全年共收到申请31件。')).toEqual([])
  expect(told('overview.introduction', '全年共收到申请69件。')).toEqual([expect.stringContaining('69件')])
})

test('fees are told in 元 and 万元, and no factor between the two leaves them open', () => {
  expect(blamed('收取行政事业性收费321.5元，另收押金12元。')).not.toEqual([])
})

test('what became of cases far more than the table has, one of which a slip may have written', () => {
  const told = '收到行政复议申请1287件。审结案件中，维持318件，经调解后终止386件，其他终止'
  expect(blamed(`${told}13件。`, ...BUREAU)).toEqual([])
})

test('a share that is far off is of the number before it alone', () => {
  expect(blamed('发布信息400条，其中动态80条，占45%。')).toEqual([expect.stringContaining('45%')])
  expect(blamed('发布信息400条，其中动态80条，占全市总量的45%。')).toEqual([])
})

test('nor is a change among many numbers, if it is far off', () => {
  const years = '五县依次收到171件、134件、98件、93件、95件，合计591件，今年合计增加'
  expect(blamed(`${years}79件。`)).toEqual([])
})

test('nor is one beside several numbers that no table has, however many others there are', () => {
  const counties = '三县收到71件、34件、98件，合计203件，上年收到180件，今年增加'
  expect(blamed(`${counties}79件。`)).toEqual([])
  // What the table has is what has grown, whatever it is divided into behind it.
  const grown = '今年收到申请96件，比上年80件增长62.5%，其中网络41件、信函33件、当面22件。'
  expect(blamed(grown).join()).toContain('62.5')
  // Where it is near, or nothing stands beside the two that it compares, it is the report's.
  expect(blamed(`${counties}29件。`).join()).toContain('29')
  expect(blamed('上年收到留言180件，今年收到留言203件，增加79件。').join()).toContain('79')
})

test('a share beside several numbers that no table has is of one of them, if it is far off', () => {
  const told = '网站发布420条，公众号发布610条，短视频发布88条，其中动态40条，占'
  expect(blamed(`${told}71.5%。`)).toEqual([])
  expect(blamed('网站发布420条，其中动态40条，占71.5%。')).toEqual([expect.stringContaining('71.5%')])
})

test('but what the table has is of what the table has', () => {
  const told = '收到申请96件，其中网络41件、信函55件，予以公开35件，占73.2%。'
  expect(blamed(told)).toEqual([expect.stringContaining('73.2%')])
})

test.each([
  // One digit of a known sentence, and parts, channels, a change that go on with it.
  ['收到申请312件，其中网络60件、当面16件，较上年减少20件。', '312件'],
  ['收到申请312件，其中网络申请280件、当面申请16件。', '312件'],
  // A number of the tables beside it, and two beside one that is not plain.
  ['全年收到申请96件，其中网络60件，办结312件。', '办结312件'],
  ['全市受理申请312件，办结94件，结转下年7件。', '312件'],
  ['收到申请96件，其中自然人提出31件，企业9件。', '31件'],
  ['收到申请96件，上年结转42件，共计138件，办结94件，结转下年44件。', '42件'],
])('among numbers of the tables a far one is the report’s: %s', (text, wrong) =>
  expect(blamed(text).join()).toContain(wrong),
)

test('but small ones may be those of the tables by chance', () => {
  expect(blamed('市政府受理行政复议412件，涉及信息公开13件，维持6件，纠正2件。')).toEqual([])
  expect(blamed('全市审结各类复议412件，其中维持201件，撤销2件，终止3件。')).toEqual([])
})
