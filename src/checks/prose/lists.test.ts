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
])('says nothing: %s', (sentence) => {
  expect(blamed(sentence)).toEqual([])
})
