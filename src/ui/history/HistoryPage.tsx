import { Fragment, useCallback, useEffect, useState } from 'react'
import type { Snapshot } from '../../drafts/journal'
import { placeOf } from '../../format/names'
import { contentCode, printedCode } from '../../report/contentCode'
import { fileText } from '../../report/file'
import type { Change, Report } from '../../report/report'
import { useDraftStore, useHealth } from '../drafts/store'
import { useCorrection } from '../form/publication'
import { useSession } from '../form/session'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import { dayWords } from '../parts/names'
import { useObservable } from '../parts/observable'
import { SectionHead } from '../parts/SectionHead'
import { comparedTexts, type Piece } from './comparedTexts'
import styles from './HistoryPage.module.css'
import { fileOf, reasonWords, restoreVersion, type Version, versionsOf } from './versions'

const UNANSWERED = '还没有恢复：这份年报已公布，请先回答上面的问题。'

/** 历史版本: earlier states of the draft, what sets them apart from the present one, and the way back. */
export default function HistoryPage() {
  const session = useSession()
  const { autosave, draft, edition } = session
  const store = useDraftStore()
  const { journal } = useHealth()
  const [snapshots, setSnapshots] = useState<Snapshot[]>()
  const [said, setSaid] = useState('')
  const load = useCallback(() => store.snapshots(draft.id).then(setSnapshots), [store, draft.id])
  const isAsked = useObservable(session.asked) !== null
  // And again once the database answers, or the clerk: by their word a version comes about.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its state is why
  useEffect(() => void load(), [load, journal, isAsked])

  // An undo changes what the versions are compared with.
  useObservable(session.history)
  const versions = snapshots && versionsOf(snapshots, session.report(), edition)
  async function keepNow() {
    const kept = await autosave.keep('manual')
    await load()
    setSaid(kept ? '已存为一个版本。' : '没能存为版本，请下载备份。')
  }
  async function restore(version: Version) {
    const done = await restoreVersion(session, version)
    await load()
    setSaid(
      done === 'ok'
        ? `已恢复到 ${dayWords(version.snapshot.savedAt, store.now())} 的内容；恢复之前的内容也存为一个版本。`
        : done === 'asked'
          ? UNANSWERED
          : done === 'taken'
            ? '没有恢复：这份年报刚由另一个标签页接着填写。'
            : '没有恢复：现在的内容没能先存为一个版本。请再试一次，或先下载备份。',
    )
  }
  return (
    <>
      <SectionHead
        title="历史版本"
        by="填写途中每隔一刻钟、一次改动多处之前自动存一份，每份年报最多留 30 份。"
      >
        <Button onClick={() => void keepNow()}>把现在的内容存为版本</Button>
      </SectionHead>
      <div className={styles.page}>
        <p role="status" className={styles.said}>
          {said === UNANSWERED && !isAsked ? '' : said}
        </p>
        {journal === 'unavailable' ? (
          <p className={styles.empty}>历史版本现在存不下，也读不到。请用“下载备份”保留重要的内容。</p>
        ) : versions?.length === 0 ? (
          <p className={styles.empty}>还没有历史版本。继续填写，到时会自动存；也可以随时自己存一份。</p>
        ) : (
          <ul className={styles.list}>
            {versions?.map((version) => (
              <li key={keyOf(version)}>
                <VersionItem version={version} onRestore={() => void restore(version)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

const keyOf = ({ snapshot: { savedAt, revision, reason } }: Version) => `${savedAt} ${revision} ${reason}`

function VersionItem({ version, onRestore }: { version: Version; onRestore: () => void }) {
  const { edition } = useSession()
  const { snapshot, draft, changes, notesDiffer } = version
  const now = useDraftStore().now()
  // Long texts are compared when the version is looked at.
  const [open, setOpen] = useState(false)
  const when = dayWords(snapshot.savedAt, now)
  if (!draft)
    return (
      <div className={styles.head}>
        <b>{when}</b>
        <span>这个版本的存储内容损坏，打不开</span>
        <Button
          small
          icon="down"
          onClick={() => download(`历史版本_${snapshot.revision}.txt`, snapshot.text, 'text/plain')}
        >
          下载原文
        </Button>
      </div>
    )
  const same = changes.length === 0 && !notesDiffer
  const count = changes.length ? `与现在有 ${changes.length} 处不同` : '只有说明和来文总计与现在不同'
  return (
    <details className={styles.version} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.head}>
        <b>{when}</b>
        <span>{reasonWords.get(snapshot.reason)}</span>
        <span className={styles.count}>{same ? '与现在相同' : count}</span>
      </summary>
      {open && snapshot.reason === 'published' && <Published report={draft.report} />}
      {open && !same && (
        <>
          <table className={styles.changes}>
            <caption className="visually-hidden">{when} 的版本与现在的不同</caption>
            <thead>
              <tr>
                <th scope="col">位置</th>
                <th scope="col">现在</th>
                <th scope="col">那时</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <ChangeRow key={change.address} change={change} place={placeOf(edition, change.address)} />
              ))}
            </tbody>
          </table>
          <div className={styles.actions}>
            <Button aria-label={`恢复到 ${when} 的版本`} onClick={onRestore}>
              恢复这个版本
            </Button>
            <span>现在的内容会先存为一个版本，可以再换回来。</span>
          </div>
        </>
      )}
    </details>
  )
}

/** What can be done with a published version: the file as it was, and a correction of it. */
function Published({ report }: { report: Report }) {
  const { edition } = useSession()
  const startCorrection = useCorrection()
  async function save() {
    const { status, stem } = await fileOf(report, edition)
    download(`${stem}.json`, fileText(report, edition, status))
  }
  return (
    <div className={styles.actions}>
      <Button small icon="down" onClick={() => void save()}>
        下载这一版的 JSON
      </Button>
      <Button small onClick={() => void startCorrection(report)}>
        复制为更正版
      </Button>
      <span>内容码 {printedCode(contentCode(report, edition))}</span>
    </div>
  )
}

function ChangeRow({ change, place }: { change: Change; place: string }) {
  const { before, after } = comparedTexts(change.before, change.after)
  return (
    <tr>
      <th scope="row">{place}</th>
      <td>
        <Pieces pieces={before} as="del" />
      </td>
      <td>
        <Pieces pieces={after} as="ins" />
      </td>
    </tr>
  )
}

function Pieces({ pieces, as: Changed }: { pieces: Piece[]; as: 'del' | 'ins' }) {
  if (!pieces.length) return <i>空白</i>
  return pieces.map(({ text, changed }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are fixed
    <Fragment key={at}>{changed ? <Changed>{text}</Changed> : text}</Fragment>
  ))
}
