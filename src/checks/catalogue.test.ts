import { describe, expect, test } from 'vitest'
import { cellsOf } from '../format/cells'
import { editions } from '../format/editions'
import type { Edition } from '../format/types'
import { addressesOf } from '../report/report'
import { catalogue } from './catalogue'
import { EXAMPLE_TODAY, exampleGiven, neutralReport } from './rules/neutralReport'
import { findingsOf, givenOf, runChecks } from './run'
import type { Example, Rule } from './types'

const addresses = (edition: Edition) =>
  new Set([...addressesOf(edition), ...cellsOf(edition).map((cell) => cell.address)])

/** Each fix that the examples of the rules offer. */
const offered = (edition: Edition) =>
  catalogue.flatMap((rule) =>
    rule.examples.flatMap((example) =>
      rule
        .check(exampleGiven(edition, example))
        .flatMap((outcome) =>
          outcome.state === 'fails'
            ? (outcome.fixes ?? []).map((fix) => ({ rule, example, outcome, fix }))
            : [],
        ),
    ),
  )

test('every rule has an id of its own and says what it is and where it comes from', () => {
  expect(new Set(catalogue.map((rule) => rule.id)).size).toBe(catalogue.length)
  for (const rule of catalogue) {
    expect(rule.id).toMatch(/^[a-z]+\.[a-z]+(-[a-z0-9]+)*$/)
    expect(rule.title && rule.source && rule.explanation, rule.id).toBeTruthy()
    const speaks = rule.examples.map(({ messages }) => messages.length > 0)
    expect(speaks, `${rule.id} has an example with a message`).toContain(true)
    expect(speaks, `${rule.id} has an example that is as it should be`).toContain(false)
  }
})

test('every rule that a file exports is in the catalogue, and stands at the path of its id', () => {
  const files = import.meta.glob<Record<string, unknown>>(['./rules/*/*.ts', '!./rules/*/*.test.ts'], {
    eager: true,
  })
  const isRule = (value: unknown): value is Rule =>
    typeof value === 'object' && value !== null && 'id' in value && 'check' in value && 'examples' in value
  const exported = Object.entries(files).flatMap(([path, file]) =>
    Object.values(file)
      .filter(isRule)
      .map((rule) => ({ path, rule })),
  )
  const ids = (rules: Rule[]) => rules.map(({ id }) => id).sort()
  expect(ids(exported.map(({ rule }) => rule))).toEqual(ids(catalogue))
  for (const { path, rule } of exported) {
    const camel = rule.id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    expect(path).toBe(`./rules/${camel.replace('.', '/')}.ts`)
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
  })

  test.each(offered(edition))('$rule.id, $example.title, $fix.label', ({ rule, example, outcome, fix }) => {
    if (fix.accept !== undefined) {
      expect(fix.accept.trim(), 'a reason').not.toBe('')
      expect(fix.changes, 'a reason leaves the report as it is').toEqual([])
      return
    }
    const after = Object.fromEntries(fix.changes.map((change) => [change.address, change.after]))
    for (const address of Object.keys(after)) expect(addressesOf(edition)).toContain(address)
    const failing = (entries: Example['entries']) =>
      rule.check(exampleGiven(edition, { ...example, entries })).filter(({ state }) => state === 'fails')
    const left = failing({ ...example.entries, ...after })
    expect(left.filter(({ target }) => target === outcome.target)).toEqual([])
    expect(left.length, 'what is set right makes nothing else wrong').toBeLessThan(
      failing(example.entries).length,
    )
  })
})

test('the rules that can offer a correction or a reason do so in their examples', () => {
  const offering = new Set(editions.flatMap(offered).map(({ rule }) => rule.id))
  expect([...offering].sort()).toEqual(
    [
      'contact.format',
      'cell.not-integer',
      'fee.malformed',
      'narrative.claim',
      'text.assessment',
      'text.social-review',
      'text.accountability',
      'text.fee-statement',
      'year.period',
      'year.stray',
      'text.law-superseded',
      'text.document-number',
      'text.law-title',
      'text.term',
      'text.page-break',
      'text.punctuation',
      'import.doubt',
      'narrative.balance',
      'narrative.claim-none',
    ].sort(),
  )
})
