/** What the console listens to on every device (protocol.md, sections 1 and 4). */
export const DEVICE_FILTERS: readonly string[] = ['status', 'heartbeat', 'data', 'result', 'ack', 'output'].map(
  (leaf) => `device/+/${leaf}`,
)
