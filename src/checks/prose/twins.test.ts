import { expect, test } from 'vitest'
import { enteredCellsOf } from '../../format/cells'
import { currentEdition } from '../../format/editions'
import { blamed, findingsIn } from '../../testing/blamed'

/** A true sentence, or one with what is blamed in it. */
const read = (sentence: string, words: string[] = []) => expect(blamed(sentence), sentence).toEqual(words)

test('what another channel took in has its own answers and its own rest', () => {
  read('收到申请96件，答复94件。市长信箱受理来件310件，办结300件，其中8件跨年办理，另有10件转入下年。')
  read('12345热线全年受理诉求5200件，办结5100件；其中12件跨年办理，另有20件转入下年继续办理。')
  read('市民服务热线承接群众来电4200件，其中转办3000件；办结4100件，尚有88件正在办理。')
  read('领导信箱全年收件77件，答复70件，其余结转下年度办理。')
  read('“我为群众办实事”平台受理42件，办结40件，2件转入2024年。')
  read('通过数字城管平台受理案件1200件，办结率98%；另有24件转下年度办理，上年结转16件。')
  read('12345热线受理5200件，办结5100件；全年收到公开申请81件，办结94件。', ['收到公开申请81件'])
  read('市长信箱收到来信210件，办结200件。收到政府信息公开申请96件，答复87件。', ['答复87件'])
  read('收到申请96件，其中通过市长信箱收到3件、网站93件，答复71件。', ['答复71件'])
  read('不予处理8件，其中信访举报投诉类9件，重复申请2件。', ['信访举报投诉类9件'])
})

test('an item of a list is counted whatever its unit', () => {
  read('公开信息120条，其中公文类7件、动态类80条、公告类33条。')
  read('主动公开各类政府信息500条，其中政策文件20件，工作动态300条，公示公告180条。')
  read('全年公开信息310条，其中网站220条、公众号80条、公报10期。')
  read('发布信息90条，其中图文60条，短视频30个，阅读量2000次。')
  read('公开信息120条，其中公文类7件、动态类80条、公告类43条。', [
    '120条，其中公文类7件、动态类80条、公告类43条',
  ])
  read('发布信息120条，其中政策17件、动态40条、公告60条。', ['120条，其中政策17件、动态40条、公告60条'])
})

test('what is divided behind a step of the procedure is the number before it that the parts fit in', () => {
  read('全年收到申请96件，其中11件经补正，延期答复4件，均按期办结。其中予以公开35件，不予公开9件。')
  read('受理申请96件，征求第三方意见2件，均按时办结。其中，公开35件、部分公开12件、无法提供20件。')
  read('全年答复94件，转办告知2件，补正4件，其中网络61件、信函33件。')
  read('收到申请96件，延期答复4件。其中予以公开55件，不予公开9件。', ['予以公开55件'])
  read('收到申请96件，延期答复4件。其中网络90件，信函29件。', ['96件，延期答复4件。其中网络90件，信函29件'])
})

const NO_CASES = Object.fromEntries(
  enteredCellsOf(currentEdition).flatMap(({ address }) =>
    address.startsWith('tables.reviewAndLitigation.') ? [[address, '0']] : [],
  ),
)
/** All 22 answers grant what was asked for; 21 came in this year, 1 was carried over. */
const ALL_GRANTED = Object.fromEntries(
  [
    ['received.naturalPerson', '21'],
    ['received.commercialEnterprise', '0'],
    ['received.publicWelfareOrganization', '0'],
    ['received.legalServiceInstitution', '0'],
    ['carriedOver.naturalPerson', '1'],
    ['carriedForward.naturalPerson', '0'],
    ...enteredCellsOf(currentEdition).flatMap(({ address }) => {
      const [, row] = /^tables\.requests\.(outcome\..+\.naturalPerson)$/.exec(address) ?? []
      return row ? [[row, row === 'outcome.granted.naturalPerson' ? '22' : '0']] : []
    }),
  ].map(([cell, value]) => [`tables.requests.${cell}`, `${value}`]),
)

