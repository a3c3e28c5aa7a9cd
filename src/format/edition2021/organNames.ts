/**
 * What organs of each kind are called (domain: the name tells the kind, but for 市人民政府, which are of two kinds). Each
 * expression is for a whole name without white space and brackets.
 */
const GOVERNMENT = '(?:人民)?政府(?:本级)?$'
const ZONE =
  '(?:开发区|实验区|试验区|高新区|新区|新城|园区|(?:产业|工业|科技|软件|物流|创业|农业|经济)园|示范区|保税区|综保区|保护区|名胜区|景区|度假区|合作区|自贸区|港区?|片区)'

export const ministry =
  /^(?:中华人民共和国|国务院).+(?:部|委员会|[局署行院会]|办公室)$|^国家(?:(?!局).)+(?:局|委员会|署|办公室)$|^(?:教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部$|^(?:中国人民银行|审计署|海关总署)$|^中国(?!.*(?:监管|分|[省市县区])).{2,8}局$/
export const provincialGovernment = new RegExp(`(?:省|自治区|^(?:北京|天津|上海|重庆)市)${GOVERNMENT}`)
/** 州 is no part of 杭州市 here: the word stands before 人民政府. */
export const prefectureGovernment = new RegExp(
  `(?:州|盟|地区)${GOVERNMENT}|(?:地区|盟)行政公署$|^(?!(?:北京|天津|上海|重庆)市(?:人民)?政府)(?!.*(?:市|自治州|盟|地区)[^市]+市)(?!.*[县区]级).*市${GOVERNMENT}`,
)
export const countyGovernment = new RegExp(
  `(?:县|旗|林区|特区|(?<!自治|地)区)${GOVERNMENT}|^(?!(?:北京|天津|上海|重庆)市(?:人民)?政府).*市${GOVERNMENT}`,
)
export const townshipGovernment = new RegExp(`(?:乡|镇|苏木)${GOVERNMENT}`)
export const subdistrictOffice = /(?:街道|(?<!政府)(?:街道|地区|镇)办事处|街道办|区公所)$/
export const governmentOffice = /政府(?:办公厅|办公室|办)$/
/**
 * Bodies that are no department of a government though they end like one: people's congresses, 政协, party committees and
 * their offices, discipline and supervision, courts, mass organisations, and what belongs to a school, hospital or company.
 */
const NO_DEPARTMENT = [
  '人大|人民代表大会|常委会|常务委员会|政协|政治协商会议',
  '^中共|中国共产党|党委|党组|党校|党工委|机关工委|(?<!科)工委|团委|共青团|共产主义青年团|纪委|纪律检查|监委|监察委|政法委|巡察|机构编制|编办',
  '[省市县区旗州盟镇乡](?:委|委员会)(?:$|办|政研|政策研究|组织|宣传|统战|老干部|直属|机要|保密|督查|党史|台湾|网络安全|全面)',
  '^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)|法院|检察院|(?:总工会|联合会|妇联|工商联|协会|学会|红十字会)',
  '(?:居民|村民|业主|仲裁|调解|学术|职工代表)委员会|部队|武警|(?:大学|学院|学校|中学|小学|医院|公司|集团|银行|商会).|(?:社区|村)(?:卫生|党群|服务|养老)',
].join('|')
export const department = new RegExp(
  `^(?!国家(?:(?!局).)+(?:局|委员会|署|办公室)$|中华人民共和国|国务院)(?!.*?(?:${NO_DEPARTMENT}))(?!.*(?<!监督)管理委员会$)(?!.*政府(?:办公厅|办公室|办)$)(?!.*街道办$).*(?:厅|局|委员会|(?<!管)委|办公室|办|支队|大队|总队|队|中心)$`,
)
export const authorizedOrganization = new RegExp(
  `${ZONE}$|${ZONE}(?:管理委员会|管委会)$|管委会$|${ZONE}.{0,8}管理(?:局|处|中心)?委员会$`,
)
