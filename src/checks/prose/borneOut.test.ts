import { expect, test } from 'vitest'
import { blamed, findingsIn, plainly, shiftsOf } from '../../testing/blamed'

type Of = [organ: string, kind: string]
const CITY: Of = ['示例市人民政府', 'prefectureGovernment']
const OFFICE: Of = ['示例市人民政府办公室', 'prefectureOffice']
const TOWN: Of = ['示例县示例镇人民政府', 'townshipGovernment']
const BUREAU: Of = ['示例省自然资源厅', 'provincialDepartment']

/** Silent when true; each number in braces is blamed, alone, when it is changed. */
function holds(sentence: string, of: Of) {
  expect(blamed(plainly(sentence), ...of), sentence).toEqual([])
  for (const { text, wrong } of shiftsOf(sentence)) {
    const found = findingsIn(text, ...of)
    expect(found.length, text).toBe(1)
    expect(`${found[0]?.message} ${Object.values(found[0]?.evidence ?? {})}`, text).toContain(wrong)
  }
}

test.each([
  '本级政府全年新收申请{96}件，上年结转{5}件，办结{94}件，转入下年{7}件。',
  '各街道、部门收到公开申请{96}件，上年转来{5}件，年内办结{94}件。',
  '各级各单位新收政府信息公开申请{96}件，结转下年{7}件，已办结{94}件。',
  '全市各部门累计办理申请{101}件（含上年结转{5}件），其中{94}件已按期答复，{7}件结转下年。',
  '全市各级各部门、各单位收到申请{96}件。',
  '全市各乡镇和部门收到政府信息公开申请{96}件，均依法办理。',
  '收到各地申请{96}件，上年结转{5}件，办结{94}件。',
  // Bodies whose figures are not the tables' stay what they are.
  '市级各部门受理申请40件，县区受理56件。全年办结{94}件，结转下年{7}件。',
  '全市共办结{94}件，结转下年{7}件，其中市教育局收到申请30件。',
  '全市共办结{94}件，结转下年{7}件。市公安局收到申请30件，办结28件。',
  '市直各单位收到申请30件，办结28件，结转2件；县区收到66件，办结66件，结转5件。全市共办结{94}件。',
  '市政府本级收到申请20件，办结18件，结转下年2件。',
  // What is told beside it is a part, or has a word of its own.
  '收到辖区群众反映问题的申请30件，上年结转{5}件，办结{94}件，结转下年{7}件，收到申请{96}件。',
  '上年结转{5}件，办结{94}件，结转下年{7}件，其中涉及城南片区的申请30件。',
])('figures told beside a body tell whose they are: %s', (sentence) => holds(sentence, CITY))

test('an office, a town and a bureau call themselves by what they are', () => {
  holds('办公室全年收到申请{96}件，答复{94}件。', OFFICE)
  holds('我办收到申请{96}件；办公室牵头答复{94}件。', OFFICE)
  holds('市政府全年收到申请{96}件，上年结转{5}件，答复{94}件。', OFFICE)
  holds('办公室各科室收到申请30件，机要科收到12件。', OFFICE)
  holds('市政府办公室参与会商疑难件26件。全市各单位办理申请400件。', OFFICE)
  holds('镇上全年收到申请{96}件，结转下年{7}件。', TOWN)
  holds('示例镇一年间收到申请{96}件，办结{94}件。', TOWN)
  holds('厅本级全年新收{96}件，上年结转{5}件，办结{94}件；厅属单位另行办理8件，不计入本报告。', BUREAU)
  holds('厅本级收到申请40件，厅属单位收到申请56件。', BUREAU)
})

test('why a number waits, or how it ended, is no other figure', () => {
  holds('余下{7}件因征求第三方意见结转下年。', CITY)
  holds('复议结果维持{6}件，另3件经沟通解释由申请人撤回。', CITY)
  holds('作出政府信息公开答复{94}件，其中不予处理{8}件。', CITY)
  holds('年初在办申请{5}件，年末在办{7}件。', CITY)
  holds('办理设立、变更等行政许可{1234}件，实施查封等行政强制{89}件。', CITY)
  holds('现行有效规范性文件{58}件已在规范性文件专栏集中公开。', CITY)
  holds('收到并依法答复的申请中，无法提供政府信息{20}件。', CITY)
})

test.each([
  // How an application ended is no case, and what was answered may leave it out.
  '全年办结{94}件：公开{35}件、部分公开{12}件、不予公开{9}件、无法提供{20}件、不予处理{8}件、申请人撤回6件、逾期未补正{3}件、逾期未缴费{1}件。',
  '本年新收{96}件，撤回6件，答复88件，结转下年{7}件，上年结转{5}件。',
  '收到申请{96}件，其中申请人主动撤销2件。',
  '办结{94}件，其中申请人自行撤回申请4件，其余90件均已答复。',
  '引发行政复议{13}件，维持{6}件，纠正{2}件，申请人撤回3件，{2}件尚未审结。',
  // Those still pending are told as some of all, or beside the others.
  '引发行政复议{13}件，其中维持{6}件、纠正{2}件、其他结果{3}件、尚未审结{2}件。',
  '行政诉讼{7}件，其中直接起诉{3}件、复议后起诉{4}件。',
  '因公开被提起复议11件，另有2件尚未审结。',
  // Bodies side by side make up the figure.
  '市政府新收{40}件，予以公开{20}件，无法提供8件；各部门新收{56}件，予以公开15件，无法提供12件。',
  '市本级收到申请40件，办结40件；县区收到申请56件，办结54件，结转7件。',
  '市政府收到申请40件，县区收到申请50件；上年结转{5}件。',
  '市政府本级收到30件，予以公开10件；其他单位收到20件，予以公开5件。',
  '全市收到申请{96}件，上年结转{5}件；其中市本级受理{40}件、部门受理{36}件、镇街受理{20}件。',
  '收到申请{96}件，按时间分，上半年{40}件、下半年{56}件。',
  '收到申请{96}件，办结94件；其中网络61件、信函35件。',
  // What the numbers before it leave.
  '新收{96}件，除7件结转下年外，其余均已答复。',
  '收到申请96件，除{7}件结转下年外，其余89件均已答复。',
  // What a clause says behind its bracket goes on behind it.
  '在收到的{96}件申请中，多数（86.5%）由自然人提出，共{83}件。',
  '在办结的{94}件申请中，近四成（37.2%）予以公开，共{35}件；部分公开{12}件。',
])('numbers that explain each other are blamed one at a time: %s', (sentence) => holds(sentence, CITY))
