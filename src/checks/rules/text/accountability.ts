import type { Rule } from '../../types'
import { governmentElement, ITEM_FOUR } from './elements'

const ACCOUNTABILITY = {
  words: [
    /追究.{0,8}责任|责任.{0,4}追究|问责|追责|(?:条例|公开)[^。]*责令改正|受到?[^。,;]{0,6}处分|给予[^。,;]{0,6}处分/,
    /批评教育|诫勉|责令检查|责任人员?[^。,;]{0,6}处理/,
  ],
  /** What is done to those who were late or wrong, and that it was not. */
  wide: /约谈(?!申请人)|通报批评|点名批评|责令整改|(?:没有|未|无)[^。,;]{0,8}(?:被|受到?|发生|出现|因|单位|人)[^。,;]{0,8}(?:通报|批评|处分|追究)/,
  maybe: /批评(?!意见)|处分|责令|警示|曝光|追究|点名/,
}

export const accountability: Rule = {
  id: 'text.accountability',
  title: '责任追究结果情况',
  severity: 'verify',
  due: 'atReview',
  source: ITEM_FOUR,
  explanation: '各级人民政府的年报要写责任追究的结果；没有发生的，写明没有发生。',
  check: governmentElement(
    ACCOUNTABILITY,
    '未见“责任追究结果”情况；没有发生的，可写“未发生责任追究情况”。',
    '责任追究方面，（请写明本年责任追究的结果；没有发生的，写“未发生责任追究情况”）。',
  ),
  examples: [
    {
      title: '县政府没有写责任追究',
      entries: { 'organ.kind': 'countyGovernment' },
      messages: ['未见“责任追究结果”情况；没有发生的，可写“未发生责任追究情况”。'],
    },
    {
      title: '写明没有发生',
      entries: { 'organ.kind': 'countyGovernment', 'overview.oversight': '本年度未发生责任追究情况。' },
      messages: [],
    },
    {
      title: '约谈',
      entries: { 'organ.kind': 'countyGovernment', 'overview.oversight': '约谈公开不及时的单位3家。' },
      messages: [],
    },
    {
      title: '追究的是别人的责任',
      entries: {
        'organ.kind': 'countyGovernment',
        'overview.oversight': '对排污企业依法追究责任。',
      },
      messages: ['未见“责任追究结果”情况；没有发生的，可写“未发生责任追究情况”。'],
    },
  ],
}
