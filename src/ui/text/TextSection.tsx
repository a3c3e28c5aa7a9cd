import { sectionLabel } from '../../format/names'
import type { Section } from '../../format/types'
import { isShown } from '../../report/report'
import { ReturnToCheck } from '../checks/ReturnToCheck'
import { useReview } from '../form/findings'
import { goToNextFinding } from '../form/goTo'
import { NextSection } from '../form/NextSection'
import { useSession } from '../form/session'
import { Button } from '../parts/Button'
import { useCell } from '../parts/cell'
import { SectionHead } from '../parts/SectionHead'
import { TextField } from './TextField'
import styles from './TextSection.module.css'

/** A section of prose: its texts in printed order, each with its margin. */
export function TextSection({ section }: { section: Section }) {
  const session = useSession()
  useCell(session.history)
  const texts = (section.texts ?? []).filter((spec) => isShown(spec, session.entries()))
  return (
    <>
      <SectionHead title={sectionLabel(section)}>
        <ReturnToCheck />
        <CheckedFigures section={section} />
      </SectionHead>
      <div className={styles.page}>
        {texts.map((spec) => (
          <TextField key={spec.address} spec={spec} named={texts.length > 1} />
        ))}
        <p className={styles.next}>
          <NextSection current={section.key} />
        </p>
      </div>
    </>
  )
}

/** How many figures of the prose were compared, and the way through what is doubtful. */
function CheckedFigures({ section }: { section: Section }) {
  const session = useSession()
  useCell(session.findings.looks)
  const { findings } = useReview()
  const marks = (section.texts ?? []).flatMap(({ address }) => session.findings.marked(address).marks)
  const doubtful = marks.filter(({ state }) => state === 'doubtful').length
  return (
    <>
      {marks.length > 0 && (
        <p className={styles.figures}>
          正文中的数字 {marks.length} 处：{marks.length - doubtful} 处相符
          {doubtful > 0 && `，${doubtful} 处待核实`}
        </p>
      )}
      {findings.some(({ status }) => status === 'open') && (
        <>
          <Button small icon="previous" onClick={() => void goToNextFinding(session, -1)}>
            上一处
          </Button>
          <Button small icon="next" onClick={() => void goToNextFinding(session, 1)}>
            下一处
          </Button>
        </>
      )}
    </>
  )
}
