import type { ImportProposal } from './proposal'
import { type SourceDocument, textOfPlace } from './source'

/** Characters of labels, headings and heads as traditional texts write them, each with the one of the form at the same place below. */
const TRADITIONAL =
  '業專與兩個爲為舉義鄉書於產億從務會傳體餘來係關內寫決況減幾劃則辦動區單佔衛歷縣參雙發變號員團圍國圖聲' +
  '處備複復實審對將層屬師開棄強歸當錄徑徵應總願執掃護報據數無時顯權條標欄構檢檔樣沒濟滿點環現獨監碼確礙' +
  '種稱穩筆節範類糾約級納組織終經結給統繼續維編繳網罰職聯營獲補規視覽觀誤計訂認討議記許論訟設訪證識訴詞' +
  '詢該說請讀調負責購費資質轉載過還這進違遠連選郵鎮鑑長門閉問間聞閱際隱難電頁項須題額駁後採隻臺機廢製準' +
  '華損優佈註祕併訊稅萬錯銷鏈創績緒勞嚴導屆帶廳廣張態擴擬敗較輸輯週達適遞邏鄰釋針險陸隊陽雜離響領頻顧風' +
  '飛館驗齊龍別錶産衆眾啟'
const SIMPLIFIED =
  '业专与两个为为举义乡书于产亿从务会传体余来系关内写决况减几划则办动区单占卫历县参双发变号员团围国图声' +
  '处备复复实审对将层属师开弃强归当录径征应总愿执扫护报据数无时显权条标栏构检档样没济满点环现独监码确碍' +
  '种称稳笔节范类纠约级纳组织终经结给统继续维编缴网罚职联营获补规视览观误计订认讨议记许论讼设访证识诉词' +
  '询该说请读调负责购费资质转载过还这进违远连选邮镇鉴长门闭问间闻阅际隐难电页项须题额驳后采只台机废制准' +
  '华损优布注秘并讯税万错销链创绩绪劳严导届带厅广张态扩拟败较输辑周达适递逻邻释针险陆队阳杂离响领频顾风' +
  '飞馆验齐龙别表产众众启'
const SIMPLE = new Map([...TRADITIONAL].map((one, at) => [one, SIMPLIFIED[at] ?? one]))

/** A text of as many characters. */
const simplified = (text: string): string => text.replace(/[\u4e00-\u9fff]/g, (one) => SIMPLE.get(one) ?? one)

/** What every report says of itself, in traditional characters. */
const SIGN = /公開|申請|數據|複議|行政訴訟/

/** A source in traditional characters as the form writes, every place the same; any other as it is. */
export function inWritingOfForm(source: SourceDocument): SourceDocument {
  const isTraditional = source.blocks.some((block) =>
    block.kind === 'paragraph'
      ? SIGN.test(block.text)
      : block.rows.some((row) => row.some(({ text }) => SIGN.test(text))),
  )
  if (!isTraditional) return source
  return {
    ...source,
    name: simplified(source.name),
    blocks: source.blocks.map((block) =>
      block.kind === 'paragraph'
        ? { ...block, text: simplified(block.text) }
        : {
            ...block,
            rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: simplified(cell.text) }))),
          },
    ),
  }
}

/** The texts of a proposal as their own source writes them: what is said in words stays as it came. */
export const inOwnWriting = (proposal: ImportProposal, source: SourceDocument): ImportProposal => ({
  ...proposal,
  texts: proposal.texts.map((each) => {
    const own = each.places.map((place) => textOfPlace(source, place)).join('')
    const known = simplified(own)
    let from = 0
    const text = [...each.text].map((one) => {
      const at = known.indexOf(one, from)
      if (at < 0) return one
      from = at + 1
      return own[at] ?? one
    })
    return { ...each, text: text.join('') }
  }),
})
