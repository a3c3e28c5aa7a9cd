/** “- 3 -”, “第 3 页”, “— 3 —”: the running foot of a page. */
const PAGE_NUMBER =
  /^\s*(?:[-－—–―‐·]\s*\d{1,3}\s*[-－—–―‐·]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|page\s*\d{1,3}(?:\s*of\s*\d{1,3})?|\d{1,3}\s*\/\s*\d{1,3})\s*$/iu
export function isPageNumber(text: string): boolean {
  const trimmed = text.trim()
  return trimmed.length < 30 && PAGE_NUMBER.test(trimmed)
}
