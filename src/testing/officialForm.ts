/**
 * The tables of 国办公开办函〔2021〕30号 附件 as they are printed: one line per printed row, “↓n” and “→n” for a label over n
 * rows or columns, “{…}” for the address of a figure (in table 3 for the address of the row, which has seven figures).
 */
export const officialTables = {
  proactiveDisclosure: `
第二十条第（一）项→4
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | {regulations.issued} | {regulations.repealed} | {regulations.inForce}
行政规范性文件 | {normativeDocuments.issued} | {normativeDocuments.repealed} | {normativeDocuments.inForce}
第二十条第（五）项→4
信息内容 | 本年处理决定数量→3
行政许可 | {administrativeLicenses.decisions}→3
第二十条第（六）项→4
信息内容 | 本年处理决定数量→3
行政处罚 | {administrativePenalties.decisions}→3
行政强制 | {administrativeCompulsion.decisions}→3
第二十条第（八）项→4
信息内容 | 本年收费金额（单位：万元）→3
行政事业性收费 | {administrativeFees.amount}→3
`,
  requests: `
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）↓3→3 | 申请人情况→7
自然人↓2 | 法人或其他组织→5 | 总计↓2
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
一、本年新收政府信息公开申请数量→3 | {received}
二、上年结转政府信息公开申请数量→3 | {carriedOver}
三、本年度办理结果↓22 | （一）予以公开→2 | {outcome.granted}
（二）部分公开（区分处理的，只计这一情形，不计其他情形）→2 | {outcome.partiallyGranted}
（三）不予公开↓8 | 1.属于国家秘密 | {outcome.denied.stateSecret}
2.其他法律行政法规禁止公开 | {outcome.denied.prohibitedByLaw}
3.危及“三安全一稳定” | {outcome.denied.endangersSecurityOrStability}
4.保护第三方合法权益 | {outcome.denied.thirdPartyRights}
5.属于三类内部事务信息 | {outcome.denied.internalAffairs}
6.属于四类过程性信息 | {outcome.denied.deliberativeProcess}
7.属于行政执法案卷 | {outcome.denied.enforcementFile}
8.属于行政查询事项 | {outcome.denied.administrativeQuery}
（四）无法提供↓3 | 1.本机关不掌握相关政府信息 | {outcome.unavailable.notHeld}
2.没有现成信息需要另行制作 | {outcome.unavailable.requiresCreation}
3.补正后申请内容仍不明确 | {outcome.unavailable.stillUnclear}
（五）不予处理↓5 | 1.信访举报投诉类申请 | {outcome.notProcessed.petitionOrComplaint}
2.重复申请 | {outcome.notProcessed.repeated}
3.要求提供公开出版物 | {outcome.notProcessed.publicationRequested}
4.无正当理由大量反复申请 | {outcome.notProcessed.excessiveRepeated}
5.要求行政机关确认或重新出具已获取信息 | {outcome.notProcessed.confirmationRequested}
（六）其他处理↓3 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | {outcome.other.correctionOverdue}
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | {outcome.other.feeOverdue}
3.其他 | {outcome.other.other}
（七）总计→2 | {outcomeTotal}
四、结转下年度继续办理→3 | {carriedForward}
`,
  reviewAndLitigation: `
行政复议→5 | 行政诉讼→10
结果维持↓2 | 结果纠正↓2 | 其他结果↓2 | 尚未审结↓2 | 总计↓2 | 未经复议直接起诉→5 | 复议后起诉→5
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
{administrativeReview.upheld} | {administrativeReview.corrected} | {administrativeReview.otherResult} | {administrativeReview.pending} | {administrativeReview.total} | {litigationDirect.upheld} | {litigationDirect.corrected} | {litigationDirect.otherResult} | {litigationDirect.pending} | {litigationDirect.total} | {litigationAfterReview.upheld} | {litigationAfterReview.corrected} | {litigationAfterReview.otherResult} | {litigationAfterReview.pending} | {litigationAfterReview.total}
`,
}

/** Columns of table 3 from the left: six kinds of applicants, then 总计. */
export const officialApplicants = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
  'total',
]

/** Their names, as printed. */
export const applicantNames = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
]

/** Headings of the six sections and of the five parts of the first, in printed order. */
export const officialHeadings = `
一、总体情况
（一）主动公开情况
（二）依申请公开情况
（三）政府信息管理情况
（四）政府信息公开平台建设情况
（五）监督保障情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
`

/** Lines of a drawing above, without the empty first and last one. */
export const linesOf = (drawing: string): string[] => drawing.trim().split('\n')
