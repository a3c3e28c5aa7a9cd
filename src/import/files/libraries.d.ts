declare module 'pdfjs-dist/legacy/build/pdf.mjs' {
  export * from 'pdfjs-dist'
}
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
/** A character map of the PDF library as a data address. */
declare module '*.bcmap?url&inline' {
  const url: string
  export default url
}
