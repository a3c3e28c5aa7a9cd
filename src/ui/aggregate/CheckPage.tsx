import { Suspense, useMemo, useState } from 'react'
import { inForce } from '../../aggregate/inForce'
import { checkNodes, type Difference, type NodeCheck, officesAsGovernment } from '../../aggregate/nodeCheck'
import { CAUSES, OURS, SCOPES } from '../../aggregate/nodeWords'
import { nodesOf } from '../../aggregate/range'
import { unitNames } from '../../aggregate/unitNames'
import { cellAt } from '../../format/cells'
import { currentEdition as edition } from '../../format/editions'
import { placeOf } from '../../format/names'
import { named } from '../../report/named'
import { formatAmount } from '../../report/value'
import { latePage } from '../parts/latePage'
import styles from './Aggregate.module.css'
import own from './Second.module.css'
import type { OpenTask } from './useTask'

const { Page: NodeFindings } = latePage(async () => (await import('./NodeFindings')).NodeFindings)

/** So many explanations are read by nobody. */
const MAX_CAUSES = 6

/** 节点检查: 本级＋下级＝全辖, and whose figures explain the difference. */
export function CheckPage({ open }: { open: OpenTask }) {
  const { overview, task } = open
  const choices = useMemo(
    () => inForce(task.decisions).filter((one) => one.kind === 'choose'),
    [task.decisions],
  )
  const checks = useMemo(() => checkNodes(overview, choices, ''), [overview, choices])
  const offices = useMemo(() => officesAsGovernment(overview), [overview])
  const nodes = useMemo(() => nodesOf(overview), [overview])
  const wrong = checks.filter(({ differences, agreesBelow }) => differences.length && !agreesBelow)
  const [chosen, setChosen] = useState('')
  const names = useMemo(() => unitNames(overview.standings), [overview])
  const name = (id: string) => names.get(id) ?? id
  const node = chosen || wrong[0]?.node || checks[0]?.node || nodes[0]?.id || ''
  const shown = useMemo(() => (node ? checkNodes(overview, choices, node) : []), [overview, choices, node])
  if (!nodes.length)
    return (
      <p className={styles.empty}>
        单位名单里没有上下级，没有可以检查的节点。请在“单位与装入”的名单里写上“上级”一列。
      </p>
    )
  return (
    <>
      <div className={own.filters}>
        <label>
          节点
          <select value={node} onChange={({ target }) => setChosen(target.value)}>
            {nodes.map(({ id }) => {
              const of = checks.filter((check) => check.node === id)
              const count = of.reduce(
                (sum, one) => sum + (wrong.includes(one) ? one.differences.length : 0),
                0,
              )
              return (
                <option key={id} value={id}>
                  {name(id)}（{of.length ? (count ? `${count} 处不符` : '相符') : '没有报来汇总'}）
                </option>
              )
            })}
          </select>
        </label>
        <span role="status" className={styles.hint}>
          {nodes.length} 个节点，报来汇总 {new Set(checks.map((check) => check.node)).size} 个，
          {wrong.length ? `不符 ${new Set(wrong.map((check) => check.node)).size} 个` : '没有不符'}。
        </span>
      </div>
      {offices.map(({ office, government }) => (
        <p key={office} className={styles.problem} data-office={office}>
          {name(office)}与{name(government)}（本机关）的数完全相同，汇总里算了两次。请把其中一家设为不需报。
        </p>
      ))}
      {!shown.length && (
        <p className={styles.empty}>
          {name(node)}
          没有报来自己的汇总年报（口径为本级汇总或全辖汇总），没有可以对照的数。装入后在这里逐格对照。
        </p>
      )}
      {shown.map((check) => (
        <Checked key={check.scope} check={check} name={name} open={open} />
      ))}
    </>
  )
}

function Checked({
  check,
  name,
  open: { task, overview },
}: {
  check: NodeCheck
  name(id: string): string
  open: OpenTask
}) {
  const node = overview.standings.find(({ id }) => id === check.node)
  const { scope, report, differences, explanations, first, lacking, agreesBelow } = check
  const words = SCOPES[scope]
  const ours = OURS[scope]
  const entered = differences.filter(({ address }) => !cellAt(edition, address)?.parts).length
  return (
    <section className={styles.part} aria-label={words} data-scope={scope}>
      <h2>
        {words}
        <span className={styles.count}>
          {report.file}　
          {differences.length && !agreesBelow ? `${differences.length} 处不符` : '与各单位之和相符'}
        </span>
      </h2>
      {node && (
        <Suspense fallback={null}>
          <NodeFindings task={task.id} node={node} report={report} />
        </Suspense>
      )}
      {lacking.length > 0 && (
        <p className={styles.hint}>
          缺 {lacking.length} 家：{named(lacking.map(name))}，{ours}不完整。
        </p>
      )}
      {agreesBelow && (
        <p className={styles.problem}>
          与各单位之和相符，是下级汇总{named(explanations.map(({ unit }) => name(unit)))}与其各单位不符。
        </p>
      )}
      {differences.length > 0 && (
        <>
          {agreesBelow ? null : explanations.length > 0 ? (
            <>
              <h3 className={own.heading}>可能的原因</h3>
              <ol className={own.causes}>
                {explanations
                  .slice(0, Math.max(first, MAX_CAUSES))
                  .map(({ unit, cause, explained, whole, versions, file }, n) => (
                    <li key={unit} data-cause={unit} data-first={n < first ? '' : undefined}>
                      {CAUSES[cause](name(unit), { versions, file })}
                      <span className={styles.hint}>
                        {cause === 'notReceived' || cause === 'notChosen' || cause === 'unusable'
                          ? ''
                          : whole
                            ? '　全部差额都对得上'
                            : `　不符的 ${entered} 格里有 ${explained} 格对得上`}
                      </span>
                    </li>
                  ))}
              </ol>
            </>
          ) : (
            <p className={styles.hint}>没有一家单位的数能说明这些差额，请逐格查对。</p>
          )}
          <div className={styles.scroll}>
            <table className={own.rows}>
              <thead>
                <tr>
                  <th scope="col">在哪里</th>
                  <th scope="col" data-number="">
                    {ours}
                  </th>
                  <th scope="col" data-number="">
                    报来的{words}
                  </th>
                  <th scope="col" data-number="">
                    相差
                  </th>
                  <th scope="col">先看哪一家</th>
                </tr>
              </thead>
              <tbody>
                {differences.map((difference) => (
                  <Line key={difference.address} difference={difference} name={name} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

function Line({ difference, name }: { difference: Difference; name(id: string): string }) {
  const { address, left, right, missing, suspects } = difference
  const unit = cellAt(edition, address)?.unit ?? '件'
  const text = (amount: bigint) => formatAmount(amount, unit)
  return (
    <tr
      data-cell={address}
      data-left={text(left)}
      data-right={right === null ? '' : text(right)}
      data-suspect={suspects.join(' ')}
    >
      <th scope="row">{placeOf(edition, address)}</th>
      <td data-number="">
        {text(left)}
        {missing > 0 && <span className={styles.hint}>（缺 {missing} 家）</span>}
      </td>
      <td data-number="">{right === null ? '没有数' : text(right)}</td>
      <td data-number="">
        {right === null
          ? ''
          : `${right > left ? '多' : '少'} ${text(right > left ? right - left : left - right)}`}
      </td>
      <td>
        {named(suspects.map(name), 4)}
        {suspects.length > 4 && ` ${suspects.length} 家`}
      </td>
    </tr>
  )
}
