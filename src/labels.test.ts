import { describe, expect, test } from 'vitest'
import { catalogue } from './checks/catalogue'
import { exampleGiven } from './checks/rules/neutralReport'
import { documentOf, figuresOf } from './export/document'
import { toHtml, toPlainText } from './export/html'
import { cellsOf, columnsUnder, rowsUnder } from './format/cells'
import { currentEdition } from './format/editions'
import { partsOfHeading, rowName, sectionLabel } from './format/names'
import type { Column, Edition, Row } from './format/types'
import type { ReadSource } from './import/files/problems'
import { readText } from './import/files/read'
import { recognise } from './import/recognise'
import { progressOf } from './report/progress'
import { filledReport } from './testing/filledReport'
import { reviewState } from './ui/form/taskState'
import { groupsOf } from './ui/rules/groups'

/** Words of the law that rows and columns are called by too: a rule that speaks of the law goes on saying them. */
const OF_THE_LAW = ['行政复议', '行政诉讼', '不予公开']

/** The edition with other words on it: tables, rows, columns and section headings. `gone` are the words that it had. */
function renamed(): { edition: Edition; gone: string[] } {
  const edition = structuredClone(currentEdition)
  const gone: string[] = []
  let count = 0
  const next = () => String.fromCharCode(0x4e00 + 0x300 + count++)
  const rename = (part: Row | Column) => {
    const number =
      /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/.exec(part.label)?.[0] ?? ''
    const name = rowName({ path: '', ...part })
    // What is shorter is part of other words (其他, 总计, 规章制定权).
    if (name.length < 4 || OF_THE_LAW.includes(name)) return
    gone.push(name)
    const other = `${next()}${next()}类事`
    Object.assign(part, { label: number + other, shortLabel: undefined, variants: [] })
  }
  const walk = (part: Row | Column) => {
    rename(part)
    const under = (rowsUnder(part as Row) ?? columnsUnder(part as Column) ?? []) as (Row | Column)[]
    for (const each of under) walk(each)
  }
  for (const section of edition.sections) {
    gone.push(section.heading)
    Object.assign(section, { heading: `${next()}${next()}和${next()}事`, variants: [] })
    if (!section.table) continue
    gone.push(section.table.name)
    section.table.name = `表${next()}`
    for (const { rows, columns } of section.table.blocks) for (const part of [...rows, ...columns]) walk(part)
  }
  return { edition, gone: [...new Set(gone)] }
}

const { edition, gone } = renamed()
const oldWordsIn = (texts: string[]) => texts.filter((text) => gone.some((word) => text.includes(word)))

describe('a form with other words on it', () => {
  test.each(catalogue.filter(({ id }) => !/^(narrative|text)\./.test(id)))('$id says them', (rule) => {
    for (const example of rule.examples) {
      const outcomes = rule.check(exampleGiven(edition, example))
      const failing = outcomes.flatMap((outcome) => (outcome.state === 'fails' ? [outcome] : []))
      expect(failing.length).toBe(example.messages.length)
      const said = failing.flatMap(({ message, fixes = [] }) => [message, ...fixes.map(({ label }) => label)])
      expect(oldWordsIn(said)).toEqual([])
    }
  })

  const report = filledReport()
  const document = documentOf(report, edition, { draft: false, code: '' })

  test('is printed with them', () => {
    const paper = JSON.stringify(document.parts.filter(({ kind }) => kind === 'heading' || kind === 'table'))
    expect(oldWordsIn([paper])).toEqual([])
    expect(paper).toContain(edition.sections[2]?.heading)
  })

  test.each([
    ['page', { text: toHtml(document) }],
    ['text', { text: toPlainText(document) }],
    ['text, a cell on a line', { text: toPlainText(document).replaceAll('\t', '\n') }],
  ])('is read again by them: %s', (_, text) => {
    const read: ReadSource = readText(text, '')
    if ('problem' in read) throw new Error(read.problem)
    const proposal = recognise(read.source, edition)
    const printed = figuresOf(document).map(({ address, text }) => `${address} ${text}`)
    expect(proposal.figures.map(({ address, text }) => `${address} ${text}`).sort()).toEqual(printed.sort())
    expect(proposal.figures).toHaveLength(cellsOf(edition).length)
    expect(proposal.unplaced).toEqual([])
  })

  test('names a table and a part by them where something cannot be placed', () => {
    const lines = edition.sections.slice(0, 4).map(sectionLabel)
    const read = readText(
      { text: ['没有标题的一段。', ...lines.slice(1), '不在表里的一句话，说了别的事情。'].join('\n') },
      '',
    )
    if ('problem' in read) throw new Error(read.problem)
    const bare = readText({ text: '没有标题的一段话，说的是全年的公开工作。' }, '')
    if ('problem' in bare) throw new Error(bare.problem)
    const told = [read, bare].flatMap(({ source }) =>
      recognise(source, edition).unplaced.map(({ why }) => why),
    )
    expect(told.length).toBeGreaterThan(1)
    expect(oldWordsIn(told)).toEqual([])
  })

  test('lists its tasks and its rules by them', () => {
    const states = reviewState(edition, { progress: progressOf(edition, report.entries), findings: [] })
    expect(states.slice(1).map(({ name }) => name)).toEqual(edition.sections.map(({ heading }) => heading))
    const titles = groupsOf(catalogue, edition).map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(edition.sections.flatMap(({ table }) => table?.name ?? [])))
  })
})

test('a heading is broken between the words that the edition names, and nowhere else', () => {
  const broken = currentEdition.sections.map(({ heading }) =>
    partsOfHeading(currentEdition, heading).join('|'),
  )
  expect(broken[2]).toBe('收到和处理|政府信息|公开|申请|情况')
  const other: Edition = { ...currentEdition, headingWords: ['台账'] }
  expect(partsOfHeading(other, '办件台账情况')).toEqual(['办件', '台账情况'])
  expect(partsOfHeading({ ...currentEdition, headingWords: undefined }, '办件台账')).toEqual(['办件台账'])
})
