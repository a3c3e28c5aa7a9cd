import { further } from './further'
import {
  drawn,
  free,
  joined,
  joinedWithLast,
  type Num,
  type Part,
  say,
  share,
  spell,
  split,
  sumOf,
  told,
} from './say'
import type { Figures, Random, Structure } from './types'
import {
  afterReview,
  amongThem,
  carriedForward,
  carriedOver,
  caseUnit,
  columnName,
  columns,
  columnsWithAny,
  direct,
  doneVerb,
  type Group,
  groupCells,
  groupName,
  groups,
  groupsWithAny,
  inForce,
  issued,
  litigation,
  MANAGEMENT,
  ON_REQUEST,
  opening,
  organizations,
  outcome,
  outcomeTotal,
  PROACTIVE,
  received,
  receivedVerb,
  repealed,
  request,
  requestUnit,
  results,
  review,
  rowName,
  rowsOf,
  stop,
} from './words'

/** 2024年，我局共收到政府信息公开申请60件 — or with the number before the noun. */
function intake(f: Figures, r: Random, year: number, unit: string): Part {
  const number = told(f, received())
  const noun = unit === '件' ? request(r) : r.pick(['政府信息公开申请', '信息公开申请'])
  const start = `${opening(r, year)}${receivedVerb(r)}`
  return r.chance(0.25) ? say`${start}${number}${unit}${noun}` : say`${start}${noun}${number}${unit}`
}

/** Every group of outcomes that has any: 予以公开30件. */
const outcomeItems = (f: Figures, r: Random, unit: string, names: Partial<Record<Group, string>> = {}) =>
  groupsWithAny(f).map(
    (group) => say`${names[group] ?? groupName(r, group)}${told(f, groupCells(group))}${unit}`,
  )

const applicantItems = (f: Figures, r: Random, unit: string) =>
  columnsWithAny(f).map((column) => say`${columnName(r, column)}${told(f, received(column))}${unit}`)

/** Parts that nobody can check, with their names. */
function unchecked(
  r: Random,
  value: number,
  names: readonly string[],
  unit: string,
  note: string,
): Part[] | undefined {
  return split(r, value, names.length)?.map(
    (part, index) => say`${names[index] ?? ''}${free(part, note)}${unit}`,
  )
}

const matters = [
  '征地拆迁',
  '房屋征收',
  '行政处罚',
  '规划许可',
  '财政资金',
  '教育医疗',
  '社会保障',
  '工程建设',
  '土地确权',
]
const cannotTell = 'part of a division that the tables do not have: a wrong sum does not tell the wrong part'

