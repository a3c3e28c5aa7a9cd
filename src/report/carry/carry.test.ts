import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currentEdition as edition } from '../../format/editions'
import { cpuOf } from '../../testing/cpuOf'
import { withProposal } from '../proposed'
import { applyChanges, blankReport, type Report, textAt, withTexts } from '../report'
import { carriedInto } from './carry'
import { confirmed } from './confirm'
import { figuresIn } from './figures'
import { stillPending } from './pending'
import { pendingOf, withPending } from './pendingNotes'
import { waitingIn } from './waiting'

const YEAR = 2022
const wordsIn = (text: string) => figuresIn(text, YEAR).map(({ start, end }) => text.slice(start, end))

describe('what waits to be looked at in carried prose', () => {
  test.each<[string, string[]]>([
    ['2022年，我局收到申请25件，同比增长12.5%。', ['2022年', '25', '12.5%']],
    ['统计期限为2022年1月1日至12月31日。', ['2022年']],
    ['截至2022年12月底，召开会议两次，培训三百余人次。', ['2022年', '12月', '两', '三百']],
    ['发布信息1,234条、１２条，点击3.6万次。', ['1,234', '１２', '3.6']],
    ['二〇二二年3月5日印发，10月20号公布。', ['二〇二二年', '3月5日', '10月20号']],
    ['手机端访问1200次，接听电话1300次。', ['1200', '1300']],
    ['办理建议百分之九十，其中5日内办结12件。', ['百分之九十', '5', '12']],
    ['按照《示例局2022年政务公开工作要点》', ['2022年']],
    ['（一）主动公开\n1.发布12条。\n2、解读3篇。', ['12', '3']],
    ['主要做法：1.印发文件5份；2.开放日分别在5、6月举行。', ['5', '5', '6月']],
    ['举办第六期读书班，参加第3届展会，第二次会议讨论了第一季度情况。', ['六', '3', '二', '一']],
    ['新编三张清单（2022版），参照旧目录（2017版）。', ['三', '2022']],
    ['满意的占三分之二，近万条留言，万余人参加，翻了两番。', ['三分之二', '万', '万', '两']],
    ['行政复议一起，行政诉讼二起，另有一部专著、三间展厅。', ['一', '二', '一', '三']],
    ['“示例话筒”播出八期，“12月示例日”来了5人。', ['八', '12月', '5']],
    ['受理热线来电12345件，全年12,345条。', ['12345', '12,345']],
    ['本报告共七部分，网站评估排名第四，位居全省前十。', ['七', '四', '十']],
    [
      '2022 年，示例局统计期限为 2022 年 1 月 1 日起至 2022 年 12 月 31 日止。',
      ['2022 年', '2022 年', '2022 年'],
    ],
    ['得分列第三位，《2022 年示例要点》发布20221231条。', ['三', '2022 年', '20221231']],
    ['接听电话：1200次，热线：12000余人次，手机1234567次。', ['1200', '12000', '1234567']],
    ['受理120件举报，接到110起报警，96123条平台留言。', ['120', '110', '96123']],
    ['考核得九十二分，增长二点五个百分点，制作PDF30份，需三至五天。', ['九十二', '二点五', '30', '三', '五']],
    ['2022年1月1日至12月31止，未收到申请，没有发生行政诉讼。', ['2022年', '未收到', '没有发生']],
    [
      '与2021年基本持平，没有因此被诉，申请无结转，未被申请行政复议，与上年持平，同比基本持平。',
      ['2021年', '基本持平', '没有因', '无结转', '未被申请行政复议', '与上年持平', '同比基本持平'],
    ],
    ['2022年3月5日十分重要，得十分。', ['2022年', '3月5日', '十']],
    ['一年一次评议，召开会议一次三人参加。', ['一', '一', '一', '三']],
  ])('%s', (text, words) => expect(wordsIn(text)).toEqual(words))

  test.each([
    '依据国办公开办函〔2021〕30号、示政办发[2019]5号和（2020）12号文件。',
    '根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条。',
    '《示例办法（2019年修订）》（2019年修订）',
    '地址：示例市示例路1号2号楼305室，邮编：100000，电话：0551-60000000、60000001，传真(0551)60000002。',
    '拨打12345热线或12345政务服务平台，联系电话13800000000，400-100-2000。',
    '网址 https://www.example.gov.cn/2022/xxgk，邮箱 a2022@example.com。',
    '进一步推进第一项工作，统一部署，一是加强领导，二是5G。',
    '高效办成一件事，发布一批、一系列信息。',
    '依照示例条例第三十六条第（三）项和第5条、第六条，第十九条至二十一条，第1至3条。',
    '落实“一个中心、两条主线”，坚决做到两个维护，建设“1+X”会场，擦亮“12345便民”品牌，开展三个“100”活动。',
    '另一方面，每一件来信都办好，一部分与民生一起推进，一户一策，一张网办理，不搞两张皮，走进千家万户。',
    '拨打12329等平台，或96123热线、110报警。',
    '办公室在39号503房间（100000），上午9:00，8:30-12:00接待，邮箱 a1＠example.cn。',
    '第十四个五年规划、2035年远景目标，12·4宣传日，见附件2。',
    '电话：0551--6000000，标识码1200000001，示ICP备12000001号-1，公安备案12010002000001号。',
    '7×24小时值守，24小时自助，当日24时截止，“15分钟办事圈”，阅读量10万+。',
    '上线“示例问答”2.0版、示例APP3.0版，落实“示例20条”“1126”部署和“双11”检查。',
    '依据《示例法（2022年修订）》。',
    '没有其他需要报告的事项，未及时更新，无不足，与要求一致，不存在未公开的情形。',
    '1）加强学习。\n(2) 加强培训：3.加强检查。',
  ])('fixed: %s', (text) => expect(wordsIn(text)).toEqual([]))
})

