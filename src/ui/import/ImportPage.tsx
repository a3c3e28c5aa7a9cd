import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { newDraft, newDraftId } from '../../drafts/draft'
import type { Restored } from '../../drafts/restoring'
import { realTimers } from '../../drafts/timers'
import { currentEdition } from '../../format/editions'
import { reportOf, textsOfProposal } from '../../import/apply'
import type { Report } from '../../report/report'
import { troubleWords, useKeptText } from '../drafts/missing'
import { useDraftStore, useTabs } from '../drafts/store'
import { Button, buttonClass } from '../parts/Button'
import { Page } from '../parts/Page'
import { reportPath } from '../routes'
import { ACCEPTED, KINDS } from './accepted'
import styles from './ImportPage.module.css'
import { canImport, type Item, Preview } from './Preview'
import { parseBackup } from './parseBackup'
import { FAILED, readMaterial } from './reader'
import { type DraftsHere, type Found, NOTHING, recogniseFile, recognisePasted } from './recognise'
import { SourcePreview } from './SourcePreview'
import { UseInDraft } from './UseInDraft'

/** 导入: look first, write only when asked to. */
export default function ImportPage() {
  const store = useDraftStore()
  const tabs = useTabs()
  const [, navigate] = useLocation()
  const [items, setItems] = useState<Item[] | null>(null)
  const [looking, setLooking] = useState<string>()
  const [pasted, setPasted] = useKeptText('pasted')
  const [busy, setBusy] = useState(false)
  /** How far a backup has been read or restored, in a sentence. */
  const [progress, setProgress] = useState('')
  const run = useRef(0)
  const writing = useRef(false)
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])
  /** What the clipboard held beside the text, as long as the text is still the one that was pasted. */
  const markup = useRef<{ html: string; text: string }>(undefined)

  const shelf = (): DraftsHere => ({
    get: store.get,
    parse: (text) => parseBackup(text, (read, of) => setProgress(`正在读取备份：${read}/${of} 份`)),
    read: readMaterial,
  })

  /** Files that were just chosen, or the pasted text: what the clerk has acted on last. */
  async function recognise(files: File[], text: string) {
    const own = ++run.current
    setBusy(true)
    const found: Item[] = []
    const add = (name: string, what: Found) =>
      found.push({ key: `${found.length} ${name}`, name, found: what })
    for (const file of files) add(file.name, await answered(recogniseFile(file, shelf())))
    if (text.trim()) {
      const html = markup.current?.text === text ? markup.current.html : undefined
      add(PASTED, await answered(recognisePasted(text, shelf(), html)))
    }
    if (!found.length) add('', { kind: 'problem', problem: NOTHING })
    // Other files may have been chosen while these were read.
    if (own !== run.current) return
    setItems(found)
    setBusy(false)
    setProgress('')
    const [only] = found
    setLooking(found.length === 1 && only?.found.kind === 'source' ? only.key : undefined)
  }

  function take(chosen: Iterable<File>) {
    const files = [...chosen]
    if (files.length) void recognise(files, '')
  }

  const over = useDrop(take)

  /** Saves what an item holds. A report becomes a new draft, a backup comes back as it was. */
  async function write({ found }: Item, edited?: Report): Promise<Restored> {
    const newId = () => newDraftId(window.crypto)
    const { inTurn, restoreDrafts } = await import('../../drafts/restoring')
    if (found.kind !== 'backup')
      return restoreDrafts(store, (edited ? [edited] : reportsOf(found)).map(asDraft), newId)
    const of = found.drafts.length
    return inTurn(tabs.locks, realTimers, () =>
      restoreDrafts(store, found.drafts, newId, (done) => setProgress(`正在恢复：${done}/${of} 份`)),
    )
  }
  const asDraft = (report: Report) => newDraft(report, store.now(), newDraftId(window.crypto))

  /** `edited`: what the clerk has made of the one item in its preview. */
  async function bringIn(chosen: Item[], edited?: Report) {
    // Pressed twice while the database is waited for it would come twice.
    if (writing.current) return
    writing.current = true
    setBusy(true)
    const written = new Map<Item, Restored>()
    try {
      for (const item of chosen) written.set(item, await write(item, edited))
    } catch (error) {
      setItems((before) => before && [...before, failedItem(troubleWords(error, FAILED))])
    }
    writing.current = false
    setBusy(false)
    setProgress('')
    if (written.size) finish(written)
  }
  function finish(written: Map<Item, Restored>) {
    // The clerk has gone on to another page meanwhile.
    if (left.current) return
    const drafts = [...written.values()].flatMap((each) => each.drafts)
    const open = items?.filter((item) => canImport(item) && !written.has(item)) ?? []
    const toSay = [...written.values()].some(({ noRoom, stored }) => noRoom.length || !stored)
    setLooking(undefined)
    // The others wait for their own decision; what is done says so in its line.
    if (open.length || toSay || !drafts.length)
      setItems((before) => before?.map((item) => ({ ...item, done: written.get(item) ?? item.done })) ?? null)
    else navigate(drafts.length === 1 && items?.length === 1 ? reportPath(drafts[0]?.id ?? '') : '/')
  }

  const shown = items?.find(({ key }) => key === looking)
  if (shown?.found.kind === 'source')
    return (
      <SourcePreview
        key={shown.key}
        source={shown.found.source}
        proposal={shown.found.proposal}
        name={shown.name}
        heading="导入"
        note="预览，还没有写入任何年报"
        actions={({ report }) => (
          <>
            <Button onClick={() => setLooking(undefined)}>
              {items?.length === 1 ? '换一份文件' : '返回列表'}
            </Button>
            <UseInDraft report={report} />
            <Button look="primary" onClick={() => void bringIn([shown], report())}>
              导入为新年报
            </Button>
          </>
        )}
      />
    )

  return (
    <Page title="导入" by="先预览，确认后才写入；已有的年报不会被覆盖。">
      <div className={over ? `${styles.sheet} ${styles.over}` : styles.sheet}>
        <section className={styles.source}>
          <h2>文件</h2>
          <div className={styles.drop}>
            <label className={buttonClass('outlined')}>
              选择文件
              <input
                type="file"
                className="visually-hidden"
                accept={ACCEPTED}
                multiple
                aria-describedby="file-hint"
                onChange={(event) => {
                  take(event.target.files ?? [])
                  // Choosing the same file again is a choice, too.
                  event.target.value = ''
                }}
              />
            </label>
            <p id="file-hint">{KINDS}，以及年报通导出的 JSON 和备份；可一次选几个，也可以把文件拖到这里。</p>
          </div>
        </section>
        <section className={styles.source}>
          <h2>
            <label htmlFor="pasted">粘贴年报内容</label>
          </h2>
          <textarea
            id="pasted"
            rows={5}
            spellCheck={false}
            value={pasted}
            aria-describedby="pasted-hint"
            onPaste={(event) => {
              const html = event.clipboardData.getData('text/html')
              const whole = event.currentTarget.value === '' || isAllSelected(event.currentTarget)
              // A textarea turns line ends into \n; the text is compared as it will stand there.
              const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n')
              markup.current = html && whole ? { html, text } : undefined
              // A page copied as HTML alone would leave the field empty.
              if (html && !text && whole) {
                event.preventDefault()
                markup.current = { html, text: HTML_ONLY }
                setPasted(HTML_ONLY)
              }
            }}
            onChange={(event) => setPasted(event.target.value)}
          />
          <div className={styles.choose}>
            <Button
              look={items?.some(canImport) ? 'outlined' : 'primary'}
              onClick={() => void recognise([], pasted)}
            >
              识别
            </Button>
            <p id="pasted-hint">
              在网页、Word、PDF
              或表格里全选、复制，再粘贴到上面；表格会连同格子一起读取。内容只在本机识别，不会上传。
            </p>
          </div>
        </section>
      </div>
      <Preview
        items={items}
        busy={busy}
        progress={progress}
        onImport={bringIn}
        onLook={({ key }) => setLooking(key)}
      />
    </Page>
  )
}

/** Whatever goes wrong in a reader is an answer, too: the page never waits in vain, and the other files are read. */
async function answered(reading: Promise<Found>): Promise<Found> {
  try {
    return await reading
  } catch (error) {
    return { kind: 'problem', problem: troubleWords(error, FAILED) }
  }
}

const failedItem = (problem: string): Item => ({
  key: `failed ${problem}`,
  name: '',
  found: { kind: 'problem', problem },
})

const PASTED = '粘贴的内容'
const HTML_ONLY = '（已粘贴网页内容）'
const isAllSelected = ({ selectionStart, selectionEnd, value }: HTMLTextAreaElement) =>
  selectionStart === 0 && selectionEnd === value.length

const reportsOf = (found: Found): Report[] => {
  if (found.kind === 'report') return [found.report]
  if (found.kind !== 'source') return []
  const { entered, sourceTotals } = textsOfProposal(found.proposal, currentEdition)
  return [reportOf(entered, sourceTotals, currentEdition)]
}

/** Files dropped anywhere on the page; a browser left to itself would leave the page to show them. True while one is over it. */
function useDrop(take: (files: Iterable<File>) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      latest.current(event.dataTransfer?.files ?? [])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return over
}
