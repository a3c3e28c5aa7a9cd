import { useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import { withPublished } from '../../drafts/backedUp'
import { backupText } from '../../drafts/backup'
import type { Draft } from '../../drafts/draft'
import { useDraftStore, useDrafts } from '../drafts/store'
import { useNow } from '../drafts/useNow'
import { registerOf, rowOf, type YearGroup } from '../home/register'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import { localDate } from '../parts/localDate'
import notice from '../parts/Notices.module.css'
import { dayWords, organOf } from '../parts/names'
import { Page } from '../parts/Page'
import styles from './ArchivePage.module.css'
import { archiveName, asArchived } from './archive'

/** A file that was handed to the browser, and what is in it. */
interface Archive {
  fileName: string
  drafts: Draft[]
}

/** 归档到文件: reports leave this browser for a backup file, by way of 回收站 and never before the clerk has seen the file. */
export default function ArchivePage() {
  const store = useDraftStore()
  const drafts = useDrafts()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [archive, setArchive] = useState<Archive | null>(null)
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const groups = registerOf(drafts.map(rowOf))
  const own = drafts.filter(({ id }) => chosen.has(id))

  function choose(ids: string[], on: boolean) {
    setSaid('')
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids) on ? next.add(id) : next.delete(id)
      return next
    })
  }
  function hand({ fileName, drafts: content }: Archive) {
    download(fileName, backupText(content, store.now()))
  }
  async function make() {
    setBusy(true)
    const whole = await withPublished(store, own)
    setBusy(false)
    const next = { fileName: archiveName(own, localDate(store.now())), drafts: whole }
    hand(next)
    setArchive(next)
  }
  async function move({ drafts: archived }: Archive) {
    setBusy(true)
    let moved = 0
    for (const draft of asArchived(archived, store.get))
      if ((await store.remove(draft.id, draft)) === 'ok') moved++
    const left = archived.length - moved
    setBusy(false)
    setArchive(null)
    setChosen(new Set())
    setSaid(
      `已把 ${moved} 份年报移到回收站。${left ? `另有 ${left} 份没有移走：下载后又有修改，或者浏览器存不下。` : ''}`,
    )
  }

  return (
    <Page title="归档到文件" by="把往年的年报下载成一个备份文件，腾出这个浏览器的存储空间。">
      <p role="status" className={said ? notice.notice : undefined}>
        {said && (
          <>
            {said}
            <Link href="/trash">回收站</Link>
          </>
        )}
      </p>
      {archive ? (
        <Question
          archive={archive}
          busy={busy}
          onAgain={hand}
          onMove={move}
          onCancel={() => setArchive(null)}
        />
      ) : drafts.length === 0 ? (
        <div className={styles.empty}>
          <p>没有可以归档的年报。</p>
          <Link href="/">回到我的年报</Link>
        </div>
      ) : (
        <>
          <div className={styles.bar}>
            <p>
              选好要归档的年报，先下载文件，看到文件以后再移走；需要时在<Link href="/import">导入</Link>
              打开这个文件就能恢复。
            </p>
            <Button
              look="primary"
              icon="down"
              disabled={busy || own.length === 0}
              onClick={() => void make()}
            >
              {own.length ? `下载归档文件（${own.length} 份）` : '下载归档文件'}
            </Button>
          </div>
          <div className={styles.list}>
            {groups.map((group) => (
              <Year key={group.year ?? 'none'} group={group} chosen={chosen} onChoose={choose} />
            ))}
          </div>
        </>
      )}
    </Page>
  )
}

interface YearProps {
  group: YearGroup
  chosen: ReadonlySet<string>
  onChoose: (ids: string[], on: boolean) => void
}

function Year({ group: { year, rows }, chosen, onChoose }: YearProps) {
  const now = useNow()
  const ids = rows.map(({ draft }) => draft.id)
  const count = ids.filter((id) => chosen.has(id)).length
  const name = year === undefined ? '未填年度' : `${year} 年度`
  const all = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (all.current) all.current.indeterminate = count > 0 && count < ids.length
  })
  return (
    <fieldset className={styles.year}>
      <legend>{name}</legend>
      <label className={styles.all}>
        <input
          ref={all}
          type="checkbox"
          aria-label={`${name}全选，${ids.length} 份`}
          checked={count === ids.length}
          onChange={({ target }) => onChoose(ids, target.checked)}
        />
        <b>{year ?? '未填年度'}</b>
        <small>{ids.length} 份</small>
      </label>
      <ul>
        {rows.map(({ draft, kind }) => (
          <li key={draft.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(draft.id)}
                onChange={({ target }) => onChoose([draft.id], target.checked)}
              />
              <span>{organOf(draft.report.entries)}</span>
              <small>
                {kind && `${kind}，`}
                {dayWords(draft.savedAt, now)} 保存
              </small>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

interface QuestionProps {
  archive: Archive
  busy: boolean
  onAgain: (archive: Archive) => void
  onMove: (archive: Archive) => void
  onCancel: () => void
}

/** Nothing has been moved yet: first the clerk looks whether the file has arrived. */
function Question({ archive, busy, onAgain, onMove, onCancel }: QuestionProps) {
  const { fileName, drafts } = archive
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus(), [])
  return (
    <section
      className={styles.question}
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <h2 id={id} ref={heading} tabIndex={-1}>
        文件下载好了吗？
      </h2>
      <p>
        请打开“下载”文件夹，看看有没有 <b>{fileName}</b>，里面是 {drafts.length}{' '}
        份年报。最好再复制一份到别的盘。
      </p>
      <p>看到以后再移走。移走的年报先放在回收站，彻底删除之前还可以恢复。</p>
      <p className={styles.actions}>
        <Button look="primary" disabled={busy} onClick={() => onMove(archive)}>
          文件在，移到回收站
        </Button>
        <Button icon="down" onClick={() => onAgain(archive)}>
          再下载一次
        </Button>
        <Button look="text" onClick={onCancel}>
          先不移
        </Button>
      </p>
    </section>
  )
}
