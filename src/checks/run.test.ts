import { describe, expect, test } from 'vitest'
import { currentEdition as edition } from '../format/editions'
import { addressesOf, type Exception, type Report, withTexts } from '../report/report'
import { exceptionFor } from './exceptions'
import { EXAMPLE_TODAY, neutralReport } from './rules/neutralReport'
import { findingsOf, givenOf, runChecks } from './run'
import type { Finding, Rule, Verdict } from './types'
import { verdictOf, verdictText } from './verdict'

const A = 'tables.requests.received.naturalPerson'
const TOTAL = 'tables.requests.received.total'

/** 核实 whenever more than ten applications came in. */
const manyReceived: Rule = {
  id: 'requests.many',
  title: '',
  severity: 'verify',
  due: 'whenAnswered',
  source: '',
  explanation: '',
  check: (given) => {
    const total = given.total(TOTAL)
    const place = { target: TOTAL, operands: [TOTAL, A] }
    if ('missing' in total) return [{ ...place, state: 'notAssessable' }]
    return [
      total.value > 10n
        ? { ...place, state: 'fails', message: `${total.value}`, evidence: { 'lastYear.x': '4' } }
        : { ...place, state: 'holds' },
    ]
  },
  examples: [],
}

const look = (report: Report, exceptions: Exception[], rules: Rule[] = [manyReceived]) => {
  const outcomes = runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY }), rules)
  const findings = findingsOf(outcomes, exceptions, edition, report)
  return { findings, verdict: verdictOf(outcomes, findings) }
}
const withReceived = (text: string) => neutralReport(edition, { [A]: text })
const accept = (text: string, reason: string): Exception => {
  const report = withReceived(text)
  return exceptionFor(
    look(report, []).findings[0] as Finding,
    reason,
    '2024-01-20T08:00:00Z',
    edition,
    report,
  )
}

describe('an accepted finding', () => {
  test('remembers what it rests on', () => {
    expect(accept('22', '属实').cells).toEqual({ [TOTAL]: '22', [A]: '22', 'lastYear.x': '4' })
  })

  test('keeps its reason, reopens with it when an operand changes, and is accepted again when the value is back', () => {
    const exceptions = [accept('22', '属实')]
    expect(look(withReceived('22'), exceptions).findings[0]).toMatchObject({
      status: 'accepted',
      reason: '属实',
    })
    expect(look(withReceived('23'), exceptions).findings[0]).toMatchObject({ status: 'open', reason: '属实' })
    expect(look(withReceived('２２'), exceptions).findings[0]).toMatchObject({
      status: 'accepted',
      reason: '属实',
    })
  })

  test('shows the latest reason of several when none fits', () => {
    const exceptions = [accept('22', '甲'), accept('23', '乙')]
    expect(look(withReceived('22'), exceptions).findings[0]).toMatchObject({
      status: 'accepted',
      reason: '甲',
    })
    expect(look(withReceived('24'), exceptions).findings[0]).toMatchObject({ status: 'open', reason: '乙' })
  })

  test('says nothing for another rule or other cells', () => {
    const exception = accept('22', '属实')
    const others = [
      { ...exception, rule: 'requests.other' },
      { ...exception, cells: { [A]: '22' } },
    ]
    expect(look(withReceived('22'), others).findings[0]?.reason).toBeUndefined()
  })

  test('leaves the count of 待核实', () => {
    const exceptions = [accept('22', '属实')]
    expect(look(withReceived('22'), exceptions).verdict).toMatchObject({ verify: 0, accepted: 1 })
    expect(look(withReceived('23'), exceptions).verdict).toMatchObject({ verify: 1, accepted: 0 })
  })
})

test('阻断 cannot be accepted', () => {
  const blocking: Rule = { ...manyReceived, severity: 'block' }
  const { findings, verdict } = look(withReceived('22'), [accept('22', '属实')], [blocking])
  expect(findings[0]).toMatchObject({ status: 'open', severity: 'block' })
  expect(verdict.block).toBe(1)
})

test('findings come by severity, then in printed order', () => {
  const report = neutralReport(edition, {
    year: '1999',
    other: '',
    problems: '',
    'tables.reviewAndLitigation.litigationDirect.upheld': 'x',
    'tables.requests.received.commercialEnterprise': '1',
    'tables.proactiveDisclosure.regulations.issued': '',
  })
  const outcomes = runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY }))
  const found = findingsOf(outcomes, [], edition, report).filter(
    ({ severity }) => severity === 'block' || severity === 'blank',
  )
  expect(found.map(({ rule, target }) => `${rule} ${target}`)).toEqual([
    'year.range year',
    'requests.balance tables.requests.received.commercialEnterprise',
    'cell.not-integer tables.reviewAndLitigation.litigationDirect.upheld',
    'cell.blank tables.proactiveDisclosure.regulations.issued',
    'text.section-blank problems',
    'text.section-blank other',
  ])
  expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
})

test('two findings of one rule at one place have keys of their own', () => {
  const twice: Rule = {
    ...manyReceived,
    check: (given) => [...manyReceived.check(given), ...manyReceived.check(given)],
  }
  const { findings } = look(withReceived('22'), [], [twice])
  expect(findings.map(({ key }) => key)).toEqual([`requests.many:${TOTAL}`, `requests.many:${TOTAL}:2`])
})

test('a rule that throws is counted as not run, and the others are run', () => {
  const broken: Rule = {
    ...manyReceived,
    id: 'requests.broken',
    check: () => {
      throw new Error('made up')
    },
  }
  const { findings, verdict } = look(withReceived('22'), [], [broken, manyReceived])
  expect(findings.map(({ rule }) => rule)).toEqual(['requests.many'])
  expect(verdict).toMatchObject({ rules: 1, broken: 1, verify: 1 })
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'every rule can be run over a report whose texts are all called %s, as names of kinds and years may be in a file',
  (text) => {
    const blank = neutralReport(edition)
    const entries = withTexts(
      blank.entries,
      addressesOf(edition).map((address) => [address, text]),
    )
    // With a name by which the kind of organ is looked at.
    const reports = [entries, withTexts(neutralReport(edition).entries, [['organ.kind', text]])]
    for (const each of reports) {
      const report = { ...blank, entries: each }
      const outcomes = runChecks(givenOf({ edition, report, today: EXAMPLE_TODAY, lastYear: report }))
      expect(outcomes.filter(({ state }) => state === 'broken')).toEqual([])
    }
  },
)

describe('the verdict line', () => {
  const verdict: Verdict = { block: 0, verify: 0, note: 0, blank: 0, rules: 9, notAssessable: 0 }
  test.each<[Partial<Verdict>, string]>([
    [{ verify: 1, note: 3 }, '可以定稿：0 项阻断，1 项待核实，3 项提示'],
    [{ block: 2, blank: 12 }, '还不能定稿：2 项阻断，12 项未填'],
    [{ blank: 12 }, '还不能定稿：0 项阻断，12 项未填'],
    [{ block: 1, verify: 2, note: 3 }, '还不能定稿：1 项阻断，0 项未填，2 项待核实，3 项提示'],
    [{}, '可以定稿：已核对 9 项规则，未发现问题'],
    [{ broken: 2 }, '可以定稿：0 项阻断，0 项待核实，0 项提示，2 项规则出错没有核对'],
    [{ block: 1, broken: 2 }, '还不能定稿：1 项阻断，0 项未填，2 项规则出错没有核对'],
    [{ accepted: 1 }, '可以定稿：0 项阻断，0 项待核实，0 项提示'],
  ])('%j', (counts, text) => {
    expect(verdictText({ ...verdict, ...counts })).toBe(text)
  })
})
