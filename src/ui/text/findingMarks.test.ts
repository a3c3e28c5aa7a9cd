import { expect, test } from 'vitest'
import { marksOf } from '../../checks/marks'
import { EXAMPLE_TODAY } from '../../checks/rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../../checks/run'
import { currentEdition as edition } from '../../format/editions'
import { filledReport } from '../../testing/filledReport'
import { marksToDraw } from './findingMarks'

const ADDRESS = 'overview.onRequest'

const drawn = (text: string, shown: (rule: string) => boolean = () => true, follows = false) => {
  const report = filledReport({ [ADDRESS]: text })
  const given = givenOf({ edition, report, today: EXAMPLE_TODAY })
  const findings = findingsOf(runChecks(given), [], edition, report)
  const figures = marksOf(given).filter(({ address }) => address === ADDRESS)
  const own = findings.filter(({ target, rule }) => target === ADDRESS && shown(rule))
  const followed = follows ? own[0]?.key : undefined
  return marksToDraw(ADDRESS, text, figures, own, followed).map(({ start, end, tone, number }) => [
    text.slice(start, end),
    tone,
    number,
  ])
}
const tones = (marks: ReturnType<typeof drawn>) => marks.map(([, tone]) => tone)

test('a figure that differs from the tables is marked, with the number of its operand once it is followed', () => {
  const said = '全年答复政府信息公开申请22件，其中予以公开12件。'
  const marks = drawn(said)
  expect(tones(marks)).toEqual(['verify', 'checked'])
  expect(marks[0]?.[0]).toContain('22件')
  expect(marks[0]?.[2]).toBeUndefined()
  expect(drawn(said, () => true, true)[0]?.[2]).toBe(1)
})

test('a doubtful figure whose finding may not be shown yet has no mark', () => {
  expect(tones(drawn('全年答复政府信息公开申请22件，其中予以公开12件。', () => false))).toEqual(['checked'])
})

test('what a finding quotes is marked where it stands', () => {
  expect(drawn('政府信息工作有序开展。')).toContainEqual(['政府信息工作', 'note', undefined])
})
