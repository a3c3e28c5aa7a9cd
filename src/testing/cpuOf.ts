/** CPU time that something takes in this process, in ms: a busy machine does not make it more, as it does the time on the clock. */
export function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