const carriedOf = (text: string) => ({
  text: 'other',
  carried: text,
  figures: figuresIn(text, YEAR).map(({ start, end }): [number, number] => [start, end]),
})
const leftIn = (carried: string, now: string) =>
  stillPending(carriedOf(carried), now).map(({ start, end }) => now.slice(start, end))

describe('a carried figure waits until it is changed or confirmed', () => {
  const text = '2022年收到25件，答复25件，其中256件公开。'
  test('what is written around it changes nothing', () => {
    expect(leftIn(text, text)).toEqual(['2022年', '25', '25', '256'])
    expect(leftIn(text, '前面。2022年我局共收到25件申请，均答复25件，公开256件。')).toEqual([
      '2022年',
      '25',
      '25',
      '256',
    ])
  })
  test('a figure that was changed waits no more, and one that only holds its digits does not either', () => {
    expect(leftIn(text, '2023年收到25件，答复31件，其中2560件公开。')).toEqual(['25'])
    expect(leftIn(text, '2023年收到2五件，答复，公开。')).toEqual([])
  })
  test('the figure of one place may be that of another one next year', () => {
    expect(leftIn('收到25件，答复30件。', '收到30件，答复31件。')).toEqual([])
  })
  test('a year waits when only its month was changed, and another way to write a figure changes nothing', () => {
    expect(leftIn('2022年3月收到25件。', '2022年4月收到25件。')).toEqual(['2022年', '25'])
    expect(leftIn('2022年3月收到25件。', '2023年3月收到25件。')).toEqual(['3月', '25'])
    expect(leftIn('发布1,541条，解读两篇，占百分之九十。', '发布1541条，解读2篇，占90%。')).toEqual([
      '1541',
      '2',
      '90%',
    ])
    expect(
      leftIn('发布1541条，２０２２年5月3号印发25份。', '发布１，５４１条，2022 年 5月3日印发二十五份。'),
    ).toEqual(['１，５４１', '2022 年', '5月3日', '二十五'])
    expect(leftIn('发布1541条，其中1件公开。', '统一发布1542条，其中11件公开，第一批。')).toEqual([])
  })
  test('words that count without a number wait until they are changed', () => {
    const said = '未收到申请，无结转，与上年持平。'
    expect(leftIn(said, `本年${said}`)).toEqual(['未收到', '无结转', '与上年持平'])
    expect(leftIn(said, '收到申请3件，结转1件，与上年持平。')).toEqual(['与上年持平'])
  })
  test('with an undo it waits again', () => {
    expect(leftIn(text, '')).toEqual([])
    expect(leftIn(text, text)).toHaveLength(4)
  })
  test('a text that became another one altogether shows what is in it word for word', () => {
    const other = `${'另一份文件的内容。'.repeat(900)}收到25件。`
    expect(leftIn(text, other)).toContain('25')
  })

  test('a long text that was pasted by mistake holds nobody up', () => {
    const long = '某年收到申请12件，答复31件。'.repeat(8_000)
    for (const now of [long, long.slice(0, text.length * 40)]) {
      const spent = cpuOf(() => {
        stillPending(carriedOf(text.repeat(40)), now)
      })
      expect(spent).toBeLessThan(1_500)
    }
  })

  test('a carried text as long as any that is carried is looked through while nobody notices', () => {
    const carried = '某年收到申请12件，答复31件。\n'.repeat(6_000)
    const pending = carriedOf(carried)
    const spent = cpuOf(() => {
      expect(stillPending(pending, carried.replaceAll('12', '13'))).toHaveLength(6_000)
    })
    expect(spent).toBeLessThan(1_200)
  })

  test('a text of many different figures is looked through while nobody notices', () => {
    const line = (n: number) =>
      `第${n}段，我局2022年${(n % 12) + 1}月新收申请${n * 7 + 1}件，增长${n % 90}.5%，未收到投诉。\n`
    const carried = Array.from({ length: 600 }, (_, n) => line(n)).join('')
    const pending = carriedOf(carried)
    const spent = cpuOf(() => {
      expect(stillPending(pending, `a${carried}`)).toHaveLength(pending.figures.length)
    })
    expect(spent).toBeLessThan(1_000)
  })
  test('any edit that leaves the figures alone leaves them waiting, in their order', () => {
    const words = fc.stringMatching(/^[甲乙丙丁]{0,6}$/)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, fc.integer({ min: 1, max: 9999 }), words), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const before = parts.map(([lead, figure]) => `${lead}：${figure}件`).join('，')
          const now = parts.map(([, figure, lead]) => `${lead}：${figure}件`).join('，')
          expect(leftIn(before, now)).toEqual(parts.map(([, figure]) => String(figure)))
        },
      ),
    )
  })

  test('words on both sides of a figure that change places, and clauses that do, lose no mark', () => {
    expect(leftIn('：1件，甲丙：2件，丁乙丁：1件', '甲丙：1件，丁乙丁：2件，：1件')).toEqual(['1', '2', '1'])
    expect(leftIn('甲收到25件，乙答复30件。', '乙答复30件，甲收到25件。')).toEqual(['30', '25'])
    const words = fc.stringMatching(/^[甲乙丙丁戊己]{2,6}$/)
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(words, fc.integer({ min: 1, max: 99 })), {
          minLength: 2,
          maxLength: 6,
          selector: ([lead]) => lead,
        }),
        fc.nat(),
        (clauses, turn) => {
          const said = clauses.map(([lead, figure]) => `${lead}${figure}件`)
          const at = turn % said.length
          const moved = [...said.slice(at), ...said.slice(0, at)]
          const figures = moved.map((one) => /\d+/.exec(one)?.[0])
          expect(leftIn(said.join('，'), moved.join('，'))).toEqual(figures)
        },
      ),
    )
  })

  test('a figure that took the place of another one waits no more, also where words were changed', () => {
    expect(
      leftIn('2022年，我局收到25件。\n2023年将培训3次。', '2023年，我局共收到31件。\n2024年将培训4次。'),
    ).toEqual([])
    // Nothing new was written, so nothing was changed.
    expect(leftIn('收到1件，收到2件', '收到2件，收到1件')).toEqual(['2', '1'])
    // A number that keeps its own words is no carried figure elsewhere.
    expect(leftIn('依据条例第5条，培训5次。', '依据条例第5条，培训6次。')).toEqual([])
  })

  test('a paragraph is confirmed alone, and stays confirmed through an undo', () => {
    const prose = '2022年收到25件。\n答复31件。'
    const notes = withPending(blankReport(edition).notes, [carriedOf(prose)])
    const now = `前言。${prose}`
    const after = confirmed(notes, 'other', now, 0, now.indexOf('\n'), () => '')
    const left = (text: string) =>
      pendingOf(after).flatMap((each) =>
        stillPending(each, text).map(({ start, end }) => text.slice(start, end)),
      )
    expect(left(now)).toEqual(['31'])
    expect(left(prose)).toEqual(['31'])
    expect(left('2022年收到40件。\n答复25件。'), 'a figure that was confirmed').toEqual([])
    expect(left('2022年收到31件。\n答复26件。'), 'a figure in the place of a confirmed one').toEqual([])
    expect(confirmed(after, 'other', now, 0, now.length, () => '')).toEqual(blankReport(edition).notes)
  })

  test('a damaged note marks nothing and breaks nothing', () => {
    const damaged = [null, { text: 1 }, { text: 'other', carried: '25', figures: [[0, 9], 'x', [1, 0]] }]
    expect(pendingOf({ pending: damaged as never })).toEqual([])
    expect(pendingOf({ pending: 'x' as never })).toEqual([])
  })
})

