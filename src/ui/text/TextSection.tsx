import type { Section } from '../../format/types'

/** A section of prose. */
export function TextSection({ section }: { section: Section }) {
  return <h1>{section.heading}</h1>
}
