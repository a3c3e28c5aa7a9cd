import { expect, test } from 'vitest'
import { currentEdition } from '../../../format/editions'
import { exampleGiven } from '../neutralReport'
import { regulationsOrgan } from '../proactive/regulationsOrgan'
import { ownName } from './ownName'

const REGULATIONS = 'tables.proactiveDisclosure.regulations.'

const severities = (rule: typeof ownName, entries: Record<string, string>) =>
  rule
    .check(exampleGiven(currentEdition, { title: '', entries, messages: [] }))
    .flatMap((outcome) => (outcome.state === 'fails' ? [outcome.severity ?? rule.severity] : []))

test('a name with another character may be a neighbour’s, one with a character missing is hardly any', () => {
  const name = { 'organ.name': '示例县柳河镇人民政府', 'organ.kind': 'townshipGovernment' }
  const written = (text: string) => severities(ownName, { ...name, 'overview.management': text })
  expect(written('柳荷镇人民政府认真审核。')).toEqual(['note'])
  expect(written('示例县柳河镇人政府认真审核。')).toEqual(['verify'])
  expect(written('柳河镇人民政府认真审核。')).toEqual([])
})

test('an office that prints its government’s regulations and tells of them is asked, not accused', () => {
  const office = {
    'organ.kind': 'governmentOffice',
    [`${REGULATIONS}issued`]: '9',
    [`${REGULATIONS}inForce`]: '168',
  }
  expect(severities(regulationsOrgan, office)).toEqual(['verify'])
  expect(
    severities(regulationsOrgan, { ...office, 'overview.proactive': '全年制定市政府规章9件。' }),
  ).toEqual(['note'])
})
