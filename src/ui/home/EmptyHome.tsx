import { KINDS } from '../import/accepted'
import { Button } from '../parts/Button'
import styles from './EmptyHome.module.css'
import { SamplePage } from './SamplePage'

interface Props {
  lastYear: number
  onCreate: () => void
  onImport: () => void
  onExample: () => void
}

/** The first thing a clerk sees: three ways to begin, where the data will live, and what comes out. */
export function EmptyHome({ lastYear, onCreate, onImport, onExample }: Props) {
  return (
    <section className={styles.empty} aria-labelledby="empty-heading">
      <div>
        <h2 id="empty-heading">这台电脑上还没有年报</h2>
        <ul className={styles.ways}>
          <li>
            <div>
              <h3>新建年报</h3>
              <p>填写机关名称和年度后即可开始；六个部分可按任意顺序填，边填边自动保存、自动核对。</p>
            </div>
            <Button look="primary" icon="plus" onClick={onCreate}>
              新建年报
            </Button>
          </li>
          <li>
            <div>
              <h3>导入已有年报</h3>
              <p>
                {KINDS}都可以；在别的电脑或浏览器上用年报通填过的，选择当时的备份或导出的
                JSON。先预览，确认后才写入。
              </p>
            </div>
            <Button onClick={onImport}>导入</Button>
          </li>
          <li>
            <div>
              <h3>先看一份填好的</h3>
              <p>打开一个虚构单位的示例年报，看看怎样填写、核对和导出；可以随意修改，不用时删除。</p>
            </div>
            <Button onClick={onExample}>载入示例</Button>
          </li>
        </ul>
        <p className={styles.where}>
          数据只保存在这台电脑的这个浏览器里，不上传，也不随U盘；换电脑请先下载备份。断网时同样可用。
        </p>
      </div>
      <SamplePage year={lastYear} />
    </section>
  )
}
