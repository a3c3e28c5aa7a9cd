import { useState } from 'react'
import { loadOutput, makeOutput, type Output, type OutputKind } from '../../export/outputs'
import { troubleWords } from '../drafts/missing'
import { useSession } from '../form/session'
import { Button } from '../parts/Button'
import { download } from '../parts/download'
import { Icon, type IconName } from '../parts/Icon'
import { copyWebPage } from './copyWebPage'
import styles from './ExportPage.module.css'
import type { Export } from './useExport'

const FILES: { kind: OutputKind; name: string; note: string; icon: IconName }[] = [
  { kind: 'docx', name: '导出 Word', note: '可在 WPS、Word 中继续改', icon: 'file' },
  { kind: 'html', name: '导出网页', note: '单个文件，可直接上传网站', icon: 'web' },
  { kind: 'xlsx', name: '导出 Excel', note: '三张表，总计带公式', icon: 'grid' },
  { kind: 'json', name: '导出 JSON', note: '备份或报送，可再导入', icon: 'code' },
]

const HAND_OVER = '交给上级'
const FAILED = '程序在这里出了错。其他几种照常可用；请把“下载备份”得到的文件交给维护人员。'

type Result =
  | { state: 'busy' | 'copied' | 'notCopied'; name: string }
  | { state: 'saved'; name: string; comparison: Output['comparison'] }
  | { state: 'handed'; name: string; file: string }
  | { state: 'differs'; name: string; differences: string[] }
  | { state: 'failed'; name: string; message: string }

/** The list of outputs, the name of the file, and what the last one has come to. */
export function Outputs({ copy }: { copy: Export }) {
  const { edition } = useSession()
  const [ending, setEnding] = useState<OutputKind>('docx')
  const [result, setResult] = useState<Result>()
  const { stem, draft, report, document: content, webPage } = copy

  async function save(kind: OutputKind, name: string, handed = false) {
    setEnding(kind)
    setResult({ state: 'busy', name })
    try {
      const {
        content: file,
        type,
        comparison,
      } = await makeOutput(kind, { report, edition, document: kind === 'html' ? webPage : content })
      if (comparison.differences.length)
        return setResult({ state: 'differs', name, differences: comparison.differences })
      download(`${stem}.${kind}`, file, type)
      copy.rememberExport()
      const saved = `${stem}.${kind}`
      setResult(handed ? { state: 'handed', name, file: saved } : { state: 'saved', name, comparison })
    } catch (error) {
      setResult({ state: 'failed', name, message: troubleWords(error, FAILED) })
    }
  }
  async function copyPage() {
    const name = '网页内容'
    try {
      setResult({ state: (await copyWebPage(webPage)) ? 'copied' : 'notCopied', name })
    } catch (error) {
      setResult({ state: 'failed', name, message: troubleWords(error, FAILED) })
    }
  }
  const near = (kind: OutputKind) => {
    setEnding(kind)
    // A library that cannot be loaded now is reported when its button is pressed.
    loadOutput(kind).catch(() => undefined)
  }
  const [before, mark = ''] = draft ? stem.split(/(?=_草稿$)/) : [stem]
  return (
    <>
      <ul className={styles.outputs}>
        <li>
          <button type="button" className={styles.output} aria-label="打印" onClick={() => window.print()}>
            <Icon name="print" size={18} />
            <span>
              <b>打印</b>
              <small>A4，可另存为 PDF</small>
            </span>
          </button>
        </li>
        {FILES.map(({ kind, name, note, icon }) => (
          <li key={kind}>
            <button
              type="button"
              className={styles.output}
              aria-label={name}
              onPointerEnter={() => near(kind)}
              onFocus={() => near(kind)}
              onClick={() => save(kind, name)}
            >
              <Icon name={icon} size={18} />
              <span>
                <b>{name}</b>
                <small>{note}</small>
              </span>
              <span className={styles.ending}>.{kind}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.more}>
        <Button look="text" small onClick={() => void copyPage()}>
          复制为网页内容
        </Button>
        <span>粘贴到网站后台的编辑器</span>
      </p>
      <p className={styles.more}>
        <Button small onClick={() => void save('json', HAND_OVER, true)}>
          {HAND_OVER}
        </Button>
        <span>上级汇总用的是 JSON 文件，不用发备份</span>
      </p>
      <div role="status">{result && <ResultLine result={result} />}</div>
      <h2>文件名</h2>
      <p className={styles.fileName}>
        {before}
        {mark && <mark>{mark}</mark>}.{ending}
      </p>
    </>
  )
}

function ResultLine({ result }: { result: Result }) {
  switch (result.state) {
    case 'busy':
      return <p className={styles.result}>正在生成并核对……</p>
    case 'copied':
      return <p className={`${styles.result} ${styles.good}`}>已复制，可以粘贴到网站编辑器。</p>
    case 'notCopied':
      return <p className={`${styles.result} ${styles.bad}`}>这个浏览器不允许复制，请改用“导出网页”。</p>
    case 'saved': {
      const { figures, labels, paragraphs } = result.comparison
      const compared = [
        `${figures} 个数值`,
        labels > 0 && `${labels} 个表头`,
        paragraphs > 0 && `${paragraphs} 段文字`,
      ]
      return (
        <div className={`${styles.result} ${styles.good}`}>
          <Icon name="ok" size={14} />
          <p>
            <b>{result.name}：已生成并重新读入核对</b>
            {compared.filter(Boolean).join('、')}，与本报告完全一致 ✓
          </p>
        </div>
      )
    }
    case 'handed':
      return (
        <div className={`${styles.result} ${styles.good}`}>
          <Icon name="ok" size={14} />
          <p>
            <b>请把这个文件发给上级：</b>“{result.file}
            ”，在浏览器的下载文件夹里。已重新读入核对，与本报告一致。
          </p>
        </div>
      )
    case 'differs':
      return (
        <div className={`${styles.result} ${styles.bad}`} role="alert">
          <Icon name="block" size={14} />
          <div>
            <b>{result.name}：文件与报告不一致，没有保存</b>
            <ul>
              {result.differences.slice(0, 5).map((difference) => (
                <li key={difference}>{difference}</li>
              ))}
            </ul>
            {result.differences.length > 5 && <p>共 {result.differences.length} 处不一致。</p>}
            <p>请先用“导出 JSON”或“打印”，并把这段提示告诉软件维护人员。</p>
          </div>
        </div>
      )
    case 'failed':
      return (
        <div className={`${styles.result} ${styles.bad}`} role="alert">
          <Icon name="block" size={14} />
          <p>
            <b>{result.name}：没有生成</b>
            {result.message}
          </p>
        </div>
      )
  }
}
