import { test } from 'vitest'
import { holds, type Of } from '../../testing/holds'

const BUREAU: Of = ['清源县教育局', 'department']

test.each([
  '接到家长投诉31件，办结30件；全年新收政府信息公开申请{96}件，其中企业申请{9}件。',
  '上线套餐13个，办件6120件；另收到公开申请{96}件。',
  '承办上级督办件21件，办结20件，1件按计划推进。',
  '受理职称评审申请321件，办结318件；公开申请收到{96}件、办结{94}件。',
  '服务窗口受理群众求助76件，办结74件，2件转入下年。',
  '接到行业异议17件，已处理15件，其余正在核查。',
  '公开申请新收{96}件，咨询23件，答复23件。',
  '帮企业解难题78件，办结75件，跟踪3件。',
  '不动产登记受理3.1万件，办结3.1万件。',
  // What came in as applications goes on being spoken of.
  '收到公开申请{96}件，其中咨询政策的20件，办结{94}件。',
  '市级收到40件、县级收到56件，办结{94}件。',
])('the object of a clause governs the verbs behind it: %s', (sentence) => holds(sentence, ...BUREAU))
