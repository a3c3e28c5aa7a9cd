import { expect, test } from 'vitest'
import { edition2021 } from '../../format/edition2021/edition'
import { officialApplicants } from '../../testing/officialForm'
import { readHtml } from '../files/html'
import { readPlain } from '../files/plain'
import { recognise } from '../recognise'

const LABELS = [
  ['一、本年新收政府信息公开申请数量', 'received'],
  ['二、上年结转政府信息公开申请数量', 'carriedOver'],
  ['（一）予以公开', 'outcome.granted'],
  ['四、结转下年度继续办理', 'carriedForward'],
] as const
type Row = (number | string)[]
const FIGURES: Row[] = [
  [23, 4, 0, 1, 0, 6, 34],
  [5, 0, 0, 2, 0, 0, 7],
  [17, 3, 0, 0, 0, 6, 26],
  [0, 0, 0, 0, 0, 0, 0],
]
/** Figures of one column alone: natural persons with the total last look like other organisations with the total first. */
const alone = (column: number): Row[] =>
  [23, 5, 17, 11].map((figure) => officialApplicants.map((_, at) => (at === column || at === 6 ? figure : 0)))
const totalFirst = (row: Row): Row => [row.at(-1) ?? '', ...row.slice(0, -1)]
const organsFirst = (row: Row): Row => [...row.slice(1, -1), row[0] ?? '', row.at(-1) ?? '']

const heading = ['山阳县林业局2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况']
const ending = ['四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况']
const text = (divider: string) => (head: string[], rows: Row[]) =>
  readPlain(
    [
      ...heading,
      ...(head.length ? [head.join(divider)] : []),
      ...rows.map((row, at) => [LABELS[at]?.[0], ...row].join(divider)),
      ...ending,
    ].join('\n'),
    '',
  )
const media = {
  page: (head: string[], rows: Row[]) =>
    readHtml(
      `${heading.map((line) => `<p>${line}`).join('')}<table>${
        head.length
          ? `<tr>${head.map((name) => `<td colspan=${name === '其中' ? 6 : 1}>${name}`).join('')}`
          : ''
      }${rows
        .map((row, at) => `<tr><td>${LABELS[at]?.[0]}${row.map((figure) => `<td>${figure}`).join('')}`)
        .join('')}</table>${ending.map((line) => `<p>${line}`).join('')}`,
      '',
    ),
  tabs: text('\t'),
  spaces: text(' '),
  'one cell a line': text('\n'),
}
function read(medium: keyof typeof media, printed: Row[], official = FIGURES, head: string[] = []) {
  const { figures } = recognise(media[medium](head, printed), edition2021)
  const expected = new Map(
    official.flatMap((row, at) =>
      row.map((figure, column) => [
        `tables.requests.${LABELS[at]?.[1]}.${officialApplicants[column]}`,
        String(figure),
      ]),
    ),
  )
  const isRight = (address: string, own: string) => (expected.get(address) || '0') === own
  return {
    right: figures.filter(({ address, text: own }) => isRight(address, own)).length,
    marked: figures.filter(({ doubt }) => doubt).length,
    wrong: figures.filter(({ address, text: own, doubt }) => !doubt && !isRight(address, own)).length,
  }
}
const each = Object.keys(media) as (keyof typeof media)[]

test.each(each)(
  'rows that add up only with the total first are read so, without the names of columns: %s',
  (medium) => {
    const whole = { right: 28, marked: 0, wrong: 0 }
    expect(read(medium, FIGURES)).toEqual(whole)
    expect(read(medium, FIGURES.map(totalFirst))).toEqual(whole)
    expect(read(medium, FIGURES.map(totalFirst), FIGURES, ['项目', '合计', '其中'])).toEqual(whole)
  },
)

test.each(['page', 'tabs'] as const)('also where blanks stand for zeros: %s', (medium) => {
  const open = FIGURES.map((row) => row.map((figure) => figure || ''))
  const filled = open.flat().filter((figure) => figure !== '').length
  expect(read(medium, open.map(totalFirst), open)).toEqual({ right: filled, marked: 0, wrong: 0 })
})

test.each(each)('where no sum tells the columns apart, or none agrees, nothing is certain: %s', (medium) => {
  const shifted = FIGURES.map((row) => [...row.slice(2), ...row.slice(0, 2)])
  for (const [printed, official] of [
    [alone(0), alone(0)],
    [alone(5).map(totalFirst), alone(5)],
    [shifted, FIGURES],
  ] as const)
    expect(read(medium, printed, official)).toMatchObject({ marked: 28, wrong: 0 })
})

test.each(each)('a row that contradicts the order of the others is in doubt, and no other: %s', (medium) => {
  const miscounted = FIGURES.map((row, at) => (at === 1 ? [...row.slice(0, -1), 9] : row))
  expect(read(medium, miscounted, miscounted)).toEqual({ right: 28, marked: 7, wrong: 0 })
  expect(read(medium, miscounted.map(totalFirst), miscounted)).toEqual({ right: 28, marked: 7, wrong: 0 })
})

test.each(each)(
  'sums say nothing about columns of which none is named and the total keeps its place: %s',
  (medium) => {
    // Nobody can see from these figures that natural persons come behind the organisations.
    expect(read(medium, FIGURES.map(organsFirst)).marked).toBe(0)
  },
)
