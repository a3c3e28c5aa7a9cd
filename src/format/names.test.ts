import { expect, test } from 'vitest'
import { madeUpEdition } from '../testing/madeUpEdition'
import { cellsOf } from './cells'
import { currentEdition as edition } from './editions'
import { columnName, fieldAt, nameOf, placeOf, rowName, sectionOf, textSpecAt } from './names'

test.each([
  ['tables.requests.received.naturalPerson', '表三·本年新收·自然人'],
  [
    'tables.requests.outcome.denied.thirdPartyRights.commercialEnterprise',
    '表三·保护第三方合法权益·商业企业',
  ],
  ['tables.requests.outcome.partiallyGranted.otherOrganization', '表三·部分公开·其他'],
  ['tables.requests.outcomeTotal.total', '表三·（七）总计·总计'],
  ['tables.proactiveDisclosure.normativeDocuments.inForce', '表二·行政规范性文件·现行有效件数'],
  ['tables.proactiveDisclosure.administrativeLicenses.decisions', '表二·行政许可'],
  ['tables.proactiveDisclosure.administrativeFees.amount', '表二·行政事业性收费'],
  ['tables.reviewAndLitigation.administrativeReview.upheld', '表四·行政复议·结果维持'],
  ['tables.reviewAndLitigation.litigationAfterReview.total', '表四·复议后起诉·总计'],
  ['overview.proactive', '第一部分·（一）主动公开情况'],
  ['problems', '第五部分'],
  ['organ.name', '机关名称'],
  ['year', '年度'],
])('%s stands at %s', (address, place) => {
  expect(placeOf(edition, address)).toBe(place)
})

test.each([
  ['tables.requests.received.naturalPerson', '一、本年新收政府信息公开申请数量，自然人'],
  [
    'tables.requests.outcome.denied.thirdPartyRights.commercialEnterprise',
    '三、本年度办理结果 （三）不予公开 4.保护第三方合法权益，商业企业',
  ],
  ['tables.requests.outcomeTotal.total', '三、本年度办理结果 （七）总计，总计，自动计算'],
  ['tables.proactiveDisclosure.regulations.issued', '规章，本年制发件数'],
  ['tables.reviewAndLitigation.litigationDirect.pending', '行政诉讼 未经复议直接起诉 尚未审结'],
  ['tables.reviewAndLitigation.administrativeReview.total', '行政复议 总计，自动计算'],
  ['overview.oversight', '（五）监督保障情况'],
  ['organ.phone', '联系电话'],
  ['nowhere.at.all', 'nowhere.at.all'],
])('%s is called %s', (address, name) => {
  expect(nameOf(edition, address)).toBe(name)
})

test('no two figures of a form have the same name', () => {
  for (const form of [edition, madeUpEdition]) {
    const names = cellsOf(form).map((cell) => nameOf(form, cell.address))
    const same = names.filter((name, i) => names.indexOf(name) !== i)
    expect(same).toEqual([])
  }
})

test('a row is spoken of without its numbering', () => {
  const name = (label: string) => rowName({ path: '', label })
  expect(name('（一）予以公开')).toBe('予以公开')
  expect(name('1.属于国家秘密')).toBe('属于国家秘密')
  expect(name('四、结转下年度继续办理')).toBe('结转下年度继续办理')
  expect(name('规章')).toBe('规章')
})

test('a value is found in its section; 基本信息 has none', () => {
  expect(sectionOf(edition, 'tables.requests.carriedOver.total')?.key).toBe('requests')
  expect(sectionOf(edition, 'other')?.key).toBe('other')
  expect(sectionOf(edition, 'overview.introduction')?.key).toBe('overview')
  expect(sectionOf(edition, 'organ.name')).toBeUndefined()
  expect(fieldAt(edition, 'organ.kind')?.control).toBe('select')
  expect(textSpecAt(edition, 'problems')?.label).toBe('存在的主要问题及改进情况')
  expect(columnName(edition, 'organ.name')).toBe('')
})

test('another form has its own words', () => {
  expect(placeOf(madeUpEdition, 'tables.stock.in.given.maps')).toBe('表乙·受赠·图')
  expect(nameOf(madeUpEdition, 'tables.stock.total.all')).toBe('总计，合计，自动计算')
  expect(placeOf(madeUpEdition, 'stockRemarks')).toBe('第乙部分·附记')
})
