/**
 * What organs of each kind are called (domain: the name tells the kind, but for 市人民政府, which are of two kinds). Each
 * expression is for a whole name without white space and brackets.
 */
const GOVERNMENT = '(?:人民)?政府(?:本级)?$'
const ZONE =
  '(?:开发区|实验区|试验区|高新区|新区|新城|园区?|示范区|保税区|综保区|保护区|名胜区|景区|度假区|合作区|自贸区|港区?|片区)'

export const ministry =
  /^(?:中华人民共和国|国务院).+(?:部|委员会|[局署行院会]|办公室)$|^国家(?:(?!局).)+(?:局|委员会|署|办公室)$|^(?:教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部$|^(?:中国人民银行|审计署|海关总署)$/
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
export const department =
  /^(?!国家(?:(?!局).)+(?:局|委员会|署|办公室)$|中华人民共和国|国务院)(?!.*(?:居民|村民)委员会$)(?!.*(?<!监督)管理委员会$)(?!.*政府(?:办公厅|办公室|办)$)(?!.*街道办$).*(?:厅|局|委员会|(?<!管)委|办公室|办|支队|大队|总队|队|中心)$/
export const authorizedOrganization = new RegExp(
  `${ZONE}$|${ZONE}(?:管理委员会|管委会)$|管委会$|${ZONE}.{0,8}管理(?:局|处|中心)?委员会$`,
)
