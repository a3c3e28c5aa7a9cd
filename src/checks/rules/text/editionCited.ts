import { yearOf } from '../../../report/deadline'
import type { Rule } from '../../types'
import { oneFinding, spotsOf, writtenTexts } from '../texts'
import { CLOSE, OPEN } from './brackets'

/**
 * The national notice of 2019, by its number or its full title. Provincial and local notices bear nearly the same title
 * each year (year.notice looks at those).
 */
const OLD_FORM = new RegExp(
  `国办公开办?函?${OPEN}2019${CLOSE}60号|年度报告格式\\(试行\\)|国务院办公厅[^》。;]{0,16}关于政府信息公开工作年度报告有关事项的通知`,
)

/** By its number, or by its title, which says no more that it is on trial. */
const CURRENT_FORM = new RegExp(
  `${OPEN}2021${CLOSE}30号|中华人民共和国政府信息公开工作年度报告格式[〉》>]*的?通知`,
)

export const editionCited: Rule = {
  id: 'text.edition-cited',
  title: '引用的年报格式',
  severity: 'verify',
  due: 'atReview',
  source: '国办公开办函〔2021〕30号',
  explanation: '2021 年起适用国办公开办函〔2021〕30号的格式，2019 年的试行格式不再适用。',
  check: (given) => {
    const texts = writtenTexts(given)
    const home = texts[0]?.address
    const year = yearOf(given.report.entries)
    if (home === undefined || year === undefined || year < given.edition.years.from) return []
    const beside = texts.some(({ prose }) => CURRENT_FORM.test(prose.text))
    return [
      oneFinding(
        beside ? [] : spotsOf(texts, OLD_FORM),
        home,
        () => '引用的是 2019 年试行格式，2021 年起适用国办公开办函〔2021〕30号。',
      ),
    ]
  },
  examples: [
    {
      title: '引用 60 号文',
      entries: {
        'overview.introduction':
          '示例局根据国办公开办函〔2019〕60号编制，统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: ['引用的是 2019 年试行格式，2021 年起适用国办公开办函〔2021〕30号。'],
    },
    {
      title: '现行格式只写题目，旧通知写在旁边',
      entries: {
        'overview.introduction':
          '示例局根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》编制，统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: [],
    },
    {
      title: '本省关于本年年报的通知',
      entries: {
        'overview.introduction':
          '示例局根据《示例省人民政府办公厅关于2023年政府信息公开工作年度报告有关事项的通知》编制，统计期限为2023年1月1日至12月31日，可在网站查阅。',
      },
      messages: [],
    },
  ],
}
