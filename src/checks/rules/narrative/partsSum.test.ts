import { expect, test } from 'vitest'
import { blamed } from '../../../testing/blamed'

test.each([
  // A second division has the total of the first, which is told before both.
  '新收申请96件。从渠道看，网上51件、信函39件、当面6件。从层级看，市级28件，县级41件，乡镇27件。',
  '新收申请96件。其中，网上51件、书面45件。分层级看，市级38件、县级58件。',
  // A matter before its number, or behind it, is no total of the others.
  '共有44件申请涉及供暖，另有21件涉及停车，其余31件涉及绿化等。',
  // Rows are not divided into what was answered and what waits.
  '其中不掌握17件，按来信另行处理1件，年末在办7件。',
  // Parts in segments of their own; who came, so many times.
  '全县新收申请310件，其中向县政府提出的96件，由本办办理；向乡镇提出的84件，向部门提出的130件。',
  '邀请代表28人次、企业35家次、居民140人次，共203人次参加。',
  // Told as a share, or as a row of the tables.
  '申请96件，约四分之一要求查阅案卷，对这25件均告知途径。',
  // What it leaves may be of no kind.
  '公开信息2571条，其中：动态1302条、公告1011条、许可128条、解读85条；编制公报11期。',
  '近三成来自同一小区，对申请中的30件逐一会商，这28件已办结。',
  // A list of few segments may end before the last; so may one whose last counts otherwise, or has two.
  '公开500条，其中动态300条；公告190条；留言20条。',
  '公开500条，其中动态300条；公告100条；解读50条；专栏40条；视频20期。',
  '公开信息120条，其中指南2条；机构8条；文件30条；动态60条，图片30条；公告21条。',
])('true: %s', (sentence) => {
  expect(blamed(sentence)).toEqual([])
})

test.each([
  '新收申请96件。从层级看，市级28件，县级41件，乡镇37件。',
  '新收申请96件。其中，网上51件、书面45件。其中，电子邮件8件、网站平台63件。',
  '邀请代表28人次、企业35家次、居民140人次，共303人次参加。',
  '公开信息2571条，其中：动态1302条、公告1011条、许可128条、解读70条、其他68条。',
  '公开信息2571条，其中：动态1302条、公告1011条、许可128条、解读129条；编制公报11期。',
  '申请96件，收到补正5件，这25件均已答复。',
])('does not add up: %s', (sentence) => {
  expect(blamed(sentence)).not.toEqual([])
})
