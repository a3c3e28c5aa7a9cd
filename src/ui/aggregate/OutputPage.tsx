import { useRef, useState } from 'react'
import { isLacking } from '../../aggregate/task'
import { troubleWords } from '../drafts/missing'
import { Desk } from '../export/Desk'
import outputStyles from '../export/ExportPage.module.css'
import { Button } from '../parts/Button'
import { Icon, type IconName } from '../parts/Icon'
import { noteOutput } from './noteOutput'
import styles from './Output.module.css'
import { RangeChoice } from './RangeChoice'
import { nameOfOutput, saveOutput, saveTask } from './saveOutput'
import type { SumOutputKind } from './sumFileName'
import { useLastTask } from './useLastTask'
import { useRange } from './useRange'
import { useSumDocument } from './useSumDocument'
import { useSumSource } from './useSumSource'
import type { OpenTask } from './useTask'
import { progressOf } from './words'

const FILES: { kind: SumOutputKind; name: string; note: string; icon: IconName; ending: string }[] = [
  {
    kind: 'xlsx',
    name: '导出 Excel',
    note: '三张表带公式，每家一行 200 个数，可逐项检查',
    icon: 'grid',
    ending: '.xlsx',
  },
  {
    kind: 'docx',
    name: '导出 Word',
    note: '与打印的相同，可在 WPS、Word 中继续改',
    icon: 'file',
    ending: '.docx',
  },
  { kind: 'html', name: '导出网页', note: '与打印的相同，单个文件', icon: 'web', ending: '.html' },
  {
    kind: 'list',
    name: '导出列表页',
    note: '目录网页；链接指向同一文件夹下“年报”里的文件，单独用时要放好',
    icon: 'web',
    ending: '.html',
  },
  {
    kind: 'site',
    name: '导出列表页和年报',
    note: '目录网页和各单位的年报，解压后可以上网',
    icon: 'web',
    ending: '.zip',
  },
  {
    kind: 'report',
    name: '导出汇总年报',
    note: '作为一份年报交上级，或再导入',
    icon: 'code',
    ending: '.json',
  },
  { kind: 'data', name: '导出合计数据', note: '200 个合计，供其他程序读取', icon: 'code', ending: '.json' },
  {
    kind: 'lines',
    name: '导出单位数据',
    note: '每家一行，供其他程序读取',
    icon: 'code',
    ending: '.ndjson',
  },
]
const FAILED = '程序在这里出了错。其他几种照常可用。'
const NO_ANSWER = '浏览器的数据库没有回应。请关闭其他年报通窗口后再试。'

type Result =
  | { state: 'busy'; name: string; done: number; of: number }
  | { state: 'saved'; name: string; file: string; figures: number }
  | { state: 'differs'; name: string; differences: string[] }
  | { state: 'failed'; name: string; message: string }

const nothing = () => undefined

