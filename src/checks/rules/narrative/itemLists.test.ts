import { expect, test } from 'vitest'
import { blamed } from '../../../testing/blamed'

test('items of a list, one below the other, divide what stands before the first of their kind', () => {
  for (const lines of [
    // The list is within an item of another, or has one in it.
    '1.公开财政信息120条。\n（1）预算90条，占75%；\n（2）决算30条，占25%。\n2.公开教育信息80条。\n（1）招生20条，占25%；\n（2）收费60条，占75%。',
    '公开信息2000条。\n一是网站1200条，占60%。\n①动态720条，占60%；\n②公告480条，占40%。\n二是微信800条，占40%。',
    '公开信息2000条。\n（一）网站1200条，占60%。\n（二）微信500条，占25%。\n（三）微博300条，占15%。',
    '公开信息800条。\n1.网站500条，占62.5%。\n2.微信200条，占25%。其中图文150条，占75%。\n3.微博100条，占12.5%。',
    // An item of the one before it.
    '公开信息800条。\n1.网站500条，占62.5%；\n2.其中动态300条，占60%；\n3.微信300条，占37.5%。',
    // Nothing stands before the list: the first item may be of all, or not.
    '—网站400条，占40%；\n—微信350条，占35%；\n—微博250条，占25%。',
    '1.公开信息500条。\n2.新增栏目4个。\n3.动态250条，占50%，文件125条，占25%。',
    // What the sentence before tells, together.
    '网站公开620条，微信公开380条。其中：\n1.动态500条，占50%；\n2.公告500条，占50%。',
  ])
    expect(blamed(lines), lines).toEqual([])
  expect(
    blamed('公开信息1000条。\n（一）网站600条，占60%；\n（二）微信300条，占30%；\n（三）微博100条，占13%。'),
  ).toEqual([expect.stringContaining('13%')])
})

test('of one that is named in front nothing is pointed back at, but it is after 上述 and after a time', () => {
  const before = '收到举报5件，其中3件有效。'
  expect(blamed(`${before}砖厂关停这1件已转办。`)).toEqual([])
  for (const behind of ['目前上述1件正在核查。', '截至年底这1件已转办。'])
    expect(blamed(before + behind), behind).toHaveLength(1)
})

test('names in front are so many as they are, and one may be some of what was counted, but no more than that', () => {
  const before = '收到申请96件。'
  for (const behind of ['其中道路规划、学校建设这两件由副市长包案。', '网络提交这61件用时最短。'])
    expect(blamed(before + behind), behind).toEqual([])
  expect(blamed('法院通知1件，道路规划、学校建设这2件由副市长包案。')).toEqual([])
  expect(blamed(`${before}征地、拆迁这98件已登记。`)).toHaveLength(1)
})
