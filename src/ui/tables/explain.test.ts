import { expect, test } from 'vitest'
import { identitiesOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { blankEntries, withTexts } from '../../report/report'
import { formulaOf, identityFormula } from './explain'

const row = (path: string, texts: string) =>
  texts
    .split(' ')
    .map((text, at): [string, string] => [
      `tables.requests.${path}.${['naturalPerson', 'commercialEnterprise', 'researchInstitution', 'publicWelfareOrganization', 'legalServiceInstitution', 'otherOrganization'][at]}`,
      text,
    ])
const entries = (...rows: [string, string][][]) => withTexts(blankEntries(edition), rows.flat())

test('a total is written out, zeros left out', () => {
  const address = 'tables.requests.received.total'
  expect(formulaOf(edition, address, entries(row('received', '12 0 3 0 5 １,000')))).toBe(
    '12＋3＋5＋1000＝1020',
  )
  expect(formulaOf(edition, address, entries(row('received', '0 0 7 0 0 0')))).toBe('7')
  expect(formulaOf(edition, address, entries(row('received', '0 0 0 0 0 0')))).toBe('0')
})

test('with parts missing it names them, and never gives a number', () => {
  expect(formulaOf(edition, 'tables.requests.received.total', entries(row('received', '12 0 / 0 5 x')))).toBe(
    '尚缺 2 项：科研机构、其他',
  )
  expect(formulaOf(edition, 'tables.requests.outcomeTotal.naturalPerson', entries())).toBe(
    '尚缺 21 项：予以公开、部分公开、属于国家秘密等',
  )
})

test('an identity shows both sides', () => {
  const line = identitiesOf(edition).find(({ column }) => column.path === 'naturalPerson')
  if (!line) throw new Error('no identity')
  const rows = [row('received', '22'), row('carriedOver', '1'), row('carriedForward', '0')]
  expect(identityFormula(edition, line, entries(...rows))).toBe(
    '第一项＋第二项：22＋1＝23；第三项＋第四项：—＋0＝—',
  )
})
