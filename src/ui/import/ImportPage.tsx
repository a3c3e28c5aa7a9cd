import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type Draft, newDraft, newDraftId } from '../../drafts/draft'
import { useDraftStore } from '../drafts/store'
import { Button, buttonClass } from '../parts/Button'
import { Page } from '../parts/Page'
import { reportPath } from '../routes'
import styles from './ImportPage.module.css'
import { canImport, type Item, Preview } from './Preview'
import { type Found, NOTHING, recogniseFile, recognisePasted, type Shelf } from './recognise'

/** Only what this version can read. */
const ACCEPTED = '.json,application/json'

/** 导入: look first, write only when asked to. */
export default function ImportPage() {
  const store = useDraftStore()
  const [, navigate] = useLocation()
  const [items, setItems] = useState<Item[] | null>(null)
  const [pasted, setPasted] = useState('')
  const [busy, setBusy] = useState(false)
  const run = useRef(0)
  const files = useRef<File[]>([])

  const shelf = (): Shelf => ({
    get: store.get,
    inTrash: (id) => store.trash().some(({ draft }) => draft.id === id),
    now: store.now(),
    newId: () => newDraftId(window.crypto),
  })

  async function recognise() {
    const own = ++run.current
    setBusy(true)
    const found: Item[] = []
    const add = (name: string, what: Found) =>
      found.push({ key: `${found.length} ${name}`, name, found: what, done: [] })
    for (const file of files.current) add(file.name, await recogniseFile(file, shelf()))
    if (pasted.trim()) add('粘贴的内容', await recognisePasted(pasted, shelf()))
    if (!found.length) add('', { kind: 'problem', problem: NOTHING })
    // Other files may have been chosen while these were read.
    if (own !== run.current) return
    setItems(found)
    setBusy(false)
  }

  function take(chosen: Iterable<File>) {
    files.current = [...chosen]
    if (files.current.length) void recognise()
  }

  const over = useDrop(take)

  /** Saves what an item holds. A report becomes a new draft, a backup comes back as it was. */
  function write({ found }: Item): Draft[] {
    const drafts =
      found.kind === 'report'
        ? [newDraft(found.report, store.now(), newDraftId(window.crypto))]
        : found.kind === 'backup'
          ? found.drafts
          : []
    for (const draft of drafts) store.save(draft)
    return drafts
  }

  function bringIn(chosen: Item[]) {
    const written = new Map(chosen.map((item) => [item, write(item)]))
    const drafts = [...written.values()].flat()
    const open = items?.filter((item) => canImport(item) && !written.has(item)) ?? []
    // The others wait for their own decision; what is done says so in its line.
    if (open.length)
      setItems((before) => before?.map((item) => ({ ...item, done: written.get(item) ?? item.done })) ?? null)
    else navigate(drafts.length === 1 && items?.length === 1 ? reportPath(drafts[0]?.id ?? '') : '/')
  }

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
            <p id="file-hint">
              年报通导出的 JSON 或下载的备份（.json），可一次选几个，每个不超过 10 MB；也可以把文件拖到这里。
            </p>
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
            onChange={(event) => setPasted(event.target.value)}
          />
          <div className={styles.choose}>
            <Button look={items?.some(canImport) ? 'outlined' : 'primary'} onClick={() => void recognise()}>
              识别
            </Button>
            <p id="pasted-hint">目前可以粘贴年报通的 JSON 内容；Word、网页和一般文字，后续版本会支持。</p>
          </div>
        </section>
      </div>
      <Preview items={items} busy={busy} onImport={bringIn} />
    </Page>
  )
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
