import { expect, test } from 'vitest'
import { currentEdition } from './editions'
import { organKindsOfName } from './organKinds'

const kindsOf = (name: string) => organKindsOfName(currentEdition, name).map(({ value }) => value)

test.each([
  ['中华人民共和国水利部', 'ministry'],
  ['财政部', 'ministry'],
  ['国家统计局', 'ministry'],
  ['国家发展和改革委员会', 'ministry'],
  ['国家税务总局', 'ministry'],
  ['江苏省人民政府', 'provincialGovernment'],
  ['广西壮族自治区人民政府', 'provincialGovernment'],
  ['重庆市人民政府', 'provincialGovernment'],
  ['延边朝鲜族自治州人民政府', 'prefectureGovernment'],
  ['锡林郭勒盟行政公署', 'prefectureGovernment'],
  ['大兴安岭地区行政公署', 'prefectureGovernment'],
  ['青禾县人民政府', 'countyGovernment'],
  ['青禾自治县人民政府', 'countyGovernment'],
  ['青禾市东湖区人民政府', 'countyGovernment'],
  ['东乌旗人民政府', 'countyGovernment'],
  ['延边朝鲜族自治州敦化市人民政府', 'countyGovernment'],
  ['南湖市青禾市人民政府', 'countyGovernment'],
  ['青禾县柳树镇人民政府', 'townshipGovernment'],
  ['青禾县柳树乡政府', 'townshipGovernment'],
  ['青禾县柳树苏木人民政府', 'townshipGovernment'],
  ['青禾市东湖区滨河街道办事处', 'subdistrictOffice'],
  ['滨河街道', 'subdistrictOffice'],
  ['滨河街道办', 'subdistrictOffice'],
  ['江苏省人民政府办公厅', 'governmentOffice'],
  ['青禾县人民政府办公室', 'governmentOffice'],
  ['青禾市政府办公室（本级）', 'governmentOffice'],
  ['青禾县水务局', 'department'],
  ['江苏省财政厅', 'department'],
  ['青禾县卫生健康委员会', 'department'],
  ['青禾县国有资产监督管理委员会', 'department'],
  ['青禾县发改委', 'department'],
  ['青禾县人民防空办公室', 'department'],
  ['青禾县城市管理综合行政执法大队', 'department'],
  ['国家税务总局青禾县税务局', 'department'],
  ['国家统计局青禾调查队', 'department'],
  ['青禾县医疗保障中心', 'department'],
  ['青禾综合实验区公安局', 'department'],
  ['青禾市民族宗教事务委员会', 'department'],
  ['青禾市教委', 'department'],
  ['青禾省国防科工委', 'department'],
  ['青禾区市场监督管理局', 'department'],
  ['青禾县老龄工作委员会办公室', 'department'],
  ['青禾经济技术开发区管理委员会', 'authorizedOrganization'],
  ['青禾工业园', 'authorizedOrganization'],
  ['青禾综合实验区', 'authorizedOrganization'],
  ['青禾高新区管委会', 'authorizedOrganization'],
  ['青禾湖风景名胜区管理委员会', 'authorizedOrganization'],
])('%s is of the kind “%s”', (name, kind) => {
  expect(kindsOf(name)).toEqual(kind ? [kind] : [])
})

test.each([
  '青禾市人民政府',
  '浙江省杭州市人民政府',
  '德州市人民政府',
  '贵州省遵义市人民政府',
  '青 禾 市 政府',
])('%s is asked: a city with districts, or without', (name) => {
  expect(kindsOf(name)).toEqual(['prefectureGovernment', 'countyGovernment'])
})

test.each(['', '青禾县', '青禾县第一中学', '青禾市', '青禾社区居民委员会', '青禾县城市管理委员会', '青禾'])(
  '“%s” tells no kind',
  (name) => {
    expect(kindsOf(name)).toEqual([])
  },
)

test.each([
  '青禾县人大常委会办公室',
  '青禾县人民代表大会常务委员会',
  '青禾县人民代表大会常务委员会办公室',
  '政协青禾县委员会',
  '政协青禾县委员会办公室',
  '中国人民政治协商会议青禾县委员会',
  '中共青禾县委员会',
  '中共青禾县委办公室',
  '青禾县委办公室',
  '青禾市委',
  '青禾县委老干部局',
  '青禾县委机构编制委员会办公室',
  '青禾县纪委监委',
  '青禾县监察委员会',
  '青禾县纪律检查委员会',
  '青禾县委政法委',
  '青禾县柳树镇党委',
  '滨河街道党工委',
  '青禾县人民法院办公室',
  '青禾县人民检察院办公室',
  '共青团青禾县委员会',
  '共青团青禾县委',
  '民盟青禾市委员会',
  '青禾县总工会办公室',
  '青禾县残疾人联合会办公室',
  '青禾仲裁委员会',
  '青禾大学办公室',
  '青禾县人民医院体检中心',
  '青禾水务集团有限公司客户服务中心',
  '青禾社区卫生服务中心',
  '青禾社区党群服务中心',
  '武警青禾支队',
  '青禾县第一幼儿园',
  '青禾公园',
])('“%s” is no department of a government: nothing is proposed', (name) => {
  expect(kindsOf(name)).toEqual([])
})
