import { sectionLabel } from '../../format/names'
import type { Section } from '../../format/types'
import { ReturnToCheck } from '../checks/ReturnToCheck'
import { NextSection } from '../form/NextSection'
import { SectionHead } from '../parts/SectionHead'
import { TextField } from './TextField'
import styles from './TextSection.module.css'

/** A section of prose: its texts in printed order, each with its margin. */
export function TextSection({ section }: { section: Section }) {
  const texts = section.texts ?? []
  return (
    <>
      <SectionHead title={sectionLabel(section)}>
        <ReturnToCheck />
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
