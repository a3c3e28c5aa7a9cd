import { useEffect, useMemo, useState } from 'react'
import { unitsOf } from '../../aggregate/beside'
import { type Change, type Jump, jumpFinder, unitChanges } from '../../aggregate/changes'
import { correctionsOf, staleOutputs } from '../../aggregate/late'
import { rangeWords } from '../../aggregate/range'
import { unitNames } from '../../aggregate/unitNames'
import { FILE_TYPES } from '../../export/fileTypes'
import type { PrintedList } from '../../export/lists'
import { cellAt, cellsOf } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { placeOf } from '../../format/names'
import { dateInWords } from '../../report/localDate'
import { formatAmount } from '../../report/value'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import { breath } from '../parts/inSlices'
import styles from './Aggregate.module.css'
import own from './Second.module.css'
import { useLastTask } from './useLastTask'
import { NOT_KEPT, type OpenTask } from './useTask'
import { CHANGE_COLUMNS, changeRows, changeWords, KINDS } from './words'

/** Longer lists are read in the workbook. */
const MAX_LINES = 300
/** Sums are compared in slices of this, ms. */
const SLICE_MS = 12

/** 户数变动: last year's list and sums beside this year's, what corrections have changed, and which 汇总 are no longer true. */
export function ChangesPage({ open }: { open: OpenTask }) {
  const { task, overview } = open
  const { others = [], before, choose, last, problem: notRead } = useLastTask(task)
  const [notKept, setProblem] = useState('')
  const problem = notKept || notRead
  const names = useMemo(() => unitNames(overview.standings), [overview])
  const namesBefore = useMemo(() => unitNames(last?.overview.standings ?? []), [last])
  const name = (id: string) => names.get(id) ?? namesBefore.get(id) ?? id
  const changes = useMemo(
    () => last && unitChanges(unitsOf(last.overview.standings), unitsOf(overview.standings), task.decisions),
    [last, overview, task.decisions],
  )
  const [jumps, setJumps] = useState<Jump[]>([])
  useEffect(() => {
    let gone = false
    setJumps([])
    if (!last || !changes) return
    void (async () => {
      await breath()
      const find = jumpFinder(edition, overview, last.overview, changes)
      const found: Jump[] = []
      let since = performance.now()
      for (const { address } of cellsOf(edition)) {
        if (performance.now() - since > SLICE_MS) {
          await breath()
          if (gone) return
          since = performance.now()
        }
        found.push(...find(address))
      }
      if (!gone) setJumps(found)
    })()
    return () => {
      gone = true
    }
  }, [last, overview, changes])

  async function save() {
    if (!changes || !last) return
    const { listsToXlsx } = await import('../../export/listXlsx')
    const list: PrintedList = {
      title: `${task.name}户数变动表`,
      lines: [changeWords(last.head, changes, task)],
      columns: CHANGE_COLUMNS.map(([label, width]) => ({ label, width })),
      rows: changeRows(changes, namesBefore, names),
      ending: [],
      sheet: '户数变动表',
    }
    download(`${task.name}_${task.year}_户数变动表.xlsx`, listsToXlsx([list]), FILE_TYPES.xlsx)
  }
  return (
    <>
      <p role="alert" className={problem ? styles.problem : undefined}>
        {problem}
      </p>
      <div className={own.filters}>
        <label>
          上年汇总
          <select value={before} onChange={({ target }) => choose(target.value)}>
            <option value="">不对照</option>
            {others.map(({ id, name, year }) => (
              <option key={id} value={id}>
                {name}（{year} 年度）
              </option>
            ))}
          </select>
        </label>
        {changes && last && (
          <>
            <span role="status">{changeWords(last.head, changes, task)}</span>
            <Button small onClick={() => void save()}>
              户数变动表 Excel
            </Button>
          </>
        )}
      </div>
      {!others.length && (
        <p className={styles.hint}>
          这台电脑上没有上一年的汇总。在“全部汇总”里打开上年的汇总文件（.nbsum），或新建上年的汇总并装入上年的年报，就能对照。
        </p>
      )}
      {changes && changes.changes.length > 0 && (
        <section className={styles.part} aria-label="户数变动表">
          <h2>户数变动表</h2>
          <table className={own.rows}>
            <thead>
              <tr>
                <th scope="col">变动</th>
                <th scope="col">上年单位</th>
                <th scope="col">本年单位</th>
                <th scope="col">原因</th>
              </tr>
            </thead>
            <tbody>
              {changes.changes.slice(0, MAX_LINES).map((change) => (
                <ChangeLine
                  key={`${change.before?.id} ${change.now?.id}`}
                  change={change}
                  nameBefore={namesBefore.get(change.before?.id ?? '') ?? ''}
                  nameNow={names.get(change.now?.id ?? '') ?? ''}
                  onReason={async (reason) =>
                    setProblem(
                      (await open.decide({
                        kind: 'unitChange',
                        before: change.before?.id ?? '',
                        now: change.now?.id ?? '',
                        reason,
                      }))
                        ? ''
                        : NOT_KEPT,
                    )
                  }
                />
              ))}
            </tbody>
          </table>
          {changes.changes.length > MAX_LINES && (
            <p className={styles.hint}>这里列出前 {MAX_LINES} 条，全部在 Excel 里。</p>
          )}
        </section>
      )}
      {jumps.length > 0 && <Jumps jumps={jumps} name={name} />}
      <Late open={open} names={names} name={name} />
    </>
  )
}

