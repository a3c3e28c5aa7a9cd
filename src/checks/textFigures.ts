import { formatAmount } from '../report/value'
import { amountOf, type Claim, claimsIn } from './prose/claims'
import { type Kind, kindOf } from './prose/kinds'
import { sum } from './rules/figures'
import { correctedCells } from './rules/review/cases'
import { holdsAt, inSection, oneFinding, proseName, quotedSpot, spotsOf, writtenTexts } from './rules/texts'
import type { Failure, Fix, Given, Outcome, Rule } from './types'

const STATUTE = '条例第五十条；国办公开办函〔2021〕30号'

/** What a number that does not fit may have been meant for, in the order in which it is likely. */
const OFTEN_MEANT = [
  ['received', 'carriedOver', 'base', 'outcomeTotal', 'carriedForward', 'granted', 'partiallyGranted'],
  ['review', 'litigation', 'direct', 'after', 'cases'],
]

const isFee = ({ key }: Kind) => key === 'fee'
const shownAmount = (kind: Kind, amount: bigint): string =>
  isFee(kind) ? `${formatAmount(amount, '万元')} 万元` : String(amount)

/** Meanings with an amount of their own: of two that say the same one is named, （七）总计 before the sum it equals. */
function distinct(claim: Claim): { kind: Kind; amount: bigint }[] {
  const seen = new Map<bigint, Kind>()
  for (const { kind, amount } of claim.meanings)
    if (amount !== undefined && (!seen.has(amount) || kind.key === 'outcomeTotal')) seen.set(amount, kind)
  return [...seen].map(([amount, kind]) => ({ kind, amount }))
}

function alsoFits(given: Given, claim: Claim): Kind | undefined {
  if (claim.value <= 0) return undefined
  const own = new Set(claim.meanings.map(({ kind }) => kind.key))
  const family = OFTEN_MEANT.find((keys) =>
    claim.meanings.some(({ kind }) => keys.includes(kind.key.split('/')[0] ?? '')),
  )
  return family
    ?.filter((key) => !own.has(key))
    .map(kindOf)
    .find((kind) => amountOf(given, kind) === BigInt(claim.value))
}

const changeTo = (given: Given, claim: Claim, kind: Kind, amount: bigint): Fix[] => {
  const { digits, address } = claim
  const typed = given.text(address)
  if (!digits || isFee(kind) || /[万亿.]/.test(typed.slice(digits.start, digits.end + 1))) return []
  const after = typed.slice(0, digits.start) + amount + typed.slice(digits.end)
  return [{ label: `改为 ${amount}`, changes: [{ address, after }] }]
}

function claimFailure(given: Given, claim: Claim): { failure: Failure; operands: string[] } {
  const meanings = distinct(claim)
  const other = alsoFits(given, claim)
  const closed = claim.state === 'closed' ? `${claim.value} 与已审结数相同，是否指审结？` : ''
  const hint = other ? `${claim.value} 与“${other.shortName}”相同，是否指${other.shortName}？` : ''
  const said = meanings.map(({ kind, amount }) => `${kind.name}为 ${shownAmount(kind, amount)}`).join('，')
  const cells = [...meanings.flatMap(({ kind }) => kind.cells), ...(other?.cells ?? [])]
  return {
    operands: [claim.address, ...new Set(cells)],
    failure: {
      message: `${proseName(given.edition, claim.address)}写“${claim.phrase}”，${said}。${closed || hint}`,
      severity: closed ? 'note' : undefined,
      fixes: [
        ...meanings.flatMap(({ kind, amount }) => changeTo(given, claim, kind, amount)),
        ...(other && !closed
          ? [
              {
                label: `指${other.shortName}`,
                changes: [],
                accept: `正文“${claim.phrase}”指${other.shortName}。`,
              },
            ]
          : []),
      ],
      evidence: { [claim.address]: claim.phrase },
    },
  }
}

/** One outcome for each claim; a text without any has none. */
const overClaims = (
  given: Given,
  concerns: (claim: Claim) => boolean,
  failing: (claim: Claim) => { failure: Failure; operands: string[] } | undefined,
): Outcome[] =>
  claimsIn(given)
    .filter(concerns)
    .map((claim): Outcome => {
      const place = { target: claim.address, operands: [claim.address] }
      if (claim.state === 'missing') return { ...place, state: 'notAssessable' }
      const found = failing(claim)
      return found
        ? { ...place, operands: found.operands, state: 'fails', ...found.failure }
        : { ...place, state: 'holds' }
    })

