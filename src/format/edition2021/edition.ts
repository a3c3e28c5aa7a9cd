import type { Edition, OrganKind, TextSpec } from '../types'
import { proactiveDisclosure } from './proactiveDisclosure'
import { requests } from './requests'
import { reviewAndLitigation } from './reviewAndLitigation'

const organKinds: OrganKind[] = [
  { value: 'ministry', label: '国务院部门', regulations: true, assessmentRequired: false, deadline: '01-31' },
  { value: 'provincialGovernment', label: '省、自治区、直辖市人民政府', regulations: true, assessmentRequired: true, deadline: '03-31' },
  { value: 'prefectureGovernment', label: '设区的市、自治州人民政府', regulations: true, assessmentRequired: true, deadline: '03-31' },
  { value: 'countyGovernment', label: '县、不设区的市、市辖区人民政府', regulations: false, assessmentRequired: true, deadline: '03-31' },
  { value: 'townshipGovernment', label: '乡镇人民政府', regulations: false, assessmentRequired: true, deadline: null, deadlineNote: '条例未单列，随本地通知，多为 1 月' },
  { value: 'subdistrictOffice', label: '街道办事处等派出机关', regulations: false, assessmentRequired: false, deadline: null, deadlineNote: '条例未单列，随本地通知' },
  { value: 'governmentOffice', label: '政府办公厅（室）（本机关年报）', regulations: false, assessmentRequired: false, deadline: '01-31' },
  { value: 'department', label: '县级以上地方人民政府部门', regulations: false, assessmentRequired: false, deadline: '01-31' },
  { value: 'authorizedOrganization', label: '法律、法规授权的组织、开发区管委会等', regulations: false, assessmentRequired: false, deadline: '01-31', deadlineNote: '参照部门；部分省要求随政府口径' },
]

/** 第一部分的五方面内容：国办公开办函〔2021〕30号；引言是多数报告的惯例 */
const overview: TextSpec[] = [
  { address: 'overview.introduction', label: '引言', variants: ['引言', '编制说明'], hint: '编制依据、统计期限（1月1日至12月31日）、查阅方式和联系方式。条例没有要求单列，但多数报告都写；可放在“一、总体情况”之前或其内。', beforeSections: true,
    starter: '根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），编制{organ.name}{year}年政府信息公开工作年度报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。所列数据的统计期限为{year}年1月1日至12月31日。[本报告可在{organ.website}查阅和下载。]如有疑问，请与{organ.name}联系[，地址：{organ.address}][，邮编：{organ.postcode}][，电话：{organ.phone}][，传真：{organ.fax}][，电子邮箱：{organ.email}]。' },
  { address: 'overview.proactive', heading: '（一）主动公开情况', label: '（一）主动公开情况', variants: ['（一）主动公开', '（一）主动公开方面', '（一）主动公开情况。', '（一）主动公开政府信息情况', '（一）主动公开信息情况', '（一）政府信息主动公开情况', '1.主动公开情况', '1、主动公开'], hint: '写发布数量、渠道、重点领域和政策解读；数字的合计与“其中”要能加得上。' },
  { address: 'overview.onRequest', heading: '（二）依申请公开情况', label: '（二）依申请公开情况', variants: ['（二）依申请公开', '（二）依申请公开方面', '（二）依申请公开办理情况', '（二）政府信息依申请公开情况', '2.依申请公开情况'], hint: '写新收、结转、办结和结转下年的件数，应与第三部分一致；区分“新收”“办理（新收＋结转）”“答复（办结）”。' },
  { address: 'overview.management', heading: '（三）政府信息管理情况', label: '（三）政府信息管理情况', variants: ['（三）政府信息管理', '（三）政府信息管理方面', '（三）政府信息资源管理情况', '（三）政府信息公开管理情况'], hint: '写规章、行政规范性文件的制发、废止、现行有效情况，公开属性认定、审查和动态调整。' },
  { address: 'overview.platform', heading: '（四）政府信息公开平台建设情况', label: '（四）政府信息公开平台建设情况', variants: ['（四）公开平台建设情况', '（四）公开平台建设方面', '（四）平台建设情况', '（四）平台建设方面', '（四）政府信息公开平台建设', '（四）政府信息平台建设', '（四）强化平台建设', '（三）加强平台建设'], hint: '写网站、专栏、政务新媒体、公报、查阅场所等；没有自建平台的如实说明依托何处。' },
  { address: 'overview.oversight', heading: '（五）监督保障情况', label: '（五）监督保障情况', variants: ['（五）监督保障', '（五）监督保障方面', '（五）政府信息公开监督保障情况'], hint: '写组织领导、培训、监督检查；各级人民政府还须写工作考核、社会评议和责任追究结果三项（条例第五十条第四项）。' },
]

