import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { catalogue } from '../../checks/catalogue'
import { EXAMPLE_TODAY, neutralReport } from '../../checks/rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../../checks/run'
import { tallyOf } from '../../checks/verdict'
import { currentEdition as edition } from '../../format/editions'
import { Ran } from './Ran'

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
  render(
    <Ran
      rules={catalogue}
      tally={tallyOf(runChecks(given))}
      findings={[]}
      hasLastYear={lastYear}
      edition={edition}
    />,
  )
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

test('⚠ stands only where something is to be verified: with its reason a finding is 已说明', () => {
  const report = neutralReport(edition, {
    'organ.kind': 'countyGovernment',
    'tables.proactiveDisclosure.regulations.inForce': '6',
  })
  const outcomes = runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY }))
  const findings = findingsOf(outcomes, [], edition, report)
  const iconWith = (status: 'open' | 'accepted') => {
    const { container } = render(
      <Ran
        rules={catalogue.filter(({ id }) => id === 'proactive.regulations-organ')}
        tally={tallyOf(outcomes)}
        findings={findings.map((finding) => ({ ...finding, status }))}
        hasLastYear={false}
        edition={edition}
      />,
    )
    return container.querySelector('summary [data-icon]')?.getAttribute('data-icon')
  }
  expect(iconWith('open')).toBe('verify')
  expect(iconWith('accepted')).toBe('said')
})