const ambiguous: Structure[] = [
  {
    id: 'A01',
    title: '复议 and 诉讼0: the list of results divides the 复议',
    where: ON_REQUEST,
    draw(f, r) {
      const cases = results.filter((result) => f.get(review(result)) > 0)
      if (cases.length < 2 || sumOf(f, litigation()) > 0) return undefined
      const unit = caseUnit(r)
      const about = r.pick(['涉及信息公开的', '因政府信息公开引发的', '涉政府信息公开的', ''])
      const [reviews, suits] = r.pick([
        ['复议', '诉讼'],
        ['行政复议', '行政诉讼'],
        ['行政复议案件', '行政诉讼案件'],
      ] as const)
      const verbs = {
        upheld: r.pick(['获维持', '被维持', '结果维持']),
        corrected: r.pick(['被纠正', '予以纠正', '结果纠正']),
        otherResult: r.pick(['以其他方式结案', '为其他结果', '属其他结果']),
        pending: r.pick(['尚未审结', '年底仍在审理', '未审结']),
      }
      const items = cases.map((result) => say`${told(f, review(result))}${unit}${verbs[result]}`)
      const sign = r.pick(['、', '，'])
      return drawn(
        say`${about}${reviews}${told(f, review())}${unit}${sign}${suits}${told(f, litigation())}${unit}`,
        say`${amongThem(r)}${joined(items, '，')}。`,
      )
    },
  },
  {
    id: 'A02',
    title: 'numbers before what they count; two kinds of cases share a result',
    where: ON_REQUEST,
    draw(f, r) {
      if (!f.get(review()) || !sumOf(f, litigation())) return undefined
      const unit = caseUnit(r)
      const words = {
        upheld: r.pick(['结果维持', '获得维持', '结果为维持']),
        corrected: r.pick(['被纠正', '结果纠正']),
        otherResult: r.pick(['属其他结果', '为其他结果']),
      }
      const items = (['upheld', 'corrected', 'otherResult'] as const).flatMap((result) => {
        const counted = [
          f.get(review(result)) ? say`${told(f, review(result))}${unit}复议` : '',
          sumOf(f, litigation(result)) ? say`${told(f, litigation(result))}${unit}诉讼` : '',
        ].filter((part) => part !== '')
        return counted.length ? [say`${joined(counted, '、')}${words[result]}`] : []
      })
      if (!items.length) return undefined
      const open = f.get(review('pending')) + sumOf(f, litigation('pending')) > 0
      return drawn(
        say`${r.pick(['公开类', '信息公开类', '政府信息公开'])}复议${told(f, review())}${unit}，`,
        say`诉讼${told(f, litigation())}${unit}${r.pick(['：', '。', '，其中'])}`,
        joined(items, '，'),
        open ? r.pick(['，其余未结。', '，其余尚未审结。', '；其余仍在审理。']) : '。',
      )
    },
  },
  {
    id: 'A03',
    title: 'quoted names of the outcomes; 区分处理 is 部分公开',
    where: ON_REQUEST,
    draw(f, r) {
      if (groupsWithAny(f).length < 2) return undefined
      const unit = requestUnit(r)
      const [left, right] = r.pick([
        ['“', '”'],
        ['‘', '’'],
        ['「', '」'],
      ] as const)
      const names = {
        granted: r.pick(['公开', '予以公开']),
        partiallyGranted: r.pick(['区分处理', '部分公开']),
        denied: r.pick(['不公开', '不予公开']),
        unavailable: '无法提供',
        notProcessed: r.pick(['不予处理', '不处理']),
        other: r.pick(['其他处理', '其他']),
      }
      const items = groupsWithAny(f).map(
        (group) => say`${left}${names[group]}${right}${told(f, groupCells(group))}${unit}`,
      )
      const verb = r.pick(['已答复', '共答复', '办结', '全年答复申请'])
      return drawn(say`${verb}${told(f, outcomeTotal())}${unit}${amongThem(r)}${joined(items, '、')}。`)
    },
  },
  {
    id: 'A04',
    title: 'two bodies whose figures add up to the cell',
    where: ON_REQUEST,
    draw(f, r) {
      const parts = split(r, f.get(received()), 2)
      if (!parts) return undefined
      const unit = requestUnit(r)
      const [own, others, all] = r.pick([
        ['市政府本级', '各部门', '全市'],
        ['区政府（含办公室）', '各部门、各街道', '全区'],
        ['县政府办公室', '各乡镇和县直部门', '全县'],
      ] as const)
      const verb = r.pick(['新收', '收到', '受理'])
      const bodies = say`${own}${verb}${free(parts[0] ?? 0, cannotTell)}${unit}，${others}${verb}${free(parts[1] ?? 0, cannotTell)}${unit}`
      const done = say`${all}${r.pick(['合计办结', '共办结', '共答复'])}${told(f, outcomeTotal())}${unit}`
      return drawn(
        r.pick<Part>([
          say`政府信息公开申请方面，${bodies}。`,
          say`依申请公开方面，${bodies}；${done}。`,
          say`${all}共${verb}申请${told(f, received())}${unit}，其中${bodies}。`,
          say`申请受理方面，${bodies}，${all}共计${told(f, received())}${unit}。`,
        ]),
      )
    },
  },
  {
    id: 'A05',
    title: 'two divisions of one total: channel and applicant',
    where: ON_REQUEST,
    draw(f, r, year) {
      const unit = requestUnit(r)
      const names = r.pick([
        ['网络', '信函'],
        ['网上', '邮寄', '当面'],
        ['网络申请', '信函申请', '现场申请'],
        ['互联网渠道', '邮政寄送'],
      ])
      const channels = unchecked(r, f.get(received()), names, unit, cannotTell)
      if (!channels) return undefined
      const sign = r.pick(['，', '、'])
      const lists = r.shuffle<Part>([joined(channels, sign), joined(applicantItems(f, r, unit), sign)])
      return drawn(intake(f, r, year, unit), r.pick(['：', '。其中：', '，其中']), joined(lists, '；'), '。')
    },
  },
  {
    id: 'A06',
    title: 'matters of the applications, which are no rows of the table',
    where: ON_REQUEST,
    draw(f, r, year) {
      const unit = requestUnit(r)
      const names = [...r.shuffle(matters).slice(0, r.int(2, 4)), '其他']
      const parts = unchecked(r, f.get(received()), names, unit, cannotTell)
      if (!parts) return undefined
      const lead = r.pick(['申请内容涉及', '内容主要涉及', '从内容看，', '申请事项涉及'])
      return drawn(
        intake(f, r, year, unit),
        r.pick(['。', '，', '；']),
        lead,
        joined(parts, r.pick(['、', '，'])),
        '。',
      )
    },
  },
  {
    id: 'A07',
    title: 'three years; only the last is this one',
    where: ON_REQUEST,
    draw(f, r, year) {
      const now = f.get(received())
      if (now < 3) return undefined
      const unit = requestUnit(r)
      const past = [0, 1].map(() =>
        free(Math.max(1, now + r.int(-Math.ceil(now / 3), Math.ceil(now / 3))), 'an earlier year'),
      )
      const years = r.pick([
        '近三年',
        `${year - 2}年至${year}年`,
        `${year - 2}—${year}年，`,
        `${year - 2}、${year - 1}、${year}年`,
      ])
      const items = [...past, told(f, received())].map((number) => say`${number}${unit}`)
      return drawn(
        years,
        r.pick(['分别收到', '收到信息公开申请分别为', '依次收到', '收到的申请分别是']),
        r.chance(0.3) ? joinedWithLast(items, '、', '和') : joined(items, '、'),
        '。',
      )
    },
  },
  {
    id: 'A08',
    title: 'parts of the year',
    where: ON_REQUEST,
    draw(f, r) {
      const total = f.get(received())
      if (total < 8) return undefined
      const first = r.int(Math.ceil(total * 0.3), Math.floor(total * 0.6))
      const second = total - first
      const [early, late] = r.pick([
        ['上半年', '下半年'],
        ['1至6月', '7至12月'],
        ['1—6月', '7—12月'],
      ] as const)
      const unit = requestUnit(r)
      const least = Math.max(Math.ceil(first / 2), Math.ceil(second / 2)) + 1
      const third = least <= second ? r.int(least, second) : undefined
      const note = 'a part of the year'
      return drawn(
        say`${early}${receivedVerb(r)}${r.pick(['', '申请'])}${free(first, note)}${unit}，`,
        say`${late}${free(second, note)}${unit}`,
        third
          ? say`${r.pick(['；', '，其中'])}第三季度最多，${r.pick(['', '为', '达'])}${free(third, note)}${unit}`
          : '',
        '。',
      )
    },
  },
  {
    id: 'A09',
    title: 'handled, with the carried ones in a bracket',
    where: ON_REQUEST,
    draw(f, r, year) {
      const over = f.get(carriedOver())
      const forward = f.get(carriedForward())
      if (!over || !forward || f.get(outcomeTotal()) <= over) return undefined
      const unit = requestUnit(r)
      const last = r.pick(['上年结转', `${year - 1}年结转`, '上年度结转'])
      const next = r.pick(['结转下年', '结转至下年度', '结转下一年度继续办理'])
      const noun = r.pick(['', unit === '件' ? request(r) : '政府信息公开申请'])
      return drawn(
        opening(r, year),
        r.chance(0.5)
          ? say`${r.pick(['办理', '办结'])}${noun}${told(f, outcomeTotal())}${unit}（含${last}${told(f, carriedOver())}${unit}，另有${told(f, carriedForward())}${unit}${next}）`
          : say`${r.pick(['办理', '应办理'])}${noun}${told(f, [received(), carriedOver()])}${unit}（含${last}${told(f, carriedOver())}${unit}），其中${told(f, carriedForward())}${unit}${next}`,
        '。',
      )
    },
  },
  {
    id: 'A10',
    title: 'the noun stands in the clause before or in the heading',
    where: MANAGEMENT,
    draw(f, r) {
      if (!f.get(inForce) || (!f.get(issued) && !f.get(repealed))) return undefined
      const unit = r.pick(['件', '件', '份', '个'])
      const lead = r.pick([
        '（一）行政规范性文件。',
        '规范性文件管理：',
        '加强行政规范性文件全生命周期管理，',
        '严格规范性文件备案审查。全年',
      ])
      const items: Part[] = [
        say`${r.pick(['新制发', '新制定', '新出台'])}${told(f, issued)}${unit}`,
        say`${r.pick(['废止', '清理废止', '宣布废止'])}${told(f, repealed)}${unit}`,
      ]
      const end = say`${r.pick(['年末有效', '年底有效', '现行有效', '目前有效'])}${told(f, inForce)}${unit}`
      return drawn(lead, joined(items, r.pick(['、', '，'])), '，', end, '。')
    },
  },
  {
    id: 'A11',
    title: 'named parts that do not exhaust the total; no table counts them',
    where: PROACTIVE,
    draw(_f, r, year) {
      const tens = r.int(11, 98)
      const policy = r.int(90, 480)
      const note = 'published items: no table'
      return drawn(
        opening(r, year),
        r.pick(['公开信息', '主动公开政府信息', '发布各类政府信息']),
        say`${{ ...free(spell(tens / 10), note), style: 'tenThousand' as const }}万${r.pick(['余', '', '多'])}条${amongThem(r)}`,
        say`${r.pick(['政策文件', '公示公告', '通知公告'])}${free(policy, note)}条、${r.pick(['解读', '政策解读'])}${free(r.int(20, 80), note)}${r.pick(['条', '篇'])}`,
        r.pick(['。', '等。']),
      )
    },
  },
  {
    id: 'A12',
    title: "last year's figure and the difference",
    where: ON_REQUEST,
    draw(f, r, year) {
      const now = f.get(received())
      const change = r.int(1, Math.max(1, Math.ceil(now / 3)))
      const more = r.chance(0.5) && now > change
      if (!now) return undefined
      const unit = requestUnit(r)
      const before = free(more ? now - change : now + change, 'last year')
      const difference = free(change, 'difference from last year')
      const last = r.pick(['上年', '去年', `${year - 1}年`, '上年度', '上一年'])
      const word = more ? r.pick(['增加', '增长']) : r.pick(['减少', '下降'])
      const short = more ? r.pick(['增加', '多']) : r.pick(['减少', '少'])
      return drawn(
        intake(f, r, year, unit),
        r.pick([
          say`，比${last}的${before}${unit}${short}${difference}${unit}`,
          say`，较${last}${word}${difference}${unit}（${last}为${before}${unit}）`,
          say`（${last}${before}${unit}），同比${word}${difference}${unit}`,
        ]),
        '。',
      )
    },
  },
  {
    id: 'A13',
    title: 'the list of applicants ends at the semicolon',
    where: ON_REQUEST,
    draw(f, r, year) {
      const items = applicantItems(f, r, '')
      if (items.length < 2) return undefined
      const unit = requestUnit(r)
      const sign = r.pick(['、', '，'])
      return drawn(
        intake(f, r, year, unit),
        amongThem(r),
        joined(
          items.map((item) => say`${item}${unit}`),
          sign,
        ),
        say`${r.pick(['；', '。'])}${doneVerb(r)}${told(f, outcomeTotal())}${unit}。`,
      )
    },
  },
  {
    id: 'A14',
    title: 'nothing at all: no application, no case',
    where: ON_REQUEST,
    draw(f, r, year) {
      if (f.get(received()) || f.get(review()) || sumOf(f, litigation())) return undefined
      const noun = r.pick(['政府信息公开申请', '信息公开申请', '公民、法人或其他组织提出的政府信息公开申请'])
      return drawn(
        r.pick(['全年', `${year}年`, '本年度', '年内，我镇', `${year}年，我街道`]),
        r.pick(['没有收到', '未收到', '未接到']),
        `${noun}，`,
        r.pick([
          '没有因此引发的行政复议和行政诉讼。',
          '也未发生因政府信息公开引起的行政复议、行政诉讼。',
          '无相关行政复议、行政诉讼案件。',
        ]),
      )
    },
  },
  {
    id: 'A15',
    title: 'a lower bound',
    where: ON_REQUEST,
    draw(f, r, year) {
      const now = f.get(received())
      const step = now > 1000 ? r.pick([100, 1000]) : now > 100 ? r.pick([10, 100]) : 10
      const bound = Math.floor(now / step) * step
      if (now < 12 || bound === now || now - bound > bound / 3) return undefined
      const number: Num = {
        text: String(bound),
        accusable: true,
        cells: [received()],
        style: 'atLeast',
        note: `below ${bound + step}`,
      }
      const more = r.pick(['余', '多'])
      return drawn(say`${opening(r, year)}${receivedVerb(r)}${request(r)}${number}${more}件。`)
    },
  },
]

