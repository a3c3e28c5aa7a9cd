import { expect, test } from 'vitest'
import { findingsIn } from '../../testing/blamed'

/* What is let pass for a reason is found where that reason does not hold. */

test.each([
  // A denial, or a number with its noun, of what another sentence tells rightly.
  '全年收到申请96件。本年度未收到政府信息公开申请。',
  '2023年没有发生行政复议。因信息公开引发行政复议13件。',
  '收到申请96件，答复94件。全年共答复申请104件。',
  '行政复议13件。发生行政复议14件，诉讼7件。',
  '全年作出行政许可1234件。作出行政许可决定1334件。',
  '予以公开35件。全年予以公开36件。',
  // Two digits in each other's place, said of the organ itself behind all of its area.
  '全市收到申请96件，答复94件。市政府收到申请69件。',
  '全市新收申请96件。示例市人民政府新收申请69件，均按期答复。',
  '全市受理申请96件，办结94件。本市全年结转下年度申请2件。',
  // A heading with a colon, and no list of what became of all.
  '申请办理情况：全年共办结69件。',
  '申请答复情况如下：全年答复申请64件，予以公开35件。',
  '答复结果：作出答复49件，公开35件。',
  // All applications, however they are called.
  '有关政府信息公开申请中，予以公开21件，部分公开12件。',
  // A rate beside what points back.
  '收到申请96件，办结94件，办结率97.9%。上述69件申请均未收费。',
  // A total behind its matters; all of them, though others publish elsewhere.
  '按申请内容分类，土地类40件，规划类30件，其他类26件，全年共收到申请69件，答复94件。',
  '另外，全年新收申请69件，各部门年报另行发布。',
  '全年收到申请六十九件、答复九十四件。',
])('is found: %s', (text) => expect(findingsIn(text)).not.toEqual([]))
