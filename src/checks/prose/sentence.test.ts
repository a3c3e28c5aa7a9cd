import { expect, test } from 'vitest'
import { normalise } from './normalise'
import { quantitiesOf } from './quantities'
import { itemsOf } from './sentence'
import { tokensOf } from './tokens'

const YEAR = 2023
const ORGAN = '示例市人民政府'
const read = (text: string) => {
  const prose = normalise(text)
  const quantities = quantitiesOf(prose)
  return { prose, quantities, ...itemsOf(prose.text, quantities, YEAR, ORGAN) }
}

test.each([
  ['公民、法人或其他组织申请行政复议2件', 'case'],
  ['上年度未办结、转入本年的5件', 'row'],
  ['逾期未补正不再处理1件', 'row'],
])('%s: the particular word is read before the general one', (text, concept) => {
  const { text: plain } = normalise(text)
  const { tokens } = tokensOf(plain, quantitiesOf(normalise(text)), YEAR, ORGAN)
  const said = tokens.filter(({ concept: one }) => one !== 'fill').map(({ concept: one }) => one)
  expect(new Set(said)).toEqual(new Set([concept]))
})

test.each<[string, string[]]>([
  ['62件复议、20件诉讼结果维持', ['review', 'litigation/upheld']],
  ['复议和诉讼分别为6件和3件', ['review', 'litigation']],
  [
    '不予公开（含国家秘密1件、第三方权益2件）3件',
    ['outcome.denied', 'outcome.denied.stateSecret', 'outcome.denied.thirdPartyRights'],
  ],
  ['收到申请40件，比上年的52件减少12件', ['received', 'none', 'none']],
  ['近三年分别收到71件、66件、60件', ['none', 'none', 'received']],
  ['其中本级256件、各县区475件；上年结转11件', ['part', 'part', 'carriedOver']],
  ['依申请公开收到20\n5件', ['received']],
  ['收到十二件，一件结转下年', ['received', 'carriedForward']],
])('%s', (text, expected) => {
  const { items } = read(text)
  expect(
    items.map(({ scope, first, second }) =>
      scope === 'ours' ? [first?.[0], second?.[0]].filter(Boolean).join('/') : scope,
    ),
  ).toEqual(expected)
})

test('what no word explains is counted, so that nothing is accused of it', () => {
  const [item] = read('某某学会另行募集36件').items
  expect(item?.unknown).toBeGreaterThan(1)
})
