import { sectionLabel } from '../../format/names'
import { WITHIN } from '../../format/place'
import type { Address, Edition, Section, TextSpec } from '../../format/types'
import type { ImportProposal, Text } from '../proposal'
import type { Place, SourceDocument } from '../source'
import type { Line } from '../tables/lines'
import {
  isOrgan,
  readAboveTable,
  readContactOrgan,
  readContacts,
  readPeriodYear,
  readTitle,
} from './contacts'
import { type Heading, isChrome, isFoot } from './headings'
import { type Paragraph, paragraphsOf, partHeadOf } from './paragraphs'
import { takeSignOff } from './signOff'

/** Title, prose and 落款 of a source, by the sections its lines stand in; `undefined` is what precedes the first heading. */
export function readProse(
  proposal: ImportProposal,
  source: SourceDocument,
  edition: Edition,
  areas: Map<Section | undefined, Line[]>,
  headings: Heading[],
  width: number,
) {
  const preface = (areas.get(undefined) ?? []).filter(({ grid, text }) => !grid || text.trim())
  const titleLines = preface.slice(0, 60)
  const titled = readTitle(
    titleLines.map(({ text }) => text),
    (line) => {
      const block = source.blocks[titleLines[line]?.atoms[0]?.place.block ?? -1]
      return block?.kind === 'paragraph' && block.goesOn === true
    },
  )
  const title = { ...titled, ...(titled.organ ? {} : readAboveTable(firstCells(source))) }
  const titlePlaces = title.used.flatMap(
    (index): Place[] => titleLines[index]?.atoms.map(({ place }) => place) ?? [],
  )
  const fromName = titleInName(source.name)
  const used = new Set(title.used.map((index) => titleLines[index]))
  const before = paragraphsOf(bodyOf(preface, used, Math.max(-1, ...title.used)), width)

  const texts = new Map<Address, Text>()
  const add = (address: Address, { text, places }: Paragraph) => {
    const known = texts.get(address)
    if (known) {
      known.text += `\n${text}`
      known.places.push(...places)
    } else texts.set(address, { address, text, places: [...places] })
  }
  const [begin] = edition.sections
  if (!headings.length && begin)
    for (const paragraph of before)
      proposal.unplaced.push({
        ...paragraph,
        why: `没有找到“${sectionLabel(begin)}”等标题，不知道属于哪一部分`,
      })

  const last = headings.at(-1)?.section
  for (const section of edition.sections) {
    const headed = headings.some((heading) => heading.section === section)
    let area = headed ? (areas.get(section) ?? []) : []
    if (section === last) {
      const signed = takeSignOff(withoutFoot(area), title.organ ?? fromName.organ)
      area = signed.rest
      for (const [key, text] of Object.entries(signed.found)) {
        const address = edition.signOff?.[key as keyof typeof signed.found]
        if (address) texts.set(address, { address, ...text })
      }
    }
    const [introduction, over] = [
      section.texts?.find(({ place }) => place),
      section.texts?.find(({ optional }) => optional),
    ]
    const first = section.texts?.find((spec) => spec !== introduction && spec !== over)
    if (!first || !headings.length) continue
    let paragraphs = paragraphsOf(area, width)
    if (introduction) {
      // Without its heading the section begins where its first part does.
      const own = headed ? before : before.splice(0, firstPart(before, section))
      if (!headed) paragraphs = before
      const within = paragraphs.slice(0, firstPart(paragraphs, section))
      paragraphs = paragraphs.slice(within.length)
      const both = own.length > 0 && within.length > 0
      for (const paragraph of own) add((both && over ? over : introduction).address, paragraph)
      for (const paragraph of within) add(introduction.address, paragraph)
      if (within.length && introduction.place)
        texts.set(introduction.place, { address: introduction.place, text: WITHIN, places: [] })
    }
    readParts(paragraphs, section, first, texts, add)
  }

  const opening = edition.sections
    .flatMap(({ texts: specs = [] }) => specs.map(({ address }) => texts.get(address)?.text ?? ''))
    .join('\n')
  for (const text of texts.values()) {
    text.text = text.text.replace(/^\n+/, '')
    if (text.text) proposal.texts.push(text)
  }

  const year = title.year || readPeriodYear(opening)
  const organ = title.organ ?? fromName.organ
  const put = (address: string, text: string | undefined, places: Place[], doubt?: string) =>
    text && proposal.texts.unshift({ address, text, places, ...(doubt ? { doubt } : {}) })
  put(
    'year',
    year ?? fromName.year,
    titlePlaces,
    title.year || !fromName.year ? undefined : '标题里没有年度，取自文件名',
  )
  if (organ)
    put(
      'organ.name',
      organ,
      title.organ ? titlePlaces : [],
      title.organ ? undefined : '标题里没有机关名称，取自文件名',
    )
  else {
    const signed = edition.signOff && texts.get(edition.signOff.organ)
    if (signed && isOrgan(signed.text))
      put('organ.name', signed.text, signed.places, '标题里没有机关名称，取自落款')
    else put('organ.name', readContactOrgan(opening), [], '标题里没有机关名称，取自联系方式一句')
  }
  for (const { address, text } of readContacts(opening)) {
    const holder = [...texts.values()].find((each) =>
      each.text.replace(/\s+/g, '').includes(text.replace(/\s+/g, '')),
    )
    proposal.texts.push({ address, text, places: holder?.places ?? [] })
  }
}

