import licences from 'virtual:licences'
import { Link } from 'wouter'
import { version } from '../../../package.json'
import { currentEdition } from '../../format/editions'
import { LocalData } from '../backup/LocalData'
import { Page } from '../parts/Page'
import { Sheet } from '../parts/Sheet'
import styles from './AboutPage.module.css'
import { releases } from './changes'

/** 关于: what this program is, what it does with the data, and what it is made of. */
export default function AboutPage() {
  return (
    <Page title="关于">
      <Sheet>
        <dl className={styles.facts}>
          <div>
            <dt>年报通</dt>
            <dd>编制、核对、导出政府信息公开工作年度报告的工具，在浏览器里使用，断网时同样可用。</dd>
          </div>
          <div>
            <dt>版本</dt>
            <dd>
              {version}
              {releases.map(({ name, changes }) => (
                <details key={name}>
                  <summary>{name === 'Unreleased' ? '本版更新内容' : `${name} 更新内容`}</summary>
                  <ul className={styles.changes}>
                    {changes.map((change) => (
                      <li key={change}>{change}</li>
                    ))}
                  </ul>
                </details>
              ))}
            </dd>
          </div>
          <div>
            <dt>适用格式</dt>
            <dd>
              {currentEdition.document}，{currentEdition.years.from} 年度起
            </dd>
          </div>
          <div>
            <dt>隐私</dt>
            <dd>
              <p>填写的内容不离开这台电脑：程序不联网发送任何数据，不统计使用情况，没有账号。</p>
              <p>数据保存在这个浏览器里；能使用这台电脑同一账户的人都能看到。</p>
            </dd>
          </div>
          <div>
            <dt>本机数据</dt>
            <dd>
              <LocalData />
            </dd>
          </div>
          <div>
            <dt>责任</dt>
            <dd>
              核对只能发现数字和文字之间的矛盾，不能代替业务审核和保密审查。规则及其依据见
              <Link href="/rules">核对规则</Link>。
            </dd>
          </div>
          <div>
            <dt>许可</dt>
            <dd>
              <p>MIT 许可证，可以自由使用、复制和修改。</p>
              <details>
                <summary>程序包含的开源软件（{licences.length} 个）</summary>
                {licences.map(({ name, version: own, licence, text }) => (
                  <details key={`${name} ${own}`}>
                    <summary>
                      {name} {own}，{licence}
                    </summary>
                    <pre className={styles.licence}>{text || licence}</pre>
                  </details>
                ))}
              </details>
            </dd>
          </div>
        </dl>
      </Sheet>
    </Page>
  )
}