test('where all were answered alike, those received were too, and what is false is that none was carried over', () => {
  const small = (sentence: string, words: string[] = []) =>
    expect(blamed(sentence, undefined, undefined, ALL_GRANTED), sentence).toEqual(words)
  small('收到申请21项全部予以公开，无上年结转。', ['无上年结转'])
  small('收到申请22项全部予以公开，无上年结转。', ['无上年结转'])
  small('收到申请21件全部予以公开，上年结转1件。')
  small('收到申请25件均予以公开，上年结转1件。', ['收到申请25件均予以公开'])
  read('收到申请96件全部予以公开。', ['收到申请96件全部予以公开'])
})

test('this year’s and those carried over make their sum, in the sentence itself', () => {
  read('新受理申请96件、上年结转5件，共计101件，已办结94件，另有7件正在办理。')
  read('新受理申请96件，上年结转5件，共计96件。', ['共计96件'])
  read('新受理申请96件、上年结转5件，共计94件，已办结94件。', ['共计94件'])
})

test('decisions that there were none of, and cases in the unit of the requests', () => {
  read('行政许可1234个、行政处罚567个，无行政强制。', ['无行政强制'])
  read('办理行政许可1234件，行政处罚567件，无行政强制事项。', ['无行政强制事项'])
  read('依申请公开96次，行政复议13次，行政诉讼7次。')
  read('依申请公开96次，行政复议19次，行政诉讼7次。', ['行政复议19次'])
})

test('circles of bodies beside which there is none are all of the whole', () => {
  read('全市收到申请96件，其中市本级56件，县（市、区）40件。')
  read('全市收到申请96件，其中市本级51件，县（市、区）40件。', ['96件，其中市本级51件，县（市、区）40件'])
  read('全县收到申请96件，其中县政府本级20件，县直部门36件，乡镇40件。')
  expect(blamed('全县收到申请96件，其中县政府本级20件，县直部门36件，乡镇29件。')).toHaveLength(1)
})

test('who decided says what kind of case it was, and what an answer led to is none of the answers', () => {
  read('被复议机关纠正2件，被法院维持3件。')
  read('被复议机关纠正5件。', ['被复议机关纠正5件'])
  read('被法院纠正4件。', ['被法院纠正4件'])
  read('因上述答复引发行政复议13件、行政诉讼7件。')
  read('因上述答复引发行政复议19件、行政诉讼7件。', ['引发行政复议19件'])
})

test('what is still within its time at the end of the year is carried forward', () => {
  read('答复94件，均在法定期限内。')
  read('截至2023年12月31日，尚有7件申请在法定办理期限内。')
  expect(blamed('截至12月31日，尚有12件在法定期限内。')).toHaveLength(1)
  expect(blamed('截至2023年12月31日，尚有12件申请在法定办理期限内。')).toHaveLength(1)
  expect(blamed('截至12月31日，尚有12件处于法定答复期限内。')).toHaveLength(1)
})

test('how many kinds of fee there are is no amount of money', () => {
  read('行政事业性收费项目共56个，与上年持平。')
  read('全年征收行政事业性收费项目12项。')
  read('行政事业性收费321.5万元。')
  read('行政事业性收费456万元。', ['行政事业性收费456万元'])
})

test('cases that were brought are all of them, with those still pending', () => {
  const found = (text: string) => findingsIn(text).map(({ severity }) => severity)
  expect(found('因政府信息公开引发行政复议11件，行政诉讼5件。')).toEqual(['verify', 'verify'])
  expect(found('行政复议案件11件，行政诉讼案件5件。')).toEqual(['note', 'note'])
  expect(found('发生行政复议11件，其中维持6件，纠正2件，其他结果3件。')).toEqual(['note'])
})

test('what is left for 其他 is no error where the total of the list is', () => {
  expect(blamed('答复81件，其中予以公开35件、部分公开12件、其他47件。')).toEqual(['答复81件'])
})

test('a rate is held to the counts behind it', () => {
  read('同意公开率37.2%，其中同意公开35件，答复总数94件。')
  expect(blamed('同意公开率41%，其中同意公开35件，答复总数94件。')).toEqual([expect.stringContaining('41%')])
})

test('none of one kind is not blamed beside another that is wrong', () => {
  expect(blamed('全年废止规范性文件4件，宣布失效0件，继续有效58件。')).toEqual([
    expect.stringContaining('4件'),
  ])
})

