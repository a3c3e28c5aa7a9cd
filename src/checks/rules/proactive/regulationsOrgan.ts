import { organKindOf } from '../../../format/organKinds'
import { readingOf } from '../../prose/reading'
import type { Rule } from '../../types'
import { isSummary, judgeFigures, rowNameAt } from '../figures'
import { DOCUMENT_ROWS, documentCells } from './documents'

/** 海岸带管理总局: a name without a place may be an organ of the State Council, which makes rules (立法法第九十一条). */
const MAY_BE_NATIONAL = /^(?!.*[省市县区州盟旗]).*(?:总局|总署)$/
/** A department of a province, whose government makes rules that it drafts. */
const PROVINCIAL = /^[^市州县盟旗]*(?:省|自治区)[^市州县盟旗]*(?:厅|局|委员会|委)$/

export const regulationsOrgan: Rule = {
  id: 'proactive.regulations-organ',
  title: '规章一行与机关类型',
  severity: 'verify',
  due: 'whenAnswered',
  source: '立法法第九十一条、第九十三条',
  explanation:
    '县级政府、乡镇、街道和一般部门没有规章制定权，规章一行应为 0，执行的上级规章不计。部门的汇总年报可能含有制定规章的政府，不看。办公室和省级部门的年报正文写明这些规章的、名称不带地名的总局总署，只作提示。',
  check: (given) => {
    const kind = organKindOf(given.edition, given.text('organ.kind'))
    if (!kind || kind.regulations || (kind.value === 'department' && isSummary(given))) return []
    const cells = documentCells('regulations')
    const [own, documents] = DOCUMENT_ROWS.map((row) => rowNameAt(given.edition, documentCells(row)[0]))
    // 公开市政府规章9件: an office that prints its government's numbers, or a provincial department that drafts them, and says so.
    const name = given.text('organ.name').trim()
    const mayTell = kind.value === 'governmentOffice' || PROVINCIAL.test(name)
    const isTold =
      mayTell &&
      readingOf(given).judged.some(
        ({ state, item, meanings: [meaning] }) =>
          state === 'agrees' && item.value > 0 && meaning?.first.includes('regulations'),
      )
    const isNational = MAY_BE_NATIONAL.test(name)
    return judgeFigures(given, cells, (amounts) => {
      const filled = amounts.filter((amount) => amount > 0n)
      return filled.length
        ? {
            message: `${kind.label}一般没有规章制定权，${own}一行填了 ${filled.join('、')}。请确认，或改填到${documents}。`,
            ...((isTold || isNational) && { severity: 'note' as const }),
          }
        : undefined
    })
  },
  examples: [
    {
      title: '乡镇填了现行有效的规章',
      entries: {
        'organ.kind': 'townshipGovernment',
        'tables.proactiveDisclosure.regulations.inForce': '6',
      },
      messages: ['乡镇人民政府一般没有规章制定权，规章一行填了 6。请确认，或改填到行政规范性文件。'],
    },
    {
      title: '一个部门汇总全市，市政府有规章',
      entries: { scope: 'all', 'tables.proactiveDisclosure.regulations.inForce': '6' },
      messages: [],
    },
    {
      title: '名称不带地名的总局，可能是国务院的机构',
      entries: {
        'organ.kind': 'department',
        'organ.name': '海岸带管理总局',
        'tables.proactiveDisclosure.regulations.inForce': '19',
      },
      messages: [
        '县级以上地方人民政府部门一般没有规章制定权，规章一行填了 19。请确认，或改填到行政规范性文件。',
      ],
    },
    {
      title: '设区的市可以制定规章',
      entries: {
        'organ.kind': 'prefectureGovernment',
        'tables.proactiveDisclosure.regulations.inForce': '12',
      },
      messages: [],
    },
  ],
}
