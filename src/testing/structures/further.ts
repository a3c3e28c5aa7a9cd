import { drawn, free, joined, type Num, type Part, say, share, split, sumOf, told } from './say'
import type { Figures, Random, Structure } from './types'
import {
  type Column,
  carriedForward,
  carriedOver,
  columnName,
  columns,
  compulsion,
  type Group,
  groupCells,
  groupName,
  groupsWithAny,
  inForce,
  issued,
  licenses,
  litigation,
  MANAGEMENT,
  ON_REQUEST,
  organizations,
  outcome,
  outcomeTotal,
  PROACTIVE,
  penalties,
  received,
  results,
  review,
  rowName,
  rowsOf,
} from './words'

const HALF = 'a part of the year: which of the parts is wrong, nobody can tell'
const WAY = 'a way that no table has'

/** So many parts of a total that no table has, each with its words. */
const parts = (r: Random, value: number, words: readonly ((number: Num) => Part)[], note: string) =>
  split(r, value, words.length)?.map((part, at) => words[at]?.(free(part, note)) ?? '')

const withUnit =
  (name: string, unit = '件') =>
  (number: Num): Part =>
    say`${name}${number}${unit}`

const received_ = (f: Figures) => told(f, received())

/** Two ways that together bring more than came in, by what came in both. */
function overlappingWays(f: Figures, r: Random) {
  const total = f.get(received())
  if (total < 12) return undefined
  const twice = r.int(1, Math.max(1, Math.floor(total / 8)))
  const values = split(r, total + twice, 2)
  if (!values || values.some((value) => value <= twice)) return undefined
  const [a = 0, b = 0] = values
  return { a, b, again: free(twice, 'came twice') }
}
const ofOrganizations = (f: Figures, cell: (column: Column) => string) =>
  told(
    f,
    organizations.map((column) => cell(column)),
  )

/** Rows of a group that have any, with their words. */
const reasons = (f: Figures, r: Random, group: Group) =>
  rowsOf(group)
    .filter((row) => f.get(outcome(row)) > 0)
    .map((row) => say`${rowName(r, row)}${told(f, outcome(row))}件`)