describe('沿用上年', () => {
  const last = (): Report => {
    const report = blankReport(edition)
    return {
      ...report,
      entries: withTexts(report.entries, [
        ['year', '2022'],
        ['organ.name', '示例局'],
        ['organ.kind', 'department'],
        ['overview.introductionPlace', 'within'],
        ['overview.onRequest', '收到25件。'],
        ['problems', '有不足。'],
        ['tables.requests.carriedForward.naturalPerson', '3'],
        ['tables.requests.received.naturalPerson', '9'],
        ['deadline', '2023-01-31'],
      ]),
    }
  }
  const carriedOn = (report: Report) => {
    const { changes, figures, notes } = carriedInto(report, edition, last())
    return {
      entries: withTexts(
        report.entries,
        [...changes, ...figures].map(({ address, after }): [string, string] => [address, after]),
      ),
      notes,
    }
  }
  test('basic data, place of the introduction, prose and 上年结转 come along, figures and dates do not', () => {
    const { entries, notes } = carriedOn(withProposal(blankReport(edition), 'year', '2025'))
    const at = (address: string) => textAt(entries, address)
    expect([at('year'), at('organ.name'), at('organ.kind')]).toEqual(['2023', '示例局', 'department'])
    expect([at('overview.introductionPlace'), at('overview.onRequest')]).toEqual(['within', '收到25件。'])
    expect(at('tables.requests.carriedOver.naturalPerson')).toBe('3')
    expect([at('tables.requests.received.naturalPerson'), at('deadline')]).toEqual(['', ''])
    expect(pendingOf(notes)).toEqual([
      { text: 'overview.onRequest', carried: '收到25件。', figures: [[2, 4]] },
    ])
    expect(notes.lastYear?.entries).toEqual(last().entries)
  })
  test('what was pasted into last year’s text by mistake is left behind, and the rest comes along', () => {
    const pasted = last()
    pasted.entries = withTexts(pasted.entries, [['other', '收到12件。'.repeat(20_000)]])
    const { changes, notes } = carriedInto(blankReport(edition), edition, pasted)
    expect(changes.map(({ address }) => address)).toContain('overview.onRequest')
    expect(changes.map(({ address }) => address)).not.toContain('other')
    expect(pendingOf(notes).map(({ text }) => text)).toEqual(['overview.onRequest'])
  })
  test('nothing that was typed is written over', () => {
    const typed = blankReport(edition)
    typed.entries = withTexts(typed.entries, [
      ['year', '2024'],
      ['organ.name', '另一局'],
      ['overview.onRequest', '自己写的12件。'],
    ])
    const { entries, notes } = carriedOn(typed)
    const at = (address: string) => textAt(entries, address)
    expect([at('year'), at('organ.name'), at('overview.onRequest')]).toEqual([
      '2024',
      '另一局',
      '自己写的12件。',
    ])
    expect(at('problems')).toBe('有不足。')
    expect(pendingOf(notes)).toEqual([])
  })
})