test('shares told one after another have one whole', () => {
  read('答复94件，公开35件，占37.2%；部分公开12件，占12.8%；无法提供20件，占21.3%。')
  expect(blamed('答复94件，公开35件，占37.2%；部分公开12件，占12.8%；无法提供20件，占20.8%。')).toHaveLength(
    1,
  )
})

test('who had none of one thing may count another beside it', () => {
  expect(blamed('行政许可1234件，行政处罚560件，无重大行政处罚事项。')).toHaveLength(1)
})

test('rarer words for a denial', () => {
  expect(blamed('没有发生针对本局的行政诉讼。')).toHaveLength(1)
  expect(blamed('未发生针对我局提起的行政复议。')).toHaveLength(1)
  expect(blamed('本年未收到依申请公开来函。')).toHaveLength(1)
  expect(blamed('行政许可1234件，行政处罚567件，无强制。')).toHaveLength(1)
  read('收到申请96件，未收到邮寄来函。')
  read('行政许可1234件，行政处罚567件，没有强制要求。')
})

test('everyday words for how an application was answered', () => {
  read('答复94件，其中予以提供35件，部分公开12件。')
  expect(blamed('答复94件，其中予以提供49件，部分公开12件。')).toHaveLength(1)
  read('告知不掌握17件。')
  expect(blamed('告知不掌握29件。')).toHaveLength(1)
})

test('what waits at the end of the year is no part of what was finished, nor are last year’s a part of this year’s', () => {
  read('收到申请96件，上年结转5件，按期办结94件，7件结转下年。')
  read('共办理申请101件，其中5件为上年结转；办结94件，7件结转下年。')
  read('共办理申请101件（含结转下年7件），上年结转5件。')
  read('收到申请96件，上年结转5件，按期办结87件，7件结转下年。', ['办结87件'])
  read('共办理申请101件，其中12件为上年结转；办结94件，7件结转下年。', ['12件为上年结转'])
})

test('what was left over of last year is not what last year counted, and is divided by no part that is more', () => {
  read('收到申请96件，较2023年减少10件，连同上年结转5件均已办理。')
  read('收到申请96件，上年结转5件，其中网络60件、信函36件。')
  read('收到申请98件，上年结转5件，其中网络60件、信函36件。', ['收到申请98件'])
})

test('a list whose shares leave a rest leaves one', () => {
  read('收到申请96件。其中：邮件24件，约占25%；信函66件，约占69%；当面3件，约占3%。')
  expect(
    blamed('收到申请96件。其中：邮件24件，占25%；信函66件，占68.8%；当面3件，占3.1%；其他2件，占2.1%。'),
  ).not.toEqual([])
})

test('a list with sums of its own is made of those', () => {
  const list = '其中：目录中公告12条、动态86条、其他4条，共发布102条；专栏中收费60条、投资26条，共发布86条。'
  read(`公开信息188条。${list}`)
  read(`公开信息192条。${list}`, [`192条。${list.slice(0, -1)}`])
})

test('beside a result of its own what was answered is the rest of the total', () => {
  read('累计办理申请101件，20件按无法提供办结，74件按期答复办结，7件结转到下年。')
  read('累计办理申请101件，20件按无法提供办结，76件按期答复办结，7件结转到下年。', ['76件按期答复办结'])
})

test('a list of applicants ends with its clause', () => {
  const asked = '收到申请96件，其中自然人83件、企业9件、公益组织1件、法律服务机构3件'
  read(`${asked}；上年结转0件，结转下年度7件。`, ['上年结转0件'])
  read(`${asked}；上年结转5件，结转下年度7件。`)
})

test('what divides the applications of the sentence before is counted in whatever those are', () => {
  const words = '收到政府信息公开申请96条，内容集中在征地方面。'
  read(`${words}其中17条属于本机关不掌握，予以公开35条、部分公开12条。`)
  read(`${words}其中29条属于本机关不掌握，予以公开35条、部分公开12条。`, ['29条属于本机关不掌握'])
})

