/** What a report can be read from, wherever one is asked for: file inputs, and the words beside them. */
export const ACCEPTED = '.json,.html,.htm,.mht,.mhtml,.docx,.xlsx,.csv,.pdf,.txt,.md'
export const KINDS = 'Word（.docx）、PDF、Excel（.xlsx）、网页、文本'
