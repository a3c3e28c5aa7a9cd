import { expect, test } from 'vitest'
import { blamed, plainly, shiftsOf } from '../../testing/blamed'

type Organ = [organ?: string, kind?: string]
/** True as they stand; each number in braces is blamed when it alone is another. */
const found = (sentence: string, ...by: Organ) => {
  expect(blamed(plainly(sentence), ...by), sentence).toEqual([])
  for (const { text } of shiftsOf(sentence))
    expect({ text, found: blamed(text, ...by) }).not.toEqual({ text, found: [] })
}
const read = (sentence: string, words: string[] = []) => expect(blamed(sentence), sentence).toEqual(words)

test.each([
  '全年制发{14}件，废止{6}件，年末有效的行政规范性文件共{58}件。',
  '年内新出台{14}件、宣布失效{6}件，现行有效规范性文件{58}件。',
  '本年印发{14}件；清理废止{6}件；继续有效的规范性文件{58}件。',
])('deeds that stand before their noun are those of the noun: %s', (sentence) => found(sentence))

test('what else is made is none of what is named last', () => {
  read('全年制发公文140件，废止行政规范性文件6件，现行有效58件。')
  read('全年制发行政发文54条，其中主动公开52条；制发规范性文件14件。')
})

test.each([
  '会同市司法局开展文件清理，废止行政规范性文件{6}件，现行有效{58}件。',
  '协同有关部门做好集中清理，清理废止规范性文件共{6}件，目前有效{58}件。',
])('with whom the work is done changes nothing of whose it is: %s', (sentence) => found(sentence))

test.each([
  '收到申请{96}件，申请内容多集中在城乡建设、乡镇道路等方面，办结{94}件，结转下年度{7}件。',
  '收到申请{96}件，内容涉及学校、医院等领域，答复{94}件。',
])('what is asked about is no body that the numbers behind it are of: %s', (sentence) => found(sentence))

test('an office that goes by its kind is the organ that reports', () => {
  found('办事处收到公开申请{96}件，已答复{94}件。', '示例区湖滨城乡服务办事处', 'subdistrictOffice')
  found('年内，办公室受理公开申请{96}件。', '示例新区管理委员会办公室', 'department')
})

test.each([
  '全年收到依申请公开政务信息{96}件。',
  '收到要求公开信息的申请{96}件，办结{94}件。',
  '全年受理并按期回复依申请公开{96}件。',
  '收到依申请公开政府信息办理事项共{96}条。',
  '经由政府门户网站、来信、电子邮件、办事窗口当面递交等渠道收到政府信息公开申请{96}件。',
])('other words for an application, and for all ways together: %s', (sentence) => found(sentence))

test('what callers ask is none of what came in one way', () => {
  read('网站后台收到公开申请96件，办结94件，接听咨询电话60余人次。')
  read('网站后台收到公开申请119件，办结94件，接听咨询电话60余人次。', ['网站后台收到公开申请119件'])
  read('网站后台收到来件119件，剔除咨询类23件，实收申请96件。')
})

test.each([
  '共主动公开各类信息{190}条，机构职能{24}条，规划计划{35}条，其他信息{131}条。',
  '全年发布政府信息{190}条，人事任免{24}条、财政预决算{35}条、其他{131}条。',
  '共主动公开信息{190}条，机构及人事信息{24}条，预算、决算信息{35}条，其他信息{131}条。',
  '公告{24}条、动态{35}条、财政{131}条，共发布{190}条。',
  '公开目录和专栏共306条，其中目录里公告{24}条、动态{71}条、其他{36}条，共发布{131}条；专栏包括价格{55}条、招标{30}条、项目{90}条，共发布{175}条。',
  '政策文件{24}条、通知公告{131}条，合计公开{155}条；专题包括价格{55}条、项目{70}条，共发布{125}条。',
])('names alone behind what was published, up to all others, or before its sum: %s', (sentence) =>
  found(sentence),
)

