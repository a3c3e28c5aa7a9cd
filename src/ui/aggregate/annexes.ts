import { lastRange } from '../../aggregate/beside'
import { inRange, type Range } from '../../aggregate/range'
import { isSummed } from '../../aggregate/task'
import type { DocumentPart } from '../../export/document'
import { printable } from '../../export/document'
import { plainTable } from '../../export/table'
import type { LastTask } from './useLastTask'
import type { OpenTask } from './useTask'
import { CHANGE_COLUMNS, changeRows, changeWords } from './words'

const WIDTHS = [60, 20, 20]

/**
 * What belongs to the print job of a 汇总 beside its own lists. Each annex begins with its title (`{ kind: 'attachment' }`), and its
 * tables are sheets of the workbook, too.
 */
export const annexesOf = (open: Pick<OpenTask, 'task' | 'overview'>, range: Range, last?: LastTask) => [
  ...reviewed(open, range),
  ...(last ? unitsChanged(open, range, last) : []),
]

/** 户数变动表 against last year's list, over the range. */
function unitsChanged(
  { task, overview }: Pick<OpenTask, 'task' | 'overview'>,
  range: Range,
  last: LastTask,
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
              changeRows(changes).map((row) => row.map(printable)),
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
  if (!last) return []
  const summed = inRange(overview, range).filter(isSummed)
  const counts = summed.map(({ id, unit, current }) => {
    const [block, verify] = (current && last.reports[current.code])?.split('/') ?? []
    return { name: unit?.name ?? id, block, verify }
  })
  const open = counts.filter(({ block, verify }) => block !== '0' || verify !== '0')
  return [
    { kind: 'attachment', text: '审核说明' },
    {
      kind: 'paragraph',
      text: `${last.day}按规则版本${last.rules}审核。参加汇总的${summed.length}家中，${summed.length - open.length}家没有待改、待核实的地方${open.length ? `，${open.length}家如下。` : '。'}`,
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
  ]
}
