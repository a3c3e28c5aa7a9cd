import type { Tally } from '../../checks/verdict'
import { downloadDiagnosis } from '../drafts/diagnosis'
import { useDraftStore } from '../drafts/store'
import { useDraftActions } from '../drafts/useDraftActions'
import { useSession } from '../form/session'
import { Button } from '../parts/Button'
import styles from './CheckPage.module.css'

/** Rules that could not be run, by a mistake in the program: each is named, so that nobody relies on it. */
export function BrokenRules({ tally, titles }: { tally: Tally[]; titles: Map<string, string> }) {
  const session = useSession()
  const store = useDraftStore()
  const { backUp } = useDraftActions()
  const broken = tally.filter((each) => each.broken !== undefined)
  if (!broken.length) return null
  return (
    <section className={styles.broken} role="alert" aria-label="没有核对的规则">
      <h2>{broken.length} 项规则出错，没有核对</h2>
      <ul>
        {broken.map(({ rule, broken: error }) => (
          <li key={rule}>
            {titles.get(rule) ?? rule}
            <small>{error}</small>
          </li>
        ))}
      </ul>
      <p>其他规则照常核对，已填的内容没有丢。这几项请自行核对，并把诊断文件交给维护人员。</p>
      <p className={styles.brokenActions}>
        <Button
          small
          icon="down"
          onClick={() => backUp([{ ...session.autosave.saved(), report: session.report() }])}
        >
          下载备份
        </Button>
        <Button small onClick={() => downloadDiagnosis(store)}>
          下载诊断文件
        </Button>
      </p>
    </section>
  )
}