/** The year of a report by its title, its period or its name, before anything else of it is read. */
export const yearOf = (lines: Line[], name: string): string | undefined => {
  const texts = lines.slice(0, 60).map(({ text }) => text)
  return readTitle(texts).year || readPeriodYear(texts.join('\n')) || titleInName(name).year
}
/** The organ that the title or the name of a source says. */
export const organOf = (lines: Line[], name: string): string | undefined =>
  readTitle(lines.slice(0, 60).map(({ text }) => text)).organ ?? titleInName(name).organ
const titleInName = (name: string) => readTitle([name.replace(/\.\w+$/, '').replace(/[_\s-]+/g, '')])

/** The text of each row of its tables, as far as it stands in the first cell. */
const firstCells = ({ blocks }: SourceDocument): string[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.map(([cell]) => cell?.text ?? '') : []))

/** What stands between title and first heading: without the head of the page, and without the title. */
function bodyOf(preface: Line[], title: Set<Line | undefined>, lastOfTitle: number): Line[] {
  return preface.filter((line, index) => {
    const sentence = /[。；]/.test(line.text)
    if (title.has(line) || isChrome(line.text)) return false
    if (index < lastOfTitle && !/。/.test(line.text)) return false
    return sentence || !/年度?报告|年报/.test(line.text) || line.text.length >= 50
  })
}

/** The place of the first paragraph that opens a part of its section; all of them where none does. */
function firstPart(paragraphs: Paragraph[], section: Section): number {
  const at = paragraphs.findIndex(({ text }) => partHeadOf(text, section)?.spec)
  return at < 0 ? paragraphs.length : at
}

/** Each part under its heading; what has a heading of its own stays, with it, in the part before. */
function readParts(
  paragraphs: Paragraph[],
  section: Section,
  first: TextSpec,
  texts: Map<Address, Text>,
  add: (address: Address, paragraph: Paragraph) => void,
) {
  const divided = (section.texts ?? []).some(({ heading }) => heading)
  let current = first.address
  for (const paragraph of paragraphs) {
    const head = divided ? partHeadOf(paragraph.text, section) : undefined
    const known = head?.spec
    if (!head || !known || texts.has(known.address)) add(current, paragraph)
    else {
      current = known.address
      // A part may have its heading and nothing else yet.
      if (head.rest) add(current, { text: head.rest, places: paragraph.places })
      else texts.set(current, { address: current, text: '', places: [...paragraph.places] })
    }
  }
}

/** Without the foot of the page that follows the last section. */
function withoutFoot(area: Line[]): Line[] {
  const foot = area.findIndex(({ text }) => isFoot(text))
  return foot < 0 || area.slice(foot).some(({ text }) => /。/.test(text)) ? area : area.slice(0, foot)
}
