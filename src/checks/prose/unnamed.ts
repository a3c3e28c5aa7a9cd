import type { Judged } from './judged'

/** Where applications are told of; there a number may leave out what it counts. */
const OF_REQUESTS = 'overview.onRequest'

/** What nobody says of anything else. */
const OF_NOTHING_ELSE = /结转|无法提供|不予|部分公开|区分处理/

/** The paragraph that a number stands in. */
function paragraphOf({ written: { prose }, sentence: { start, end } }: Judged): string {
  const to = prose.text.indexOf('\n', end)
  return prose.text.slice(prose.text.lastIndexOf('\n', start) + 1, to < 0 ? undefined : to)
}

/**
 * 征地批文扫描1326宗，当年完成341宗; 承办建议14件、提案23件，可公开的33件已公开: elsewhere than under 依申请公开 a paragraph that names no
 * applications tells of other things.
 */
export function leaveUnnamed(judged: Judged[]): void {
  for (const one of judged)
    if (
      one.state === 'differs' &&
      one.item.family === 'requests' &&
      one.written.address !== OF_REQUESTS &&
      !OF_NOTHING_ELSE.test(one.phrase) &&
      !paragraphOf(one).includes('申请')
    )
      one.state = 'unsure'
}
