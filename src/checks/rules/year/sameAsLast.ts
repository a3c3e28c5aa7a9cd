import { enteredCellsOf } from '../../../format/cells'
import type { Outcome, Rule } from '../../types'
import { lastYearOf } from '../figures'

/** How many equal non-zero figures are no longer chance. 现行有效 often stays as it is. */
const SAME_LEAST: Record<string, number> = { proactiveDisclosure: 3, requests: 5 }

export const sameAsLastYear: Rule = {
  id: 'year.same-as-last',
  title: '整张表与上年相同',
  severity: 'verify',
  due: 'atReview',
  source: '与上年报告比较',
  explanation: '表二有三个以上、表三有五个以上非零数据，并且全部与上年相同。',
  needsLastYear: true,
  check: (given) => {
    const lastYear = lastYearOf(given)
    if (!lastYear) return []
    return given.edition.sections.flatMap(({ table }): Outcome[] => {
      const least = table && SAME_LEAST[table.key]
      if (!table || least === undefined) return []
      const pairs = enteredCellsOf(given.edition)
        .filter((cell) => cell.table === table && cell.column.path !== 'inForce')
        .map(({ address }) => {
          const value = given.value(address)
          return {
            address,
            now: value.kind === 'number' ? value.amount : undefined,
            before: lastYear.amount(address),
          }
        })
      const used = pairs.filter(({ now, before }) => now || before)
      const target = used[0]?.address ?? pairs[0]?.address
      if (!target) return []
      const same = used.length >= least && used.every(({ now, before }) => now === before)
      const operands = used.length ? used.map(({ address }) => address) : [target]
      if (!same) return [{ target, operands: [target], state: 'holds' }]
      return [
        {
          target,
          operands,
          state: 'fails',
          message: `${table.name}非零数据与上年完全相同，是否沿用了上年的表？`,
          evidence: lastYear.evidence(operands),
        },
      ]
    })
  },
  examples: [
    {
      title: '表二四个数都没有变',
      entries: {
        'tables.proactiveDisclosure.administrativeLicenses.decisions': '10292',
        'tables.proactiveDisclosure.administrativePenalties.decisions': '97',
        'tables.proactiveDisclosure.administrativeCompulsion.decisions': '1',
      },
      lastYear: {
        'tables.proactiveDisclosure.administrativeLicenses.decisions': '10292',
        'tables.proactiveDisclosure.administrativePenalties.decisions': '97',
        'tables.proactiveDisclosure.administrativeCompulsion.decisions': '1',
      },
      messages: ['表二非零数据与上年完全相同，是否沿用了上年的表？'],
    },
    { title: '两年都是 0', entries: {}, lastYear: {}, messages: [] },
  ],
}
