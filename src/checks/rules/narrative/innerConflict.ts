import { type Quantity, quantitiesOf, sentencesOf } from '../../prose/quantities'
import { readingOf } from '../../prose/reading'
import type { Given, Outcome, Rule } from '../../types'
import { inSection, proseName, type Written, writtenTexts } from '../texts'
import { plain, sentencesOfReading } from './arithmetic'
import { pointsBackIn } from './pointsBack'

/** 审计信息专栏公开20条: a channel, a deed and a number that another part of the report may give again. */
const CHANNEL =
  /([\u4e00-\u9fa5“”"]{2,20}(?:专栏|栏目|网站|公众号|微信|微博|抖音|客户端|头条|公报|专区|新媒体))(?:平台|账号)?(?:上|全年|累计|共|共计|主动)*(公开|发布|推送|刊发|更新)了?([\u4e00-\u9fa5]{0,6}?)(?:共|共计|累计)*$/
const VAGUE = /上半年|下半年|季度|月|累计至|历年|以来|其中|区县|各/

interface Said {
  written: Written
  quantity: Quantity
  noun: string
  key: string
}
/** 管委会网站审计信息栏目 and 审计信息专栏 are one: the last name counts, without what kind of place it is. */
const channelKey = (channel: string) =>
  channel
    .replace(/[“”"]/g, '')
    .replace(/^.*?(?:通过|利用|依托|在|以|借助|,)/, '')
    .replace(/^.*(?:网站|平台|门户)(?=.{2,})/, '')
    .replace(/^(?:[我本全][省市县区局镇乡]|政府)/, '')

const channelClaims = (given: Given): Said[] =>
  inSection(given, writtenTexts(given), 'overview').flatMap((written) => {
    const { text } = written.prose
    return quantitiesOf(written.prose).flatMap((quantity): Said[] => {
      if (quantity.rough) return []
      const clause = text
        .slice(Math.max(0, quantity.start - 40), quantity.start)
        .replace(/^.*[,;。:(\n]/s, '')
      const match = CHANNEL.exec(clause)
      if (!match || VAGUE.test(clause)) return []
      const [, channel = '', deed = '', thing = ''] = match
      const noun = channelKey(channel)
      return [
        {
          written,
          quantity,
          noun,
          key: [
            noun.replace(/专栏$|栏目$/, ''),
            deed,
            thing.replace(/^(?:各类|政府|政务)*/, ''),
            quantity.unit,
          ].join(' '),
        },
      ]
    })
  })

/** 未开设政务新媒体, while another part counts what it published. */
const ABSENT =
  /(?:未|没有|无)(?:开设|开通|建立|注册|设立)[^,;。]{0,6}(政务新媒体|微信公众号|公众号|微博|门户网站)/

function contradictions(given: Given): Outcome[] {
  const texts = inSection(given, writtenTexts(given), 'overview')
  return texts.flatMap((written): Outcome[] =>
    sentencesOf(written.prose.text).flatMap((sentence): Outcome[] => {
      const absent = ABSENT.exec(sentence.text)?.[1]
      if (!absent) return []
      const published = new RegExp(`${absent}[^,;。]{0,8}(?:发布|推送|公开)[^,;。\\d]{0,8}\\d+条`)
      const other = texts
        .map((text) => ({ text, match: published.exec(text.prose.text) }))
        .find(({ match }) => match)
      if (!other?.match) return []
      return [
        {
          target: written.address,
          operands: [...new Set([written.address, other.text.address])],
          state: 'fails',
          severity: 'note',
          message: `${proseName(given.edition, written.address)}写“${ABSENT.exec(sentence.text)?.[0]}”，${proseName(given.edition, other.text.address)}又写“${other.match[0]}”。`,
          evidence: { [written.address]: absent },
        },
      ]
    }),
  )
}

export const innerConflict: Rule = {
  id: 'narrative.inner-conflict',
  title: '正文前后一致',
  severity: 'verify',
  due: 'whenAnswered',
  source: '通读',
  explanation: '同一个栏目、网站、账号的发布数在两处写得不同；“这……件”应是前面说过的数。',
  check: (given) => {
    const said = channelClaims(given)
    const first = new Map<string, Said>()
    const conflicts = said.flatMap((one): Outcome[] => {
      const before = first.get(one.key)
      if (!before) first.set(one.key, one)
      if (!before || before.written === one.written || before.quantity.value === one.quantity.value) return []
      const name = ({ written }: Said) => proseName(given.edition, written.address).replace('正文', '')
      const figure = ({ quantity }: Said) => `${plain(quantity.value)}${quantity.unit}`
      return [
        {
          target: before.written.address,
          operands: [before.written.address, one.written.address],
          state: 'fails',
          message: `正文${name(before)}写 ${figure(before)}，${name(one)}写 ${figure(one)}，说的都是“${one.noun}”。`,
          evidence: {
            [before.written.address]: figure(before),
            [one.written.address]: figure(one),
          },
        },
      ]
    })
    const { judged } = readingOf(given)
    const back = sentencesOfReading(judged).flatMap(({ own, earlier }) => pointsBackIn(own, earlier, judged))
    return [...conflicts, ...contradictions(given), ...back]
  },
  examples: [
    {
      title: '同一个专栏，两个数',
      entries: {
        'overview.proactive': '通过审计信息专栏公开20条。',
        'overview.platform': '审计信息专栏公开16条。',
      },
      messages: ['正文（一）写 20条，（四）写 16条，说的都是“审计信息专栏”。'],
    },
    {
      title: '没有开设，却有发布',
      entries: {
        'overview.proactive': '政务新媒体发布5条。',
        'overview.platform': '本机关未开设政务新媒体账号。',
      },
      messages: ['正文（四）写“未开设政务新媒体”，正文（一）又写“政务新媒体发布5条”。'],
    },
    {
      title: '栏目和专栏是一个',
      entries: {
        'overview.proactive': '我局通过管委会网站审计信息栏目公开信息20条。',
        'overview.platform': '全年通过审计信息专栏公开政府信息16条。',
      },
      messages: ['正文（一）写 20条，（四）写 16条，说的都是“审计信息专栏”。'],
    },
    {
      title: '“这7件”前面没有说过',
      entries: { 'overview.onRequest': '依申请公开的办理另有来信5件，其中3件来自外地。这7件均已回复。' },
      messages: ['正文写“这7件”，前文没有 7件 这个数。'],
    },
    {
      title: '“这1件”前面就是文件的名称',
      entries: {
        'overview.proactive': '网站公开信息520条，其中动态338条。制发《梯度培育办法》这1件规范性文件。',
      },
      messages: [],
    },
    {
      title: '前面没有用“件”数过什么，名称就在前面',
      entries: {
        'overview.proactive':
          '公开信息52条，其中通知44条、人事信息8条。这两件居民都问得多。收到来信5件，供水、电梯这两件另行张贴。',
      },
      messages: [],
    },
    {
      title: '两个不同的专栏',
      entries: {
        'overview.proactive': '通过审计信息专栏公开20条。',
        'overview.platform': '财政信息专栏公开16条。',
      },
      messages: [],
    },
  ],
}
