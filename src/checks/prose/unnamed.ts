import { NAMES_REQUESTS, tellsFigures } from './farOff'
import type { Judged } from './judged'

/** Where applications are told of; there a number may leave out what it counts. */
const OF_REQUESTS = 'overview.onRequest'
/** What nobody says of anything else. */
const OF_NOTHING_ELSE =
  /依申|信息公开件|结转|无法提供|不予|予以公开|部分公开|区分处理|不掌握|内部事务|自然人|新收|[全本]年共?(?:收到|受理|办结)\d/
/** A heading of its own line, or what leads up to the next. */
const LEADS = /[:：]$|^.{1,30}$/

/** What is read with a number: its paragraph, elsewhere than where figures are told its sentence, with the line that leads up to it. */
function aroundOf(one: Judged): string {
  const { written, sentence } = one
  const { text } = written.prose
  const from = text.lastIndexOf('\n', sentence.start) + 1
  const to = text.indexOf('\n', sentence.end)
  const before = text.slice(text.lastIndexOf('\n', from - 2) + 1, Math.max(0, from - 1))
  const own = tellsFigures(one) ? text.slice(from, to < 0 ? undefined : to) : sentence.text
  return (LEADS.test(before) ? before : '') + own
}

/** 对以前印发的文件作了清理，宣布失效43件: papers of any kind, whatever was told of before. */
const PAPERS = /^(?!.*(?:规范性|规章)).*(?:文件[^,;]{0,10}清理|清理[^,;]{0,10}文件)/
const isOfPapers = ({ state, item, sentence: { text } }: Judged) =>
  state === 'differs' && item.family === 'documents' && !item.first && PAPERS.test(text)

/**
 * 征地批文扫描1326宗，当年完成341宗; 承办建议14件、提案23件，可公开的33件已公开: elsewhere than under 依申请公开 a paragraph that names no
 * applications, and a sentence without another number of theirs, tells of other things; outside the places of figures a sentence
 * has to name them itself.
 */
export function leaveUnnamed(judged: Judged[]): void {
  const ours = judged.filter(({ state, item }) => state === 'agrees' && item.family === 'requests')
  const told = new Set(ours.map(({ sentence }) => sentence))
  const isUnnamed = (one: Judged) =>
    one.state === 'differs' &&
    one.item.family === 'requests' &&
    one.written.address !== OF_REQUESTS &&
    !told.has(one.sentence) &&
    !OF_NOTHING_ELSE.test(one.sentence.text) &&
    !NAMES_REQUESTS.test(aroundOf(one))
  for (const one of judged) if (isUnnamed(one) || isOfPapers(one)) one.state = 'unsure'
}
