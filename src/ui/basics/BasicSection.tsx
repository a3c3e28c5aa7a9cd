/** 基本信息 of the open report. */
export function BasicSection() {
  return <h1>基本信息</h1>
}
