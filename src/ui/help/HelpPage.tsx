import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Severity as SeverityName } from '../../checks/types'
import { currentEdition } from '../../format/editions'
import { Page } from '../parts/Page'
import { Severity } from '../parts/Severity'
import { Sheet, SheetHeading, SheetIndex } from '../parts/Sheet'
import styles from './HelpPage.module.css'
import { KeyTable } from './KeyTable'

const meanings: { severity: SeverityName; effect: string }[] = [
  {
    severity: 'block',
    effect: '数据不平衡，或填写的不是规定的数值。改正以后才能定稿；在此之前可以导出草稿。',
  },
  { severity: 'verify', effect: '可能有误。请改正，或者说明原因；说明后不影响定稿，数值一变就重新列出。' },
  { severity: 'note', effect: '供参考，可以不处理。' },
  { severity: 'blank', effect: '还没有填写，不算错误。没有发生的请填 0；全部填完才能定稿。' },
]

/** What belongs into each part of the report, by the section's key. */
const contents: Record<string, string> = {
  overview: '写主动公开、依申请公开、信息管理、平台建设、监督保障五个方面。',
  proactive: '规章和行政规范性文件，行政许可，行政处罚和行政强制，行政事业性收费。',
  requests: '新收和上年结转的申请、办理结果、结转下年度；每一列要平衡。',
  review: '行政复议、未经复议直接起诉、复议后起诉。',
  problems: '先写存在的主要问题，再写改进情况。',
  other: '至少写收取信息处理费的情况；没有其他事项也要写明。',
}

const parts = [
  { id: 'steps', title: '一份年报怎样完成' },
  { id: 'sections', title: '六个部分' },
  { id: 'severities', title: '阻断、核实、提示、未填' },
  { id: 'final', title: '定稿和草稿' },
  { id: 'storage', title: '保存在哪里' },
  { id: 'sums', title: '汇总下级单位的年报' },
  { id: 'keys', title: '快捷键' },
]

/** 帮助: what a clerk may want to know while filling, on one page. */
export default function HelpPage() {
  return (
    <Page title="帮助">
      <Sheet aside={<SheetIndex label="帮助目录" entries={parts} />}>
        <div className={styles.help}>
          <Part id="steps">
            <ol className={styles.steps}>
              <li>
                在<Link href="/">我的年报</Link>新建，或者<Link href="/import">导入</Link>
                已有的年报，先填基本信息。
              </li>
              <li>填写六个部分，先后顺序随意。合计由程序算出，不用填。</li>
              <li>打开“核对”，逐项改正或者说明；点一项就到出问题的那一格。</li>
              <li>打开“导出”，打印，或者下载需要的格式。</li>
            </ol>
          </Part>
          <Part id="sections">
            <dl className={styles.terms}>
              {currentEdition.sections.map(({ key, numeral, heading, table }) => (
                <div key={key}>
                  <dt>
                    {numeral}、{heading}
                  </dt>
                  <dd>
                    {table?.name ?? '文字'}。{contents[key]}
                  </dd>
                </div>
              ))}
            </dl>
            <p>表格的名称跟着所在的部分：第二部分的是表二，没有表一。每一行的填报口径，点行名就能看到。</p>
          </Part>
          <Part id="severities">
            <dl className={`${styles.terms} ${styles.short}`}>
              {meanings.map(({ severity, effect }) => (
                <div key={severity}>
                  <dt>
                    <Severity severity={severity} />
                  </dt>
                  <dd>{effect}</dd>
                </div>
              ))}
            </dl>
            <p>
              “已完成
              3/6”数的是左边带勾的部分：没有未填，核对也没有待处理的阻断和核实。填满而还没有核对过的部分写“已填”；基本信息不计在六个部分之内。
            </p>
            <p>
              全部规则及其依据见<Link href="/rules">核对规则</Link>。
            </p>
          </Part>
          <Part id="final">
            <p>没有阻断、也没有未填，就可以定稿：导出和打印的文件没有草稿标记。</p>
            <p>
              还有阻断或未填时，随时可以导出和打印，文件名加“_草稿”，页面上印“草稿”字样，可用于送审和讨论。
              “送审包”把送审稿、审签单、数据审核说明、修改对照一次印出。
            </p>
            <p>
              网站发布以后，在“导出”记下公布日期。公布后的年报第一次改动前会先问：一般另做更正版，写明更正原因，公布的那一份留在“历史版本”。
            </p>
          </Part>
          <Part id="storage">
            <ul>
              <li>边填边自动保存，不用点保存；填错格式的内容也照原样保存。</li>
              <li>
                数据只保存在这台电脑的这个浏览器里，不上传，也不随U盘。换电脑、重装系统、清理浏览器数据之前，请先下载备份。
              </li>
              <li>备份是一个 .json 文件。在另一台电脑上打开“导入”，选择这个文件，就能接着填。</li>
              <li>
                用 Chrome、Edge 时，可以在<Link href="/">我的年报</Link>
                下方新建一个备份文件（如在网络盘或U盘上），以后每次保存后自动更新它；重新打开浏览器后可能要再点一次“继续备份”。
              </li>
              <li>
                往年的年报多了，可以<Link href="/archive">归档到文件</Link>
                ：先下载，看到文件以后再移到回收站。需要时在“导入”里打开这个文件。
              </li>
              <li>
                删除的年报先放在<Link href="/trash">回收站</Link>，可以恢复。
              </li>
            </ul>
          </Part>
          <Part id="sums">
            <p>
              下面有单位要报年报的，用<Link href="/aggregate">汇总</Link>
              ：新建汇总，粘贴单位名单，把收到的年报一起装入，看谁还没有报，取汇总数。收到的年报另存一处，不会进入“我的年报”。
            </p>
          </Part>
          <Part id="keys">
            <p>输入汉字、候选字还没有确定时，这些键都不起作用，可以放心按 Enter 上屏。</p>
            <KeyTable />
          </Part>
        </div>
      </Sheet>
    </Page>
  )
}

function Part({ id, children }: { id: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <SheetHeading id={id}>{parts.find((part) => part.id === id)?.title}</SheetHeading>
      {children}
    </section>
  )
}
