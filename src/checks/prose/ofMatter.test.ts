import { describe, expect, test } from 'vitest'
import { blamed } from '../../testing/blamed'

/* The tables have 96 received, 94 closed and 7 carried forward. */

describe('a matter that heads a segment is told of up to its end', () => {
  test.each([
    '征地类申请：收到41件，办结40件。',
    '征地类申请收到41件，办结40件。',
    '规划类：收到41件，办结40件；征地类：收到52件，办结50件。',
    '涉及征地的申请共41件，办结40件。',
    '关于土地征收方面的申请，共收到41件，均已答复41件。',
    '征地拆迁方面：共收到申请41件，办结40件。',
    '从类别看，征地拆迁类申请，2023年收到41件，占43%。',
    '收到申请96件，征地类申请最多，共收到41件，办结40件。',
    '征地补偿信息申请最多，共收到41件，已办结40件，结转下年1件。',
  ])('%s', (text) => {
    expect(blamed(text)).toEqual([])
  })

  test('but not behind it, nor where all are told of again', () => {
    expect(blamed('征地类申请：收到41件；全年办结40件。')).toEqual([expect.stringContaining('40件')])
    expect(blamed('征地类申请：收到41件，全年共办结40件。')).toEqual([expect.stringContaining('40件')])
    expect(blamed('收到申请95件，征地类申请最多，共收到41件。')).toEqual([expect.stringContaining('95件')])
    // One of several ends with its number.
    expect(blamed('收到申请96件，征地类申请收到41件，办结90件。')).toEqual([expect.stringContaining('90件')])
  })

  test('and how work is done, or a word of the tables, is no matter', () => {
    expect(blamed('依申请公开方面：收到申请95件。')).toEqual([expect.stringContaining('95件')])
    expect(blamed('申请办理工作方面，收到申请95件，办结94件。')).toEqual([expect.stringContaining('95件')])
    expect(blamed('不予公开方面：国家秘密类申请收到5件，办结95件。')).not.toEqual([])
  })
})
