import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'

/** True as it is; each number in braces breaks the sum of its list when it is changed alone. */
test.each([
  // Ways to come, in other words, before or behind their number, with the total wherever it stands.
  '收到申请96件，走网上渠道的{61}件，寄送信件的{29}件，到窗口提交的{6}件。',
  '共收到申请96件，均已登记。从提交渠道看，网络{61}件，信函{35}件。',
  '全年收到申请96件，公开35件。其中在线提交{61}件、信函邮寄{29}件、当面递交{6}件。',
  '收到的96件申请里，{61}件来自互联网，{35}件来自信函。',
  '共收到{96}件申请：{61}件来自网站，{35}件来自信函。',
  // In brackets, behind a colon, one by one, item by item.
  '收到申请96件（信函寄送{35}件，网上提交{61}件）。',
  '新媒体发布信息{900}条：微信{500}条，微博{300}条，抖音{100}条。',
  '发布政策解读{42}篇，依次为文字类{20}篇、图解类{15}篇、视频类{7}篇。',
  '全年公开信息{146}条：目录发布{85}条，包括机构职能37条、通知公告48条；专栏发布{61}条，包括重点项目46条、价格收费15条。',
  '主动公开信息{64}条，其中1.机构类{3}条；2.文件类{4}条；3.动态类{57}条。',
  // The name of the total is made of those of its parts; its cells are.
  '人大建议和政协提案共办理{95}件，人大建议{58}件，政协提案{37}件。',
  '公开行政许可和行政处罚结果信息{1801}条，行政许可{1234}条，行政处罚{567}条。',
  '因信息公开引发的行政争议{20}件，其中复议{13}件、诉讼{7}件。',
  '因办理申请产生行政争议{20}件，复议案件{13}件、诉讼案件{7}件。',
  // One part is what the other is not.
  '征集到意见{35}条，采纳{20}条，未采纳{15}条。',
  '抽查单位{30}家，合格{27}家，不合格{3}家。',
  '发放问卷{200}份，收回有效问卷{180}份，无效问卷{20}份。',
  '市长热线全年受理诉求{520}件，办结{500}件，{20}件正在办理。',
  '收到代表建议{58}件，已答复{50}件，尚在办理{8}件。',
  // What is left.
  '公开事项60项，其中{15}项由街道公开，{20}项由社区公开，其余{25}项由部门公开。',
  '收到的96件中，网上提交{61}件，信函{35}件。',
  // A row is no word for what is counted twice; a part that is led by 其中 is one however large it is.
  '不予处理{8}件：信访投诉类的{6}件，重复申请的{2}件。',
  '开设专栏12个，其中常设{8}个，临时4个。',
  // A bracket ends the list of ways, and what an application asks for is no verb.
  '收到申请96件（网络申请{61}件，信函申请{30}件，当面{5}件），公开35件。',
  // How much more than last year is not what is divided.
  '全年收到申请96件、较上年80件增加16件、增长20%，其中征地批文类{50}件，规划许可类{30}件，不动产类{16}件。',
  '收到申请96件，均已办结；其中申请拆迁资料的{60}件，申请低保资料的{36}件。',
  '新收申请96件，同比增加16件，增长20%；涉及房屋的{50}件，涉及教育的{30}件，其他{16}件。',
  // Each number in a bracket of its own.
  '全年收到申请{96}件。申请集中在土地征收（{50}件）、项目审批（{30}件）和财政资金（{16}件）三个方面。',
  '收到申请96件，其中教育局（{20}件）、公安局（{15}件）、住建局（{10}件）居前，三家合计{45}件。',
  // How many waits behind a list is none of its parts; 除 begins the next clause.
  '共收到申请96件，其中网络{61}件、信函{30}件、当面{5}件；经审查，除7件结转外均已答复。',
])('%s', (sentence) => {
  expect(blamed(plainly(sentence))).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence)) {
    const found = blamed(text)
    expect({ text, found }).toEqual({ text, found: expect.arrayContaining([expect.stringContaining(wrong)]) })
  }
})

test.each([
  // Published in several places; another statement with a verb of its own; another time.
  '公开信息500条，其中网站发布400条，微信推送300条。',
  '网站和微信发布信息500条，网站400条，微信300条。',
  '发布信息300条，其中动态120条，制作图解20条，办理答复网民留言180条。',
  '公开信息120条，其中公文7条，回应关切200条。',
  // Divided twice; a part that has no counterpart; what was carried over.
  '收到申请96件：自然人83件，企业和组织13件；网上61件，信函29件，当面6件。',
  '公开许可、处罚、强制信息2000条，许可1234条，处罚567条。',
  '上年底未办结信访件10件，今年受理520件，办结500件，尚在办理30件。',
  '主动公开公文300件、依申请公开70件、不予公开40件。',
  '公开信息1200条，主要有动态类300条、公告类200条。',
  '全年各部门、街道共收到申请96件，其中市级部门61件、街道20件、市政府（办公室）15件。',
  '全市新收申请96件：市政府新收40件，办理结果为公开20件、无法提供10件；部门新收56件，办理结果为公开15件，无法提供10件。',
  '市政府本级新收20件，均予以公开；市直部门新收76件，其中予以公开15件、无法提供20件。',
  '已办结申请中，延期答复21件，征求意见13件，补正告知32件，逾期不补正3件。',
  '办理申请101件，其中属上年结转的5件，申请事项以土地类最多有60件，其次工程类30件，其他类11件。',
  '办结94件，其中延期答复13件，出具补正告知书19份，剩余7件跨年办理。',
  '报送信息稿件112篇，其中被县级采用35篇、市级采用9篇。',
  '商业企业提出9件，社会公益组织提出1件，法律服务机构提出3件，共13件。',
])('says nothing: %s', (sentence) => {
  expect(blamed(sentence)).toEqual([])
})
