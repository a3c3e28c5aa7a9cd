/** A figure, but not a year, a day, a document number or an article. */
const FIGURE = /(?<![\w.])(\d+(?:\.\d+)?(?:%|％)?)(?![\w.年月日号〕])/

/** A message with its figures in bold, so that both numbers and the difference are seen at once. */
export const boldFigures = (message: string) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fixed sentence
  message.split(FIGURE).map((part, at) => (at % 2 ? <b key={at}>{part}</b> : part))
