import { expect, test } from 'vitest'
import { catalogue } from '../../checks/catalogue'
import { fixedReasons } from './reasons'

test('the reasons to choose from fit what the rule compares', () => {
  expect(fixedReasons('text.accountability')).toContain('本年没有这项情况')
  expect(fixedReasons('requests.source-total')).toContain('来文总计有误')
  expect(fixedReasons('narrative.claim')).toContain('含上年结转件')
  for (const { id, needsLastYear } of catalogue) {
    const reasons = fixedReasons(id)
    expect(reasons.length).toBeGreaterThan(1)
    // Nothing carried over explains a fee or a name, and only what is missing can be written elsewhere.
    expect([id, reasons.includes('含上年结转件')]).toEqual([id, id.startsWith('narrative.')])
    if (!id.startsWith('text.')) expect([id, reasons]).not.toContain('已在其他部分写明')
    if (needsLastYear && !id.startsWith('text.'))
      expect([id, reasons.join()]).toEqual([id, expect.stringContaining('上年')])
  }
})