test('another thing that is published is no sum, nor are several places one total', () => {
  read('网站发布220条、微信发布190条，共发布260条。')
  read('动态20条、公告30条，共发布政策解读8条。')
  read('公开信息190条，开展培训24条，其他信息31条。')
})

test('results with what is still pending are no more than all cases', () => {
  found('行政诉讼{7}件，其中胜诉3件，纠正{1}件，其他结果{1}件，尚未审结{2}件。')
  read('行政诉讼7件，其中胜诉4件，其他结果3件，尚未审结2件。', ['7件，其中胜诉4件，其他结果3件，尚未审结2件'])
})

test('so many whose answer was that, by what was told to them', () => {
  read('收到申请96件。其中，9件办理结果为主动公开，15件办理结果为依申请公开，均在期限内办结。')
  read('收到申请96件。其中，17件答复结果为本机关不掌握，9件答复结果为不予公开。')
  read('收到申请96件。其中，18件答复结果为本机关不掌握。', ['18件答复结果为本机关不掌握'])
})

test('by net and by hand make up what came in', () => {
  found('收到信息公开网络申请{61}件，线下书面申请{35}件，均规范办理。')
})

test.each([
  '联合司法局对文件开展清理，废止行政规范性文件{6}件。',
  '在市司法局指导下集中清理，废止行政规范性文件{6}件，现行有效{58}件。',
  '收到申请{96}件，申请事项多为城乡建设、医院改扩建，办结{94}件，结转下年{7}件。',
  '收到市民提交的公开信息申请{96}件。',
  '收到申请获取政府信息的申请{96}件，答复{94}件。',
])('others who help, ask or are asked about: %s', (sentence) => found(sentence))

test.each([
  '本机关发布行政规范性文件{14}件、宣布失效{6}件，目前有效{58}件。',
  '主动公开规范性文件{14}件，废止规范性文件{6}件，现行有效规范性文件{58}件。',
])('published beside what was repealed and what is in force is what was made: %s', (sentence) =>
  found(sentence),
)

test('what a government and its office publish in both names is what was made', () => {
  found('以市政府或办公室名义发布规范性文件{14}件。', '示例市人民政府办公室', 'governmentOffice')
})

test('published alone, or in a place, may be more than was made', () => {
  read('主动公开规范性文件72件。')
  read('发布规范性文件20件，废止6件。')
  read('市政府网站公开规范性文件72件，废止规范性文件6件，现行有效58件。')
})

test.each([
  '行政诉讼{7}件（5件审结，2件在审），胜诉率80%。',
  '行政诉讼{7}件，已审结{5}件，胜诉率{60}%。',
  '收到96件依申请公开，均按期答复，办结率{93.1}%。',
])('rates of what stands before them, in whatever bracket: %s', (sentence) => found(sentence))

test('the rate of all suits is not that of these', () => {
  read('全年行政诉讼胜诉率91%。')
  read('参加各类行政应诉38件，胜诉率91%。')
})

test('what is told as all of a total ends with its sentence', () => {
  found('受理申请{96}件，具体为征地补偿类{48}件，土地出让类{27}件，矿业权审批{9}件，城市更新{12}件。')
  read('收到申请96件，具体为征地类48件，出让类40件，矿业权8件，城市更新12件。', [
    '96件，具体为征地类48件，出让类40件，矿业权8件，城市更新12件',
  ])
})

const LAST = { 'tables.requests.received.naturalPerson': '120' }
test('a clause that names what has grown owes nothing to what is told before it', () => {
  const told = (sentence: string) => blamed(sentence, undefined, undefined, {}, LAST)
  expect(told('收到申请96件，申请内容集中在征地补偿、环境保护等领域，申请数量同比下降20%。')).toEqual([])
  expect(told('收到申请96件，申请内容集中在征地补偿、环境保护等领域，申请数量同比下降12%。')).toHaveLength(1)
})

test('some who withdrew, beside one row, leave the others unsaid', () => {
  read('收到申请96件，其中申请人撤回2件，不予公开9件。')
})
