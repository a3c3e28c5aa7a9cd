import { cellAt, cellsOf } from '../../format/cells'
import { rowName } from '../../format/names'
import type { Address, Edition } from '../../format/types'
import { YUAN } from '../../report/value'
import type { Given } from '../types'

/** The tables that prose speaks of. A figure is named by two things: row and column, kind and result, document and deed. */
export type Family = 'requests' | 'cases' | 'documents'

/** A sum of figures of one table as words name it: every first key with every second one. */
export interface Place {
  family: Family
  first: string[]
  second: string[]
}

const TABLES: Record<Family, string> = {
  requests: 'requests',
  cases: 'reviewAndLitigation',
  documents: 'proactiveDisclosure',
}
/** Words that stand for several keys of the form. */
const SEVERAL: Record<string, string[]> = {
  review: ['administrativeReview'],
  litigation: ['litigationDirect', 'litigationAfterReview'],
  closed: ['upheld', 'corrected', 'otherResult'],
  organizations: [
    'commercialEnterprise',
    'researchInstitution',
    'publicWelfareOrganization',
    'legalServiceInstitution',
    'otherOrganization',
  ],
}
/** The keys of the form for the words' own. */
export const spread = (keys: string[]) => [...new Set(keys.flatMap((key) => SEVERAL[key] ?? [key]))]

export interface Figure {
  cells: Address[]
  /** As messages name it: 表三（七）总计, 表四“行政复议·结果维持”. */
  name: string
  shortName: string
  /** As a sentence was read: 行政复议 · 结果维持. */
  spoken: string
}

type Known = Map<string, Figure | undefined>
const byWords = new WeakMap<Edition, Known>()
/** By the lists themselves: most are the lexicon's own, asked for again and again. */
const byLists = new WeakMap<
  Edition,
  Record<Family, WeakMap<string[], WeakMap<string[], Figure | undefined>>>
>()

/** The cells behind a place, called by the labels of the form; undefined where this edition has none of them. */
export function figureOf(edition: Edition, place: Place): Figure | undefined {
  let lists = byLists.get(edition)
  if (!lists) {
    lists = { requests: new WeakMap(), cases: new WeakMap(), documents: new WeakMap() }
    byLists.set(edition, lists)
  }
  let ofFirst = lists[place.family].get(place.first)
  if (!ofFirst) {
    ofFirst = new WeakMap()
    lists[place.family].set(place.first, ofFirst)
  }
  const met = ofFirst.get(place.second)
  if (met || ofFirst.has(place.second)) return met
  const figure = namedBy(edition, place)
  ofFirst.set(place.second, figure)
  return figure
}

/** One object for each figure, whatever lists ask for it. */
function namedBy(edition: Edition, place: Place): Figure | undefined {
  let known = byWords.get(edition)
  if (!known) {
    known = new Map()
    byWords.set(edition, known)
  }
  const key = `${place.family} ${place.first} ${place.second}`
  if (!known.has(key)) known.set(key, build(edition, place))
  return known.get(key)
}

function build(edition: Edition, { family, first, second }: Place): Figure | undefined {
  const own = cellsOf(edition).filter(({ table }) => table.key === TABLES[family])
  const found = spread(first).map((one) =>
    own.filter(({ row, column }) => {
      const [a, b] =
        family === 'cases'
          ? [column.path.split('.')[0] ?? '', column.path.split('.')[1] ?? '']
          : [row.path, column.path]
      return (a === one || a.startsWith(`${one}.`)) && spread(second).includes(b)
    }),
  )
  if (found.some((cells) => !cells.length)) return undefined
  const cells = found.flat()
  const [head] = cells
  if (!head) return undefined
  const total = second.includes('total')
  const heads = [...new Set(found.map((group) => headName(family, group)))].join('＋')
  const tails = [...new Set(cells.map(({ column }) => column.label))]
  const tail =
    family === 'requests'
      ? total
        ? ''
        : tails.length > 1
          ? (head.head.at(-2) ?? tails.join('＋'))
          : tails[0]
      : family === 'cases'
        ? second.includes('closed')
          ? '已审结'
          : tails.join('＋')
        : cells.length === 1 && head.block.columns.length > 1
          ? head.column.label.replace('件数', '')
          : ''
  const shortName = [heads, tail].filter(Boolean).join(family === 'cases' && total ? '' : '·')
  const bare = /^（/.test(shortName)
  return {
    cells: cells.map(({ address }) => address),
    name: bare ? `${head.table.name}${shortName}` : `${head.table.name}“${shortName}”`,
    shortName,
    spoken: shortName.replace('·', ' · '),
  }
}

type Cells = ReturnType<typeof cellsOf>
function headName(family: Family, cells: Cells): string {
  const [cell] = cells
  if (!cell) return ''
  if (family === 'cases') return cell.head.at(-2) ?? ''
  const numbered = /^（[^）]*）总计/.exec(cell.row.label)?.[0]
  if (numbered) return numbered
  const group = cell.stub.at(-2)
  const rows = new Set(cells.map(({ row }) => row.path))
  return rows.size > 1 && group ? group.replace(/^（[^）]*）/, '') : rowName(cell.row)
}

const amounts = new WeakMap<Given, Map<Address[], number | undefined>>()
/** The figure as the tables have it now, in 件 or 元; undefined while a part is blank or malformed. */
export function amountOf(given: Given, cells: Address[]): number | undefined {
  let known = amounts.get(given)
  if (!known) {
    known = new Map()
    amounts.set(given, known)
  }
  let amount = known.get(cells)
  if (amount === undefined && !known.has(cells)) {
    amount = addedUp(given, cells)
    known.set(cells, amount)
  }
  return amount
}
function addedUp(given: Given, cells: Address[]): number | undefined {
  let amount = 0n
  for (const address of cells) {
    const total = given.total(address)
    if (!('value' in total)) return undefined
    amount += total.value
  }
  const [first] = cells
  const fee = first !== undefined && cellAt(given.edition, first)?.unit === '万元'
  return fee ? Number(amount) / Number(YUAN) : Number(amount)
}

/** What rows of requests, or kinds of case, have under 总计; undefined where the edition has no such figure or a part is blank. */
export function totalOf(given: Given, first: string[], family: Family = 'requests'): number | undefined {
  const figure = namedBy(given.edition, { family, first, second: ['total'] })
  return figure && amountOf(given, figure.cells)
}
