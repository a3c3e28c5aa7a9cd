import { lastYearOf } from '../checks/rules/figures'
import type { Given } from '../checks/types'
import { enteredCellsOf } from '../format/cells'
import { organKindOf } from '../format/organKinds'
import type { Address } from '../format/types'
import type { Link } from '../report/report'
import { type Composable, composable } from './composable'
import { linkAt, writtenFigure } from './links'

/** A text that was written from the tables, with the cells that its figures follow. */
export interface Drafted {
  text: string
  links: Link[]
}

/** What the tables do not say: `text.placeholder` keeps it from being published. */
const TO_COMPLETE = '【待补充】'

const T2 = 'tables.proactiveDisclosure.'
const T3 = 'tables.requests.'
const T4 = 'tables.reviewAndLitigation.'

/** Words and cells in turn: a cell stands for its figure. */
type Piece = string | { cell: Address }
const cell = (address: Address): Piece => ({ cell: address })

interface Tables {
  given: Given
  /** Undefined while a part is missing. */
  amount(address: Address): number | undefined
  isZero(address: Address): boolean
  /** What the figure is against last year's: 同比增长8.3%. Nothing where it cannot be said. */
  growth(address: Address): string
}

function tablesOf(given: Given): Tables {
  const amount = (address: Address) => {
    const figure = writtenFigure(given.edition, given.report.entries, address)
    return figure === undefined ? undefined : Number(figure)
  }
  const lastYear = lastYearOf(given)
  return {
    given,
    amount,
    isZero: (address) => amount(address) === 0,
    growth(address) {
      const [now, before] = [amount(address), lastYear?.amount(address)]
      if (now === undefined || !before) return ''
      const then = Number(before)
      if (now === then) return '，与上年持平'
      const share = ((Math.abs(now - then) / then) * 100).toFixed(2).replace(/\.?0+$/, '')
      return share === '0' ? '' : `，同比${now > then ? '增长' : '下降'}${share}%`
    },
  }
}

/** The parts of a list that are not 0: 自然人5件，商业企业2件. */
const listed = (tables: Tables, parts: [words: string, address: Address][], between = '，'): Piece[] =>
  parts
    .filter(([, address]) => !tables.isZero(address))
    .flatMap(([words, address], at) => [`${at ? between : ''}${words}`, cell(address), '件'])

const APPLICANTS: [string, string][] = [
  ['自然人', 'naturalPerson'],
  ['商业企业', 'commercialEnterprise'],
  ['科研机构', 'researchInstitution'],
  ['社会公益组织', 'publicWelfareOrganization'],
  ['法律服务机构', 'legalServiceInstitution'],
  ['其他组织', 'otherOrganization'],
]
const RESULTS: [string, string][] = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'otherResult'],
  ['尚未审结', 'pending'],
]

function requests(tables: Tables): Piece[][] {
  const at = (row: string, column = 'total') => `${T3}${row}.${column}`
  const [received, over, outcome, forward] = [
    'received',
    'carriedOver',
    'outcomeTotal',
    'carriedForward',
  ].map((row) => at(row)) as [string, string, string, string]
  const carried: Piece[] = tables.isZero(over) ? ['无上年结转申请。'] : ['上年结转', cell(over), '件。']
  const carriedForward: Piece[] = tables.isZero(forward)
    ? ['，无结转下年度继续办理的申请']
    : ['，结转下年度继续办理', cell(forward), '件']
  const none = tables.isZero(received)
  const answered: Piece[] =
    tables.isZero(outcome) && none && tables.isZero(over)
      ? []
      : ['全年办结政府信息公开申请', cell(outcome), '件', ...carriedForward, '。']
  const who = listed(
    tables,
    APPLICANTS.map(([words, column]) => [words, at('received', column)]),
  )
  const granted = listed(tables, [
    ['予以公开', at('outcome.granted')],
    ['部分公开', at('outcome.partiallyGranted')],
  ])
  const how: Piece[] = granted.length && !tables.isZero(outcome) ? ['办理结果中，', ...granted, '。'] : []
  if (none)
    return [
      ['本年度未收到政府信息公开申请', '。', ...carried, ...answered, ...how],
      ['全年没有收到政府信息公开申请', '。', ...carried, ...answered, ...how],
    ]
  const growth = tables.growth(received)
  const divided: Piece[] = who.length ? ['其中，', ...who, '。'] : []
  return [
    [
      '本年新收政府信息公开申请',
      cell(received),
      `件${growth}`,
      '。',
      ...carried,
      ...(who.length ? (['新收申请中，', ...who, '。'] as Piece[]) : []),
      ...answered,
      ...how,
    ],
    ['全年共收到政府信息公开申请', cell(received), `件${growth}。`, ...divided, ...answered, ...how],
    ['本年度收到政府信息公开申请', cell(received), `件${growth}`, '。', ...carried, ...answered, ...how],
  ]
}

