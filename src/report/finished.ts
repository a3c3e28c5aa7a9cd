/** The end of work that may be stopped at each `yield`, where nothing has to be done in between. */
export function finished<T>(steps: Iterator<void, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
