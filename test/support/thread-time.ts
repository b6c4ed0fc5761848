/**
 * Milliseconds that this thread has computed, for what must take linear time: those of a clock on the wall count what other
 * programs of a busy machine take as well.
 */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
