// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { catalogue } from '../../checks/catalogue'
import { EXAMPLE_TODAY, neutralReport } from '../../checks/rules/neutralReport'
import { givenOf, runChecks } from '../../checks/run'
import { tallyOf } from '../../checks/verdict'
import { currentEdition as edition } from '../../format/editions'
import { Ran } from './Ran'

afterEach(cleanup)

/** The line of a theme, as it is read out, and whether it bears the tick. */
function themeLine(title: string, lastYear: boolean): { text: string; ticked: boolean } {
  const report = neutralReport(edition)
  const given = givenOf({
    edition,
    report,
    today: EXAMPLE_TODAY,
    ...(lastYear && {
      lastYear: neutralReport(edition, {}, 2022),
    }),
  })
  render(<Ran rules={catalogue} tally={tallyOf(runChecks(given))} hasLastYear={lastYear} cells={200} />)
  const line = screen.getByText(title).closest('summary')
  return {
    text: line?.textContent ?? '',
    ticked: line?.querySelector('[data-icon]')?.getAttribute('data-icon') === 'ok',
  }
}

test.each(['年度与上年衔接', '表四'])('%s is not in order while last year’s report is missing', (theme) => {
  const { text, ticked } = themeLine(theme, false)
  expect(text).toContain('未载入上年')
  expect(ticked).toBe(false)
})

test('with last year’s report, what agrees has its tick', () => {
  expect(themeLine('表四', true)).toEqual({ text: expect.not.stringContaining('未载入上年'), ticked: true })
})
