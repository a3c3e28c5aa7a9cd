const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Raised digits as the characters that show them so: a note mark must not join the figure that it stands behind. */
export const raised = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit)