test('a list that leaves a rest, and numbers that are no parts of the one before them', () => {
  read('公开信息423条，其中工作总结11条，重点领域85条，基层治理312条，其余为年报。')
  read('发布信息55条，更新5条，其中文件13条、执法27条、热点2条。')
  read('政府网站公开信息156条，政务微博、微信公开信息分别为322条和411条。')
  read('镇级公开栏更新48期，18个行政村公开栏各更新12期，合计216期。')
  read('收到申请96件，网络、信函申请分别为60件和46件。', ['96件，网络、信函申请分别为60件和46件'])
})

test('what was answered in one way is not all that was answered', () => {
  read('办结94件，其中公开类答复（含部分公开）47件，其余47件为其他类。')
  read('收到申请96件。答复公开35件、部分公开12件、无法提供20件。')
  read('全部办结，答复类型为公开35件、部分公开12件、不予公开9件。')
  expect(blamed('收到申请96件。答复公开38件、部分公开12件、无法提供20件。')).toHaveLength(1)
  read('制发规范性文件14件（新制定9件、修改5件），废止6件。')
  read('共受理申请96件，存在一人多件的情况（1人提交6件）。')
})

test('the office beside all of its county has a balance of its own', () => {
  read(
    '县政府及县政府办公室新收申请96件，上年结转5件，办结94件，结转下年7件；全县各级行政机关共收到申请412件。',
  )
})

test('what is one of several, or led to none, is not the whole', () => {
  read('收到申请96件，其中94件已办结，答复90件，主动撤回4件。')
  read('收到申请96件，其中94件已办结，答复90件，主动撤回6件。', ['答复90件'])
  expect(blamed('共办理申请101件，其中新收96件，上年结转5件；结转下年7件。')).toEqual([])
  expect(blamed('本年未接到各种形式的政府信息公开申请。')).toHaveLength(1)
})

test('beside other results 结案 is not all that was closed', () => {
  read('引发行政复议13件，其中维持6件，纠正2件，以撤回方式结案3件，未结2件。')
  read('引发行政复议13件，其中维持9件，纠正2件，以撤回方式结案3件，未结2件。', ['维持9件'])
})

test('the number of what led to no case is not a number of cases', () => {
  expect(blamed('这4件申请均未发生行政复议、行政诉讼。', undefined, undefined, NO_CASES)).toEqual([])
})

test('a list of one item a clause, and ways in other words', () => {
  read('主动公开信息118条。其中，规划4条；统计8条；财政41条；建设75条。', [
    '118条。其中，规划4条；统计8条；财政41条；建设75条',
  ])
  read('主动公开信息118条。其中，规划4条；统计8条；财政41条；建设65条。')
  read('共收到申请96件，其中快递邮寄申请60件，电子邮件申请46件。', [
    '96件，其中快递邮寄申请60件，电子邮件申请46件',
  ])
})

test('a list of applicants ends where the outcomes begin', () => {
  const asked = '收到申请96件，其中自然人83件、企业9件、公益组织1件、法律服务机构3件'
  read(`${asked}，答复94件，予以公开35件，不予公开0件。`, ['不予公开0件'])
  read(`${asked}，答复94件，予以公开35件，不予公开9件。`)
})

test('a denial in whatever words, of whatever ways', () => {
  for (const words of ['本年度未收到任何要求公开政府信息的申请。', '本年度，我分局未收到政府信息公开申请。'])
    expect(blamed(words), words).toHaveLength(1)
  read('本年未收到以传真方式提交的政府信息公开申请。')
})

test('what was withdrawn is no answer, and answers close what waits', () => {
  read('收到申请101件（含上年结转5件），撤件42件，受理59件。')
  read('新收申请96件，上年结转5件，答复96件，结转下年度7件。', ['答复96件'])
})

test('a change that went the other way is said so', () => {
  const [finding] = findingsIn('收到申请96件，比上年的80件下降8%。')
  expect(finding?.message).toBe('正文：96 比上年 80 应为增长 20.00%，写作下降 8%。')
})

