import { type DragEvent, memo, startTransition, useId, useMemo, useRef, useState } from 'react'
import { SCOPES } from '../../aggregate/nodeWords'
import type { StoredReport } from '../../aggregate/store'
import { Button, buttonClass } from '../parts/Button'
import { download } from '../parts/download'
import { inSlices } from '../parts/inSlices'
import styles from './Aggregate.module.css'
import { filesOf } from './dropped'
import { type ChosenFile, type Outcome, readFiles } from './reading'
import { useDrawnPieces } from './useDrawn'
import { NOT_KEPT, type OpenTask } from './useTask'
import { unusableWords } from './words'

type Verdict = 'taken' | 'same' | 'asked' | 'refused'
/** What was taken in and is in no sum. */
type Uncounted = 'outside' | 'exempt'
interface Line {
  name: string
  verdict: Verdict
  words: string
  uncounted?: Uncounted | undefined
}
const VERDICTS: Record<Verdict | Uncounted, string> = {
  taken: '已装入',
  same: '已有同一份',
  asked: '要问是哪一家的',
  outside: '名册外，不计入',
  exempt: '不需报的单位，不计入',
  refused: '没有装入',
}
/** Sentences first, then questions: what somebody has to do something about. */
const ORDER: (Verdict | Uncounted)[] = ['refused', 'asked', 'outside', 'exempt', 'taken', 'same']

const wordsOf = ({ verdict, uncounted }: Line) => VERDICTS[uncounted ?? verdict]

/** 装入: files, folders and archives of all kinds, read beside the page; kept all together at the end, or not at all. */
export function Intake({ open }: { open: OpenTask }) {
  const [reading, setReading] = useState<{ done: number; of: number } | null>(null)
  const [lines, setLines] = useState<Line[]>([])
  const [said, setSaid] = useState('')
  const [over, setOver] = useState(false)
  const stopping = useRef<AbortController | undefined>(undefined)
  const hint = useId()
  const { task, overview } = open

  async function choose(input: HTMLInputElement) {
    const list = input.files
    if (!list?.length || reading) return
    setReading({ done: 0, of: list.length })
    // A folder chosen by mistake has a hundred thousand files, and the browser looks for each as it is asked for it.
    const files = await inSlices(each(list, (file): ChosenFile => ({ name: file.name, file }))).done
    // This empties the list, too.
    input.value = ''
    await take(files)
  }
  async function take(files: ChosenFile[]) {
    if (!files.length || reading) return
    const stop = new AbortController()
    stopping.current = stop
    setSaid('')
    setLines([])
    setReading({ done: 0, of: files.length })
    const outcomes = await readFiles(files, (done) => setReading({ done, of: files.length }), stop.signal)
    if (stop.signal.aborted) {
      setReading(null)
      return setSaid('已取消，什么都没有装入。')
    }
    const known = new Set(task.reports.map(({ code }) => code))
    const found = await inSlices(each(outcomes, (outcome) => judged(outcome, task.year, known))).done
    const reports = found.flatMap(({ stored }) => stored ?? [])
    const kept = !reports.length || (await open.add(reports))
    setReading(null)
    startTransition(() => setLines(kept ? found.map(({ line }) => line) : []))
    const taken = found.filter(({ line }) => line.verdict === 'taken').length
    setSaid(kept ? `共 ${found.length} 份，装入 ${taken} 份。` : NOT_KEPT)
  }
  const shown = useMemo(() => {
    const asked = new Set(overview.open.flatMap((one) => ('ask' in one ? [one.report.file] : [])))
    const uncounted = new Map<string, Uncounted>()
    for (const { state, reports } of overview.standings)
      if (state === 'outside' || state === 'exempt')
        for (const { file } of reports) uncounted.set(file, state)
    const by = new Map(ORDER.map((verdict): [string, Line[]] => [verdict, []]))
    for (const line of lines) {
      const now: Line =
        line.verdict !== 'taken'
          ? line
          : asked.has(line.name)
            ? { ...line, verdict: 'asked' }
            : { ...line, uncounted: uncounted.get(line.name) }
      by.get(now.uncounted ?? now.verdict)?.push(now)
    }
    return [...by.values()].flat()
  }, [lines, overview])
  const { kept, more } = useMemo(() => withoutRepeats(shown), [shown])
  const drawn = useDrawnPieces(kept)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    void filesOf(event.dataTransfer).then(take)
  }
  return (
    <section
      className={styles.part}
      aria-labelledby="intake-heading"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id="intake-heading">装入</h2>
      <div className={styles.intake}>
        <label className={buttonClass('primary')}>
          装入下级报表
          <input
            type="file"
            className="visually-hidden"
            multiple
            disabled={!!reading}
            aria-describedby={hint}
            onChange={({ target }) => void choose(target)}
          />
        </label>
        <p id={hint} className={styles.hint}>
          Word、Excel、PDF、网页、JSON、文本和压缩包都可以，一次可以选很多份；文件夹可以直接拖到这里。
        </p>
        {reading && (
          <p className={styles.busy}>
            <progress max={reading.of} value={reading.done} aria-label="装入进度" />
            {reading.done}/{reading.of}
            <Button small onClick={() => stopping.current?.abort()}>
              取消
            </Button>
          </p>
        )}
        <p role="status">{said}</p>
      </div>
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <ul className={styles.files} aria-label="装入结果" tabIndex={0}>
          {drawn.map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
            <Lines key={at} lines={piece} />
          ))}
          {[...more].map(([words, count]) => (
            <li key={words}>
              <span>另有 {count} 份</span>
              <b>{VERDICTS.refused}</b>
              <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
      {shown.length > 0 && (
        <Button look="text" small onClick={() => download('装入结果.txt', asText(shown), 'text/plain')}>
          下载装入结果
        </Button>
      )}
    </section>
  )
}

/** A piece of the list. */
const Lines = memo(function Lines({ lines }: { lines: readonly Line[] }) {
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name
    <li key={at} data-file={line.name} data-verdict={line.verdict}>
      <span>{line.name}</span>
      <b>{wordsOf(line)}</b>
      {line.words && <span>{line.words}</span>}
    </li>
  ))
})