const common: Structure[] = [
  {
    id: 'A16',
    title: 'the whole ledger: 新收, 上年结转, 应办, 办结, 结转下年',
    where: ON_REQUEST,
    draw(f, r, year) {
      if (!f.get(received())) return undefined
      const unit = requestUnit(r)
      const due = told(f, [received(), carriedOver()])
      const tail = say`${r.pick(['已办结', '办结', '已答复'])}${told(f, outcomeTotal())}${unit}，${r.pick([
        say`结转下年度${told(f, carriedForward())}${unit}`,
        say`结转下年继续办理${told(f, carriedForward())}${unit}`,
        say`尚有${told(f, carriedForward())}${unit}结转下年`,
      ])}`
      return drawn(
        r.pick<Part>([
          say`${opening(r, year)}新收申请${told(f, received())}${unit}，加上上年结转${told(f, carriedOver())}${unit}，应办${due}${unit}；${tail}。`,
          say`${opening(r, year)}新收${r.pick(['信息公开申请', '政府信息公开申请'])}${told(f, received())}${unit}，上年结转${told(f, carriedOver())}${unit}，共计${due}${unit}。${tail}。`,
          say`${String(year)}年应办理申请${due}${unit}（新收${told(f, received())}${unit}＋上年结转${told(f, carriedOver())}${unit}），${tail}。`,
        ]),
      )
    },
  },
  {
    id: 'A17',
    title: 'number first: 30件予以公开',
    where: ON_REQUEST,
    draw(f, r) {
      const any = groupsWithAny(f)
      if (any.length < 2) return undefined
      const unit = requestUnit(r)
      const items = any.map(
        (group) =>
          say`${told(f, groupCells(group))}${unit}${group === 'other' ? '作' : ''}${groupName(r, group)}`,
      )
      return drawn(
        r.pick([
          say`在已办结的${told(f, outcomeTotal())}${unit}申请中，`,
          say`${told(f, outcomeTotal())}${unit}办结申请中，有`,
          say`全年办结申请${told(f, outcomeTotal())}${unit}，`,
        ]),
        joined(items, r.pick(['，', '、'])),
        '。',
      )
    },
  },
  {
    id: 'A18',
    title: 'natural persons against all five kinds of organisations together',
    where: ON_REQUEST,
    draw(f, r, year) {
      if (!f.get(received())) return undefined
      const unit = requestUnit(r)
      const persons = told(f, received('naturalPerson'))
      const others = told(
        f,
        organizations.map((column) => received(column)),
      )
      return drawn(
        intake(f, r, year, unit),
        r.pick([
          say`（自然人${persons}${unit}，法人或其他组织${others}${unit}）`,
          say`。从申请主体看，自然人申请${persons}${unit}，法人及其他组织申请${others}${unit}`,
          say`，由自然人提出的${persons}${unit}，由法人和其他组织提出的${others}${unit}`,
        ]),
        stop(r),
      )
    },
  },
  {
    id: 'A19',
    title: 'outcomes as shares only',
    where: ON_REQUEST,
    draw(f, r) {
      const total = f.get(outcomeTotal())
      if (total < 20) return undefined
      const decimals = r.pick([1, 1, 2])
      const of = r.pick(['占', '的占'])
      const sets: [string, Group[]][] = r.pick([
        [
          ['予以公开或部分公开', ['granted', 'partiallyGranted']],
          ['不予公开', ['denied']],
          ['无法提供', ['unavailable']],
          ['其他情况', ['notProcessed', 'other']],
        ],
        [
          ['予以公开', ['granted']],
          ['部分公开', ['partiallyGranted']],
          ['不予公开', ['denied']],
          ['无法提供', ['unavailable']],
          ['不予处理及其他处理', ['notProcessed', 'other']],
        ],
      ] as [string, Group[]][][])
      const items = sets.flatMap(([name, members]) => {
        const part = sumOf(
          f,
          members.flatMap((group) => groupCells(group)),
        )
        return part ? [say`${name}${of}${share(part, total, decimals)}%`] : []
      })
      const verb = r.pick(['共办理', '办结', '共答复'])
      return drawn(
        say`${verb}政府信息公开申请${told(f, outcomeTotal())}件${amongThem(r)}${joined(items, '、')}。`,
      )
    },
  },
  {
    id: 'A20',
    title: 'each applicant with its count and its share',
    where: ON_REQUEST,
    draw(f, r, year) {
      const total = f.get(received())
      const any = columnsWithAny(f)
      if (total < 5 || any.length < 2) return undefined
      const unit = requestUnit(r)
      const bracket = r.chance(0.4)
      const of = r.pick(['占', '占比', '占总数的'])
      const decimals = r.pick([1, 2])
      const items = any.map((column) => {
        const percent = share(f.get(received(column)), total, decimals)
        const name = `${columnName(r, column)}${bracket ? '' : '申请'}`
        return bracket
          ? say`${name}${told(f, received(column))}${unit}（占${percent}%）`
          : say`${name}${told(f, received(column))}${unit}，${of}${percent}%`
      })
      return drawn(intake(f, r, year, unit), amongThem(r), joined(items, bracket ? '、' : '；'), '。')
    },
  },
  {
    id: 'A21',
    title: 'an outcome and its reasons after a colon',
    where: ON_REQUEST,
    draw(f, r) {
      const any = groupsWithAny(f)
        .filter((group) => rowsOf(group).length > 1)
        .filter((group) => group !== 'other' || sumOf(f, groupCells(group)) > f.get(outcome('other.other')))
      if (!any.length) return undefined
      const unit = requestUnit(r)
      const items = any.map((group) => {
        const reasons = rowsOf(group).filter((row) => f.get(outcome(row)) > 0)
        const [only] = reasons
        const total = say`${groupName(r, group)}${told(f, groupCells(group))}${unit}`
        if (reasons.length === 1 && only)
          return say`${total}，${f.get(outcome(only)) === 1 ? '为' : r.pick(['均为', '全部为'])}${rowName(r, only)}`
        const list = reasons.map((row) => say`${rowName(r, row)}${told(f, outcome(row))}${unit}`)
        return say`${total}，${r.pick(['原因为：', '分别为：', '包括：', '具体为：'])}${joined(list, '，')}`
      })
      return drawn(r.pick(['从办理结果看，', '办理结果中，', '']), joined(items, r.pick(['；', '。'])), '。')
    },
  },
  {
    id: 'A22',
    title: 'the outcomes as a numbered list',
    where: ON_REQUEST,
    draw(f, r) {
      const any = groupsWithAny(f)
      if (any.length < 2) return undefined
      const marks = r.pick([
        ['（1）', '（2）', '（3）', '（4）', '（5）', '（6）'],
        ['①', '②', '③', '④', '⑤', '⑥'],
        ['一是', '二是', '三是', '四是', '五是', '六是'],
        ['1.', '2.', '3.', '4.', '5.', '6.'],
      ])
      const unit = requestUnit(r)
      const items = any.map(
        (group, index) =>
          say`${marks[index] ?? ''}${groupName(r, group)}${told(f, groupCells(group))}${unit}`,
      )
      return drawn(
        say`${r.pick(['全年办结申请', '共办结', '本年度办理结果总计'])}${told(f, outcomeTotal())}${unit}${r.pick(['：', '，具体如下：'])}`,
        joined(items, '；'),
        '。',
      )
    },
  },
  {
    id: 'A23',
    title: 'except so many carried forward, the others are done',
    where: ON_REQUEST,
    draw(f, r) {
      if (!f.get(carriedForward()) || !f.get(outcomeTotal())) return undefined
      const unit = requestUnit(r)
      const over = f.get(carriedOver()) ? say`（含上年结转${told(f, carriedOver())}${unit}）` : ''
      const due = told(f, [received(), carriedOver()])
      return drawn(
        say`${r.pick(['本年度应办申请', '全年应办理政府信息公开申请'])}${due}${unit}${over}，`,
        say`除${told(f, carriedForward())}${unit}${r.pick(['结转下年度继续办理', '结转下年', '转入下年度办理'])}外，`,
        say`${r.pick(['其余', '其他'])}${told(f, outcomeTotal())}${unit}${r.pick(['均已办结', '均已按期答复', '全部办结'])}。`,
      )
    },
  },
  {
    id: 'A24',
    title: 'rows taken together',
    where: ON_REQUEST,
    draw(f, r) {
      const cells = (...members: Group[]) => members.flatMap((group) => groupCells(group))
      if (!sumOf(f, cells('granted', 'partiallyGranted')) || !sumOf(f, cells('denied', 'notProcessed')))
        return undefined
      const unit = requestUnit(r)
      const rest = groupsWithAny(f).filter((group) => group === 'unavailable' || group === 'other')
      const items: Part[] = [
        say`${r.pick(['予以公开及部分公开', '予以公开或部分公开', '公开（含部分公开）'])}${told(f, cells('granted', 'partiallyGranted'))}${unit}`,
        say`${r.pick(['不予公开、不予处理合计', '不予公开和不予处理共'])}${told(f, cells('denied', 'notProcessed'))}${unit}`,
        ...rest.map((group) => say`${groupName(r, group)}${told(f, groupCells(group))}${unit}`),
      ]
      return drawn(
        say`${doneVerb(r)}申请${told(f, outcomeTotal())}${unit}${amongThem(r)}${joined(items, r.pick(['，', '；']))}。`,
      )
    },
  },
  {
    id: 'A25',
    title: 'the outcomes of one kind of applicant: a column is read downwards',
    where: ON_REQUEST,
    draw(f, r) {
      const any = columns.filter((column) => f.get(outcomeTotal(column)) > 1)
      if (any.length < 2) return undefined
      const unit = requestUnit(r)
      const clauses = any.slice(0, 2).map((column) => {
        const items = groupsWithAny(f, column).map(
          (group) => say`${groupName(r, group)}${told(f, groupCells(group, column))}${unit}`,
        )
        const kind = column === 'otherOrganization' ? '其他组织' : columnName(r, column)
        return say`办结${kind}申请${told(f, outcomeTotal(column))}${unit}，其中${joined(items, '、')}`
      })
      return drawn(
        r.pick(['从申请人类型看，', '按申请人分，', '']),
        joined(clauses, r.pick(['；', '。'])),
        '。',
      )
    },
  },
  {
    id: 'A26',
    title: 'one row in two everyday words',
    where: ON_REQUEST,
    draw(f, r) {
      const row = outcome('unavailable.notHeld')
      const parts = split(r, f.get(row), 2)
      if (!parts) return undefined
      const unit = requestUnit(r)
      const note = 'one cell of the table in two parts'
      const lists = [
        ['经检索不存在', '不属于本机关负责公开'],
        ['信息不存在', '非本机关掌握'],
        ['检索后没有找到', '告知向其他机关申请'],
      ]
      const [first, second] = r.pick(lists)
      const list = say`${first ?? ''}${free(parts[0] ?? 0, note)}${unit}，${second ?? ''}${free(parts[1] ?? 0, note)}${unit}`
      const name = rowName(r, 'unavailable.notHeld')
      return drawn(
        r.chance(0.5)
          ? say`因${name}而无法提供${told(f, row)}${unit}（${list}）。`
          : say`属于${name}的${told(f, row)}${unit}，其中${list}。`,
      )
    },
  },
  {
    id: 'A27',
    title: 'rates beside counts',
    where: ON_REQUEST,
    draw(f, r, year) {
      const due = sumOf(f, [received(), carriedOver()])
      if (!f.get(outcomeTotal())) return undefined
      const unit = requestUnit(r)
      const rate: Num = {
        text: spell((100 * f.get(outcomeTotal())) / due, 'percent', 1),
        accusable: false,
        style: 'percent',
        note: 'a rate with more than one fair base',
      }
      const onTime: Num = { ...free(100, 'no table says what was in time'), style: 'percent' }
      return drawn(
        intake(f, r, year, unit),
        say`，${doneVerb(r)}${told(f, outcomeTotal())}${unit}，`,
        r.pick([
          say`按期答复率${onTime}%`,
          say`法定期限内答复率为${onTime}%`,
          say`办结率${rate}%，按时答复率${onTime}%`,
        ]),
        '。',
      )
    },
  },
  {
    id: 'A28',
    title: 'sentences under little headings with numbers of their own',
    where: ON_REQUEST,
    draw(f, r) {
      if (!groupsWithAny(f).length || !f.get(received())) return undefined
      const unit = requestUnit(r)
      const [one, two, three] = r.pick([
        ['1.', '2.', '3.'],
        ['（1）', '（2）', '（3）'],
        ['一是', '二是', '三是'],
      ] as const)
      const break_ = r.pick(['', '\n'])
      return drawn(
        say`${one}收到申请情况。${r.pick(['共收到', '新收'])}${told(f, received())}${unit}，上年结转${told(f, carriedOver())}${unit}。${break_}`,
        say`${two}办理情况。${joined(outcomeItems(f, r, unit), '，')}，共计${told(f, outcomeTotal())}${unit}。${break_}`,
        say`${three}结转情况。${r.pick(['结转下年度', '转下年继续办理'])}${told(f, carriedForward())}${unit}。`,
      )
    },
  },
  {
    id: 'A29',
    title: 'offices with the most applications',
    where: ON_REQUEST,
    draw(f, r, year) {
      const total = f.get(received())
      if (total < 30) return undefined
      const unit = requestUnit(r)
      const offices = r
        .shuffle(['市自然资源和规划局', '市住房和城乡建设局', '市公安局', '市人社局', '市城管局'])
        .slice(0, 3)
      let most = Math.floor(total / 3)
      const items = offices.map((office) => {
        const count = most
        most = Math.max(1, most - r.int(1, Math.ceil(most / 3)))
        return say`${office}${free(count, 'another body')}${unit}`
      })
      const noun = r.pick(['政府信息公开申请', '信息公开申请'])
      return drawn(
        say`${r.pick([`${year}年，`, `${year}年度`, '全年', '年内，'])}全市共${receivedVerb(r)}${noun}${told(f, received())}${unit}`,
        r.pick(['，申请量居前三位的单位依次为', '。收件较多的单位有：', '，其中收件最多的三家单位为']),
        joined(items, '、'),
        say`；${r.pick(['全市共', '合计'])}${doneVerb(r)}${told(f, outcomeTotal())}${unit}。`,
      )
    },
  },
  {
    id: 'A30',
    title: 'steps of the procedure',
    where: ON_REQUEST,
    draw(f, r, year) {
      const total = f.get(received())
      if (total < 6) return undefined
      const unit = requestUnit(r)
      const steps = r
        .shuffle([
          '发出补正告知',
          '延长答复期限',
          '征求第三方意见',
          '转送其他机关',
          '当场答复',
          '组织会商研判',
        ])
        .slice(0, r.int(2, 3))
        .map((step) => say`${step}${free(r.int(1, Math.ceil(total / 6)), 'a step of the procedure')}${unit}`)
      return drawn(
        intake(f, r, year, unit),
        r.pick(['，办理过程中', '。办理中，', '，其间']),
        joined(steps, '、'),
        say`；${r.pick(['最终办结', '年内办结', '全年共答复'])}${told(f, outcomeTotal())}${unit}。`,
      )
    },
  },
  {
    id: 'A31',
    title: 'all but a few come from one kind of applicant',
    where: ON_REQUEST,
    draw(f, r, year) {
      const any = columnsWithAny(f)
      const [first, other] = any
      if (any.length !== 2 || first !== 'naturalPerson' || !other) return undefined
      const unit = requestUnit(r)
      const name = other === 'otherOrganization' ? '其他组织' : columnName(r, other)
      return drawn(
        intake(f, r, year, unit),
        say`，除${told(f, received(other))}${unit}由${name}提出外，`,
        r.pick(['其余均由自然人提出。', '其余申请人均为自然人。', '其他均为公民个人申请。']),
      )
    },
  },
  {
    id: 'A32',
    title: 'all six outcomes with their zeros, the total last',
    where: ON_REQUEST,
    draw(f, r) {
      const unit = requestUnit(r)
      const items = groups.map((group) => say`${groupName(r, group)}${told(f, groupCells(group))}${unit}`)
      return drawn(
        r.pick(['本年度办理结果：', '办理结果为：', '其中，']),
        joined(items, r.pick(['，', '、'])),
        say`，${r.pick(['合计', '总计', '共计'])}${told(f, outcomeTotal())}${unit}。`,
      )
    },
  },
  {
    id: 'A33',
    title: '其他处理 and what it consists of',
    where: ON_REQUEST,
    draw(f, r) {
      const overdue = f.get(outcome('other.correctionOverdue'))
      const other = f.get(outcome('other.other'))
      if (!overdue || !other || f.get(outcome('other.feeOverdue'))) return undefined
      const unit = requestUnit(r)
      const name = rowName(r, 'other.correctionOverdue')
      const list = say`${name}、不再处理的${told(f, outcome('other.correctionOverdue'))}${unit}，${r.pick(['其他情形', '其他原因'])}${told(f, outcome('other.other'))}${unit}`
      const total = told(f, groupCells('other'))
      return drawn(
        r.chance(0.5) ? say`作其他处理${total}${unit}（${list}）。` : say`其他处理${total}${unit}：${list}。`,
      )
    },
  },
  {
    id: 'A34',
    title: 'durations and legal limits beside counts',
    where: ON_REQUEST,
    draw(f, r, year) {
      if (!f.get(received()) || !f.get(outcomeTotal())) return undefined
      const unit = requestUnit(r)
      const days = free(r.int(6, 18), 'days')
      return drawn(
        intake(f, r, year, unit),
        say`，${r.pick(['平均办理时长', '平均答复用时'])}${days}个工作日，`,
        say`${r.pick(['较', '比'])}法定的${free(20, 'days')}个工作日${r.pick(['有所缩短', '明显缩短', '大幅压缩'])}，`,
        say`全年${doneVerb(r)}${told(f, outcomeTotal())}${unit}。`,
      )
    },
  },
  {
    id: 'A35',
    title: 'nothing carried, neither from last year nor to the next',
    where: ON_REQUEST,
    draw(f, r, year) {
      if (f.get(carriedOver()) || f.get(carriedForward()) || !f.get(received())) return undefined
      const unit = requestUnit(r)
      return drawn(
        intake(f, r, year, unit),
        r.pick([
          say`，无上年结转；年内办结${told(f, outcomeTotal())}${unit}，无结转下年度的申请。`,
          say`，当年全部办结，没有上年结转和结转下年度的申请。`,
          say`，均已办结，上年结转和结转下年均为${told(f, [carriedOver(), carriedForward()])}${unit}。`,
        ]),
      )
    },
  },
  {
    id: 'A36',
    title: 'number and result of both ways to court in one list',
    where: ON_REQUEST,
    draw(f, r) {
      if (!f.get(direct()) || !f.get(afterReview())) return undefined
      const unit = caseUnit(r)
      const way = (name: string, cell: typeof direct) => {
        const items = results
          .filter((result) => f.get(cell(result)) > 0)
          .map((result) => {
            const names = {
              upheld: '结果维持',
              corrected: '结果纠正',
              otherResult: '其他结果',
              pending: '尚未审结',
            }
            return say`${names[result]}${told(f, cell(result))}${unit}`
          })
        return say`${name}${told(f, cell())}${unit}（${joined(items, '、')}）`
      }
      return drawn(
        r.pick(['行政诉讼方面，', '行政诉讼案件中，', '']),
        joined(
          [way(r.pick(['未经复议直接起诉', '直接提起诉讼']), direct), way('复议后起诉', afterReview)],
          r.pick(['，', '；']),
        ),
        '。',
      )
    },
  },
  {
    id: 'A37',
    title: 'the same number twice',
    where: ON_REQUEST,
    draw(f, r, year) {
      const total = f.get(received())
      if (total < 2 || f.get(carriedOver()) || f.get(carriedForward())) return undefined
      const unit = requestUnit(r)
      return drawn(
        say`${opening(r, year)}${receivedVerb(r)}${r.pick(['政府信息公开申请', '信息公开申请'])}${told(f, received())}${unit}，`,
        say`${r.pick(['上述', '', '所收'])}${told(f, outcomeTotal())}${unit}申请${r.pick(['均在法定期限内答复', '全部按期办结', '均已办结'])}。`,
      )
    },
  },
  {
    id: 'A38',
    title: 'how many people applied, and the one who applied most',
    where: ON_REQUEST,
    draw(f, r) {
      const total = f.get(received())
      if (total < 6) return undefined
      const unit = requestUnit(r)
      const people = r.int(Math.ceil(total / 3), total - 2)
      const most = r.int(Math.max(2, Math.ceil(total / people)), total - people + 1)
      return drawn(
        say`${r.pick(['全年', '年内', ''])}共有${free(people, 'people, not applications')}${r.pick(['名', '位'])}申请人提出${r.pick(['政府信息公开申请', '信息公开申请'])}${told(f, received())}${unit}，`,
        say`其中${r.pick(['同一申请人最多提出', '申请最多的一人提出'])}${free(most, 'one applicant')}${unit}；`,
        say`${doneVerb(r)}${told(f, outcomeTotal())}${unit}。`,
      )
    },
  },
]

export const structures: Structure[] = [...ambiguous, ...common, ...further]
