/** What an exception usually comes down to, by what the rule compares; the first line that fits. One of them suffices. */
const KINDS: { rules: RegExp; reasons: string[] }[] = [
  { rules: /\.source-total$/, reasons: ['来文总计有误', '来文如此，无法更改'] },
  {
    rules: /last-year|^year\.(?:jump|fee-unit|same-as-last|text-repeat)$/,
    reasons: ['上年报告有误', '口径或职能有调整', '情况属实'],
  },
  { rules: /^narrative\./, reasons: ['含上年结转件', '口径不同', '表述无误'] },
  {
    rules:
      /^text\.(?:accountability|assessment|social-review|fee-statement|five-parts|improvements|problems)$/,
    reasons: ['已在其他部分写明', '本年没有这项情况'],
  },
  { rules: /^(?:text|year)\./, reasons: ['引用的原文如此', '表述无误'] },
]
const FIGURES = ['情况属实', '口径不同']

/** The reasons to choose from for a finding of a rule. */
export const fixedReasons = (rule: string): string[] =>
  KINDS.find(({ rules }) => rules.test(rule))?.reasons ?? FIGURES
