import type { Range } from '../../aggregate/range'
import type { DocumentPart } from '../../export/document'
import type { OpenTask } from './useTask'

/**
 * What belongs to the print job of a 汇总 beside its own lists, 审核说明 and 户数变动; each begins with its title
 * (`{ kind: 'attachment' }`), and its tables are sheets of the workbook, too.
 */
export const annexesOf = (_open: OpenTask, _range: Range): DocumentPart[] => []
