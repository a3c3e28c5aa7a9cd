import { memo } from 'react'
import { isSummed, type Standing } from '../../aggregate/task'
import { Button } from '../parts/Button'
import styles from './Aggregate.module.css'
import { isOverdue, STATE_WORDS, unusableWords } from './words'

/** What a desk looks for among its units, in the order in which it has to do something about it. */
const SEEN: [words: string, is: (standing: Standing, today: string) => boolean][] = [
  ...(['missing', 'returned', 'conflict'] as const).map((wanted): (typeof SEEN)[number] => [
    STATE_WORDS[wanted],
    ({ state }) => state === wanted,
  ]),
  ['逾期', isOverdue],
  ['有存疑或缺的数', (one) => isSummed(one) && !!one.current && unusableWords(one.current) !== ''],
  ...(['outside', 'zero', 'exempt'] as const).map((wanted): (typeof SEEN)[number] => [
    STATE_WORDS[wanted],
    ({ state }) => state === wanted,
  ]),
]

/** Those units that are looked for; all of them where there is none such any more. */
export function seenUnits(standings: Standing[], only: string, today: string): Standing[] {
  const [, is] = SEEN.find(([words]) => words === only) ?? []
  const seen = is ? standings.filter((one) => is(one, today)) : []
  return seen.length ? seen : standings
}

/** 只看: how many units are in which state, and these alone. Not counted again for each finding that comes in. */
export const UnitFilter = memo(function UnitFilter({
  standings,
  only,
  today,
  onOnly,
}: {
  standings: readonly Standing[]
  only: string
  today: string
  onOnly(only: string): void
}) {
  const counts = SEEN.map(([words, is]) => [words, standings.filter((one) => is(one, today)).length] as const)
  const shown = counts.filter(([, count]) => count)
  if (!shown.length) return null
  const current = shown.some(([words]) => words === only) ? only : ''
  return (
    <fieldset aria-label="只看" className={styles.filter}>
      {[['全部', standings.length] as const, ...shown].map(([words, count]) => {
        const own = words === '全部' ? '' : words
        return (
          <Button key={words} small aria-pressed={current === own} onClick={() => onOnly(own)}>
            {words} {count}
          </Button>
        )
      })}
    </fieldset>
  )
})
