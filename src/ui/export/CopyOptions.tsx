import { printedCode } from '../../report/contentCode'
import { isCorrection } from '../../report/publication'
import styles from './ExportPage.module.css'
import { Option } from './Option'
import type { Export } from './useExport'

/** What the copy carries beside the report. */
export function CopyOptions({
  copy,
  blank,
  onBlank,
}: {
  copy: Export
  /** The preview shows the empty form. */
  blank: boolean
  onBlank(blank: boolean): void
}) {
  const { settings, set, draft, exported } = copy
  return (
    <fieldset className={styles.options}>
      <legend>附件和标记</legend>
      {copy.canBeFinal && (
        <Option
          label="作为送审稿"
          note="每页和文件名带“草稿”"
          checked={settings.forReview}
          onChange={(forReview) => set({ forReview })}
        />
      )}
      <Option
        label="附：数据审核说明"
        note={
          copy.explained
            ? `已说明的 ${copy.explained} 条，印在文后${copy.document === copy.webPage ? '' : '；网页不带'}`
            : '还没有说明过的核实项'
        }
        checked={settings.reviewNotes === true}
        onChange={(reviewNotes) => set({ reviewNotes })}
      />
      <Option
        label="附：修改对照"
        note={
          exported
            ? `比上次导出（${new Date(exported.savedAt).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' })}）改了 ${copy.changed} 处`
            : '导出过一次、又有修改以后可用'
        }
        checked={settings.changes && exported !== undefined}
        disabled={!exported}
        onChange={(changes) => set({ changes })}
      />
      <Option
        label="附：审签单"
        note="单独一页，签字、盖章用"
        checked={settings.approval}
        onChange={(approval) => set({ approval })}
      />
      {isCorrection(copy.report) && (
        <Option
          label="附：更正说明"
          note="改了哪些、为什么改，随报告公布"
          checked={settings.correction}
          onChange={(correction) => set({ correction })}
        />
      )}
      <Option
        label="三张表作为附表"
        note="正文在前，表在后"
        checked={settings.tablesLast}
        onChange={(tablesLast) => set({ tablesLast })}
      />
      <Option
        label="文末印内容码"
        note={printedCode(copy.code)}
        checked={settings.code ?? draft}
        onChange={(code) => set({ code })}
      />
      <Option label="打印空白表样" note="只影响预览和打印" checked={blank} onChange={onBlank} />
    </fieldset>
  )
}