/** Sentences that say the same by other turns; the second of each pair was kept apart while the reader was written. */
export const further: Structure[] = [
  {
    id: 'C01',
    title: 'the year stands behind its halves or quarters',
    where: ON_REQUEST,
    draw(f, r) {
      const halves = parts(
        r,
        f.get(received()),
        [withUnit('上半年收到申请'), withUnit(r.pick(['下半年', '下半年收到']))],
        HALF,
      )
      const quarters = parts(
        r,
        f.get(received()),
        ['一季度', '二季度', '三季度', '四季度'].map((name) => withUnit(name)),
        HALF,
      )
      if (!halves || !quarters) return undefined
      const all = received_(f)
      return drawn(
        r.pick<Part>([
          say`${joined(halves, '，')}，全年合计${all}件。`,
          say`${joined(halves, '、')}，全年共收到${all}件。`,
          say`${joined(halves, '；')}；全年总计${all}件。`,
          say`申请量${joined(quarters, '、')}，全年合计${all}件。`,
          say`收到申请：${joined(quarters, '，')}，四个季度共计${all}件。`,
        ]),
      )
    },
  },
  {
    id: 'C02',
    title: 'the year and its parts, dealt out or in brackets',
    where: ON_REQUEST,
    draw(f, r) {
      const values = split(r, f.get(received()), 4)
      if (!values) return undefined
      const [a, b, c, d] = values.map((value) => free(value, HALF)) as [Num, Num, Num, Num]
      const early = free((values[0] ?? 0) + (values[1] ?? 0), HALF)
      const late = free((values[2] ?? 0) + (values[3] ?? 0), HALF)
      const all = received_(f)
      return drawn(
        r.pick<Part>([
          say`四个季度收到的申请依次为${a}件、${b}件、${c}件和${d}件，全年累计${all}件。`,
          say`1—6月收到申请${early}件，7—12月收到${late}件，全年总数${all}件。`,
          say`上、下半年分别收到申请${early}件、${late}件，全年共计${all}件。`,
          say`全年收到申请${all}件（上半年${early}件，下半年${late}件）。`,
          say`上半年新收${early}件，下半年新收${late}件，两项相加，全年新收${all}件。`,
        ]),
      )
    },
  },
  {
    id: 'C03',
    title: 'who asked: natural persons and all others',
    where: ON_REQUEST,
    draw(f, r) {
      if (!f.get(received('naturalPerson')) || !sumOf(f, organizations.map(received))) return undefined
      const person = told(f, received('naturalPerson'))
      const others = ofOrganizations(f, received)
      const all = received_(f)
      const name = r.pick(['法人或其他组织', '法人和其他组织', '法人及其他组织', '法人、其他组织'])
      return drawn(
        r.pick<Part>([
          say`收到申请${all}件（自然人${person}件，${name}${others}件）。`,
          say`自然人申请${person}件，${name}申请${others}件。`,
          say`从申请主体看，自然人${person}件，${name}${others}件，合计${all}件。`,
          say`收到${all}件政府信息公开申请，${person}件来自自然人，${others}件来自${name}。`,
        ]),
      )
    },
  },
  {
    id: 'C04',
    title: 'whose applications were answered',
    where: ON_REQUEST,
    draw(f, r) {
      if (!f.get(outcomeTotal('naturalPerson')) || !sumOf(f, organizations.map(outcomeTotal)))
        return undefined
      const person = told(f, outcomeTotal('naturalPerson'))
      const others = ofOrganizations(f, outcomeTotal)
      const all = told(f, outcomeTotal())
      const each = columns
        .filter((column) => f.get(outcomeTotal(column)) > 0)
        .map((column) => say`${columnName(r, column)}${told(f, outcomeTotal(column))}件`)
      return drawn(
        r.pick<Part>([
          say`办结申请${all}件，其中自然人${person}件、法人或其他组织${others}件。`,
          say`全年答复${all}件，其中答复自然人${person}件，答复法人和其他组织${others}件。`,
          say`已办结的${all}件申请中，${joined(each, '，')}。`,
          say`共答复${all}件：${joined(each, '、')}。`,
        ]),
      )
    },
  },
  {
    id: 'C05',
    title: 'penalties beside the cases opened for them',
    where: PROACTIVE,
    draw(f, r) {
      if (!f.get(penalties)) return undefined
      const opened = free(f.get(penalties) + r.int(1, 90), 'cases opened: no table')
      const done = told(f, penalties)
      return drawn(
        r.pick<Part>([
          say`全年立案${opened}件，作出行政处罚决定${done}件。`,
          say`全年共立案${opened}件，作出处罚决定${done}件。`,
          say`行政执法立案${opened}件，作出行政处罚${done}件。`,
          say`全年查处违法案件${opened}件，作出行政处罚决定${done}件。`,
        ]),
      )
    },
  },
  {
    id: 'C06',
    title: 'decisions beside applications and cases of their kind',
    where: PROACTIVE,
    draw(f, r) {
      if (!f.get(penalties) || !f.get(licenses)) return undefined
      const asked = free(f.get(licenses) + r.int(1, 90), 'applications for permits: no table')
      const opened = free(f.get(penalties) + r.int(1, 90), 'cases opened: no table')
      return drawn(
        r.pick<Part>([
          say`受理行政许可申请${asked}件，作出行政许可决定${told(f, licenses)}件；立案查处${opened}件，作出行政处罚决定${told(f, penalties)}件。`,
          say`办理行政处罚立案${opened}件，作出处罚决定${told(f, penalties)}件，实施行政强制${told(f, compulsion)}件。`,
          say`年内下达行政处罚决定${told(f, penalties)}件（立案${opened}件），准予行政许可${told(f, licenses)}件。`,
        ]),
      )
    },
  },
  {
    id: 'C07',
    title: 'a total, its outcomes, and the reasons of each',
    where: ON_REQUEST,
    draw(f, r) {
      const present = groupsWithAny(f)
      if (present.length < 3) return undefined
      const [open, close] = r.pick([
        ['（', '）'],
        ['，其中', ''],
        ['（其中', '）'],
      ] as const)
      const items = present.map((group) => {
        const inner = group === 'granted' || group === 'partiallyGranted' ? [] : reasons(f, r, group)
        const head = say`${groupName(r, group)}${told(f, groupCells(group))}件`
        return inner.length > 1 ? say`${head}${open}${joined(inner, '、')}${close}` : head
      })
      const lead = r.pick(['办结申请', '全年共答复', '共办理答复申请'])
      return drawn(
        say`${lead}${told(f, outcomeTotal())}件${r.pick(['。其中：', '，其中：', '：'])}${joined(items, '；')}。`,
      )
    },
  },
  {
    id: 'C08',
    title: 'of these so many were given, so many not, of which …',
    where: ON_REQUEST,
    draw(f, r) {
      const present = groupsWithAny(f)
      const unavailable = reasons(f, r, 'unavailable')
      if (!present.includes('unavailable') || present.length < 3 || unavailable.length < 2) return undefined
      const items = present.map((group) =>
        group === 'unavailable'
          ? say`${told(f, groupCells(group))}件无法提供（${joined(unavailable, '、')}）`
          : say`${told(f, groupCells(group))}件${groupName(r, group)}`,
      )
      return drawn(
        r.pick<Part>([
          say`在办结的${told(f, outcomeTotal())}件申请中，${joined(items, '，')}。`,
          say`全年答复申请${told(f, outcomeTotal())}件。这些答复中，${joined(items, '、')}。`,
          say`年内对${told(f, outcomeTotal())}件申请作出答复，其中${joined(items, '；')}。`,
        ]),
      )
    },
  },
  {
    id: 'C09',
    title: 'ways of asking with their shares',
    where: ON_REQUEST,
    draw(f, r) {
      const total = f.get(received())
      const values = total < 12 ? undefined : split(r, total, 2)
      if (!values) return undefined
      const [a = 0, b = 0] = values
      const [net, mail] = r.pick([
        ['网络申请', '信函申请'],
        ['网上提交', '邮寄'],
        ['线上', '线下'],
      ] as const)
      const of = r.pick(['占', '占比', '占总量的', '占全部申请的'])
      return drawn(
        r.pick<Part>([
          say`收到申请${received_(f)}件，其中${net}${free(a, WAY)}件，${of}${share(a, total)}%；${mail}${free(b, WAY)}件，${of}${share(b, total)}%。`,
          say`收到申请${received_(f)}件，${net}${free(a, WAY)}件（${of}${share(a, total)}%），${mail}${free(b, WAY)}件（${of}${share(b, total)}%）。`,
        ]),
      )
    },
  },
  {
    id: 'C10',
    title: 'the share of one way, with both counts known',
    where: ON_REQUEST,
    draw(f, r) {
      const total = f.get(received())
      if (total < 12) return undefined
      const part = r.int(Math.ceil(total * 0.2), Math.floor(total * 0.9))
      const way = r.pick(['通过网络', '以信函方式', '通过政府网站', '当面'])
      return drawn(
        r.pick<Part>([
          say`收到申请${received_(f)}件，其中${way}提出${free(part, WAY)}件，占${share(part, total, 0)}%。`,
          say`${way}提交的申请${free(part, WAY)}件，占收到申请总数${received_(f)}件的${share(part, total)}%。`,
          say`全年收到申请${received_(f)}件，${way}提交的占${share(part, total)}%，计${free(part, WAY)}件。`,
          say`全年收到申请${received_(f)}件。其中${free(part, WAY)}件（占比${share(part, total)}%）${way}提出。`,
        ]),
      )
    },
  },
  {
    id: 'C11',
    title: 'left for the next year, in other words',
    where: ON_REQUEST,
    draw(f, r) {
      if (!f.get(carriedForward())) return undefined
      const left = told(f, carriedForward())
      return drawn(
        r.pick<Part>([
          say`收到申请${received_(f)}件，${left}件尚在办理中，转入下一年度。`,
          say`年内答复${told(f, outcomeTotal())}件，${left}件尚在办理，转下年。`,
          say`另有${left}件留待明年答复。`,
          say`截至年底，${left}件申请正在办理，转入次年继续办理。`,
          say`留待明年答复的${left}件。`,
        ]),
      )
    },
  },
  {
    id: 'C12',
    title: 'to be answered in the next year',
    where: ON_REQUEST,
    draw(f, r) {
      if (!f.get(carriedForward())) return undefined
      const left = told(f, carriedForward())
      return drawn(
        r.pick<Part>([
          say`年底仍有${left}件申请未办结，顺延至下年办理。`,
          say`办结${told(f, outcomeTotal())}件，其余${left}件将于下一年度答复。`,
          say`因未到答复期限，${left}件申请将于次年办理。`,
          say`${left}件申请跨年度办理，已转入下一年。`,
          say`全年办结${told(f, outcomeTotal())}件，剩${left}件待下年答复。`,
        ]),
      )
    },
  },
  {
    id: 'C13',
    title: 'beside so many there is no other',
    where: ON_REQUEST,
    draw(f, r) {
      if (f.get(received()) < 2) return undefined
      return drawn(
        r.pick<Part>([
          say`除${received_(f)}件政府信息公开申请外，再无其他申请。`,
          say`全年除收到${received_(f)}件申请外，未收到其他政府信息公开申请。`,
          say`除上述${received_(f)}件申请外，没有其他申请。`,
        ]),
      )
    },
  },
  {
    id: 'C14',
    title: 'except so many, all others were given or closed',
    where: ON_REQUEST,
    draw(f, r) {
      const denied = groupCells('denied')
      if (!sumOf(f, denied) || !f.get(carriedForward())) return undefined
      return drawn(
        r.pick<Part>([
          say`收到的申请中，除${told(f, carriedForward())}件结转下年外，其余均按期办结。`,
          say`办结申请${told(f, outcomeTotal())}件，除${told(f, denied)}件不予公开外，其余均未涉及不予公开情形。`,
          say`除行政复议${told(f, review())}件外，再无其他行政复议案件。`,
        ]),
      )
    },
  },
  {
    id: 'C15',
    title: 'some of the outcomes only',
    where: ON_REQUEST,
    draw(f, r) {
      const present = r.shuffle(groupsWithAny(f)).slice(0, r.int(1, 2))
      if (!present.length) return undefined
      const items = present.map((group) => say`${groupName(r, group)}${told(f, groupCells(group))}件`)
      return drawn(
        r.pick<Part>([
          say`全年答复${told(f, outcomeTotal())}件，其中${joined(items, '，')}。`,
          say`已办结的申请中，${joined(items, '、')}。`,
          say`办结的申请里，${joined(items, '，')}，其余为其他情形。`,
        ]),
      )
    },
  },
  {
    id: 'C16',
    title: 'given and given in part, the rest summed up',
    where: ON_REQUEST,
    draw(f, r) {
      const open = [...groupCells('granted'), ...groupCells('partiallyGranted')]
      const partly = groupCells('partiallyGranted')
      const left = f.get(outcomeTotal()) - sumOf(f, open)
      if (!sumOf(f, partly) || !left) return undefined
      return drawn(
        r.pick<Part>([
          say`答复申请${told(f, outcomeTotal())}件，予以公开${told(f, groupCells('granted'))}件、部分公开${told(f, partly)}件，其余${free(left, 'a remainder')}件未予公开。`,
          say`公开及部分公开${told(f, open)}件，其中部分公开${told(f, partly)}件。`,
          say`予以公开（含部分公开）${told(f, open)}件。`,
        ]),
      )
    },
  },
  {
    id: 'C17',
    title: 'corrected cases and their share of the closed ones',
    where: ON_REQUEST,
    draw(f, r) {
      const closed = results.slice(0, 3).map((result) => review(result))
      const corrected = f.get(review('corrected'))
      if (!corrected || sumOf(f, closed) < 4) return undefined
      const rate = share(corrected, sumOf(f, closed))
      return drawn(
        r.pick<Part>([
          say`涉政府信息公开行政复议审结${told(f, closed)}件，纠错${told(f, review('corrected'))}件，纠错率${rate}%。`,
          say`政府信息公开行政复议案件审结${told(f, closed)}件，其中纠错${told(f, review('corrected'))}件，占${rate}%。`,
          say`审结行政复议${told(f, closed)}件，被纠错${told(f, review('corrected'))}件，占审结数的${rate}%。`,
        ]),
      )
    },
  },
  {
    id: 'C18',
    title: 'the share of corrected cases in brackets, or of all of them',
    where: ON_REQUEST,
    draw(f, r) {
      const corrected = f.get(review('corrected'))
      if (!corrected || f.get(review()) < 4) return undefined
      const rate = share(corrected, f.get(review()))
      return drawn(
        r.pick<Part>([
          say`因政府信息公开被申请行政复议${told(f, review())}件，被纠正${told(f, review('corrected'))}件（占${rate}%）。`,
          say`政府信息公开行政复议${told(f, review())}件，结果纠正${told(f, review('corrected'))}件，占比${rate}%。`,
          say`信息公开类复议${told(f, review())}件、纠错${told(f, review('corrected'))}件，纠错率为${rate}%。`,
        ]),
      )
    },
  },
  {
    id: 'C19',
    title: 'parts inside an item of a list',
    where: ON_REQUEST,
    draw(f, r) {
      const present = groupsWithAny(f)
      if (present.length < 3) return undefined
      const items = present.map((group) => {
        const inner = rowsOf(group).filter((row) => f.get(outcome(row)) > 0)
        const row = inner.length > 1 ? r.pick(inner) : undefined
        const head = say`${groupName(r, group)}${told(f, groupCells(group))}件`
        return row && row !== 'other.other'
          ? say`${head}（含${rowName(r, row)}${told(f, outcome(row))}件）`
          : head
      })
      return drawn(
        say`${r.pick(['答复申请', '办结申请', '全年答复'])}${told(f, outcomeTotal())}件：${joined(items, r.pick(['，', '、', '；']))}。`,
      )
    },
  },
  {
    id: 'C20',
    title: 'parts inside an item, without brackets',
    where: ON_REQUEST,
    draw(f, r) {
      const group = r.pick(['denied', 'unavailable', 'notProcessed'] as const)
      const inner = reasons(f, r, group)
      if (inner.length < 2 || !sumOf(f, groupCells('granted'))) return undefined
      return drawn(
        say`全年答复${told(f, outcomeTotal())}件，予以公开${told(f, groupCells('granted'))}件；${groupName(r, group)}${told(f, groupCells(group))}件，${r.pick(['含', '包括', '分别为'])}${joined(inner, '、')}。`,
      )
    },
  },
  {
    id: 'C21',
    title: 'received, in other verbs',
    where: ON_REQUEST,
    draw(f, r) {
      if (!f.get(received())) return undefined
      const all = received_(f)
      return drawn(
        r.pick<Part>([
          say`年内接收政府信息公开申请${all}件。`,
          say`全年接收公众提出的政府信息公开申请共${all}件。`,
          say`全年收悉政府信息公开申请${all}件。`,
          say`全年共有${all}件政府信息公开申请。`,
          say`政府信息公开申请全年收到${all}件。`,
        ]),
      )
    },
  },
  {
    id: 'C22',
    title: 'received, with the number before the noun',
    where: ON_REQUEST,
    draw(f, r) {
      if (!f.get(received())) return undefined
      const all = received_(f)
      return drawn(
        r.pick<Part>([
          say`全年共有${all}件政府信息公开申请收悉。`,
          say`本年度${all}件政府信息公开申请已登记在册。`,
          say`全年共收件${all}件，均为政府信息公开申请。`,
          say`${all}件依申请公开件为本年新收。`,
          say`本年度新登记政府信息公开申请${all}件。`,
        ]),
      )
    },
  },
  {
    id: 'C23',
    title: 'rows of 其他处理, in other words',
    where: ON_REQUEST,
    draw(f, r) {
      const late = f.get(outcome('other.correctionOverdue'))
      if (!late) return undefined
      const number = told(f, outcome('other.correctionOverdue'))
      return drawn(
        r.pick<Part>([
          say`申请人逾期未补正而不再处理${number}件。`,
          say`因申请人无正当理由逾期不补正，不再处理的${number}件。`,
          say`逾期未按要求补正、不再处理${number}件。`,
          say`其他处理${told(f, groupCells('other'))}件，其中申请人逾期不补正、不再处理${number}件。`,
        ]),
      )
    },
  },
  {
    id: 'C24',
    title: 'rows of 不予处理 and 其他处理, paraphrased',
    where: ON_REQUEST,
    draw(f, r) {
      const row = r.pick([
        'other.correctionOverdue',
        'notProcessed.repeated',
        'notProcessed.petitionOrComplaint',
      ])
      if (!f.get(outcome(row))) return undefined
      const number = told(f, outcome(row))
      const words: Record<string, readonly Part[]> = {
        'other.correctionOverdue': [
          say`申请人未在规定期限内补正，视为放弃申请${number}件。`,
          say`补正通知发出后逾期仍未补正、不再处理的申请${number}件。`,
          say`${number}件因申请人逾期不补正不再处理。`,
        ],
        'notProcessed.repeated': [
          say`因重复提出申请而不予处理${number}件。`,
          say`属重复申请的${number}件，不予重复处理。`,
          say`${number}件为重复申请。`,
        ],
        'notProcessed.petitionOrComplaint': [
          say`以申请公开的名义进行信访、投诉、举报的${number}件，不予处理。`,
          say`属于信访投诉举报类的申请${number}件。`,
          say`${number}件属于信访举报投诉类申请，依法不予处理。`,
        ],
      }
      return drawn(r.pick(words[row] ?? []))
    },
  },
  {
    id: 'C25',
    title: 'cases without 公开, answers and documents in other words',
    where: ON_REQUEST,
    draw(f, r) {
      return drawn(
        r.pick<Part>([
          say`全年收到行政复议${told(f, review())}件，被提起行政诉讼${told(f, litigation())}件。`,
          say`年内收到复议${told(f, review())}件。`,
          say`对${told(f, outcomeTotal())}件申请作出书面答复。`,
          say`办理上年结转${told(f, carriedOver())}件，新收${received_(f)}件。`,
          say`收到申请${received_(f)}件次，答复${told(f, outcomeTotal())}件次。`,
        ]),
      )
    },
  },
  {
    id: 'C26',
    title: "last year's figure in a bracket behind the difference; documents in the organ's own name",
    where: MANAGEMENT,
    draw(f, r) {
      const now = f.get(received())
      if (now < 8 || !f.get(issued)) return undefined
      const last = r.int(Math.ceil(now / 2), now - 1)
      const gain: Num = { text: String(now - last), accusable: true, note: 'a difference' }
      return drawn(
        r.pick<Part>([
          say`收到政府信息公开申请${received_(f)}件，较上年增加${gain}件（上年${free(last, 'last year')}件）。`,
          say`以市政府名义出台规范性文件${told(f, issued)}件，现行有效${told(f, inForce)}件。`,
          say`以市政府名义制发行政规范性文件${told(f, issued)}件。`,
          say`收到政府信息公开申请${received_(f)}条，办结${told(f, outcomeTotal())}条。`,
          say`收到政府信息公开申请${received_(f)}份，答复${told(f, outcomeTotal())}份，其中予以公开${told(f, groupCells('granted'))}份。`,
        ]),
      )
    },
  },
  {
    id: 'C27',
    title: 'ways that overlap, as a bracket says',
    where: ON_REQUEST,
    draw(f, r) {
      const ways = overlappingWays(f, r)
      if (!ways) return undefined
      const { a, b, again } = ways
      return drawn(
        r.pick<Part>([
          say`收到申请${received_(f)}件，其中网络${free(a, WAY)}件、信函${free(b, WAY)}件（${again}件重复提交）。`,
          say`全年收到申请${received_(f)}件，网络申请${free(a, WAY)}件、信函申请${free(b, WAY)}件（其中${again}件与网络申请重复）。`,
          say`全年收到申请${received_(f)}件：网上提交${free(a, WAY)}件，邮寄${free(b, WAY)}件（含重复${again}件）。`,
        ]),
      )
    },
  },
  {
    id: 'C28',
    title: 'some came in two ways',
    where: ON_REQUEST,
    draw(f, r) {
      const ways = overlappingWays(f, r)
      if (!ways) return undefined
      const { a, b, again } = ways
      return drawn(
        r.pick<Part>([
          say`收到申请${received_(f)}件，网络提交${free(a, WAY)}件，信函提交${free(b, WAY)}件，其中${again}件两种方式同时提交。`,
          say`收到申请${received_(f)}件，网络${free(a, WAY)}件、信函${free(b, WAY)}件（${again}件既在网上又以信函提交）。`,
          say`网络申请${free(a, WAY)}件，信函申请${free(b, WAY)}件，剔除重复${again}件，全年共收到${received_(f)}件。`,
        ]),
      )
    },
  },
  {
    id: 'C29',
    title: 'the own office is in charge; what is steered and what is handled',
    where: ON_REQUEST,
    draw(f, r) {
      const all = f.get(received())
      if (!all) return undefined
      const steered = free(all * 8 + r.int(20, 90), 'of all bodies')
      return drawn(
        r.pick<Part>([
          say`由办公室负责登记，全年收到政府信息公开申请${received_(f)}件，答复${told(f, outcomeTotal())}件。`,
          say`综合办公室牵头办理，窗口指定专人登记，本年度收到申请${received_(f)}件。`,
          say`指导全省${steered}件申请办理，直接受理申请${received_(f)}件，答复${told(f, outcomeTotal())}件。`,
          say`年初手头尚有申请${told(f, carriedOver())}件，本年新登记${received_(f)}件，年内答复${told(f, outcomeTotal())}件。`,
        ]),
      )
    },
  },
  {
    id: 'C30',
    title: 'no other besides; parts of the year behind which the year stands',
    where: ON_REQUEST,
    draw(f, r) {
      const halves = parts(
        r,
        f.get(received()),
        [withUnit('上半年接收申请'), withUnit('下半年接收申请')],
        HALF,
      )
      if (!halves) return undefined
      return drawn(
        r.pick<Part>([
          say`除${received_(f)}件关于规划许可的申请外，本年度未收到其他政府信息公开申请。`,
          say`除收到${received_(f)}件涉及土地的申请外，再无其他申请。`,
          say`${joined(halves, '，')}，全年累计收到${received_(f)}件。`,
        ]),
      )
    },
  },
]
