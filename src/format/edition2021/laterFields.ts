import { WITHIN } from '../place'
import type { Edition } from '../types'

/** Fields that a report may do without: their keys came later than the others, and are left out of the file while blank. */
export const laterFields: Pick<Edition, 'optionalFields' | 'signOff' | 'correction' | 'webPage'> = {
  optionalFields: [
    {
      address: 'overview.introductionPlace',
      label: '引言放在哪里',
      control: 'select',
      lasting: true,
      default: 'before',
      page: 'overview',
      options: [
        { value: '', label: '“一、总体情况”之前' },
        { value: WITHIN, label: '“一、总体情况”之内' },
      ],
    },
    { address: 'signOff.phrase', label: '结束语', control: 'text', page: 'export' },
    { address: 'signOff.organ', label: '落款机关', control: 'text', page: 'export' },
    { address: 'signOff.date', label: '落款日期', control: 'date', page: 'export' },
    {
      address: 'correction.reason',
      label: '更正原因',
      control: 'text',
      hint: '印在更正说明里，随报告公布。',
    },
    {
      address: 'correction.requestedBy',
      label: '提出更正的单位或人员',
      control: 'text',
      hint: '印在审签单上，不公布。',
    },
    { address: 'correction.date', label: '更正日期', control: 'date' },
    { address: 'page.index', label: '索引号', control: 'text', page: 'export' },
    { address: 'page.publisher', label: '发布机构', control: 'text', page: 'export' },
    { address: 'page.date', label: '发文日期', control: 'date', page: 'export' },
  ],
  signOff: { phrase: 'signOff.phrase', organ: 'signOff.organ', date: 'signOff.date' },
  correction: {
    reason: 'correction.reason',
    requestedBy: 'correction.requestedBy',
    date: 'correction.date',
  },
  webPage: { index: 'page.index', publisher: 'page.publisher', date: 'page.date' },
}
