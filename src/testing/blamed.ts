import { catalogue } from '../checks/catalogue'
import { neutralReport } from '../checks/rules/neutralReport'
import { findingsOf, givenOf, runChecks } from '../checks/run'
import { currentEdition as edition } from '../format/editions'
import { textsOf } from '../format/names'

const requests = (row: string) => `tables.requests.${row}.naturalPerson`
const cases = (cell: string) => `tables.reviewAndLitigation.${cell}`
const documents = (cell: string) => `tables.proactiveDisclosure.${cell}`
/** 96 received and 5 carried over, 94 closed and 7 carried forward; 13 reviews, 3 and 4 lawsuits. */
const TABLES = {
  [requests('received')]: '83',
  'tables.requests.received.commercialEnterprise': '9',
  'tables.requests.received.publicWelfareOrganization': '1',
  'tables.requests.received.legalServiceInstitution': '3',
  [requests('carriedOver')]: '5',
  [requests('outcome.granted')]: '35',
  [requests('outcome.partiallyGranted')]: '12',
  [requests('outcome.denied.thirdPartyRights')]: '4',
  [requests('outcome.denied.internalAffairs')]: '3',
  [requests('outcome.denied.enforcementFile')]: '2',
  [requests('outcome.unavailable.notHeld')]: '17',
  [requests('outcome.unavailable.requiresCreation')]: '2',
  [requests('outcome.unavailable.stillUnclear')]: '1',
  [requests('outcome.notProcessed.petitionOrComplaint')]: '6',
  [requests('outcome.notProcessed.repeated')]: '2',
  [requests('outcome.other.correctionOverdue')]: '3',
  [requests('outcome.other.feeOverdue')]: '1',
  [requests('outcome.other.other')]: '6',
  [requests('carriedForward')]: '7',
  [cases('administrativeReview.upheld')]: '6',
  [cases('administrativeReview.corrected')]: '2',
  [cases('administrativeReview.otherResult')]: '3',
  [cases('administrativeReview.pending')]: '2',
  [cases('litigationDirect.upheld')]: '1',
  [cases('litigationDirect.otherResult')]: '1',
  [cases('litigationDirect.pending')]: '1',
  [cases('litigationAfterReview.upheld')]: '2',
  [cases('litigationAfterReview.corrected')]: '1',
  [cases('litigationAfterReview.pending')]: '1',
  [documents('regulations.issued')]: '1',
  [documents('regulations.inForce')]: '4',
  [documents('normativeDocuments.issued')]: '14',
  [documents('normativeDocuments.repealed')]: '6',
  [documents('normativeDocuments.inForce')]: '58',
  [documents('administrativeLicenses.decisions')]: '1234',
  [documents('administrativePenalties.decisions')]: '567',
  [documents('administrativeCompulsion.decisions')]: '89',
  [documents('administrativeFees.amount')]: '321.5',
}
const rules = catalogue.filter(({ id }) => id.startsWith('narrative.'))

/** What the rules on prose say of a sentence on applications. */
export function findingsIn(
  text: string,
  organ = '示例市人民政府',
  kind = 'prefectureGovernment',
  figures: Record<string, string> = {},
  lastYear?: Record<string, string>,
) {
  const blank = Object.fromEntries(textsOf(edition).map(({ address }) => [address, '']))
  const reportOf = (entries: Record<string, string>, year: number) =>
    neutralReport(edition, { 'organ.kind': kind, 'organ.name': organ, ...blank, ...entries }, year)
  const report = reportOf({ ...TABLES, ...figures, 'overview.onRequest': text }, 2023)
  const given = givenOf({
    edition,
    report,
    today: '2024-01-20',
    ...(lastYear ? { lastYear: reportOf(lastYear, 2022) } : {}),
  })
  return findingsOf(runChecks(given, rules), [], edition, report)
}

/** What is blamed in it, each as the typed words it is shown by. */
export const blamed = (...given: Parameters<typeof findingsIn>): string[] =>
  findingsIn(...given).map(({ evidence = {} }) => Object.values(evidence).join(' '))

/** No cell, no sum of a few cells, but what a hand may write for the right one: a digit too many, or so much more. */
const another = (figure: number) => {
  if (figure % 1 || figure > 40) return String(Math.round((figure + (figure % 1 ? 7.3 : 17)) * 10) / 10)
  return figure < 10 ? `7${figure}` : String(figure * 2 + 3)
}

/** A sentence as it is, and with each of its numbers in braces changed alone. */
export const plainly = (sentence: string): string => sentence.replace(/[{}]/g, '')
export function shiftsOf(sentence: string): { text: string; wrong: string }[] {
  const figures = [...sentence.matchAll(/\{([\d.]+)\}/g)].map(([, figure]) => another(Number(figure)))
  return figures.map((wrong, changed) => {
    let at = 0
    const text = sentence.replace(/\{([\d.]+)\}/g, (_, digits) => (at++ === changed ? wrong : digits))
    return { text, wrong }
  })
}
