/** 导出: the finished report as paper and files. */
export default function ExportPage() {
  return <h1>导出</h1>
}