test('taken over twice, what waits still waits, each figure once', () => {
  const prose: [string, string] = ['overview.onRequest', '2022年收到申请25件。']
  const last: Report = { ...blankReport(edition), entries: withTexts({}, [['year', String(YEAR)], prose]) }
  const first = carriedInto(blankReport(edition), edition, last)
  const report = {
    ...blankReport(edition),
    entries: applyChanges(blankReport(edition).entries, first.changes),
    notes: first.notes,
  }
  expect(pendingOf(first.notes)).toHaveLength(1)
  expect(pendingOf(carriedInto(report, edition, last).notes)).toEqual(pendingOf(first.notes))
  const emptied = { ...report, entries: withTexts(report.entries, [[prose[0], '']]) }
  expect(pendingOf(carriedInto(emptied, edition, last).notes)).toEqual(pendingOf(first.notes))
})

describe('a sentence that was moved to another text', () => {
  const carried = '2022年收到申请25件，全部按期答复。\n举办培训2次，参训120人次。'
  const own = figuresIn(carried, YEAR)
  const pending = [
    {
      text: 'overview.onRequest',
      carried,
      figures: own.map(({ start, end }): [number, number] => [start, end]),
    },
  ]
  /** Last year's report, with what its other texts said. */
  const lastYear = (said: Record<string, string> = {}) => ({
    ...blankReport(edition),
    entries: withTexts({}, [['overview.onRequest', carried], ...Object.entries(said)]),
  })
  const words = (address: string, texts: Record<string, string>, last?: Report) =>
    waitingIn({ pending, lastYear: last }, address, (text) => texts[text] ?? '').map(({ start, end }) =>
      texts[address]?.slice(start, end),
    )

  test('waits where it stands, and no more where it stood', () => {
    const texts = {
      'overview.onRequest': '2022年收到申请25件，全部按期答复。',
      problems: '一是人手不足。举办培训2次，参训120人次。',
    }
    expect(words('overview.onRequest', texts)).toEqual(['2022年', '25'])
    expect(words('problems', texts)).toEqual(['2', '120'])
    const notes = { ...blankReport(edition).notes, pending }
    const looked = confirmed(
      notes,
      'problems',
      texts.problems,
      0,
      40,
      (text) => texts[text as 'problems'] ?? '',
    )
    expect(pendingOf(looked)[0]?.figures).toHaveLength(2)
  })

  test('is another figure where it was changed, or stands in other words', () => {
    expect(words('problems', { problems: '举办培训3次，参训130人次。接待2人，来电120次。' })).toEqual([])
  })

  test('waits as a copy at once, also in its own text, and after the original was changed', () => {
    const copy = '参训120人次，效果良好。举办培训2次，参训120人次。'
    const both = { 'overview.onRequest': carried, problems: copy }
    expect(words('problems', both, lastYear())).toEqual(['2', '120'])
    expect(words('overview.onRequest', both, lastYear())).toEqual(['2022年', '25', '2', '120'])
    expect(words('problems', both), 'where nobody knows what stood there').toEqual([])
    const changed = carried.replace('培训2次', '培训4次')
    expect(words('problems', { 'overview.onRequest': changed, problems: copy })).toEqual(['2'])
    const twice = `${carried}\n举办培训2次，参训120人次。`
    expect(words('overview.onRequest', { 'overview.onRequest': twice })).toEqual([
      '2022年',
      '25',
      '2',
      '120',
      '2',
      '120',
    ])
  })

  test('is no copy where last year’s text said the same and was looked at', () => {
    const problems = '举办培训2次，参训120人次。'
    const both = { 'overview.onRequest': carried, problems }
    expect(words('problems', both, lastYear({ problems }))).toEqual([])
    const more = { ...both, problems: `${problems}\n另：${problems}` }
    expect(words('problems', more, lastYear({ problems }))).toEqual(['2', '120'])
  })

  test('who looks at a copy has looked at the sentence', () => {
    const texts: Record<string, string> = {
      'overview.onRequest': carried,
      problems: '举办培训2次，参训120人次。',
    }
    const notes = { ...blankReport(edition).notes, pending, lastYear: lastYear() }
    const looked = confirmed(notes, 'problems', texts.problems ?? '', 0, 40, (text) => texts[text] ?? '')
    expect(pendingOf(looked)[0]?.figures).toHaveLength(2)
  })
})
