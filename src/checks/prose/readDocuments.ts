import type { Look, RawClaim } from './recognise'

/** The noun and the verb that a list of documents has been about so far. */
export interface DocumentState {
  noun?: 'documents' | 'regulations'
  verb?: string
}

type MakeClaim = (
  look: Look,
  keys: string[],
  from: number,
  extra?: { afterLength?: number; sure?: boolean },
) => RawClaim

const NOUN = /规范性文件|规章(?!制度|行政)/g
const VERBS: [key: string, words: RegExp][] = [
  ['repealed', /废止/],
  ['inForce', /现行有效|继续有效|保留|有效/],
  ['issued', /制定|制发|印发|出台|制订|颁布/],
]
/** What is done with a document besides making, repealing and keeping it. */
const OTHER_DEEDS =
  /公开|公布|发布|解读|清理|标注|备案|审查|审核|政策性|名义|起草|代拟|草案|归集|上传|公示|报送|征求|评估|失效|收录|统一/
const UNITS = new Set(['件', '份', '个', '部', '项'])

const nounIn = (text: string): DocumentState['noun'] => {
  const last = [...text.matchAll(NOUN)].at(-1)
  return last ? (last[0] === '规章' ? 'regulations' : 'documents') : undefined
}

/** 制定规范性文件4件，废止2件，现行有效19件: the verb governs the whole list, the noun goes on. */
export function documentClaim(look: Look, state: DocumentState, claimAt: MakeClaim): RawClaim | undefined {
  const { before, after, clause, quantity, sentence } = look
  if (!UNITS.has(quantity.unit)) return undefined
  const behind = /^(?:行政)?(?:规范性文件|规章(?!制度))/.test(after) ? nounIn(after.slice(0, 8)) : undefined
  const noun = nounIn(before) ?? behind
  const verb = VERBS.find(([, words]) => words.test(before))?.[0]
  if (OTHER_DEEDS.test(clause.replace(/政府信息公开|信息公开/g, '') + (noun ? after.slice(0, 4) : ''))) {
    state.noun = noun ?? state.noun
    state.verb = undefined
    return undefined
  }
  const carriesOn =
    /^(?:[、和及]|以及|其中)/.test(before) || before.replace(/规范性文件|规章|行政/g, '') === ''
  const otherNoun = /文件|制度|政策|公文|方案/.test(before.replace(NOUN, ''))
  const what = noun ?? (verb && !otherNoun ? state.noun : undefined)
  const deed = verb ?? (noun && carriesOn ? state.verb : undefined)
  if (noun) state.noun = noun
  if (verb) state.verb = verb
  if (!what || !deed) return undefined
  // A change counts as made and repealed, or as neither: the number alone does not tell.
  const sure = !/修改|修订|修正/.test(sentence)
  const at = before.search(
    /废止|现行有效|继续有效|保留|有效|制定|制发|印发|出台|制订|颁布|(?:行政)?规范性文件|规章/,
  )
  return claimAt(look, [what === 'regulations' ? `regulations.${deed}` : deed], at, {
    sure,
    afterLength: behind ? (/^(?:行政)?(?:规范性文件|规章)/.exec(after)?.[0].length ?? 0) : 0,
  })
}

const DECISIONS: [key: string, words: RegExp][] = [
  ['licenses', /行政许可/],
  ['penalties', /行政处罚/],
  ['compulsion', /行政强制/],
]
const PUBLISHED =
  /公开|公示|公布|发布|信息(?!公开)|事项|目录|清单|归集|上传|推送|双公示|数据|案卷|卷|裁量|文书/
const MADE = /作出|做出|决定|办理|实施|办结|(?:行政许可|行政处罚|行政强制)(?:共|为|计|案件)?$/
const DECISION_UNITS = new Set(['件', '宗', '起', '个', '例', '项', '次'])

/** 处理决定 of 表二 and the fees; items published are another count. */
export function decisionClaim(look: Look, claimAt: MakeClaim): RawClaim | undefined {
  const { before, clause, quantity } = look
  if (quantity.unit === '元') {
    const at = before.search(/行政事业性收费/)
    return at >= 0 && !/项目|标准|减免|降低|清理/.test(before) ? claimAt(look, ['fee'], at) : undefined
  }
  if (!DECISION_UNITS.has(quantity.unit)) return undefined
  const decision = DECISIONS.find(([, words]) => words.test(before))
  if (!decision || /受理|收到|申请|接件/.test(clause) || PUBLISHED.test(clause) || !MADE.test(clause))
    return undefined
  return claimAt(look, [decision[0]], before.search(decision[1]))
}
