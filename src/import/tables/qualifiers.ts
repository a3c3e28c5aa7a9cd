import { isOrgan, withPlainYears } from '../prose/contacts'
import { bare, withoutBrackets } from './labels'
import type { Whose } from './otherYears'

/** Whose report is read: what tells its figures from those of others. */
export interface Mine {
  year?: string | undefined
  organ?: string | undefined
}

const WHOLE_YEAR = /1月?[-—–~至到]12月/
const OTHER_TIME = /上一?年|去年|前年|往年|同期|上期|[上下]半年|季度|\d月|[一二三四五六七八九十]月|下一?年/
const OTHER_STATE =
  /[更订修]正前|修[改订]前|调整前|核[定实]前|自报|上报|申报|初报|原报|预计|预测|预算|计划|目标|平均|示例/
const OTHER_UNIT =
  /全[国省市县区州盟旗镇乡]|各[市县区镇乡街]|[下直所]属|二级单位|[局委厅部办处镇乡]机关|线[上下]|网[上下]|现场|其中/
const OWN =
  /本年|今年|当年|本期|全年|年度合?计|累计|[合总小共]计|总数|[更订修]正后|修[改订]后|调整后|核[定实]|审[定核]|实际|决算|本(?:机关|单位|部门|级|局|委|厅|办|镇|乡|街道|中心)/

/** Whose figures a few words promise that stand in a row: 上年, 2023年, 下属单位, 合计, the name of an organ. */
export function whoseFigures(text: string, { year, organ }: Mine): Whose | undefined {
  const plain = bare(withPlainYears(text))
  const years = plain.match(/20\d\d/g) ?? []
  if (year && years.some((each) => each !== year)) return 'other'
  if (WHOLE_YEAR.test(plain)) return 'own'
  if ([OTHER_TIME, OTHER_STATE, OTHER_UNIT].some((words) => words.test(plain))) return 'other'
  if (OWN.test(plain) || (year && years.length)) return 'own'
  const name = withoutBrackets(plain)
  return organ && isOrgan(name) ? (bare(organ).endsWith(name) ? 'own' : 'other') : undefined
}

/** Whether a word names the sum of several rows. */
export const isSumWord = (text: string): boolean => /累计|[合总小共]计/.test(text)
