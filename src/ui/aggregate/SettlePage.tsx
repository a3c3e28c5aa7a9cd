import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Received } from '../../aggregate/received'
import { currentEdition } from '../../format/editions'
import { addressesOf, type Report, textAt } from '../../report/report'
import { FAILED, readMaterial } from '../import/reader'
import { type Previewed, SourcePreview } from '../import/SourcePreview'
import { Button } from '../parts/Button'
import { Page } from '../parts/Page'
import { sumPath } from '../routes'
import styles from './Aggregate.module.css'
import { settledFile } from './settled'
import { NOT_KEPT, type OpenTask, theStore } from './useTask'

type Read = Exclude<Awaited<ReturnType<typeof readMaterial>>, { problem: string }> & { start?: Report }

const GONE = '这份年报的原件在本机找不到，不能核定。请重新装入原文件。'

/** The file as it came in, recognised anew, and what was settled of it before. */
async function readOriginal(id: string, original: Received, version: Received): Promise<Read | string> {
  const bytes = await theStore().file(id, original.code)
  if (!bytes) return GONE
  const read = await readMaterial({ name: original.file, bytes })
  if ('problem' in read) return read.problem
  if (version === original) return read
  const settled = await theStore().file(id, version.code)
  const [{ readFileText }, { decodeText }] = await Promise.all([
    import('../../report/schema'),
    import('../../report/decode'),
  ])
  const before = settled && readFileText(decodeText(settled))
  return before && 'report' in before ? { ...read, start: before.report } : GONE
}

/** 核定: the doubts of a recognised report are settled beside its source. The file stays as it came; what comes of it corrects it. */
export function SettlePage({ open, code }: { open: OpenTask; code: string }) {
  const { task } = open
  const [, navigate] = useLocation()
  const [read, setRead] = useState<Read | string | null>(null)
  const [problem, setProblem] = useState('')
  const writing = useRef(false)
  const before = task.decisions.find((one) => one.kind === 'settled' && one.version === code)
  const of = before?.kind === 'settled' ? before.of : code
  const version = task.reports.find((report) => report.code === code)
  const original = task.reports.find((report) => report.code === of)
  const { id } = task
  useEffect(() => {
    let left = false
    const show = (found: Read | string) => {
      if (!left) setRead(found)
    }
    if (!original || !version) show(GONE)
    else readOriginal(id, original, version).then(show, () => show(FAILED))
    return () => {
      left = true
    }
  }, [id, original, version])

  if (!original || typeof read === 'string')
    return (
      <Page title="核定">
        <div className={styles.empty}>
          <p role="alert">{typeof read === 'string' ? read : GONE}</p>
          <Link href={sumPath(id)}>回到单位与装入</Link>
        </div>
      </Page>
    )
  if (!read)
    return (
      <Page title="核定">
        <p role="status">正在读取“{original.file}”……</p>
      </Page>
    )

  async function save({ report, open: left, changed, confirmed }: Previewed) {
    if (writing.current || !original) return
    if (left)
      return setProblem(`还有 ${left} 处存疑没有处理。请逐处改正或“照此采用”；拿不准的请清空，汇总按缺数算。`)
    writing.current = true
    const stored = await settledFile(report(), code, original.file)
    const decision = {
      kind: 'settled' as const,
      of: original.code,
      base: code,
      version: stored?.received.code ?? '',
      changed: Object.fromEntries(changed()),
      confirmed,
    }
    const kept =
      stored && (await open.add([stored], (head) => ({ ...head, decisions: [...head.decisions, decision] })))
    writing.current = false
    if (kept) navigate(sumPath(id))
    else setProblem(NOT_KEPT)
  }
  const { source, proposal, start } = read
  return (
    <SourcePreview
      source={source}
      proposal={proposal}
      name={original.file}
      heading="核定"
      note="原件保持不变；核定稿另存一份，参加汇总"
      start={start && textsOf(start)}
      confirming
      actions={(now) => (
        <>
          {problem && (
            <p role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
          <Button onClick={() => navigate(sumPath(id))}>返回，不保存</Button>
          {now.open > 0 && <Button onClick={now.confirmAll}>存疑的全部照此采用</Button>}
          <Button look="primary" onClick={() => void save(now)}>
            保存核定稿
          </Button>
        </>
      )}
    />
  )
}

const textsOf = ({ entries }: Report) =>
  new Map(addressesOf(currentEdition).map((address) => [address, textAt(entries, address)]))
