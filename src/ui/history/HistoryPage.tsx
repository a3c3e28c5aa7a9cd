/** 历史版本: earlier states of the draft. */
export default function HistoryPage() {
  return <h1>历史版本</h1>
}
