import { catalogue } from '../checks/catalogue'
import { readingOf, spanOf } from '../checks/prose/reading'
import { neutralReport } from '../checks/rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../checks/run'
import { enteredCellsOf, partsOf } from '../format/cells'
import { currentEdition as edition } from '../format/editions'
import { textsOf } from '../format/names'
import { withTexts } from '../report/report'
import { composable } from '../writing/composable'
import { draftsOf } from '../writing/compose'
import { numberOf, staleLinks, withLinks } from '../writing/links'
import { between, pick, type Random, randomOf, randomReport, YEAR } from './randomReport'

const rules = catalogue.filter(({ id }) => /^narrative\.|^review\.zero-defect$/.test(id))
const KEPT = 5

/** A valid report, one in three of them of a small office where much is 0. */
function drawn(random: Random) {
  const report = randomReport(random)
  if (random() > 0.35) return report
  for (const { address } of enteredCellsOf(edition)) {
    const group = address.split('.').slice(0, 3).join('.')
    if (/requests/.test(address)) continue
    if (pick(random, [true, false]) || between(random, 0, group.length) === 0) report.entries[address] = '0'
  }
  if (random() < 0.5)
    for (const { address } of enteredCellsOf(edition))
      if (/requests|review/.test(address)) report.entries[address] = '0'
  return report
}

/** What came of texts that were written from random valid reports; the lists hold some examples. */
export function scoreDrafts(reports: number, seed: number) {
  const accused: string[] = []
  const unread: string[] = []
  const unlinked: string[] = []
  const wrongLinks: string[] = []
  const note = (list: string[], text: string) => list.length < KEPT && list.push(text)
  for (let turn = 0; turn < reports; turn++) {
    const random = randomOf(seed * 1_000_003 + turn)
    const { entries, lastYear } = drawn(random)
    const last = random() < 0.5 ? neutralReport(edition, lastYear, YEAR - 1) : undefined
    const bare = neutralReport(edition, entries, YEAR)
    const base = givenOf({ edition, report: bare, today: `${YEAR + 1}-01-20`, lastYear: last })
    const addresses = textsOf(edition)
      .map(({ address }) => address)
      .filter(composable)
    const chosen = addresses.map((address) => ({ address, ...pick(random, draftsOf(base, address)) }))
    const report = {
      ...bare,
      entries: withTexts(
        bare.entries,
        chosen.map(({ address, text }): [string, string] => [address, text]),
      ),
    }
    const given = givenOf({ edition, report, today: `${YEAR + 1}-01-20`, lastYear: last })
    for (const { message } of findingsOf(runChecks(given, rules), [], edition, report)) note(accused, message)
    const { judged } = readingOf(given)
    const notes = withLinks(
      bare.notes,
      [],
      chosen.flatMap(({ links }) => links),
    )
    for (const { address, text, links } of chosen) {
      const own = judged.filter(({ written }) => written.address === address)
      for (const match of text.matchAll(/\d+(?:\.\d+)?(?=件|万元)/g)) {
        const read = own.find((one) => one.item.quantity && spanOf(one, 'digits').start === match.index)
        const around = text.slice(Math.max(0, match.index - 20), match.index + match[0].length + 4)
        const link = links.find((one) => numberOf(one, text)?.start === match.index)
        if (!link) note(unlinked, around)
        if (read?.state !== 'agrees') note(unread, `${read?.state}: ${around}`)
      }
      if (staleLinks(edition, report.entries, notes, address).length)
        note(wrongLinks, `stale at once: ${text}`)
    }
    // One cell is changed: exactly the links that depend on it are stale.
    const { address: changed } = pick(random, enteredCellsOf(edition))
    const other = withTexts(report.entries, [[changed, String(Number(entries[changed] ?? 0) + 1)]])
    for (const { address, links } of chosen) {
      const stale = staleLinks(edition, other, notes, address).map(({ link }) => link.cell)
      const depend = links.map(({ cell }) => cell).filter((cell) => partsOf(edition, cell).includes(changed))
      if (JSON.stringify([...stale].sort()) !== JSON.stringify([...depend].sort()))
        note(wrongLinks, `${changed}: ${stale} / ${depend}`)
    }
  }
  return { reports, accused, unread, unlinked, wrongLinks }
}