/** 输出: what a 汇总 is handed on as, over the chosen range. */
export function OutputPage({ open }: { open: OpenTask }) {
  const { task, overview } = open
  const [range, setRange] = useRange(task.id)
  const { last, waiting } = useLastTask(task)
  const source = useSumSource(open, range, last)
  const { document, current } = useSumDocument(source)
  const [listsLacking, setListsLacking] = useState(false)
  const [result, setResult] = useState<Result>()
  const [shown, setShown] = useState<SumOutputKind>('xlsx')
  const running = useRef<AbortController>()
  const { standings } = source
  const { done, of } = progressOf({ standings })
  const lacking = standings.filter(isLacking).length

  /** Only one output at a time; nothing is said of one that was stopped. */
  function begun(name: string) {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    const show = (result: Result) => own.signal.aborted || setResult(result)
    show({ state: 'busy', name, done: 0, of: 0 })
    return { signal: own.signal, show }
  }
  async function save(kind: SumOutputKind, name: string) {
    setShown(kind)
    const { signal, show } = begun(name)
    try {
      const { name: file, comparison } = await saveOutput(
        kind,
        { ...source.whole(), listsLacking },
        (done, of) => show({ state: 'busy', name, done, of }),
        signal,
      )
      show(
        comparison.differences.length
          ? { state: 'differs', name, differences: comparison.differences }
          : { state: 'saved', name, file, figures: comparison.figures },
      )
      if (!comparison.differences.length) void noteOutput(open, range, name)
    } catch (error) {
      show({ state: 'failed', name, message: troubleWords(error, FAILED) })
    }
  }
  function stop() {
    running.current?.abort()
    setResult(undefined)
  }
  async function saveAll() {
    const name = '保存汇总文件'
    const { signal, show } = begun(name)
    try {
      show({ state: 'saved', name, file: await saveTask(open, signal), figures: 0 })
    } catch {
      show({ state: 'failed', name, message: NO_ANSWER })
    }
  }
  return (
    <div className={styles.printed}>
      <RangeChoice range={range} overview={overview} onChange={setRange} />
      <div className={styles.page}>
        <div className={styles.desk}>
          {document ? (
            <Desk document={document} onLaidOut={nothing} />
          ) : (
            <p className={styles.wait}>正在排版……</p>
          )}
        </div>
        <section className={styles.panel} aria-label="输出">
          <h2>
            收齐 {done}/{of}
            {lacking > 0 && `，不完整，缺 ${lacking} 家`}
          </h2>
          <ul className={outputStyles.outputs}>
            <li>
              <button
                type="button"
                className={outputStyles.output}
                aria-label="打印汇总"
                disabled={!current || waiting}
                onClick={() => {
                  window.print()
                  void noteOutput(open, range, '打印汇总')
                }}
              >
                <Icon name="print" size={18} />
                <span>
                  <b>打印汇总</b>
                  <small>A4：封面、三张汇总表、单位和内容码、未报单位名单</small>
                </span>
              </button>
            </li>
            {FILES.map(({ kind, name, note, icon, ending }) => (
              <li key={kind}>
                <button
                  type="button"
                  className={outputStyles.output}
                  aria-label={name}
                  disabled={waiting}
                  onFocus={() => setShown(kind)}
                  onClick={() => void save(kind, name)}
                >
                  <Icon name={icon} size={18} />
                  <span>
                    <b>{name}</b>
                    <small>{note}</small>
                  </span>
                  <span className={outputStyles.ending}>{ending}</span>
                </button>
              </li>
            ))}
          </ul>
          {lacking > 0 && (
            <label className={styles.option}>
              <input
                type="checkbox"
                checked={listsLacking}
                onChange={({ target }) => setListsLacking(target.checked)}
              />
              列表页附未报单位
            </label>
          )}
          <div role="status">{result && <ResultLine result={result} onStop={stop} />}</div>
          <h2>文件名</h2>
          <p className={outputStyles.fileName}>{nameOfOutput(shown, source)}</p>
          <p className={outputStyles.more}>
            <Button small onClick={() => void saveAll()}>
              保存汇总文件
            </Button>
            <span>名单、收到的年报和处理结果，换电脑或交给同事时用</span>
          </p>
        </section>
      </div>
    </div>
  )
}

function ResultLine({ result, onStop }: { result: Result; onStop(): void }) {
  const { name } = result
  switch (result.state) {
    case 'busy':
      return (
        <div className={outputStyles.result}>
          <div className={styles.busy}>
            <span>{name}：正在生成并核对……</span>
            <Button small look="text" onClick={onStop}>
              取消
            </Button>
            {result.of > 0 && <progress aria-label={name} value={result.done} max={result.of} />}
          </div>
        </div>
      )
    case 'saved':
      return (
        <div className={`${outputStyles.result} ${outputStyles.good}`}>
          <Icon name="ok" size={14} />
          <p>
            <b>{name}：已交给浏览器下载</b>
            {result.figures > 0 && `已重新读入核对，${result.figures} 个数与汇总一致。`}
          </p>
        </div>
      )
    case 'differs':
      return (
        <div className={`${outputStyles.result} ${outputStyles.bad}`} role="alert">
          <Icon name="block" size={14} />
          <div>
            <b>{name}：文件与汇总不一致，没有保存</b>
            <ul>
              {result.differences.slice(0, 5).map((difference) => (
                <li key={difference}>{difference}</li>
              ))}
            </ul>
          </div>
        </div>
      )
    case 'failed':
      return (
        <div className={`${outputStyles.result} ${outputStyles.bad}`} role="alert">
          <Icon name="block" size={14} />
          <p>
            <b>{name}：没有生成</b>
            {result.message}
          </p>
        </div>
      )
  }
}
