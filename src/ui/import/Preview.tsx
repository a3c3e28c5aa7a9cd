import { Link } from 'wouter'
import type { Restored } from '../../drafts/restoring'
import { currentEdition } from '../../format/editions'
import { textsOfProposal } from '../../import/apply'
import type { ImportProposal } from '../../import/proposal'
import { withTexts } from '../../report/report'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { titleOf } from '../parts/names'
import { reportPath } from '../routes'
import styles from './ImportPage.module.css'
import type { Found } from './recognise'
import { isOneOfSeveral, isShortened, tallyOf } from './tally'

export interface Item {
  key: string
  /** Of the file; empty where there was nothing to read. */
  name: string
  found: Found
  /** What it has become, once it was taken. */
  done?: Restored
}

interface Props {
  items: Item[] | null
  busy: boolean
  progress: string
  onImport: (items: Item[]) => void
  onLook: (item: Item) => void
}

/** Something new is in it that has not been taken yet. */
export const canImport = ({ found, done }: Item) =>
  !done &&
  (found.kind === 'report' || found.kind === 'source' || (found.kind === 'backup' && found.drafts.length > 0))

/** What was recognised, one line each, before anything is written. */
export function Preview({ items, busy, progress, onImport, onLook }: Props) {
  const ready = items?.filter(canImport) ?? []
  const failed = items?.filter(({ found }) => found.kind === 'problem').length ?? 0
  const summary =
    items &&
    [`识别了 ${items.length} 项`, `可以导入 ${ready.length} 项`, failed && `不能导入 ${failed} 项`].filter(
      Boolean,
    )
  const alone = items?.length === 1
  return (
    <section className={styles.preview} aria-labelledby={items ? 'preview-heading' : undefined}>
      <p role="status" className="visually-hidden">
        {busy && !progress ? '正在识别' : !alone && summary ? summary.join('，') : ''}
      </p>
      {progress && <p role="status">{progress}</p>}
      {items && (
        <>
          <div className={styles.head}>
            <h2 id="preview-heading">识别结果</h2>
            {!alone && <p>{summary?.slice(1).join('，')}</p>}
            {ready.length > 1 && (
              <Button look="primary" disabled={busy} onClick={() => onImport(ready)}>
                全部导入（{ready.length} 项）
              </Button>
            )}
          </div>
          <ul className={styles.items}>
            {items.map((item) => (
              <li key={item.key}>
                <Line
                  item={item}
                  primary={ready.length === 1}
                  busy={busy}
                  onImport={() => onImport([item])}
                  onLook={() => onLook(item)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Line({
  item,
  primary,
  busy,
  onImport,
  onLook,
}: {
  item: Item
  primary: boolean
  busy: boolean
  onImport: () => void
  onLook: () => void
}) {
  const { found, name, done } = item
  if (found.kind === 'problem')
    return (
      <p role="alert" className={styles.problem}>
        <Icon name="verify" />
        <span>
          {name && <b>{name}：</b>}
          {found.problem}
        </span>
      </p>
    )
  return (
    <div className={styles.item}>
      <Icon name={found.kind === 'backup' ? 'down' : 'file'} />
      <div>
        {found.kind === 'source' ? (
          <SourceLine proposal={found.proposal} />
        ) : found.kind === 'report' ? (
          <>
            <h3>{titleOf(found.report.entries)}</h3>
            <p>
              年报文件，数值 {found.figures}/{found.of}
            </p>
          </>
        ) : (
          <>
            <h3>{backupWords(found)}</h3>
            {found.drafts.length > 0 && (
              <ul>
                {found.drafts.map((draft) => (
                  <li key={draft.id}>{titleOf(draft.report.entries)}</li>
                ))}
              </ul>
            )}
            {found.beside > 0 && (
              <p>其中 {found.beside} 份与现有年报内容不同，将另存为一份，现有年报不变。</p>
            )}
            {found.unreadable > 0 && <p>另有 {found.unreadable} 份读不出来，不会恢复。</p>}
          </>
        )}
        <small>{name}</small>
      </div>
      {done ? (
        <Outcome done={done} isBackup={found.kind === 'backup'} />
      ) : canImport(item) ? (
        <span className={styles.actions}>
          {found.kind === 'source' && <Button onClick={onLook}>预览</Button>}
          <Button look={primary ? 'primary' : 'outlined'} disabled={busy} onClick={onImport}>
            {found.kind === 'backup' ? `恢复 ${found.drafts.length} 份草稿` : '导入为新年报'}
          </Button>
        </span>
      ) : null}
    </div>
  )
}

/** What has been written, and what has not, by name. */
function Outcome({
  done: { drafts, noRoom, present, stored },
  isBackup,
}: {
  done: Restored
  isBackup: boolean
}) {
  const [first] = drafts
  const words = [
    isBackup ? `已恢复 ${drafts.length} 份` : first ? '已导入' : '',
    present > 0 && `另有 ${present} 份已在“我的年报”里，内容相同`,
    !stored && '浏览器不允许保存，关闭页面后就没有了',
  ].filter(Boolean)
  return (
    <div>
      {words.length > 0 && (
        <p className={styles.done}>
          <Icon name="ok" />
          <span>{words.join('；')}</span>
          {drafts.length === 1 && first && <Link href={reportPath(first.id)}>打开</Link>}
        </p>
      )}
      {noRoom.length > 0 && (
        <div role="alert">
          <p>
            {isBackup ? `${noRoom.length} 份没有恢复` : '没有导入'}：浏览器存不下，请先
            <Link href="/archive">归档</Link>
            腾出空间，再导入一次。
          </p>
          {isBackup && (
            <ul>
              {noRoom.map((draft) => (
                <li key={draft.id}>{titleOf(draft.report.entries)}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}

/** A verdict in one line: what was recognised, what is doubtful, what has no place. */
function SourceLine({ proposal }: { proposal: ImportProposal }) {
  const { entered } = textsOfProposal(proposal, currentEdition)
  const { figures, doubtful, unplaced, paragraphs } = tallyOf(proposal)
  const words = [
    `识别 ${figures} 个数据`,
    `正文 ${paragraphs} 段`,
    doubtful && `存疑 ${doubtful} 个`,
    unplaced && `未能放置 ${unplaced} 处`,
    proposal.olderForm && `${proposal.olderForm} 年试行格式`,
    isShortened(proposal) && '来文太长，只读取了开头',
    isOneOfSeveral(proposal) && '来文里不止一份年报，只读取了第一份',
  ].filter(Boolean)
  return (
    <>
      <h3>{titleOf(withTexts({}, entered))}</h3>
      <p>
        {doubtful || unplaced ? <Icon name="verify" size={14} /> : <Icon name="ok" size={14} />}{' '}
        {words.join('，')}
      </p>
    </>
  )
}

function backupWords({ drafts, present }: Extract<Found, { kind: 'backup' }>): string {
  if (!drafts.length)
    return present
      ? `备份文件：${present} 份年报都已在“我的年报”里，内容相同，不用恢复。`
      : '备份文件：里面没有年报。'
  const count = `备份文件：${drafts.length} 份年报`
  return present ? `${count}；另有 ${present} 份已在“我的年报”里，内容相同` : count
}