const T3 = 'tables.requests.'
const T4 = 'tables.reviewAndLitigation.'
/** 22 received, 1 carried over, 23 closed. */
const CLOSED_23 = {
  [`${T3}received.naturalPerson`]: '22',
  [`${T3}carriedOver.naturalPerson`]: '1',
  [`${T3}outcome.granted.naturalPerson`]: '23',
}

export const narrativeClaim: Rule = {
  id: 'narrative.claim',
  title: '正文的数字与表格一致',
  severity: 'verify',
  due: 'whenAnswered',
  source: STATUTE,
  explanation:
    '正文里说申请、案件、文件、处理决定的数字，与它所说的那一格比较。日期、文号、电话和别的单位、别的年份的数字不算。',
  check: (given) =>
    overClaims(
      given,
      (claim) => !claim.denies,
      (claim) =>
        claim.state === 'differs' || claim.state === 'closed' ? claimFailure(given, claim) : undefined,
    ),
  examples: [
    {
      title: '答复数写成了新收数',
      entries: { ...CLOSED_23, 'overview.onRequest': '全年累计处理、答复政府信息公开申请22件。' },
      messages: [
        '正文（二）写“处理、答复政府信息公开申请22件”，表三（七）总计为 23。22 与“本年新收”相同，是否指本年新收？',
      ],
    },
    {
      title: '与哪一格都不同',
      entries: { ...CLOSED_23, 'overview.onRequest': '共收到申请25件。' },
      messages: ['正文（二）写“收到申请25件”，表三“本年新收”为 22。'],
    },
    {
      title: '复议的件数与已审结数相同',
      entries: {
        [`${T4}administrativeReview.upheld`]: '88',
        [`${T4}administrativeReview.pending`]: '36',
        'overview.onRequest': '因政府信息公开引发行政复议案件88件。',
      },
      messages: ['正文（二）写“行政复议案件88件”，表四“行政复议总计”为 124。88 与已审结数相同，是否指审结？'],
    },
    {
      title: '部门、上半年、来信和公开条数都不是表里的数',
      entries: {
        ...CLOSED_23,
        'overview.onRequest': '市公安局受理申请7件。上半年收到申请9件。受理群众来信30件。同比增加5件。',
        'overview.proactive': '公开规范性文件18条，行政许可信息90条。',
      },
      messages: [],
    },
    {
      title: '数字相符',
      entries: {
        ...CLOSED_23,
        'overview.onRequest': '新收申请22件，上年结转1件，办结23件，其中予以公开23件，结转下年度0件。',
      },
      messages: [],
    },
  ],
}

export const narrativeClaimNone: Rule = {
  id: 'narrative.claim-none',
  title: '正文写“没有”，表格也应是 0',
  severity: 'verify',
  due: 'whenAnswered',
  source: STATUTE,
  explanation: '“未收到申请”“未发生复议、诉讼”与表格比较。限定渠道的、说败诉纠错的、除……外的句子不算。',
  check: (given) =>
    overClaims(
      given,
      (claim) => claim.denies,
      (claim) => {
        const [meaning] = claim.meanings
        if (claim.state !== 'differs' || !meaning || meaning.amount === undefined) return undefined
        return {
          operands: [claim.address, ...meaning.kind.cells],
          failure: {
            message: `正文写“${claim.phrase}”，${meaning.kind.name}为 ${meaning.amount}。`,
            evidence: { [claim.address]: claim.phrase },
          },
        }
      },
    ),
  examples: [
    {
      title: '写未收到，表中有 23 件',
      entries: { ...CLOSED_23, 'overview.onRequest': '本年度未收到政府信息公开申请。' },
      messages: ['正文写“未收到政府信息公开申请”，表三“本年新收”为 22。'],
    },
    {
      title: '否认的是败诉，不是诉讼',
      entries: {
        [`${T4}litigationDirect.upheld`]: '2',
        'overview.onRequest': '未发生因信息公开引发的行政诉讼败诉案件。未收到书面申请。',
      },
      messages: [],
    },
  ],
}

/** The four sums of one paragraph's story. */
const STORY = ['received', 'carriedOver', 'outcomeTotal', 'carriedForward'] as const

