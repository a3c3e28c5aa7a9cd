/** A module and all that it imports as the text of one classic script; see ui/worker.ts. */
declare module '*?workerText' {
  const text: string
  export default text
}