function ChangeLine({
  change: { kind, before, now, reason },
  nameBefore,
  nameNow,
  onReason,
}: {
  change: Change
  nameBefore: string
  nameNow: string
  onReason(reason: string): void
}) {
  const [typed, setTyped] = useState(reason)
  const who = nameNow || nameBefore
  const say = () => typed.trim() !== reason && onReason(typed.trim())
  return (
    <tr data-change={kind} data-before={before?.id} data-now={now?.id}>
      <th scope="row">{KINDS[kind]}</th>
      <td>{nameBefore}</td>
      <td>{nameNow}</td>
      <td>
        <form
          className={styles.reason}
          onSubmit={(event) => {
            event.preventDefault()
            say()
          }}
          // As everywhere else, what was typed is kept when the field is left.
          onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && say()}
        >
          <input
            aria-label={`${KINDS[kind]}的原因：${who}`}
            placeholder="如：机构改革"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          {typed.trim() !== reason && (
            <Button small type="submit">
              记下
            </Button>
          )}
        </form>
      </td>
    </tr>
  )
}

function Jumps({ jumps, name }: { jumps: Jump[]; name(id: string): string }) {
  return (
    <section className={styles.part} aria-label="与上年相差很大的数">
      <h2>
        与上年相差很大的数<span className={styles.count}>{jumps.length} 个</span>
      </h2>
      <table className={own.rows}>
        <thead>
          <tr>
            <th scope="col">在哪里</th>
            <th scope="col" data-number="">
              上年
            </th>
            <th scope="col" data-number="">
              本年
            </th>
            <th scope="col">主要是哪几家</th>
          </tr>
        </thead>
        <tbody>
          {jumps.map(({ address, before, now, units }) => {
            const unit = cellAt(edition, address)?.unit ?? '件'
            const text = (amount: bigint) => formatAmount(amount, unit)
            const signed = (by: bigint) => (by < 0n ? `少 ${text(-by)}` : `多 ${text(by)}`)
            return (
              <tr key={address} data-jump={address}>
                <th scope="row">{placeOf(edition, address)}</th>
                <td data-number="">{text(before)}</td>
                <td data-number="">{text(now)}</td>
                <td>{units.map(({ id, by }) => `${name(id)}${signed(by)}`).join('；')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** What corrections that came in late have changed, and what was printed before. */
function Late({
  open,
  names,
  name,
}: {
  open: OpenTask
  names: ReadonlyMap<string, string>
  name(id: string): string
}) {
  const { overview, task } = open
  const corrections = useMemo(() => correctionsOf(overview), [overview])
  const stale = useMemo(() => staleOutputs(overview, task.decisions), [overview, task.decisions])
  if (!corrections.length && !stale.length) return null
  return (
    <section className={styles.part} aria-label="更正">
      <h2>更正</h2>
      {stale.map(({ output, corrected, added, gone }) => (
        <p
          key={`${output.what} ${output.rangeKey} ${output.day}`}
          className={styles.problem}
          data-stale={output.rangeKey}
        >
          {dateInWords(output.day)} {output.what}的结果（{output.range}）已经不是现在的数：
          {[
            corrected.length && `更正 ${corrected.map(name).join('、')}`,
            added.length && `新到 ${added.map(name).join('、')}`,
            gone.length && `不再计入 ${gone.map(name).join('、')}`,
          ]
            .filter(Boolean)
            .join('；')}
          。请重新输出。
        </p>
      ))}
      {corrections.slice(0, MAX_LINES).map(({ unit, now, cells, ranges }) => (
        <details key={unit} data-correction={unit}>
          <summary>
            {name(unit)}更正了 {cells.length} 个数，影响的汇总：
            {ranges.map((range) => rangeWords(range, names)).join('、')}
          </summary>
          <p className={styles.hint}>{now.file}</p>
          <ul className={own.causes}>
            {cells.map(({ address, before, after }) => (
              <li key={address}>
                {placeOf(edition, address)}：{before || '没有数'} → {after || '没有数'}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
