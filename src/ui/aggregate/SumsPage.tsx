import { type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import { besideWords, lastRange, lastSums } from '../../aggregate/beside'
import { inRange } from '../../aggregate/range'
import type { Sum } from '../../aggregate/sums'
import { isLacking, isSummed, type Standing, sumsOf } from '../../aggregate/task'
import { type DocumentCell, tableOf } from '../../export/table'
import { currentEdition as edition } from '../../format/editions'
import { nameOf, sectionLabel } from '../../format/names'
import type { Address } from '../../format/types'
import { named } from '../../report/named'
import { troubleWords } from '../drafts/missing'
import { Button } from '../parts/Button'
import { latePage } from '../parts/latePage'
import { sumPath } from '../routes'
import styles from './Aggregate.module.css'
import { RangeChoice } from './RangeChoice'
import { SumParts } from './SumParts'
import { useLastTask } from './useLastTask'
import { useRange } from './useRange'
import { useSumSource } from './useSumSource'
import type { OpenTask } from './useTask'
import { STATE_WORDS, uncountedWords, unusableWords } from './words'

const { Page: SumPrint } = latePage(async () => (await import('./SumPrint')).SumPrint)
const { Page: FillReport } = latePage(async () => (await import('./FillReport')).FillReport)

/** The id of the button that opens 回填. */
const FILL = 'fill-report'

/** 汇总: the three tables summed; each figure opens to the units that make it. */
export function SumsPage({ open }: { open: OpenTask }) {
  const { overview, task } = open
  const [range, setRange] = useRange(task.id)
  const [shown, setShown] = useState<Address | null>(null)
  const [said, setSaid] = useState('')
  // A key in the name of a choice sums nothing again.
  const over =
    range.kind === 'chosen' ? range.units : range.kind === 'all' ? '' : `${range.kind} ${range.node}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the units depend on no name
  const standings = useMemo(() => inRange(overview, range), [overview, over])
  const sums = useMemo(() => sumsOf({ standings }), [standings])
  const missing = standings.filter(isLacking)
  const partial = useMemo(
    () => standings.filter((one) => isSummed(one) && one.current && unusableWords(one.current)),
    [standings],
  )
  const uncounted = uncountedWords(overview, standings)
  const { others, last, waiting } = useLastTask(task)
  const source = useSumSource(open, range, last)
  const namesOf = (all: readonly Standing[]) => all.map(({ id }) => source.names.get(id) ?? id)
  const lastYear = useMemo(() => {
    const found = last && lastRange(range, overview, last.overview, task.decisions)
    return found && { ...found, ...lastSums(found), year: last.head.year }
  }, [range, overview, last, task.decisions])
  const [beside, setBeside] = useState(true)
  // Room for last year's figures is there before they are, so that no cell moves.
  const roomy = beside && (waiting ? others?.length !== 0 : !!lastYear)
  const [printing, setPrinting] = useState(false)
  const [filling, setFilling] = useState(false)
  const note = useRef<(what: string) => void>(undefined)
  note.current = (what) => void import('./noteOutput').then(({ noteOutput }) => noteOutput(open, range, what))
  // Always the same one: the print job prints anew for another.
  const printed = useCallback(() => {
    setPrinting(false)
    note.current?.('打印汇总')
  }, [])

  async function excel() {
    setSaid('正在生成 Excel……')
    try {
      const { saveOutput } = await import('./saveOutput')
      const { comparison } = await saveOutput(
        'xlsx',
        source.whole(),
        (done, of) => setSaid(`正在生成 Excel：${done}/${of} 家……`),
        new AbortController().signal,
      )
      setSaid(
        comparison.differences.length
          ? '导出的文件读回来与汇总不一致，没有交给浏览器。请重试。'
          : '已交给浏览器下载。',
      )
      if (!comparison.differences.length) note.current?.('导出 Excel')
    } catch (error) {
      setSaid(`没有生成 Excel。${troubleWords(error, '程序在这里出了错。')}`)
    }
  }
  async function save() {
    setSaid('正在生成汇总文件……')
    try {
      const { saveTask } = await import('./saveOutput')
      await saveTask(open, new AbortController().signal)
      setSaid('已交给浏览器下载。')
    } catch {
      setSaid('没有保存：浏览器的数据库没有回应。请关闭其他年报通窗口后再试。')
    }
  }
  /** Back to the figure that was opened. */
  function close() {
    if (shown) document.getElementById(shown)?.closest('button')?.focus()
    setShown(null)
  }
  /** Back to the button that opened it. */
  function closeFill() {
    document.getElementById(FILL)?.focus()
    setFilling(false)
  }
  if (!standings.length && range.kind === 'all')
    return <p className={styles.empty}>还没有可以汇总的年报。请先在“单位与装入”装入。</p>
  return (
    <>
      <RangeChoice range={range} overview={overview} onChange={setRange} />
      <p className={styles.actions} data-screen="">
        <Button disabled={waiting} onClick={() => void excel()}>
          导出汇总 Excel
        </Button>
        <Button disabled={waiting} onClick={() => setPrinting(true)}>
          打印汇总
        </Button>
        <Button onClick={() => void save()}>保存汇总文件</Button>
        <Button id={FILL} aria-expanded={filling} onClick={() => setFilling(!filling)}>
          回填到年报
        </Button>
        <Link href={sumPath(task.id, 'output')}>其他输出</Link>
      </p>
      <p role="status">{printing ? '正在准备打印……' : said}</p>
      {printing && (
        <Suspense fallback={null}>
          <SumPrint source={source} onDone={printed} />
        </Suspense>
      )}
      {filling && (
        <Suspense fallback={null}>
          <FillReport open={open} range={range} standings={standings} onClose={closeFill} />
        </Suspense>
      )}
      <p className={missing.length + partial.length || uncounted ? styles.problem : styles.hint}>
        {missing.length + partial.length
          ? `汇总不完整，${[
              missing.length > 0 && `缺 ${missing.length} 家：${named(namesOf(missing))}`,
              partial.length > 0 && `${partial.length} 家有存疑或缺的数：${named(namesOf(partial))}`,
            ]
              .filter(Boolean)
              .join('；')}。缺的不当作 0。`
          : `${standings.filter(({ state }) => state !== 'exempt').length} 家都已汇总。`}
        {uncounted && `${uncounted}。`}
      </p>
      {lastYear && (
        <p className={styles.lastYear}>
          <label>
            <input type="checkbox" checked={beside} onChange={({ target }) => setBeside(target.checked)} />
            显示上年
          </label>
          <span>
            {lastYear.year} 年度 {lastYear.changes.before} 家
            {lastYear.lacking > 0 && `，不完整，缺 ${lastYear.lacking} 家`}；点一个数看是哪几家不同。
          </span>
        </p>
      )}
      <div className={styles.sums} data-open={shown ? '' : undefined}>
        <div>
          {edition.sections.map((section) => {
            if (!section.table) return null
            const table = tableOf(
              section.table,
              sectionLabel(section),
              (address) => sums.get(address)?.value ?? '',
            )
            return (
              <section key={section.key}>
                <h2>{table.caption}</h2>
                <div className={styles.scroll}>
                  <table
                    className={styles.form}
                    data-columns={table.columns}
                    data-last={roomy ? '' : undefined}
                    aria-label={section.table.name}
                  >
                    <colgroup>
                      {table.widths.map((width, at) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: columns of a form are fixed
                        <col key={at} style={{ width: `${width}%` }} />
                      ))}
                    </colgroup>
                    <tbody>
                      {table.rows.map((row, at) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form are fixed
                        <tr key={at}>
                          {row.cells.map((cell) => (
                            <FormCell key={cell.start} cell={cell}>
                              {cell.address && (
                                <SumFigure
                                  address={cell.address}
                                  value={sums.get(cell.address)?.value ?? ''}
                                  missing={sums.get(cell.address)?.missing ?? 0}
                                  absent={missing.length}
                                  last={beside ? lastYear?.sums.get(cell.address) : undefined}
                                  roomy={roomy}
                                  open={shown === cell.address}
                                  onOpen={setShown}
                                />
                              )}
                            </FormCell>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              </section>
            )
          })}
          {missing.length > 0 && (
            <section data-print="">
              <h2>未报单位名单</h2>
              <ol>
                {missing.map(({ id, state }) => (
                  <li key={id}>
                    {source.names.get(id)}（{STATE_WORDS[state]}）
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
        {shown && (
          <SumParts
            key={shown}
            address={shown}
            sum={sums.get(shown)}
            standings={standings}
            names={source.names}
            last={lastYear}
            onClose={close}
          />
        )}
      </div>
    </>
  )
}

function FormCell({ cell, children }: { cell: DocumentCell; children: ReactNode }) {
  const { role, text, colSpan, rowSpan, group } = cell
  if (role === 'figure' || role === 'text')
    return (
      <td colSpan={colSpan} rowSpan={rowSpan}>
        {children || text}
      </td>
    )
  const scope = role === 'rowHead' ? (group ? 'rowgroup' : 'row') : group ? 'colgroup' : 'col'
  return (
    <th colSpan={colSpan} rowSpan={rowSpan} scope={scope} data-role={role}>
      {text}
    </th>
  )
}

function SumFigure({
  address,
  value,
  missing,
  absent,
  last,
  roomy,
  open,
  onOpen,
}: {
  address: Address
  value: string
  missing: number
  /** Units of which there is nothing at all; said once over the tables. */
  absent: number
  /** Last year's sum, where it is to be shown. */
  last: Sum | undefined
  /** Whether room is kept for it. */
  roomy: boolean
  open: boolean
  onOpen(address: Address): void
}) {
  const short = missing > 0
  const before = last && besideWords(edition, address, { value }, last)
  const [was, by] = before?.split(' ') ?? []
  const incomplete = last?.missing ? `，不完整，缺 ${last.missing} 家` : ''
  return (
    <button
      type="button"
      className={styles.figure}
      aria-expanded={open}
      aria-label={`${nameOf(edition, address)}：${value}${short ? `，不完整，缺 ${missing} 家` : ''}${before ? `；上年 ${before}${incomplete}` : ''}`}
      title={
        [short && `不完整，缺 ${missing} 家`, before && `上年 ${before}${incomplete}`]
          .filter(Boolean)
          .join('；') || undefined
      }
      onClick={() => onOpen(address)}
    >
      <output id={address} data-missing={missing}>
        {value}
      </output>
      {missing > absent && <sup aria-hidden="true">缺{missing}</sup>}
      {roomy && (
        <small data-last-of={before && address} aria-hidden="true">
          {was} {by && <span>{by}</span>}
        </small>
      )}
    </button>
  )
}