/** 行政复议 and 行政诉讼, a sentence for each; nothing while a figure is missing everywhere. */
function review(tables: Tables, wording: number): Piece[] {
  const at = (group: string, result: string) => `${T4}${group}.${result}`
  const [direct, after] = ['litigationDirect', 'litigationAfterReview']
  const groups: [string, string, string][] = [
    ['administrativeReview', '因政府信息公开工作被申请行政复议', '行政复议'],
    [direct as string, '未经复议直接提起行政诉讼', '未经复议直接起诉的行政诉讼'],
    [after as string, '复议后提起行政诉讼', '复议后起诉的行政诉讼'],
  ]
  if (groups.every(([group]) => tables.isZero(at(group, 'total'))))
    return [
      wording % 2
        ? '全年未发生因政府信息公开引发的行政复议和行政诉讼。'
        : '本年度未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。',
    ]
  return groups.flatMap(([group, words, name]): Piece[] => {
    const total = at(group, 'total')
    if (tables.isZero(total)) return [`没有${name}。`]
    const results = listed(
      tables,
      RESULTS.map(([label, result]) => [label, at(group, result)]),
      wording % 2 ? '、' : '，',
    )
    return [words, cell(total), '件', ...(results.length ? (['，其中', ...results] as Piece[]) : []), '。']
  })
}

function documents(tables: Tables): Piece[][] {
  const rows: [string, string][] = [['行政规范性文件', 'normativeDocuments']]
  const { given } = tables
  const may = organKindOf(given.edition, given.text('organ.kind'))?.regulations
  const all = (row: string) => ['issued', 'repealed', 'inForce'].map((column) => `${T2}${row}.${column}`)
  if (may || all('regulations').some((address) => !tables.isZero(address)))
    rows.unshift(['规章', 'regulations'])
  const said = (words: string, row: string, [first, second]: [string, string]): Piece[] => {
    const [issued, repealed, inForce] = all(row) as [string, string, string]
    const did = (verb: string, address: Address): Piece[] =>
      tables.isZero(address) ? [`未${verb}${words}`] : [`${verb}${words}`, cell(address), '件']
    return [
      ...did(first, issued),
      '，',
      ...did(second, repealed),
      '，',
      ...(tables.isZero(inForce) ? [`没有现行有效的${words}`] : [`现行有效${words}`, cell(inForce), '件']),
      '。',
    ]
  }
  const verbs: [string, [string, string]][] = [
    ['本年', ['制发', '废止']],
    ['全年', ['制定', '废止']],
  ]
  return verbs.map(([when, pair]) =>
    rows.flatMap(([words, row], at): Piece[] => [at ? '' : when, ...said(words, row, pair)]),
  )
}

function decisions(tables: Tables): Piece[][] {
  const rows: [string, string][] = [
    ['行政许可', 'administrativeLicenses'],
    ['行政处罚', 'administrativePenalties'],
    ['行政强制', 'administrativeCompulsion'],
  ]
  const fee = `${T2}administrativeFees.amount`
  const said = (words: string, row: string): Piece[] => {
    const address = `${T2}${row}.decisions`
    return tables.isZero(address) ? [`未作出${words}决定`] : [`作出${words}决定`, cell(address), '件']
  }
  const fees: Piece[] = tables.isZero(fee)
    ? ['没有行政事业性收费。']
    : ['行政事业性收费金额', cell(fee), '万元。']
  return ['本年', '全年'].map((when) => [
    when,
    ...rows.flatMap(([words, row], at): Piece[] => [at ? '，' : '', ...said(words, row)]),
    '。',
    ...fees,
  ])
}

const WRITERS: Record<Composable, (tables: Tables) => Piece[][]> = {
  'overview.proactive': decisions,
  'overview.onRequest': (tables) =>
    requests(tables).map((pieces, at) => [...pieces, '\n', ...review(tables, at)]),
  'overview.management': documents,
  other: () => [
    [`本年度收取信息处理费的情况：${TO_COMPLETE}。`],
    [`收取信息处理费情况：${TO_COMPLETE}。其他需要报告的事项：${TO_COMPLETE}。`],
  ],
}

/**
 * A text in the customary wordings, from the tables alone: nothing is said that they do not hold, and what is missing in
 * them stands as 【待补充】. Each figure that stands for one cell is linked to it.
 */
export function draftsOf(given: Given, address: Address): Drafted[] {
  if (!composable(address) || !enteredCellsOf(given.edition).some((one) => one.address.startsWith(T3)))
    return []
  const tables = tablesOf(given)
  return WRITERS[address](tables).map((pieces): Drafted => {
    let text = ''
    const places: [Address, number, number][] = []
    for (const piece of pieces) {
      if (typeof piece === 'string') text += piece
      else {
        const figure = writtenFigure(given.edition, given.report.entries, piece.cell)
        if (figure !== undefined) places.push([piece.cell, text.length, text.length + figure.length])
        text += figure ?? TO_COMPLETE
      }
    }
    const links = places.flatMap(
      ([own, start, end]) => linkAt({ text: address, cell: own, prose: text }, start, end) ?? [],
    )
    return { text, links }
  })
}
