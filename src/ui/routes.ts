/** Addresses of the app (hash routing, so that they work from a file too). */
export const reportPath = (id: string, section = 'basic') => `/report/${id}/${section}`

/** Whether the hash of the page's address leads to a report. */
export const isReportHash = (hash: string) => hash.startsWith('#/report/')
/** A 汇总任务. */
export const sumPath = (id: string, page = 'units') => `/aggregate/${id}/${page}`

/** Pages of a report beside its sections. */
export const BASIC = 'basic'
export const CHECK = 'check'
export const EXPORT = 'export'
export const HISTORY = 'history'
