import { sectionLabel } from '../../format/names'
import type { Section } from '../../format/types'
import { isShown } from '../../report/report'
import { LastYearSwitch } from '../form/LastYearSwitch'
import { NextSection } from '../form/NextSection'
import { useSession } from '../form/session'
import { useObservable } from '../parts/observable'
import { SectionHead } from '../parts/SectionHead'
import { CarriedBar } from './CarriedBar'
import { TextField } from './TextField'
import styles from './TextSection.module.css'

/** A section of prose: its texts in printed order, each with its margin. */
export function TextSection({ section }: { section: Section }) {
  const session = useSession()
  useObservable(session.history)
  const texts = (section.texts ?? []).filter((spec) => isShown(spec, session.entries()))
  return (
    <>
      <SectionHead title={sectionLabel(section)}>
        <CarriedBar />
        <LastYearSwitch />
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

/** How many figures of the prose were compared. */
function CheckedFigures({ section }: { section: Section }) {
  const session = useSession()
  useObservable(session.findings.looks)
  const marks = (section.texts ?? []).flatMap(({ address }) => session.findings.marked(address).marks)
  const doubtful = marks.filter(({ state }) => state === 'doubtful').length
  if (!marks.length) return null
  return (
    <p className={styles.figures}>
      正文中的数字 {marks.length} 处：{marks.length - doubtful} 处相符
      {doubtful > 0 && `，${doubtful} 处待核实`}
    </p>
  )
}
