import type { LeafColumn, TableSpec } from '../types'

const applicantColumns: LeafColumn[] = [
  {
    path: 'naturalPerson',
    label: '自然人',
    hint: '以公民个人名义提出的申请，含律师以个人名义为自己提出的。常见错误：把以公司、律所名义提出的计入自然人。',
  },
  {
    path: 'commercialEnterprise',
    label: '商业企业',
    variants: ['商业 企业'],
    hint: '公司、合伙企业、个人独资企业等营利性主体提出的申请。',
  },
  {
    path: 'researchInstitution',
    label: '科研机构',
    variants: ['科研 机构'],
    hint: '高校、科研院所等以单位名义提出的申请；师生以个人名义提出的计自然人。',
  },
  {
    path: 'publicWelfareOrganization',
    label: '社会公益组织',
    variants: ['社会公益 组织'],
    hint: '基金会、社会团体、公益类民办非企业单位等提出的申请。',
  },
  {
    path: 'legalServiceInstitution',
    label: '法律服务机构',
    variants: ['法律服务 机构'],
    hint: '律师事务所、公证、基层法律服务所等以机构名义提出的申请；代理他人申请的按被代理人类型计。',
  },
  {
    path: 'otherOrganization',
    label: '其他',
    variants: ['其他组织'],
    hint: '上述以外的法人和其他组织，如村民委员会、业主委员会、媒体等。',
  },
]

/** （七）总计 adds up every row of （一）至（六）. */
const outcomes = [
  'outcome.granted',
  'outcome.partiallyGranted',
  'outcome.denied.stateSecret',
  'outcome.denied.prohibitedByLaw',
  'outcome.denied.endangersSecurityOrStability',
  'outcome.denied.thirdPartyRights',
  'outcome.denied.internalAffairs',
  'outcome.denied.deliberativeProcess',
  'outcome.denied.enforcementFile',
  'outcome.denied.administrativeQuery',
  'outcome.unavailable.notHeld',
  'outcome.unavailable.requiresCreation',
  'outcome.unavailable.stillUnclear',
  'outcome.notProcessed.petitionOrComplaint',
  'outcome.notProcessed.repeated',
  'outcome.notProcessed.publicationRequested',
  'outcome.notProcessed.excessiveRepeated',
  'outcome.notProcessed.confirmationRequested',
  'outcome.other.correctionOverdue',
  'outcome.other.feeOverdue',
  'outcome.other.other',
]

const [naturalPerson, ...organizations] = applicantColumns as [LeafColumn, ...LeafColumn[]]