export const narrativeBalance: Rule = {
  id: 'narrative.balance',
  title: '正文自己的勾稽关系',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办公开办函〔2021〕30号 附件 表三表头',
  explanation: '一段话里写全了新收、结转、答复和结转下年的，四个数也应合得上。',
  check: (given) =>
    writtenTexts(given).flatMap(({ address }): Outcome[] => {
      const own = claimsIn(given).filter(
        (claim) => claim.address === address && !claim.denies && !claim.rough,
      )
      const story = STORY.map((key) => own.find(({ meanings }) => meanings[0]?.kind.key === key))
      const [received, carriedOver, closed, forward] = story
      if (!received || !carriedOver || !closed || !forward) return []
      const [a, b, c, d] = [received.value, carriedOver.value, closed.value, forward.value]
      // 受理 often counts what was carried over in.
      const base = received.meanings.some(({ kind }) => kind.key === 'base') && a === c + d
      if (a + b === c + d || base) return [holdsAt(address)]
      return [
        {
          target: address,
          operands: [address],
          state: 'fails',
          message: `正文：新收 ${a}＋结转 ${b}＝${a + b}，答复 ${c}＋结转下年 ${d}＝${c + d}，差 ${Math.abs(a + b - c - d)}。`,
          evidence: { [address]: story.map((claim) => claim?.phrase ?? '').join('；') },
        },
      ]
    }),
  examples: [
    {
      title: '78＋3 与 75＋3',
      entries: {
        'overview.onRequest': '新收申请78件，上年结转3件，共答复75件，结转下年度3件。',
      },
      messages: ['正文：新收 78＋结转 3＝81，答复 75＋结转下年 3＝78，差 3。'],
    },
    {
      title: '78＋3 与 75＋6',
      entries: { 'overview.onRequest': '新收申请78件，上年结转3件，共答复75件，结转下年度6件。' },
      messages: [],
    },
  ],
}

const FLAWLESS = /零差错|零败诉|零纠错|无一败诉|未被纠正/

export const zeroDefect: Rule = {
  id: 'review.zero-defect',
  title: '“零败诉”与结果纠正',
  severity: 'verify',
  due: 'whenAnswered',
  source: STATUTE,
  explanation: '正文写零差错、零败诉、零纠错的，表四的结果纠正应为 0。',
  check: (given) => {
    const spots = spotsOf(inSection(given, writtenTexts(given), 'overview'), FLAWLESS)
    const [first] = spots
    if (!first) return []
    const amounts = correctedCells.map((address) => given.total(address))
    const known = amounts.flatMap((total) => ('value' in total ? [total.value] : []))
    const place = { target: first.address, operands: [first.address] }
    if (known.length < amounts.length) return [{ ...place, state: 'notAssessable' }]
    const corrected = sum(known)
    if (corrected === 0n) return [{ ...place, state: 'holds' }]
    return [
      {
        target: first.address,
        operands: [first.address, ...correctedCells],
        state: 'fails',
        message: `正文写“${quotedSpot(first)}”，表四结果纠正 ${corrected} 件。`,
        evidence: { [first.address]: quotedSpot(first) },
      },
    ]
  },
  examples: [
    {
      title: '零败诉，却有一件纠正',
      entries: {
        [`${T4}litigationDirect.corrected`]: '1',
        'overview.oversight': '全年实现零败诉。',
      },
      messages: ['正文写“零败诉”，表四结果纠正 1 件。'],
    },
    { title: '没有纠正', entries: { 'overview.oversight': '确保零差错、无瑕疵。' }, messages: [] },
  ],
}

const NO_NOTICE = /(?:未|无|没有)[^。;,]{0,6}?(?:发出|发送|作出|制发)?[^。;,]{0,6}?收费通知/
const FEE_OVERDUE = `${T3}outcome.other.feeOverdue.total`

export const feeOverdueStatement: Rule = {
  id: 'requests.fee-overdue-statement',
  title: '逾期未缴费与收费通知',
  severity: 'verify',
  due: 'whenAnswered',
  source: '国办函〔2020〕109号',
  explanation: '有申请人逾期未按收费通知缴费的，第六部分就不会是没有发出收费通知。',
  check: (given) => {
    const texts = inSection(given, writtenTexts(given), 'other')
    const home = texts[0]?.address
    const total = given.total(FEE_OVERDUE)
    if (home === undefined || !('value' in total) || total.value === 0n) return []
    const outcome = oneFinding(
      spotsOf(texts, NO_NOTICE),
      home,
      () => `“逾期未缴费”${total.value} 件，第六部分却写未发出收费通知。`,
    )
    return [{ ...outcome, operands: [outcome.target, FEE_OVERDUE] }]
  },
  examples: [
    {
      title: '无发出收费通知',
      entries: {
        [`${T3}outcome.other.feeOverdue.naturalPerson`]: '1',
        other: '本年度无发出收费通知，未收取信息处理费。',
      },
      messages: ['“逾期未缴费”1 件，第六部分却写未发出收费通知。'],
    },
    {
      title: '只写没有收取',
      entries: { [`${T3}outcome.other.feeOverdue.naturalPerson`]: '1', other: '未收取信息处理费。' },
      messages: [],
    },
  ],
}
