import { describe, expect, test } from 'vitest'
import { cellsOf } from '../format/cells'
import { editions } from '../format/editions'
import type { Edition } from '../format/types'
import { addressesOf } from '../report/report'
import { catalogue } from './catalogue'
import { EXAMPLE_TODAY, exampleGiven, neutralReport } from './rules/neutralReport'
import { findingsOf, givenOf, runChecks } from './run'

const addresses = (edition: Edition) =>
  new Set([...addressesOf(edition), ...cellsOf(edition).map((cell) => cell.address)])

test('every rule has an id of its own and says what it is and where it comes from', () => {
  expect(new Set(catalogue.map((rule) => rule.id)).size).toBe(catalogue.length)
  for (const rule of catalogue) {
    expect(rule.id).toMatch(/^[a-z]+\.[a-z]+(-[a-z0-9]+)*$/)
    expect(rule.title && rule.source && rule.explanation, rule.id).toBeTruthy()
    expect(
      rule.examples.some((example) => example.messages.length > 0),
      rule.id,
    ).toBe(true)
  }
})

describe.each(editions)('edition $key', (edition) => {
  const known = addresses(edition)

  test('a complete and balanced report has no finding', () => {
    const report = neutralReport(edition)
    const outcomes = runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY }))
    expect(findingsOf(outcomes, [], edition, report).map((finding) => finding.message)).toEqual([])
    expect(outcomes.filter((outcome) => outcome.state === 'notAssessable')).toEqual([])
  })

  describe.each(catalogue)('$id', (rule) => {
    test.each(rule.examples)('$title', (example) => {
      for (const address of Object.keys({ ...example.entries, ...example.lastYear, ...example.sourceTotals }))
        expect(known).toContain(address)
      const outcomes = rule.check(exampleGiven(edition, example))
      expect(outcomes.flatMap((outcome) => (outcome.state === 'fails' ? [outcome.message] : []))).toEqual(
        example.messages,
      )
      for (const { target, operands } of outcomes) {
        expect(known).toContain(target)
        for (const operand of operands) expect(known).toContain(operand)
        expect(operands, 'the clerk is sent to one of the operands').toContain(target)
      }
    })

    test('fixes change what a clerk can fill, and do away with the finding', () => {
      for (const example of rule.examples) {
        const given = exampleGiven(edition, example)
        for (const outcome of rule.check(given)) {
          if (outcome.state !== 'fails') continue
          for (const fix of outcome.fixes ?? []) {
            if (fix.accept !== undefined) {
              expect(fix.changes, 'a reason leaves the report as it is').toEqual([])
              continue
            }
            const after = Object.fromEntries(fix.changes.map((change) => [change.address, change.after]))
            for (const address of Object.keys(after)) expect(addressesOf(edition)).toContain(address)
            const fixed = rule.check(
              exampleGiven(edition, { ...example, entries: { ...example.entries, ...after } }),
            )
            expect(
              fixed.filter((other) => other.state === 'fails' && other.target === outcome.target),
            ).toEqual([])
          }
        }
      }
    })
  })
})
