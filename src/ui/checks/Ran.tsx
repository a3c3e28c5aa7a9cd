import type { Finding, Rule } from '../../checks/types'
import type { Tally } from '../../checks/verdict'
import { cellsOf } from '../../format/cells'
import type { Edition } from '../../format/types'
import { Icon, type IconName } from '../parts/Icon'
import { groupsOf } from '../rules/groups'
import styles from './Ran.module.css'

interface Count {
  holds: number
  fails: number
  open: number
  broken: number
}
const NOTHING: Count = { holds: 0, fails: 0, open: 0, broken: 0 }
const add = (a: Count, b: Count): Count => ({
  holds: a.holds + b.holds,
  fails: a.fails + b.fails,
  open: a.open + b.open,
  broken: a.broken + b.broken,
})

/** `notRun`: rules among them that had no report of last year to compare with; then the theme is not all in order. */
function Line({
  name,
  count,
  worst,
  notRun = 0,
}: {
  name: string
  count: Count
  worst: IconName
  notRun?: number
}) {
  const { broken } = count
  const all = count.holds + count.fails + count.open
  const icon: IconName = count.fails ? worst : count.open || notRun || broken ? 'blank' : 'ok'
  const without = [notRun > 0 && `${notRun} 条规则未载入上年`, broken > 0 && `${broken} 条规则出错没有核对`]
    .filter(Boolean)
    .join('，')
  const words = [
    `${count.holds} 项相符`,
    count.fails && `${count.fails} 项有发现`,
    count.open && `${count.open} 项未能核对`,
    without,
  ]
  const shown = [
    count.fails && `${count.fails} 项有发现`,
    count.open && `${count.open} 项未能核对`,
    notRun > 0 && '未载入上年',
    broken > 0 && '出错',
  ]
  return (
    <>
      <span className={styles.icon} data-icon={all ? icon : 'none'}>
        <Icon name={all ? icon : 'blank'} size={14} />
      </span>
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>
        {all ? (
          <>
            <span aria-hidden="true">{shown.filter(Boolean).join(' · ') || '相符'}</span>
            <span className="visually-hidden">{words.filter(Boolean).join('，')}</span>
          </>
        ) : (
          without || '不适用'
        )}
      </span>
    </>
  )
}

const rank = ['block', 'verify', 'note', 'blank'] as const

/** The gravest of what is open; ⚠ only where something is to be verified, and what has its reason is 已说明. */
const worstOf = (findings: Finding[], rules: Rule[]): IconName => {
  const ids = new Set(rules.map(({ id }) => id))
  const open = findings.filter(({ rule, status }) => status === 'open' && ids.has(rule))
  return rank.find((severity) => open.some((finding) => finding.severity === severity)) ?? 'said'
}

/** What was looked at, theme by theme with counts, each open to its rules: “nothing found” is not “not run”. */
export function Ran({
  rules,
  tally,
  findings,
  hasLastYear,
  edition,
}: {
  rules: Rule[]
  tally: Tally[]
  findings: Finding[]
  hasLastYear: boolean
  edition: Edition
}) {
  const counts = new Map(
    tally.map(({ rule, holds, fails, open, broken }) => [
      rule,
      { holds, fails, open: open.length, broken: broken === undefined ? 0 : 1 },
    ]),
  )
  const countOf = (rule: Rule) => counts.get(rule.id) ?? NOTHING
  const isNotRun = (rule: Rule) => rule.needsLastYear === true && !hasLastYear
  return (
    <section className={styles.ran} aria-labelledby="ran-heading">
      <h2 id="ran-heading">本次核对了什么</h2>
      <p className={styles.extent}>
        已核对 {tally.filter(({ broken }) => broken === undefined).length} 条规则、{cellsOf(edition).length}{' '}
        格
      </p>
      {groupsOf(
        rules.filter((rule) => !rule.off),
        edition,
      ).map(({ title, rules: own }) => {
        return (
          <details key={title}>
            <summary>
              <Line
                name={title}
                count={own.map(countOf).reduce(add, NOTHING)}
                worst={worstOf(findings, own)}
                notRun={own.filter(isNotRun).length}
              />
            </summary>
            <ul>
              {own.map((rule) => (
                <li key={rule.id}>
                  {isNotRun(rule) ? (
                    <>
                      <span className={styles.icon} data-icon="none">
                        <Icon name="blank" size={14} />
                      </span>
                      <span className={styles.name}>{rule.title}</span>
                      <span className={styles.count}>未载入上年</span>
                    </>
                  ) : (
                    <Line name={rule.title} count={countOf(rule)} worst={worstOf(findings, [rule])} />
                  )}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}