test('what was carried over is counted in where the words say so, and stands beside what came in where they do not', () => {
  read('收到申请101件（含上年结转5件），办结94件。')
  read('收到申请101件，上年结转5件，办结94件。', ['收到申请101件'])
  read('全年收到申请96件，上年结转5件，共办结89件，无法提供20件。', ['共办结89件'])
  read('共收到申请96件，除7件结转下年度外，其余96件均已办结。', ['其余96件均已办结'])
  read('收到申请96件（不含上年结转5件），其中已办结101件，结转下年7件。', ['已办结101件'])
  read('收到申请96件，上年结转的5件于1月答复，本年办结89件。')
})

test('other years of a row, and numbers that only happen to fit, explain nothing', () => {
  read('近三年全县收到申请分别为71件、88件、96件。')
  expect(blamed('近三年全县收到申请分别为71件、88件、98件。')).toHaveLength(1)
  read('答复94件，其中公开35件、部分公开12件、其他12件。', ['其他12件'])
})

test('what a bracket says of another year ends with it', () => {
  read('新收申请96件（同比增长20%，上年为80件），办结88件（含上年结转6件）。', ['办结88件', '含上年结转6件'])
})

test('what is said of a number and its noun makes it no other figure', () => {
  read('今年收到的81件申请均使用统一样式的登记模板。', ['收到的81件'])
  read('收到81件区里转来的征询单。')
})

test('an organ may call itself by its kind alone', () => {
  const told = (organ: string, text: string) => blamed(text, organ, 'department')
  for (const [organ, word] of [
    ['示例区东风街道', '街道'],
    ['示例职业学院', '学校'],
    ['示例市水务集团有限公司', '集团'],
    ['示例市生态环境局东岭分局', '分局'],
    ['示例市产业发展服务中心', '中心'],
    ['示例市林业局', '市局机关'],
    ['示例海关', '关区'],
  ] as const) {
    expect(told(organ, `本年度，${word}收到政府信息公开申请96件。`), organ).toEqual([])
    expect(told(organ, `本年度，${word}收到政府信息公开申请81件。`), organ).toHaveLength(1)
  }
  expect(told('示例市林业局', '区局收到申请81件，中心收到申请20件。')).toEqual([])
  expect(told('示例区东风街道', '街道各社区收到申请81件。')).toEqual([])
})

test('the last verb before decisions says what became of them', () => {
  read('办理行政许可1278件，作出行政处罚576件，依法公开处罚结果60条。', [
    '办理行政许可1278件',
    '作出行政处罚576件',
  ])
  read('公开工作信息612条；作出许可1278件、处罚576件。', ['作出许可1278件', '处罚576件'])
  read('全年下达行政处罚决定书71件。', ['下达行政处罚决定书71件'])
  read('公示行政许可278件、行政处罚71件。')
  read('发布行政处罚决定书71份。')
})

test('disclosure itself, in more words, makes no other matter', () => {
  read('因政府信息公开问题被申请行政复议15件。', ['被申请行政复议15件'])
  read('没有发生针对本局政府信息公开的行政诉讼。', ['没有发生针对本局政府信息公开的行政诉讼'])
  expect(blamed('未收到政府环境信息公开申请。')).toHaveLength(1)
  expect(blamed('未收到群众以当场申请、信件、数据电文等书面形式提出的政府信息公开申请。')).toHaveLength(1)
  read('结转至下一年再行办理8件。', ['结转至下一年再行办理8件'])
})

test('in the report of a town its county is a wider circle', () => {
  const town = (text: string) => blamed(text, TOWN_ORGAN, 'township')
  expect(town('据通报，全县收到申请412件，本镇答复94件。')).toEqual([])
  expect(town('据通报，全县收到申请412件，本镇答复81件。')).toEqual(['答复81件'])
  expect(blamed('全市收到申请412件。')).toHaveLength(1)
})
const TOWN_ORGAN = '示例县河口镇人民政府'

test('with three digits and more a rough number is as near as its last one', () => {
  read('收取行政事业性收费约321.5万元，作出许可1230余件。')
  read('收取行政事业性收费约312.5万元。', ['收取行政事业性收费约312.5万元'])
  read('作出许可1320余件。', ['作出许可1320余件'])
})

test('a denial is of what led to it', () => {
  read('未发生因逾期未答复引发的行政复议。')
  expect(blamed('未发生因信息公开引发的行政复议。')).toHaveLength(1)
  expect(blamed('本年度未收取行政事业性收费。')).toHaveLength(1)
})
