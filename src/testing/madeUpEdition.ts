import type { Edition } from '../format/types'

/**
 * A form that nobody prescribes: other fields, texts and rows, merged heads and stubs of another depth, a sum of sums, an
 * identity of its own and a fee column. What works on it and on the statutory form works on any edition.
 */
export const madeUpEdition: Edition = {
  key: 'made-up',
  document: '示例文件',
  years: { from: 1999, to: 2010 },
  title: '{organ}{year}',
  fields: [
    { address: 'year', label: '年份', control: 'year', required: true },
    { address: 'organ.nickname', label: '简称', control: 'text', lasting: true },
    { address: 'organ.kind', label: '类型', control: 'select', options: [], initial: 'library' },
    { address: 'deadline', label: '期限', control: 'date' },
  ],
  optionalFields: [
    { address: 'signOff.close', label: '收尾', control: 'text' },
    { address: 'signOff.organ', label: '署名', control: 'text' },
    { address: 'signOff.date', label: '日子', control: 'date' },
  ],
  signOff: { phrase: 'signOff.close', organ: 'signOff.organ', date: 'signOff.date' },
  organKinds: [
    {
      value: 'library',
      label: '图书馆',
      regulations: false,
      assessmentRequired: false,
      deadline: '02-15',
    },
  ],
  sections: [
    { key: 'words', numeral: '甲', heading: '说明', texts: [{ address: 'words', label: '说明', hint: '' }] },
    {
      key: 'stock',
      numeral: '乙',
      heading: '库存',
      texts: [{ address: 'stockRemarks', heading: '附记', label: '附记', hint: '' }],
      table: {
        key: 'stock',
        name: '表乙',
        blocks: [
          {
            corner: '册数',
            columns: [
              {
                label: '纸本',
                columns: [
                  { path: 'books', label: '书' },
                  { path: 'maps', label: '图' },
                ],
              },
              { path: 'films', label: '片' },
              { path: 'all', label: '合计', sum: ['books', 'maps', 'films'] },
              { path: 'price', label: '价', unit: '万元' },
            ],
            rows: [
              {
                label: '来路',
                rows: [
                  {
                    label: '收进',
                    rows: [
                      { path: 'in.bought', label: '购入' },
                      { path: 'in.given', label: '受赠' },
                    ],
                  },
                  { path: 'inAll', label: '小计', sum: ['in.bought', 'in.given'] },
                  { path: 'kept', label: '上年留存' },
                ],
              },
              { path: 'total', label: '总计', sum: ['inAll', 'kept'] },
              { path: 'out', label: '发出' },
              { path: 'left', label: '留存' },
            ],
          },
          {
            caption: '另计',
            corner: '房屋',
            columns: [{ path: 'rooms', label: '间数' }],
            rows: [{ path: 'house', label: '馆舍' }],
          },
        ],
        identities: [
          {
            rule: 'requests.balance',
            left: ['total'],
            right: ['out', 'left'],
            leftWords: '总计',
            rightWords: '发出＋留存',
          },
        ],
      },
    },
  ],
  carriesForward: [{ table: 'stock', from: 'left', to: 'kept' }],
}
