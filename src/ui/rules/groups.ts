import type { Rule } from '../../checks/types'

/** Themes a clerk looks under, by the first part of the rules' ids. */
const themes: { title: string; prefixes: string[] }[] = [
  { title: '基本信息', prefixes: ['basic', 'organ', 'contact', 'deadline'] },
  { title: '各格的填写', prefixes: ['cell'] },
  { title: '表二', prefixes: ['proactive', 'fee'] },
  { title: '表三', prefixes: ['requests'] },
  { title: '表四', prefixes: ['review'] },
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
export function groupsOf(rules: Rule[]): RuleGroup[] {
  const themeOf = (rule: Rule) =>
    themes.find(({ prefixes }) => prefixes.includes(rule.id.split('.')[0] ?? ''))
  return [
    ...themes.map((theme) => ({
      title: theme.title,
      rules: rules.filter((rule) => themeOf(rule) === theme),
    })),
    { title: '其他', rules: rules.filter((rule) => !themeOf(rule)) },
  ].filter(({ rules }) => rules.length)
}
