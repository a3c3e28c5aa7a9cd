import { expect, test } from 'vitest'
import { findingsIn } from '../../testing/blamed'
import { holds, type Of } from '../../testing/holds'

const OFFICE: Of = ['示例市人民政府办公室', 'governmentOffice']

test.each([
  // What is done on the way is no kind of what is divided.
  '收到申请{96}件，其中延期答复4件，网络{61}件，信函{35}件。',
  '全年办结{94}件，其中征求第三方意见5件，予以公开{35}件，部分公开{12}件，不予公开{9}件，无法提供{20}件，不予处理{8}件，其他处理{10}件。',
  // What is left, or of one item, or became of them, is no sum.
  '受理申请{96}件，集中在市住建局（31件）、市公安局（24件），其余单位共{41}件。',
  '公开信息{240}条，一是网站52条；二是公众号66条；三是市级媒体18条，省级媒体4条；四是公告栏各类信息共计{100}条。',
  '承办代表建议41件、委员提案21件，公开复文共计58件。',
  '我局办理人大建议16件、政协提案20件，采纳33件，未采纳3件。',
  // A list that goes on, and one that the first of two numbers belongs to.
  '主动公开信息260条，其中规章9条、规范性文件11条、其他文件80条；政府公报中英文各2条、财政信息30条、动态120条、其他信息6条。',
  '印发“政发”文件30件、“政办发”文件53件，其中规范性文件的{14}件；主动公开50件、依申请公开21件、不予公开12件。',
  // Departments of the city's level leave its government unnamed.
  '全市运行网站45个，包括县市区网站12个，市级部门网站31个。',
])('a list has the parts that its words give it: %s', (sentence) => holds(sentence))

test.each([
  // So many ended so, and are not all that was answered.
  '收到申请{96}件。其中，{35}件办理结果为予以公开，6件办理结果为依申请公开。',
  '12件不归本局管理，无法提供；{9}件不予公开；8件未制作，无法提供。',
  '全年办理政府信息公开申请96件；上年结转5件，结转下年度7件。',
  '办理公开申请103件，其中本局受理96件，协助县级部门答复7件。',
  '对规范性文件集中审查，继续有效44件，新制定14件。',
  '公开政府规章12件（含修改5件、废止7件），公开规范性文件9件。',
  // Of one level of government, unless all beside it is the table's.
  '全市新制发行政规范性文件{14}件，市政府及办公室制发5件。',
  '市政府及市政府办公室全年印发行政规范性文件5件，配发解读3篇。',
  '市政府及办公室印发行政规范性文件{14}件，废止{6}件，现行有效{58}件。',
  // Kinds of powers, and answers to proposals.
  '保留行政权力343项。其中，行政许可21项、行政处罚311项、行政强制11项。全年作出行政许可决定{1234}件。',
  '办理代表建议41件、提案21件，共62件；可以公开的答复共59件，已全部公开。',
  // Of so many cases some.
  '被纠正的{2}件复议案件有1件集中在城郊。',
])('what the words leave open is not accused: %s', (sentence) => holds(sentence))

test('all organs together are not the one that tells of itself among them', () => {
  holds('我办收到申请{96}件。从全市看，各县区、各部门（含本办）共收到申请412件。', ...OFFICE)
})

test('reviews and lawsuits side by side have their share of the applications together', () => {
  holds('收到申请{96}件，引发行政复议{13}件、行政诉讼{7}件，占申请量的{20.8}%。')
  holds('收到申请{96}件，引发行政复议{13}件、行政诉讼{7}件，诉讼占申请量的{7.3}%。')
  expect(findingsIn('收到申请96件，引发行政复议13件，占申请量的20.8%。')).toHaveLength(1)
})
