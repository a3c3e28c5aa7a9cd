import { memo, startTransition, useCallback, useMemo, useRef } from 'react'
import { nodesOf, type Range } from '../../aggregate/range'
import type { Overview } from '../../aggregate/task'
import { unitNames } from '../../aggregate/unitNames'
import styles from './Aggregate.module.css'
import { useDrawn } from './useDrawn'

/** 范围: over which units the sums and outputs go. */
export function RangeChoice({
  range,
  overview,
  onChange,
}: {
  range: Range
  overview: Overview
  onChange(range: Range): void
}) {
  const nodes = useMemo(() => nodesOf(overview), [overview])
  const names = useMemo(() => unitNames(overview.standings), [overview])
  const value = range.kind === 'level' || range.kind === 'whole' ? `${range.kind} ${range.node}` : range.kind
  function choose(text: string) {
    const [kind = '', ...rest] = text.split(' ')
    if (kind === 'level' || kind === 'whole') return onChange({ kind, node: rest.join(' ') })
    if (kind === 'chosen') {
      const listed = overview.standings.filter(({ unit }) => unit)
      return onChange({ kind, units: new Set(listed.map(({ id }) => id)), name: '' })
    }
    onChange({ kind: 'all' })
  }
  return (
    <div className={styles.range}>
      <label className={styles.choice}>
        范围
        <select value={value} onChange={({ target }) => choose(target.value)}>
          <option value="all">全部</option>
          {nodes.map(({ id }) => (
            <optgroup key={id} label={names.get(id)}>
              <option value={`level ${id}`}>{names.get(id)}本级</option>
              <option value={`whole ${id}`}>{names.get(id)}全辖</option>
            </optgroup>
          ))}
          <option value="chosen">选择汇总</option>
        </select>
      </label>
      {range.kind === 'chosen' && (
        <Chosen range={range} overview={overview} names={names} onChange={onChange} />
      )}
    </div>
  )
}

/** Ticks that are laid out together, in a grid of their own; full lines in up to six columns. */
const GROUP = 120

type ChosenRange = Extract<Range, { kind: 'chosen' }>

function Chosen({
  range,
  overview,
  names,
  onChange,
}: {
  range: ChosenRange
  overview: Overview
  names: ReadonlyMap<string, string>
  onChange(range: Range): void
}) {
  const latest = useRef(range)
  latest.current = range
  const change = useRef(onChange)
  change.current = onChange
  // The same function for all ticks, so that one of thousands draws only itself.
  const tick = useCallback((id: string, on: boolean) => {
    const units = new Set(latest.current.units)
    if (on) units.add(id)
    else units.delete(id)
    change.current({ ...latest.current, units })
  }, [])
  const listed = useMemo(() => overview.standings.filter(({ unit }) => unit), [overview])
  const groups = useMemo(
    () =>
      Array.from({ length: Math.ceil(listed.length / GROUP) }, (_, n) =>
        listed.slice(n * GROUP, (n + 1) * GROUP),
      ),
    [listed],
  )
  const drawn = useDrawn(groups, 1)
  // Thousands of ticks are drawn between the keys.
  const all = (units: Set<string>) => startTransition(() => onChange({ ...range, units }))
  return (
    <>
      <label className={styles.choice}>
        汇总名称
        <input
          value={range.name ?? ''}
          maxLength={80}
          autoComplete="off"
          placeholder="如：各街道合计"
          onChange={({ target }) => onChange({ ...range, name: target.value })}
        />
      </label>
      <fieldset className={styles.ticks}>
        <legend>
          选择汇总：已勾选 {range.units.size} 家
          <button
            type="button"
            className={styles.inText}
            onClick={() => all(new Set(listed.map(({ id }) => id)))}
          >
            全选
          </button>
          <button type="button" className={styles.inText} onClick={() => all(new Set())}>
            全不选
          </button>
        </legend>
        {drawn.map((group) => (
          <div key={group[0]?.id}>
            {group.map(({ id }) => (
              <Tick key={id} id={id} name={names.get(id) ?? id} checked={range.units.has(id)} onTick={tick} />
            ))}
          </div>
        ))}
      </fieldset>
    </>
  )
}

const Tick = memo(function Tick({
  id,
  name,
  checked,
  onTick,
}: {
  id: string
  name: string
  checked: boolean
  onTick(id: string, on: boolean): void
}) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={({ target }) => onTick(id, target.checked)} />
      {name}
    </label>
  )
})
