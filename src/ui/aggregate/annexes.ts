import { lastRange } from '../../aggregate/beside'
import type { GivenReason } from '../../aggregate/decisions'
import { inForce } from '../../aggregate/inForce'
import { checkNodes } from '../../aggregate/nodeCheck'
import { SCOPES } from '../../aggregate/nodeWords'
import { inRange, type Range } from '../../aggregate/range'
import { disputesOf } from '../../aggregate/review'
import { type Decision, isSummed, type Standing } from '../../aggregate/task'
import { unitNames } from '../../aggregate/unitNames'
import type { DocumentPart } from '../../export/document'
import { printable } from '../../export/document'
import { plainTable } from '../../export/table'
import { dateInWords } from '../../report/localDate'
import type { StoredTask } from './useStoredTask'
import type { OpenTask } from './useTask'
import { CHANGE_COLUMNS, changeRows, changeWords } from './words'

const WIDTHS = [60, 20, 20]
const REASONS: [label: string, width: number][] = [
  ['单位', 16],
  ['在哪里', 20],
  ['问题', 26],
  ['单位的说明', 20],
  ['审核结果', 18],
]

/**
 * What belongs to the print job of a 汇总 beside its own lists. Each annex begins with its title (`{ kind: 'attachment' }`), and its
 * tables are sheets of the workbook, too.
 */
export const annexesOf = (open: Pick<OpenTask, 'task' | 'overview'>, range: Range, last?: StoredTask) => [
  ...reviewed(open, range),
  ...(last ? unitsChanged(open, range, last) : []),
]

/** 户数变动表 against last year's list, over the range. */
function unitsChanged(
  { task, overview }: Pick<OpenTask, 'task' | 'overview'>,
  range: Range,
  last: StoredTask,
): DocumentPart[] {
  const found = lastRange(range, overview, last.overview, task.decisions)
  if (!found) return []
  const { changes } = found
  return [
    { kind: 'attachment', text: '户数变动表' },
    { kind: 'paragraph', text: changeWords(last.head, changes, task), subheading: false },
    ...(changes.changes.length
      ? [
          {
            ...plainTable(
              'changes',
              '户数变动表',
              CHANGE_COLUMNS.map(([, width]) => width),
              CHANGE_COLUMNS.map(([label]) => label),
              changeRows(changes, unitNames(last.overview.standings), unitNames(overview.standings)).map(
                (row) => row.map(printable),
              ),
            ),
            dense: true,
          },
        ]
      : []),
  ]
}

/**
 * 审核说明: what the last look at these reports has left open. A report that was handed in since then is said to be not yet looked at.
 */
function reviewed({ task, overview }: Pick<OpenTask, 'task' | 'overview'>, range: Range): DocumentPart[] {
  const last = task.decisions.filter((one) => one.kind === 'reviewed').at(-1)
  const names = unitNames(overview.standings)
  const nodes = nodesChecked({ task, overview }, range, names)
  const title: DocumentPart = { kind: 'attachment', text: '审核说明' }
  if (!last) return nodes.length ? [title, ...nodes] : []
  const summed = inRange(overview, range).filter(isSummed)
  const refused = refusedReasons(task.decisions, last.reasons ?? [])
  const counts = summed.map(({ id, current }) => {
    const [block, verify] = (current && last.reports[current.code])?.split('/') ?? []
    const more = refused.get(current?.code ?? '') ?? 0
    return { name: names.get(id) ?? id, block, verify: verify && String(Number(verify) + more) }
  })
  const open = counts.filter(({ block, verify }) => block !== '0' || verify !== '0')
  return [
    title,
    {
      kind: 'paragraph',
      text: `${dateInWords(last.day)}按规则版本${last.rules}审核。参加汇总的${summed.length}家中，${summed.length - open.length}家没有待改、待核实的地方${open.length ? `，${open.length}家如下。` : '。'}`,
      subheading: false,
    },
    ...(open.length
      ? [
          plainTable(
            'reviewed',
            '审核说明',
            WIDTHS,
            ['单位', '须改', '须核实'],
            open.map(({ name, block, verify }) => [name, block ?? '未审核', verify ?? '未审核']),
          ),
        ]
      : []),
    ...reasonsGiven(task.decisions, last.reasons ?? [], summed, names),
    ...nodes,
  ]
}

/** How many findings of each report are open because a reason that holds was 不认可, by content code: said since the look, or taken back. */
function refusedReasons(
  decisions: readonly Decision[],
  given: readonly GivenReason[],
): ReadonlyMap<string, number> {
  const disputed = disputesOf(decisions)
  const counts = new Map<string, number>()
  for (const one of given)
    if (one.holds && disputed(one) !== undefined) counts.set(one.code, (counts.get(one.code) ?? 0) + 1)
  return counts
}

/** What the units say to what was found, and what of it does not count. */
function reasonsGiven(
  decisions: readonly Decision[],
  given: readonly GivenReason[],
  summed: readonly Standing[],
  names: ReadonlyMap<string, string>,
): DocumentPart[] {
  const nameOf = new Map(summed.map(({ id, current }) => [current?.code, names.get(id)]))
  const disputed = disputesOf(decisions)
  const rows = given.flatMap((one) => {
    const name = nameOf.get(one.code)
    if (name === undefined) return []
    const against = disputed(one)
    const result =
      against !== undefined ? `不认可：${against}` : one.holds ? '认可' : '数已改动，说明不再有效'
    return [[name, one.place, one.message, one.reason, result]]
  })
  if (!rows.length) return []
  const refused = rows.filter(([, , , , result]) => result !== '认可').length
  return [
    {
      kind: 'paragraph',
      text: `单位对核实事项的说明${rows.length}条，认可${rows.length - refused}条${refused ? `，不认可或不再有效${refused}条` : ''}。`,
      subheading: false,
    },
    {
      ...plainTable(
        'reasons',
        '单位的说明',
        REASONS.map(([, width]) => width),
        REASONS.map(([label]) => label),
        rows.map((row) => row.map(printable)),
      ),
      dense: true,
    },
  ]
}

/** What 节点检查 says of the 汇总 that nodes within the range have handed in. */
function nodesChecked(
  { task, overview }: Pick<OpenTask, 'task' | 'overview'>,
  range: Range,
  names: ReadonlyMap<string, string>,
): DocumentPart[] {
  const within = new Set(inRange(overview, range).map(({ id }) => id))
  const choices = inForce(task.decisions).filter((one) => one.kind === 'choose')
  const checks = checkNodes(overview, choices, '').filter(({ node }) => within.has(node))
  if (!checks.length) return []
  const wrong = checks.filter(({ differences, agreesBelow }) => differences.length && !agreesBelow).length
  return [
    {
      kind: 'paragraph',
      text: `节点检查：对照报来的汇总${checks.length}份，${wrong ? `${wrong}份与各单位之和不符。` : '都与各单位之和相符。'}`,
      subheading: false,
    },
    plainTable(
      'nodes',
      '节点检查',
      WIDTHS,
      ['节点', '口径', '结果'],
      checks.map(({ node, scope, differences, lacking, agreesBelow }) => [
        printable(names.get(node) ?? node),
        SCOPES[scope],
        [
          differences.length && !agreesBelow ? `${differences.length}处不符` : '相符',
          lacking.length > 0 && `缺${lacking.length}家`,
        ]
          .filter(Boolean)
          .join('，'),
      ]),
    ),
  ]
}
