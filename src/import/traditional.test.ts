import { expect, test } from 'vitest'
import { edition2021 } from '../format/edition2021/edition'
import { fileKinds } from '../testing/fileKinds'
import { recognise } from './recognise'

const RESULTS = ['結果維持', '結果糾正', '其他結果', '尚未審結', '總計']
const parts = [
  '雲溪縣農業農村局2023年政府信息公開工作年度報告',
  '一、總體情況',
  '根據有關規定編制本報告。2023年，本局繼續做好後續工作，發佈餘下的目錄。',
  '二、主動公開政府信息情況',
  [
    ['信息內容', '本年製發件數', '本年廢止件數', '現行有效件數'],
    ['規章', '0', '1', '7'],
    ['行政規範性文件', '4', '2', '31'],
  ],
  [
    ['信息內容', '本年收費金額（單位：萬元）'],
    ['行政事業性收費', '12.5'],
  ],
  '三、收到和處理政府信息公開申請情況',
  [
    ['項目', '自然人', '商業企業', '科研機構', '社會公益組織', '法律服務機構', '其他', '總計'],
    ['一、本年新收政府信息公開申請數量', '21', '4', '0', '1', '0', '2', '28'],
    ['3.危及“三安全一穩定”', '3', '0', '0', '0', '0', '0', '3'],
  ],
  '四、政府信息公開行政復議、行政訴訟情況',
  [
    ['行政復議', '', '', '', '', '未經復議直接起訴', '', '', '', ''],
    [...RESULTS, ...RESULTS],
    ['3', '1', '0', '2', '6', '5', '0', '0', '1', '6'],
  ],
  '五、存在的主要問題及改進情況',
  '公開不夠及時。',
]

test.each(Object.keys(fileKinds))(
  'a report in traditional characters is read, and its texts stay as they are: %s',
  (kind) => {
    const source = fileKinds[kind]?.(parts) ?? { name: '', blocks: [] }
    const before = structuredClone(source)
    const { figures, texts } = recognise(source, edition2021)
    expect(figures.map(({ text, doubt }) => doubt ?? text).sort()).toEqual(
      '0 1 7 4 2 31 12.5 21 4 0 1 0 2 28 3 0 0 0 0 0 3 3 1 0 2 6 5 0 0 1 6'.split(' ').sort(),
    )
    const textAt = (address: string) => texts.find((each) => each.address === address)?.text
    expect(textAt('organ.name')).toBe('雲溪縣農業農村局')
    expect(textAt('overview.introduction') ?? textAt('overview.preface')).toBe(parts[2])
    expect(textAt('problems')).toBe('公開不夠及時。')
    expect(source).toEqual(before)
  },
)
