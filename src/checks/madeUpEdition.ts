import type { Edition } from '../format/types'

/** A form that nobody prescribes: one table with other rows, one sum, one identity and a fee column. For tests only. */
export const madeUpEdition: Edition = {
  key: 'made-up',
  document: '示例文件',
  years: { from: 1999, to: 2010 },
  title: '{organ}{year}',
  fields: [{ address: 'year', label: '年份', control: 'year', required: true }],
  organKinds: [],
  sections: [
    { key: 'words', numeral: '甲', heading: '说明', texts: [{ address: 'words', label: '说明', hint: '' }] },
    {
      key: 'stock',
      numeral: '乙',
      heading: '库存',
      table: {
        key: 'stock',
        name: '表乙',
        blocks: [
          {
            columns: [
              { path: 'books', label: '书' },
              { path: 'maps', label: '图' },
              { path: 'all', label: '合计', sum: ['books', 'maps'] },
              { path: 'price', label: '价', unit: '万元' },
            ],
            rows: [
              { path: 'in', label: '收进' },
              { path: 'out', label: '发出' },
              { path: 'left', label: '留存' },
            ],
          },
        ],
        identities: [
          {
            rule: 'requests.balance',
            left: ['in'],
            right: ['out', 'left'],
            leftWords: '收进',
            rightWords: '发出＋留存',
          },
        ],
      },
    },
  ],
}
