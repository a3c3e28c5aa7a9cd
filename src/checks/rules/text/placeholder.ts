import type { Outcome, Rule } from '../../types'
import { holdsAt, proseName, writtenTexts } from '../texts'
import { fails } from './elements'

/** Left over from a template: letters for a name, stars, blanks to fill, an instruction in brackets. */
const PLACEHOLDER = new RegExp(
  [
    '(?<![A-Za-z\\d./@])[Xx]{2,}(?![A-Za-z\\d.@])',
    '(?<!\\d)×{2,}(?!\\d)',
    '(?<!\\d)\\*{3,}(?!\\d)',
    '(?<![A-Za-z\\d])_{2,}(?![A-Za-z\\d])',
    '\\(文字描述\\)|待补充|待填写|此处填写',
    '[【\\[(](?:请(?:写|填|补|注|说明|根据实际)|待(?:填|补|定)|此处)[^】\\])]{0,40}[】\\])]',
    '【(?=[^】]*(?:填|描述|补充|名称|单位|机关|年份|日期|内容|数字|件数|[Xx×…]))[^】]{0,30}】|【\\s*】',
  ].join('|'),
)

/** 张××, 李XX: a masked name in an example. */
const MASKED_NAME =
  /[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁马方任袁柳史唐罗毕郝常于傅齐康伍余顾孟黄穆萧尹姚邵汪毛米贝明成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓石崔龚程邢裴陆翁曲段侯宁仇刘叶黎白蒲]$/

export const placeholder: Rule = {
  id: 'text.placeholder',
  title: '没有待填的内容',
  severity: 'block',
  due: 'atReview',
  source: '定稿要求',
  explanation: '正文里留有 XX、××、***、待补充、空的下划线或方括号里的填写说明。',
  check: (given) =>
    writtenTexts(given).flatMap(({ address, prose }): Outcome[] => {
      const matches = [...prose.text.matchAll(new RegExp(PLACEHOLDER.source, 'g'))].filter(
        (match) => !(/^[X×]+$/.test(match[0]) && MASKED_NAME.test(prose.text.slice(0, match.index))),
      )
      const [first] = matches
      if (!first) return [holdsAt(address)]
      const found = [...new Set(matches.map((match) => match[0]))].map((text) => `“${text}”`).join('、')
      return [fails(address, `${proseName(given.edition, address)}：还有待填内容${found}。`)]
    }),
  examples: [
    {
      title: '单位名称还是 XX',
      entries: { 'overview.proactive': 'XX局全年公开信息××条。' },
      messages: ['正文（一）：还有待填内容“XX”、“××”。'],
    },
    {
      title: '文号和栏目名里的方头括号',
      entries: {
        'overview.platform': '按照示政公发【2021】1号，开设【政策解读】专栏，网址 www.example.gov.cn/xxgk。',
      },
      messages: [],
    },
  ],
}
