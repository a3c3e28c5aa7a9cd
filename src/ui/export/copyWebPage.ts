import type { ReportDocument } from '../../export/document'

/**
 * Puts the document on the clipboard as HTML and as text. With the `copy` event, because the newer clipboard is missing on
 * plain http, where intranets live. False where the browser refuses.
 */
export async function copyWebPage(content: ReportDocument): Promise<boolean> {
  const { toPastedHtml, toPlainText } = await import('../../export/html')
  const html = toPastedHtml(content)
  const text = toPlainText(content)
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put)
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', put)
  }
}