/** 表三 收到和处理政府信息公开申请情况：国办公开办函〔2021〕30号 附件；条例第五十条第一款第三项 */
export const requests: TableSpec = {
  key: 'requests',
  name: '表三',
  blocks: [
    {
      corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      columns: [
        {
          label: '申请人情况',
          columns: [
            naturalPerson,
            { label: '法人或其他组织', columns: organizations },
            {
              path: 'total',
              label: '总计',
              variants: ['合计'],
              hint: '自动计算：六类申请人之和。',
              sum: applicantColumns.map((column) => column.path),
            },
          ],
        },
      ],
      rows: [
        {
          path: 'received',
          label: '一、本年新收政府信息公开申请数量',
          shortLabel: '本年新收',
          variants: ['本年新收', '本年新收申请数量'],
          hint: '1月1日至12月31日收到的申请件数，收到日按条例第三十一条认定；补正、转送后仍由本机关处理的只计一次。常见错误：只填已答复的件数，或把上年结转也加进来。',
          statute: '条例第三十一条',
        },
        {
          path: 'carriedOver',
          label: '二、上年结转政府信息公开申请数量',
          shortLabel: '上年结转',
          variants: ['上年结转'],
          hint: '上年度收到、到上年12月31日尚未办结的件数，各列应等于上年报告第四项“结转下年度继续办理”。常见错误：漏填，或按新口径改动却不说明。',
        },
        {
          label: '三、本年度办理结果',
          rows: [
            {
              path: 'outcome.granted',
              label: '（一）予以公开',
              hint: '全部内容提供给申请人，或告知已主动公开信息的获取方式、途径的件数。常见错误：只公开了一部分的也计在这里。',
              statute: '条例第三十六条第（一）（二）项',
            },
            {
              path: 'outcome.partiallyGranted',
              label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
              shortLabel: '部分公开',
              variants: ['部分公开（区分处理的，只计这一情况，不计其他情形）', '部分公开'],
              hint: '一件申请作区分处理、部分公开的，只在这里计一次，不再计入不予公开、无法提供等。常见错误：同一件在两行重复计数，使总计大于实际件数。',
              statute: '条例第三十七条',
            },
            {
              label: '（三）不予公开',
              variants: ['（三） 不予公开'],
              rows: [
                {
                  path: 'outcome.denied.stateSecret',
                  label: '1.属于国家秘密',
                  hint: '依法定密的信息。常见错误：以“内部资料”“工作秘密”为由不公开的也填在此。',
                  statute: '条例第十四条',
                },
                {
                  path: 'outcome.denied.prohibitedByLaw',
                  label: '2.其他法律行政法规禁止公开',
                  variants: ['其他法律法规禁止公开', '其他法律、行政法规禁止公开'],
                  hint: '国家秘密以外、有法律或行政法规明文禁止公开的；地方性法规、规章和文件不算依据。',
                  statute: '条例第十四条',
                },
                {
                  path: 'outcome.denied.endangersSecurityOrStability',
                  label: '3.危及“三安全一稳定”',
                  variants: ['危及三安全一稳定', '危及"三安全一稳定"'],
                  hint: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的。',
                  statute: '条例第十四条',
                },
                {
                  path: 'outcome.denied.thirdPartyRights',
                  label: '4.保护第三方合法权益',
                  hint: '涉及商业秘密、个人隐私，公开会损害第三方且其不同意公开的。只隐去个人信息后提供其余内容的，属于部分公开。',
                  statute: '条例第十五条、第三十二条',
                },
                {
                  path: 'outcome.denied.internalAffairs',
                  label: '5.属于三类内部事务信息',
                  variants: ['属于三类内容事务信息', '属于内部事务信息'],
                  hint: '人事管理、后勤管理、内部工作流程三类信息。',
                  statute: '条例第十六条第一款',
                },
                {
                  path: 'outcome.denied.deliberativeProcess',
                  label: '6.属于四类过程性信息',
                  variants: ['属于四类过程性性信息', '属于过程性信息'],
                  hint: '讨论记录、过程稿、磋商信函、请示报告四类过程性信息。',
                  statute: '条例第十六条第二款',
                },
                {
                  path: 'outcome.denied.enforcementFile',
                  label: '7.属于行政执法案卷',
                  variants: ['属于行政执法案卷信息'],
                  hint: '行政执法案卷中的信息；当事人查阅本人案卷按相关规定办理的，不在此列。',
                  statute: '条例第十六条第二款',
                },
                {
                  path: 'outcome.denied.administrativeQuery',
                  label: '8.属于行政查询事项',
                  hint: '工商、不动产登记等有专门查询规定、告知依规定办理的。',
                  statute: '条例第三十六条第（七）项',
                },
              ],
            },
            {
              label: '（四）无法提供',
              rows: [
                {
                  path: 'outcome.unavailable.notHeld',
                  label: '1.本机关不掌握相关政府信息',
                  hint: '经检索不存在，或不属于本机关负责公开的，都计在这里。常见错误：已告知由其他机关公开的件数填到“其他处理”。',
                  statute: '条例第三十六条第（四）（五）项',
                },
                {
                  path: 'outcome.unavailable.requiresCreation',
                  label: '2.没有现成信息需要另行制作',
                  hint: '需要对现有信息加工、分析才能提供的。',
                  statute: '条例第三十八条',
                },
                {
                  path: 'outcome.unavailable.stillUnclear',
                  label: '3.补正后申请内容仍不明确',
                  hint: '申请人补正了但仍不明确的；根本没有补正的属于“其他处理”第 1 项。',
                  statute: '条例第三十条',
                },
              ],
            },
            {
              label: '（五）不予处理',
              rows: [
                {
                  path: 'outcome.notProcessed.petitionOrComplaint',
                  label: '1.信访举报投诉类申请',
                  variants: ['信访投诉举报类申请'],
                  hint: '以申请公开的形式进行信访、投诉、举报的。',
                  statute: '条例第三十九条第一款',
                },
                {
                  path: 'outcome.notProcessed.repeated',
                  label: '2.重复申请',
                  hint: '同一申请人就相同信息再次申请、本机关已答复过的。',
                  statute: '条例第三十六条第（六）项',
                },
                {
                  path: 'outcome.notProcessed.publicationRequested',
                  label: '3.要求提供公开出版物',
                  hint: '要求提供政府公报、报刊、书籍等公开出版物的。',
                  statute: '条例第三十九条第二款',
                },
                {
                  path: 'outcome.notProcessed.excessiveRepeated',
                  label: '4.无正当理由大量反复申请',
                  hint: '数量、频次明显超过合理范围且理由不合理、告知不予处理的；已发收费通知而未缴费的属于“其他处理”第 2 项。',
                  statute: '条例第三十五条',
                },
                {
                  path: 'outcome.notProcessed.confirmationRequested',
                  label: '5.要求行政机关确认或重新出具已获取信息',
                  hint: '申请人已取得该信息，又要求确认、重新出具的。',
                },
              ],
            },
            {
              label: '（六）其他处理',
              rows: [
                {
                  path: 'outcome.other.correctionOverdue',
                  label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
                  variants: ['申请人无正当理由逾期不补正', '逾期不补正'],
                  hint: '通知补正后逾期没有补正、视为放弃的。',
                  statute: '条例第三十条',
                },
                {
                  path: 'outcome.other.feeOverdue',
                  label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
                  variants: ['逾期不缴费'],
                  hint: '发出信息处理费收费通知后逾期未缴的；此格大于 0 时，第六部分应说明发出收费通知的情况。',
                  statute: '国办函〔2020〕109号',
                },
                {
                  path: 'outcome.other.other',
                  label: '3.其他',
                  shortLabel: '其他处理·3.其他',
                  hint: '以上都不能归入的，如申请人主动撤回、转为其他程序办理。常见错误：把不愿归类的都放这里；占比过高会被追问。',
                },
              ],
            },
            {
              path: 'outcomeTotal',
              label: '（七）总计',
              shortLabel: '（七）总计',
              variants: ['本年度办理结果总计'],
              hint: '自动计算：（一）至（六）各项之和，即本年办结件数。',
              sum: outcomes,
            },
          ],
        },
        {
          path: 'carriedForward',
          label: '四、结转下年度继续办理',
          shortLabel: '结转下年度',
          variants: ['结转下一年度继续办理', '结转下年继续办理', '结转下年度'],
          hint: '到12月31日仍未办结的件数。常见错误：没有结转却留空，应填 0。',
        },
      ],
    },
  ],
  identities: [
    {
      rule: 'requests.balance',
      left: ['received', 'carriedOver'],
      right: ['outcomeTotal', 'carriedForward'],
      leftWords: '第一项＋第二项',
      rightWords: '第三项＋第四项',
    },
  ],
}
