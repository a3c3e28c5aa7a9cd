import { currentEdition } from '../../format/editions'
import { sectionLabel } from '../../format/names'
import styles from './SamplePage.module.css'

/** Rows and columns drawn under a heading: the shape of the tables, not their content. */
const grids: Record<string, [rows: number, columns: number]> = { proactive: [4, 4], requests: [7, 8] }
const shown = currentEdition.sections.slice(0, 3)

/** A small picture of the finished report. */
export function SamplePage({ year }: { year: number }) {
  return (
    <div className={styles.page} aria-hidden="true">
      <p className={styles.title}>
        ××区人民政府
        <br />
        {year}年政府信息公开工作年度报告
      </p>
      {shown.map((section) => (
        <div key={section.key}>
          <p className={styles.heading}>{sectionLabel(section)}</p>
          {section.texts && (
            <>
              <p>
                根据条例规定，现公布本机关上一年度政府信息公开工作情况。所列数据的统计期限自一月一日起至十二月三十一日止。
              </p>
              <p>全年围绕群众关心的事项主动公开，规范办理各类申请，平台建设与监督保障同步推进。</p>
            </>
          )}
          <Grid size={grids[section.key]} />
        </div>
      ))}
    </div>
  )
}

function Grid({ size }: { size?: [rows: number, columns: number] }) {
  if (!size) return null
  const [rows, columns] = size
  return (
    <div className={styles.grid} data-columns={columns}>
      {Array.from({ length: rows * columns }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty boxes of a picture
        <i key={i} />
      ))}
    </div>
  )
}
