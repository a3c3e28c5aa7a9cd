import { Suspense, useDeferredValue, useMemo } from 'react'
import { Link } from 'wouter'
import { staleOutputs } from '../../aggregate/late'
import { latePage } from '../parts/latePage'
import { Page } from '../parts/Page'
import { sumPath } from '../routes'
import styles from './Aggregate.module.css'
import { SumsPage } from './SumsPage'
import { UnitsPage } from './UnitsPage'
import { useKeptFocus } from './useKeptFocus'
import { type OpenTask, useTask } from './useTask'
import { SETTLE } from './words'

const { Page: OutputPage } = latePage(async () => (await import('./OutputPage')).OutputPage)
const { Page: ReviewPage } = latePage(async () => (await import('./ReviewPage')).ReviewPage)
const { Page: CheckPage } = latePage(async () => (await import('./CheckPage')).CheckPage)
const { Page: ChangesPage } = latePage(async () => (await import('./ChangesPage')).ChangesPage)

const { Page: SettlePage } = latePage(async () => (await import('./SettlePage')).SettlePage)

const PAGES = [
  ['units', '单位与装入'],
  ['review', '审核'],
  ['sums', '汇总'],
  ['check', '节点检查'],
  ['changes', '户数变动'],
  ['output', '输出'],
] as const

/** One 汇总任务. */
export default function TaskPage({ id, page }: { id: string; page: string }) {
  const open = useTask(id)
  useKeptFocus()
  const current = PAGES.find(([key]) => key === page)?.[0] ?? 'units'
  // A page of thousands of units goes and the next one comes between the keys.
  const shown = useDeferredValue(current)
  if (open === null)
    return (
      <Page title="汇总">
        <p role="status">正在读取……</p>
      </Page>
    )
  if (open === undefined)
    return (
      <Page title="汇总">
        <div className={styles.empty}>
          <p>这台电脑的这个浏览器里没有这个汇总任务，可能已经清除。</p>
          <Link href="/aggregate">回到汇总</Link>
        </div>
      </Page>
    )
  if (page.startsWith(SETTLE))
    return (
      <Suspense
        fallback={
          <Page title="核定">
            <p role="status">正在打开……</p>
          </Page>
        }
      >
        <SettlePage key={page} open={open} code={page.slice(SETTLE.length)} />
      </Suspense>
    )
  return (
    <Page title={open.task.name} by={`${open.task.year} 年度`}>
      <nav className={styles.tabs} aria-label="汇总的各页">
        <Link href="/aggregate">全部汇总</Link>
        {PAGES.map(([key, label]) => (
          <Link key={key} href={sumPath(id, key)} aria-current={key === current ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {current !== 'changes' && <Stale open={open} />}
      <Suspense fallback={<p role="status">正在打开……</p>}>
        {shown === 'units' && <UnitsPage open={open} />}
        {shown === 'sums' && <SumsPage open={open} />}
        {shown === 'output' && <OutputPage open={open} />}
        {shown === 'review' && <ReviewPage open={open} />}
        {shown === 'check' && <CheckPage open={open} />}
        {shown === 'changes' && <ChangesPage open={open} />}
      </Suspense>
    </Page>
  )
}

/** Wherever a correction comes in or a 汇总 goes out: which went out before and is no longer true. */
function Stale({ open: { task, overview } }: { open: OpenTask }) {
  const stale = useMemo(() => staleOutputs(overview, task.decisions), [overview, task.decisions])
  if (!stale.length) return null
  return (
    <p className={styles.problem} data-screen="">
      以前输出的汇总有 {stale.length} 份已经不是现在的数：
      <Link href={sumPath(task.id, 'changes')}>看是哪几份、因为哪几家</Link>
    </p>
  )
}
