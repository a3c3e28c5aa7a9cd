/** 核对: everything the rules say about the report. */
export default function CheckPage() {
  return <h1>核对</h1>
}
