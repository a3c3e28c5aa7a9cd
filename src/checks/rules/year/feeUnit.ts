import type { Rule } from '../../types'
import { feeCells, feeName, judgeAgainstLastYear, shown, times } from '../figures'
import { FORM } from '../sources'
import { isUnitSlip } from './unitSlip'

export const yearFeeUnit: Rule = {
  id: 'year.fee-unit',
  title: '收费金额与上年相差万倍',
  severity: 'verify',
  due: 'whenAnswered',
  source: `${FORM} 表二（单位：万元）`,
  explanation: '与上年相差两千到五万倍，多半是把“元”填成了“万元”。',
  needsLastYear: true,
  check: (given) =>
    feeCells(given.edition).flatMap(({ address }) =>
      judgeAgainstLastYear(given, [address], [address], ([a = 0n], [b = 0n]) =>
        isUnitSlip(a, b)
          ? {
              message: `${feeName(given.edition, address)}：本年 ${shown(given.edition, address, a)} 万元，上年 ${shown(given.edition, address, b)} 万元，相差约 ${times(a, b)} 倍。是否把“元”填成了“万元”？`,
            }
          : undefined,
      ),
    ),
  examples: [
    {
      title: '882 与 0.0882',
      entries: { 'tables.proactiveDisclosure.administrativeFees.amount': '882' },
      lastYear: { 'tables.proactiveDisclosure.administrativeFees.amount': '0.0882' },
      messages: [
        '行政事业性收费：本年 882 万元，上年 0.0882 万元，相差约 10000 倍。是否把“元”填成了“万元”？',
      ],
    },
    {
      title: '相近',
      entries: { 'tables.proactiveDisclosure.administrativeFees.amount': '72701.2578' },
      lastYear: { 'tables.proactiveDisclosure.administrativeFees.amount': '59237.2449' },
      messages: [],
    },
  ],
}