/** 中华人民共和国政府信息公开工作年度报告格式，2021 年度起：国办公开办函〔2021〕30号；条例第五十条 */
export const edition2021: Edition = {
  key: '2021',
  document: '国办公开办函〔2021〕30号',
  years: { from: 2021 },
  title: '{organ}{year}年政府信息公开工作年度报告',
  fields: [
    { address: 'organ.name', label: '机关名称', control: 'text', required: true, lasting: true, hint: '用全称；标题和全文一致。' },
    { address: 'year', label: '年度', control: 'year', required: true, hint: '报告的是哪一年，就填哪一年；2021 年起适用本格式。' },
    { address: 'organ.kind', label: '机关类型', control: 'select', required: true, lasting: true, options: organKinds, hint: '决定规章行、法定要素核对和默认期限；本地通知的期限常早于法定期限，应可修改。' },
    {
      address: 'scope',
      label: '口径',
      control: 'select',
      initial: 'organ',
      lasting: true,
      options: [
        { value: 'organ', label: '本机关' },
        { value: 'level', label: '本级汇总' },
        { value: 'all', label: '全辖汇总' },
      ],
      hint: '只报本机关的数据，还是汇总了本级或全辖各单位的数据。',
    },
    { address: 'deadline', label: '公布期限', control: 'date', hint: '默认为法定日期；本地通知更早的，改成通知的日期。' },
    { address: 'publishedAt', label: '公布日期', control: 'date', hint: '公布以后再填；没有公布就留空。' },
    { address: 'organ.code', label: '统一社会信用代码', control: 'text', lasting: true, hint: '18 位，用于区分重名机关和汇总时认人；没有可不填。' },
    { address: 'organ.region', label: '行政区划代码', control: 'text', lasting: true, hint: '6 位，汇总时按地区归并用；可不填。' },
    { address: 'organ.website', label: '查阅网址', control: 'text', lasting: true, hint: '公众在哪里查阅、下载这份报告。' },
    { address: 'organ.address', label: '地址', control: 'text', lasting: true },
    { address: 'organ.postcode', label: '邮编', control: 'text', lasting: true },
    { address: 'organ.phone', label: '联系电话', control: 'text', lasting: true, hint: '带区号，如 0551-60000000。' },
    { address: 'organ.fax', label: '传真', control: 'text', lasting: true },
    { address: 'organ.email', label: '电子邮箱', control: 'text', lasting: true },
  ],
  organKinds,
  sections: [
    { key: 'overview', numeral: '一', heading: '总体情况', variants: ['工作概述', '2023年政务公开总体情况'], texts: overview },
    { key: 'proactive', numeral: '二', heading: '主动公开政府信息情况', variants: ['行政机关主动公开政府信息情况'], table: proactiveDisclosure },
    { key: 'requests', numeral: '三', heading: '收到和处理政府信息公开申请情况', variants: ['行政机关收到和处理政府信息公开申请情况'], table: requests },
    { key: 'review', numeral: '四', heading: '政府信息公开行政复议、行政诉讼情况', variants: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况', '因政府信息公开工作被申请行政复议和提起行政诉讼情况', '政府信息公开行政复议和行政诉讼情况', '政府信息公开行政复议及行政诉讼情况', '政府信息公开行政复议行政诉讼情况'], table: reviewAndLitigation },
    { key: 'problems', numeral: '五', heading: '存在的主要问题及改进情况', variants: ['政府信息公开工作存在的主要问题及改进情况', '存在问题及改进情况', '存在的主要问题和改进情况', '政府信息公开工作存在的主要问题和改进措施'], texts: [{ address: 'problems', label: '存在的主要问题及改进情况', variants: ['（一）主要问题', '（二）改进措施'], hint: '先写本年存在的主要问题，再写改进情况或措施；不要只写“无”。' }] },
    { key: 'other', numeral: '六', heading: '其他需要报告的事项', variants: ['其他报告的事项', '其他报告事项', '其他需要报告事项'], texts: [{ address: 'other', label: '其他需要报告的事项', hint: '至少写收取信息处理费的情况（收没收、件数、金额，单位用元）；没有其他事项也要写明。' }] },
  ],
  carriesForward: [{ table: 'requests', from: 'carriedForward', to: 'carriedOver' }],
}