/** So many refused files with one sentence are drawn; what was dropped by mistake may be a whole disk. */
const MOST_ALIKE = 500

/** Lines to be drawn, and how many more were refused with which sentence: all of them are in the text that can be downloaded. */
function withoutRepeats(lines: readonly Line[]): { kept: Line[]; more: Map<string, number> } {
  const alike = new Map<string, number>()
  const kept = lines.filter(({ verdict, words }) => {
    if (verdict !== 'refused') return true
    const count = (alike.get(words) ?? 0) + 1
    alike.set(words, count)
    return count <= MOST_ALIKE
  })
  const more = [...alike].flatMap(([words, count]): [string, number][] =>
    count > MOST_ALIKE ? [[words, count - MOST_ALIKE]] : [],
  )
  return { kept, more: new Map(more) }
}

const asText = (lines: readonly Line[]) =>
  lines.map((line) => [line.name, wordsOf(line), line.words].join('\t')).join('\r\n')

/** What is made of each, with a pause after it. */
function* each<T, Made>(all: Iterable<T>, make: (one: T) => Made): Generator<void, Made[]> {
  const made: Made[] = []
  for (const one of all) {
    made.push(make(one))
    yield
  }
  return made
}

function judged(outcome: Outcome, year: number, known: Set<string>): { line: Line; stored?: StoredReport } {
  const { name } = outcome
  if ('problem' in outcome) return { line: { name, verdict: 'refused', words: outcome.problem } }
  const { received } = outcome.stored
  if (received.year !== year) {
    const words = received.year ? `这是 ${received.year} 年度的年报，不是 ${year} 年度。` : '没有认出年度。'
    return { line: { name, verdict: 'refused', words } }
  }
  if (known.has(received.code)) return { line: { name, verdict: 'same', words: '' } }
  known.add(received.code)
  const words = [
    received.organ.name,
    received.scope !== 'organ' && `${SCOPES[received.scope]}，在“节点检查”里对照`,
    received.recognised && '由文本识别',
    unusableWords(received),
  ]
  return { line: { name, verdict: 'taken', words: words.filter(Boolean).join('，') }, stored: outcome.stored }
}
