import type { Rule } from '../../checks/types'
import type { Edition } from '../../format/types'

/** Themes a clerk looks under, by the first part of the rules' ids; those of a table bear its name. */
const themes: { title: string | { table: string }; prefixes: string[] }[] = [
  { title: '基本信息', prefixes: ['basic', 'correction', 'organ', 'contact', 'deadline'] },
  { title: '各格的填写', prefixes: ['cell'] },
  { title: { table: 'proactiveDisclosure' }, prefixes: ['proactive', 'fee'] },
  { title: { table: 'requests' }, prefixes: ['requests'] },
  { title: { table: 'reviewAndLitigation' }, prefixes: ['review'] },
  { title: '正文与表格的数字', prefixes: ['narrative'] },
  { title: '正文', prefixes: ['text'] },
  { title: '年度与上年衔接', prefixes: ['year'] },
  { title: '导入', prefixes: ['import'] },
]

export interface RuleGroup {
  title: string
  rules: Rule[]
}

/** All rules, each in one group; what fits nowhere comes last, so that a new theme is never missing. */
export function groupsOf(rules: Rule[], edition: Edition): RuleGroup[] {
  const titleOf = ({ title }: (typeof themes)[number]) =>
    typeof title === 'string'
      ? title
      : (edition.sections.find(({ table }) => table?.key === title.table)?.table?.name ?? '')
  const themeOf = (rule: Rule) =>
    themes.find(({ prefixes }) => prefixes.includes(rule.id.split('.')[0] ?? ''))
  return [
    ...themes.map((theme) => ({
      title: titleOf(theme),
      rules: rules.filter((rule) => themeOf(rule) === theme),
    })),
    { title: '其他', rules: rules.filter((rule) => !themeOf(rule)) },
  ].filter(({ rules }) => rules.length)
}
